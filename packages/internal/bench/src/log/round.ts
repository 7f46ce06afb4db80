/** The one round of an order that volunteers serve. */
import { formatTime } from './written.ts'

export const specialty = 'hardship-relief'

export interface Around {
  readonly orderId: string
  readonly opened: string
  readonly round: 1
  readonly handler: string
}

export const makeOccasion = ({ orderId, round }: Around) => ({ type: 'order' as const, orderId, round })

export const planInterval = (day: string): object => ({
  start: formatTime(day, '06:00'),
  end: formatTime(day, '08:00'),
})
