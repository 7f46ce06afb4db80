/**
 * Seats of one order round or session (O11, O14, O25, A8).
 *
 * Choice: a seat is taken while it is bound, cleared or not. Seats that were given up or released are free at once.
 * Choice: an order is scheduled with its first cleared seat. When the last cleared one is lost it waits, and from max(start − 24 h, loss + 2 h) on it is
 * open again; the timer acts at that instant, so a clearing then comes too late. After that the oracle tells no more seats: the round is dispatched anew.
 * Choice: a loss is any end of a cleared seat: given up, released, not cleared any more. Clearing another one ends the waiting, a later loss begins it anew.
 * Choice: with the first check-in the order is in progress and waits no more.
 * Choice: the term stands also where it ends after the start. Nothing is invented for it; A14 bars new seats from the planned end on.
 * Choice: a seat is given up with notice before the start; at the start itself it is without. A seat given up without notice is not taken again.
 * Choice: a seat is taken until the planned end, that instant included, because A14 bars only what comes after it. It is the same for a walk-in.
 * Choice: once service has begun no seat of an order is taken, because the lifecycle lists TakeSeat for accepted and scheduled alone; a walk-in comes all the same.
 * Seats are set only before as well.
 * Choice: a walk-in takes a free seat and is cleared by the check-in, or is refused. Without a number a provisional one is given.
 * Choice: a check-out is taken back within 15 minutes, half-open, by oneself under any registration, once for each check-out.
 */
export interface SeatPlan {
  readonly seats: number
  readonly start: number
  readonly end: number
}

export interface SeatTerms {
  readonly before: number
  readonly atLeast: number
}

export type SeatFact =
  | {
      readonly type: 'taken' | 'cleared' | 'given-up' | 'released' | 'checked-in'
      readonly at: number
      readonly human: string
    }
  | {
      readonly type: 'walked-in'
      readonly at: number
      readonly human: string
      readonly isEligible: boolean
      readonly hasNumber: boolean
    }
  | { readonly type: 'seats-set'; readonly at: number; readonly seats: number }

export type SeatStatus = 'accepted' | 'scheduled' | 'waiting' | 'open' | 'in-progress'

export type SeatRefusal =
  | 'full'
  | 'ended'
  | 'no-seat'
  | 'seated'
  | 'left-without-notice'
  | 'below-taken'
  | 'not-eligible'
  | 'not-cleared'
  | 'open-again'
  | 'begun'

export interface SeatState {
  readonly status: SeatStatus
  readonly seats: number
  readonly taken: readonly string[]
  readonly cleared: readonly string[]
  /** Who gave up a seat without notice. */
  readonly barred: readonly string[]
  readonly provisional: readonly string[]
  readonly lostAt: number | null
}

const opening = (plan: SeatPlan): SeatState => ({
  status: 'accepted',
  seats: plan.seats,
  taken: [],
  cleared: [],
  barred: [],
  provisional: [],
  lostAt: null,
})

/** The instant at which a waiting order is open again. */
export const findReopening = (lostAt: number, { start }: SeatPlan, { before, atLeast }: SeatTerms): number =>
  Math.max(start - before, lostAt + atLeast)

const refuseSeatFact = (state: SeatState, fact: SeatFact, plan: SeatPlan): SeatRefusal | null => {
  if ((fact.type === 'seats-set' || fact.type === 'taken') && state.status === 'in-progress') return 'begun'
  if (fact.type === 'seats-set') return fact.seats < state.taken.length ? 'below-taken' : null
  if (state.status === 'open') return 'open-again'
  const isSeated = state.taken.includes(fact.human)
  if (fact.type === 'taken' || fact.type === 'walked-in') {
    if (isSeated) return 'seated'
    if (fact.at > plan.end) return 'ended'
    if (fact.type === 'walked-in' && !fact.isEligible) return 'not-eligible'
    if (state.barred.includes(fact.human)) return 'left-without-notice'
    return state.taken.length >= state.seats ? 'full' : null
  }
  if (!isSeated) return 'no-seat'
  return fact.type === 'checked-in' && !state.cleared.includes(fact.human) ? 'not-cleared' : null
}

const add = (list: readonly string[], human: string): readonly string[] =>
  list.includes(human) ? list : [...list, human]
const remove = (list: readonly string[], human: string): readonly string[] => list.filter((one) => one !== human)

const applySeatFact = (state: SeatState, fact: SeatFact, plan: SeatPlan): SeatState => {
  switch (fact.type) {
    case 'seats-set':
      return { ...state, seats: fact.seats }
    case 'taken':
      return { ...state, taken: add(state.taken, fact.human) }
    case 'cleared': {
      const status = state.status === 'in-progress' ? state.status : 'scheduled'
      return { ...state, cleared: add(state.cleared, fact.human), status, lostAt: null }
    }
    case 'checked-in':
      return { ...state, status: 'in-progress', lostAt: null }
    case 'walked-in':
      return {
        ...state,
        status: 'in-progress',
        taken: add(state.taken, fact.human),
        cleared: add(state.cleared, fact.human),
        provisional: fact.hasNumber ? state.provisional : add(state.provisional, fact.human),
        lostAt: null,
      }
    case 'given-up':
    case 'released': {
      const cleared = remove(state.cleared, fact.human)
      const isLost = state.status === 'scheduled' && cleared.length === 0
      const isLate = fact.type === 'given-up' && fact.at >= plan.start
      return {
        ...state,
        taken: remove(state.taken, fact.human),
        cleared,
        barred: isLate ? add(state.barred, fact.human) : state.barred,
        status: isLost ? 'waiting' : state.status,
        lostAt: isLost ? fact.at : state.lostAt,
      }
    }
  }
}

const advanceSeats = (state: SeatState, at: number, plan: SeatPlan, terms: SeatTerms): SeatState =>
  state.status === 'waiting' && state.lostAt !== null && findReopening(state.lostAt, plan, terms) <= at
    ? { ...state, status: 'open', taken: [], cleared: [] }
    : state

export interface SeatReplay {
  readonly state: SeatState
  readonly refused: readonly (SeatRefusal | null)[]
}

/** The seats at an instant. A refused fact changes nothing. */
export const replaySeats = (facts: readonly SeatFact[], at: number, plan: SeatPlan, terms: SeatTerms): SeatReplay => {
  let state = opening(plan)
  const refused: (SeatRefusal | null)[] = []
  for (const fact of facts.filter((one) => one.at <= at)) {
    state = advanceSeats(state, fact.at, plan, terms)
    const refusal = refuseSeatFact(state, fact, plan)
    refused.push(refusal)
    if (refusal === null) state = applySeatFact(state, fact, plan)
  }
  return { state: advanceSeats(state, at, plan, terms), refused }
}

export interface CheckOut {
  readonly human: string
  readonly at: number
  readonly isVerified: boolean
  readonly isReported: boolean
}

/** Tells whether a check-out may be taken back; the record made by it is withdrawn with it. */
export const mayTakeBack = (sender: string, at: number, out: CheckOut, term: number): boolean =>
  sender === out.human && at >= out.at && at < out.at + term && !out.isVerified && !out.isReported
