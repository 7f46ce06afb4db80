/** Every kind of item of the to-do. It does not compile while a kind is missing. */
import type { Waits } from '@zhiyuan/domain/requests'
import { attendanceItems } from './attendance.items.ts'
import { besideOrderItems } from './beside-orders.items.ts'
import type { Waiting } from './item.ts'
import { needItems } from './needs.items.ts'
import { orderItems } from './orders.items.ts'
import { peopleItems } from './people.items.ts'
import { recordItems } from './records.items.ts'

export const items: Readonly<Record<Waits, Waiting>> = {
  ...needItems,
  ...orderItems,
  ...besideOrderItems,
  ...attendanceItems,
  ...recordItems,
  ...peopleItems,
}
