/** How long a round of an order was served, as the log tells (H2a). */
import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { Round } from '../../../../vocabulary/values.ts'
import type { AssignmentState } from '../../../attendance/assignment/assignment.read.ts'
import type { Existing, OrderState, ServedRound } from '../../../requests/order/order.read.ts'

/** The round took place as far as its state says: it has begun, and was neither called off nor missed. */
const begun: ReadonlyArray<OrderState['type']> = ['InProgress', 'AwaitingReview', 'Closed', 'Aborted']

/** What the log says of a round: its seats when it ended or now, its plan, and from first check-in to report; null where it did not begin. */
export const findRound = (order: Existing, round: Round): ServedRound | null =>
  round === order.round
    ? begun.includes(order.type)
      ? order
      : null
    : (order.past.find((one) => one.round === round) ?? null)

export const isReportedLate = ({ planned, reportedAt }: ServedRound): boolean =>
  planned !== null && reportedAt !== null && reportedAt > planned.end

const findPresenceEnd = (state: AssignmentState): Instant | null =>
  state.type === 'Left' || state.type === 'Confirmed' ? (state.segments.at(-1)?.end ?? null) : null

/** H2a: from the last presence to a report after the plan's end no one serves, so that waiting with the report makes no time. */
export const findServiceEnd = (
  served: ServedRound,
  presences: ReadonlyMap<PersonId, AssignmentState>,
): Instant | null => {
  const { planned, reportedAt } = served
  if (planned === null || reportedAt === null || !isReportedLate(served)) return reportedAt
  const ends = [...presences.values()].flatMap((state) => findPresenceEnd(state) ?? [])
  const last = ends.reduce((one, other) => (one > other ? one : other), planned.end)
  return last < reportedAt ? last : reportedAt
}
