/** Rounds whose service was reported: reviews and follow-ups of them may come, also once a further round has begun (O7). */
import { readMany, type Instant, type Moment } from '@zhiyuan/kernel'
import type { TeamId } from '../../../../vocabulary/ids.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import type { FollowUpOrder, Outcome, ReviewOrder } from '../order.codec.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { OrderFacts, OrderState } from '../order.state.ts'

export interface Reported extends Pick<OrderFacts, 'placed' | 'round' | 'handler' | 'acceptances' | 'seated'> {
  /** The teams that served: the one that reported, and those whose service was known beside it (A15). */
  readonly teams: ReadonlyArray<TeamId>
  /** Null until the round is closed. */
  readonly outcome: Outcome | null
  /** Until then a review or follow-up may come: the lapse, and once it is closed the end of its reopening window. */
  readonly until: Instant
  /** No further round has begun. */
  readonly isLast: boolean
}

const listTeams = ({ team, servedBeside }: Pick<OrderFacts, 'team' | 'servedBeside'>): ReadonlyArray<TeamId> => [
  ...new Set([...(team === null ? [] : [team.teamId]), ...servedBeside]),
]

type Command = FollowUpOrder | ReviewOrder

/** The round that the command names; null where its service was not reported. */
export const findReported = (state: OrderState, { round }: Pick<Command, 'round'>): Reported | null => {
  if (state.type === 'None') return null
  const { placed } = state
  if (round !== state.round) {
    const past = state.past.find((one) => one.round === round)
    return past === undefined ? null : { ...past, teams: listTeams(past), placed, isLast: false }
  }
  const { handler, acceptances, seated } = state
  const served = { placed, round, handler, teams: listTeams(state), acceptances, seated, isLast: true }
  if (state.type === 'AwaitingReview') return { ...served, outcome: null, until: state.lapsesAt }
  return state.type === 'Closed' ? { ...served, outcome: state.outcome, until: state.reopenableUntil } : null
}

/** The teams that served in that round. */
export const servingTeamReads = (command: Command, state: OrderState) => ({
  teams: readMany(findReported(state, command)?.teams ?? [], teamRead),
})

/** O7: null while a review or follow-up may still come. */
export const refuseLate = ({ until }: Reported, { now }: Moment): OrderRejection | null =>
  now >= until ? { type: 'ReviewLapsedAlready', lapsedAt: until } : null
