/** Every kind of item of the to-do. It does not compile while a kind is missing. */
import type { Waits } from '@zhiyuan/domain/requests'
import type { Waiting } from './item.ts'
import { peopleItems } from './people.items.ts'
import { requestItems } from './requests.items.ts'
import { serviceItems } from './service.items.ts'

export const items: Readonly<Record<Waits, Waiting>> = { ...requestItems, ...serviceItems, ...peopleItems }
