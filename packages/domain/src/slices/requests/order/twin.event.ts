/** Events of orders that are like another live order of the same need (O26). */
import type * as t from 'io-ts'
import { closed, list, literal } from '@zhiyuan/kernel'
import { OrderId, UnitId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'
import { openedFields } from './event.fields.ts'

/** Far more than a need has orders. */
const twins = list(OrderId, 0, 100)

/** Which other live orders of the need have the same specialty and overlapping time, unmeant; `before` are those that were noted (O26). */
export const TwinsNoted = closed({ type: literal('TwinsNoted'), ...openedFields, owner: UnitId, twins, before: twins })
export interface TwinsNoted extends t.TypeOf<typeof TwinsNoted> {}
/** The owner says why the order is meant beside its twins (O26). */
export const TwinMeant = closed({ type: literal('TwinMeant'), ...openedFields, reason: Reason })
export interface TwinMeant extends t.TypeOf<typeof TwinMeant> {}
