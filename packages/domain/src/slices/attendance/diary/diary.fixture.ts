/** The diary of a: a seat and a presence at O1, and other entries at the same time. */
import { planned } from '../../requests/order/order.fixture.ts'
import { units } from '../../../fixtures/people.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
export const at = (orderId: string) => ({ type: 'order', orderId, round: 1 }) as const
export const entry = (orderId: string, volunteer = 'a') => ({ volunteer, occasion: at(orderId) })

/** A seat at O1, planned from 01:00Z to 03:00Z. */
export const seat = (orderId: string, volunteer = 'a', time: typeof planned = planned) => ({
  ...entry(orderId, volunteer),
  planned: time,
  handler: units.V1,
  bodyId: units.V1,
})
export const noteSeat = (...more: Parameters<typeof seat>) => ({ type: 'NoteSeat', ...seat(...more) }) as const
export const seatNoted = (...more: Parameters<typeof seat>) =>
  ({ type: 'SeatNoted', ...seat(...more), several: false }) as const
export const later = { start: planned.end, end: '2020-04-22T05:00:00.000Z' }

interface Stay {
  readonly from: string
  readonly to: string | null
  readonly step?: number
  readonly volunteer?: string
  readonly late?: boolean
}
const stay = (orderId: string, { from, to, step = 0, volunteer = 'a', late = false }: Stay) => ({
  ...entry(orderId, volunteer),
  from: instant(from),
  to: to === null ? null : instant(to),
  step,
  late,
})
export const notePresence = (orderId: string, said: Stay) => ({ type: 'NotePresence', ...stay(orderId, said) }) as const
export const presenceNoted = (orderId: string, said: Stay) =>
  ({ type: 'PresenceNoted', ...stay(orderId, said), several: false }) as const
export { instant }
