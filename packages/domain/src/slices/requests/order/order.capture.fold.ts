/** What a miss took away, and how a capture brings it back (A15). */
import type { RoundTakenOn } from './order.codec.ts'
import { copyFacts, returnToQueue, type Changes } from './order.facts.ts'
import type { Existing, Handling, OrderFacts, OrderState } from './order.state.ts'

const copyHandling = ({ handler, handled, soughtBy, escalatesAt, clock, escalations }: Existing): Handling => ({
  handler,
  handled,
  soughtBy,
  escalatesAt,
  clock,
  escalations,
})

export const noteMissed = (state: Existing): OrderFacts['missed'] => {
  const { team, planned, seated, startedAt } = state
  if (team === null || planned === null) return null
  return { team, planned, seated, handling: copyHandling(state), isDoubled: false, needsProof: startedAt !== null }
}

/** A8, A15: a clock found no volunteer left of those who were excused. The last of them may still tell that service took place. */
export const noteUnfilled = (state: Existing): Partial<OrderFacts> => {
  const last = [...state.excused].at(-1)
  if (last === undefined || state.missed !== null) return {}
  return { missed: noteMissed({ ...state, seated: new Map([[last, true]]) }) }
}

/** A person moved the order on: what a clock concluded before stays so. */
export const movedByPerson = ({ missed }: Existing): Partial<OrderFacts> => ({
  missed: missed === null ? null : { ...missed, handling: null },
})

const takeOn = (
  state: Existing,
  { teamId, bodyId, planned, handler, at: startedAt, late }: RoundTakenOn,
): OrderState => {
  const seated = state.missed?.seated ?? state.seated
  const team = { teamId, bodyId }
  const isProven = state.isProven || !late
  return { ...copyFacts(state), handler, team, planned, seated, startedAt, isProven, missed: null, type: 'InProgress' }
}

export const capturing: Changes<
  'EscalationUndone' | 'RoundTakenOn' | 'ServiceDoubled' | 'FirstServiceCancelled' | 'SeatReturned' | 'ServiceProven'
> = {
  ServiceProven: (state) => ({ ...state, isProven: true }),
  SeatReturned: (state, { volunteer }) => ({ ...state, seated: new Map(state.seated).set(volunteer, true) }),
  // The unit above counts among those that have had the order no longer: it may go there again (O4).
  EscalationUndone: (state, { to: handler }) => returnToQueue(state, { ...state.missed?.handling, handler }),
  RoundTakenOn: takeOn,
  FirstServiceCancelled: (state) => ({ ...state, missed: null }),
  ServiceDoubled: (state, { teamId }) => ({
    ...state,
    servedBeside: [...state.servedBeside, teamId],
    missed: state.missed === null ? null : { ...state.missed, isDoubled: true },
  }),
}
