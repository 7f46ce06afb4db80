import type { Instant, UnitId } from '@zhiyuan/kernel'
import type { Outcome, Verdict } from '../../../slices/requests/order/order.codec.ts'
import type { Rating, Round } from '../../../vocabulary/values.ts'
import { isKnown, listKnown } from '../../known.ts'
import type { AssessmentOrder, Escalation } from './row.ts'

/** An order as known at an instant. */
export interface KnownOrder {
  /** The unit at which it was placed, or the unit to which it belonged from the start by a later ruling (S14). */
  readonly owner: UnitId
  readonly openedAt: Instant
  readonly state: 'open' | 'closed' | 'cancelled' | 'aborted' | 'unmet'
  /** The requester's side took it back before any team had accepted it: it does not count as an order (I05). */
  readonly takenBack: boolean
  readonly closings: number
  readonly reopenings: number
  /** Steps up that were not undone (A15). */
  readonly escalations: number
  readonly automaticEscalations: number
  readonly undoneEscalations: number
  /** Of the last round: the handler under which service was reported, the outcome, and the reviews. */
  readonly fulfilledAt: UnitId | null
  readonly outcome: Outcome | null
  readonly rating: Rating | null
  readonly verdict: Verdict | null
  /** The review is by a member of the serving team (O9). */
  readonly ownTeam: boolean
  readonly followUp: Verdict | null
  readonly firstOutcome: Outcome | null
}

/** Closed, and service was reported in the last round. */
export const isCompleted = ({ state, fulfilledAt }: KnownOrder): boolean => state === 'closed' && fulfilledAt !== null

type Escalated = Extract<Escalation, { readonly type: 'escalated' }>

/** A15: an escalation that a capture undid is none. What only clocks did since then is undone with it. */
const listStanding = (escalations: ReadonlyArray<Escalation>): ReadonlyArray<Escalated> =>
  escalations.reduce<ReadonlyArray<Escalated>>((standing, one) => {
    if (one.type === 'escalated') return [...standing, one]
    const first = standing.findLastIndex(({ round, from }) => round === one.round && from === one.to)
    return first < 0 ? standing : standing.slice(0, first)
  }, [])

/** Reads an order from its row; null where it is not known at that instant. */
export const findKnownOrder = (row: AssessmentOrder, at: Instant): KnownOrder | null => {
  if (!isKnown(row.placed, at)) return null
  const reopenings = listKnown(row.reopenings, at)
  const last = reopenings.reduce((round, one) => (one.round > round ? one.round : round), 1 as Round)
  const closings = listKnown(row.closings, at)
  const moves = listKnown(row.escalations, at)
  const escalations = listStanding(moves)
  const ended = isKnown(row.ended, at) ? row.ended : null
  const ofLast = <A extends { readonly round: Round; readonly recordedAt: Instant }>(facts: ReadonlyArray<A>) =>
    facts.findLast(({ round, recordedAt }) => round === last && recordedAt <= at)
  const closed = ofLast(closings)
  const review = ofLast(row.reviews)
  return {
    owner: listKnown(row.rulings, at).at(-1)?.owner ?? row.placed.owner,
    openedAt: row.placed.recordedAt,
    state: ended?.type ?? (closed === undefined ? 'open' : 'closed'),
    takenBack: ended?.type === 'cancelled' && ended.beforeAcceptance,
    closings: new Set(closings.map(({ round }) => round)).size,
    reopenings: reopenings.length,
    escalations: escalations.length,
    automaticEscalations: escalations.filter(({ automatic }) => automatic).length,
    undoneEscalations: moves.filter(({ type }) => type === 'escalated').length - escalations.length,
    fulfilledAt: ofLast(row.reports)?.handler ?? null,
    outcome: closed?.outcome ?? null,
    rating: review?.rating ?? null,
    verdict: review?.verdict ?? null,
    ownTeam: review?.ownTeam ?? false,
    followUp: ofLast(row.followUps)?.verdict ?? null,
    firstOutcome: closings.findLast(({ round }) => round === 1)?.outcome ?? null,
  }
}
