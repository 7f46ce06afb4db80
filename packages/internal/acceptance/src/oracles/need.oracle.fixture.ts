/**
 * Needs as a naive state machine (N2, N5, N7, N9, N12, N15, O19, lifecycles).
 *
 * Choice: the answer clock runs for 24 elapsed hours from the instant at which the need was recorded, however long ago it was voiced.
 * Choice: each return to `submitted` starts a new answer clock: information supplied, a lapse that N7 bars, an appeal, a survivor that ended
 * unserved. A merge that is undone lets the clock go on with what was left, or merging and undoing would renew it for ever; one that had ended has.
 * Choice: "at most twice" counts over the whole life of the need. After the return of N7 no information is asked for: it is decided as it stands.
 * Choice: "came by proxy" is any proxy, family too, and the channels of grid worker and information officer. A visit is a home visit; a call at a
 * station is none.
 * Choice: the lapse is half-open: what is supplied at the seventh day itself comes too late.
 * Choice: only a submitted need is merged away. One merged into it stays with it and comes back with it.
 * Choice: a survivor ends unserved when it is rejected, referred, lapsed, withdrawn or unmet. Those merged into it return at that instant and stay
 * returned, also when the rejection is appealed or a team is found later.
 * Choice: an unmet order counts until an order of its specialty that was placed later is closed, because a need served at last is not unmet for ever.
 * Choice: an approved need may be referred while it has no live order (N12); an unmet one may not, but it may be withdrawn. A merged one is not
 * withdrawn before its merge is undone.
 * Choice: the owner stays through an appeal, the unit above answers. The top has no unit above and so no appeal.
 * Choice: a unit hands on what is unfinished (unmet too) at the instant at which it is closed. What comes back to life later goes to the heir then.
 */
import { defaultNeedTerms } from './need-facts.oracle.fixture.ts'
import type { NeedFact, NeedTerms, OrderEnd, Submitted, Withdrawer } from './need-facts.oracle.fixture.ts'

export type Phase =
  'submitted' | 'info-requested' | 'lapsed' | 'rejected' | 'referred' | 'merged' | 'approved' | 'withdrawn'
export type NeedStateName = Phase | 'in-service' | 'unmet' | 'met'

export interface AnswerClock {
  readonly start: number
  readonly due: number
  /** The answer or withdrawal that ended it; null while none has. */
  endedAt: number | null
  endedBy: 'answer' | 'withdrawal' | null
}

export interface NeedOrder {
  readonly specialty: string
  readonly placedAt: number
  end: OrderEnd | null
  endedAt: number | null
}

export interface Need {
  readonly submitted: Submitted
  owner: string
  phase: Phase
  asks: number
  askedAt: number
  isDecidedAsItStands: boolean
  wasAppealed: boolean
  survivor: string | null
  merges: boolean[]
  isAbuse: boolean
  withdrawnBy: Withdrawer | null
  /** Since when it is approved without a live order; null while it is not. */
  gapSince: number | null
  /** The start of the gap that was told last. */
  lastGap: number | null
  readonly clocks: AnswerClock[]
  readonly orders: Map<string, NeedOrder>
}

export interface NeedWorld {
  readonly needs: Map<string, Need>
  readonly heirs: Map<string, string>
  readonly terms: NeedTerms
}

export const createWorld = (terms: NeedTerms = defaultNeedTerms): NeedWorld => ({
  needs: new Map(),
  heirs: new Map(),
  terms,
})

export const findNeedState = ({ phase, orders }: Need): NeedStateName => {
  if (phase !== 'approved') return phase
  const all = [...orders.values()]
  if (all.some(({ end }) => end === null)) return 'in-service'
  const isServedLater = (unmet: NeedOrder): boolean =>
    all.some(
      (later) =>
        later.end?.type === 'closed' &&
        later.specialty === unmet.specialty &&
        later.placedAt >= (unmet.endedAt ?? Infinity),
    )
  if (all.some((order) => order.end?.type === 'unmet' && !isServedLater(order))) return 'unmet'
  return all.some(({ end }) => end?.type === 'closed' && end.outcome !== 'not-solved') ? 'met' : 'approved'
}

const neverLapses = ({ channel, proxy }: Submitted): boolean =>
  proxy !== null || ['telephone', 'home-visit', 'grid-worker', 'information-officer'].includes(channel)

const unserved: readonly NeedStateName[] = ['rejected', 'referred', 'lapsed', 'withdrawn', 'unmet']
const finished: readonly NeedStateName[] = [...unserved.filter((state) => state !== 'unmet'), 'merged', 'met']

export const isFinished = (state: NeedStateName): boolean => finished.includes(state)

const submitAgain = (need: Need, at: number, terms: NeedTerms, due = at + terms.answer): void => {
  need.phase = 'submitted'
  need.survivor = null
  need.clocks.push({ start: at, due, endedAt: null, endedBy: null })
}

/** The end of the clock that a merge stopped. */
const findResumed = ({ clocks }: Need, at: number, terms: NeedTerms): number => {
  const stopped = clocks.at(-1)
  if (stopped?.endedAt === null || stopped === undefined) return at + terms.answer
  return stopped.endedAt > stopped.due ? stopped.due : at + stopped.due - stopped.endedAt
}

/** The last gap, where the office took back each order that was placed since it began. */
const findGap = ({ lastGap, orders }: Need): number | null => {
  const since = [...orders.values()].filter(({ placedAt }) => lastGap !== null && placedAt >= lastGap)
  return since.every(({ end }) => end?.type === 'cancelled' && end.byOffice === true) ? lastGap : null
}

/** Brings to rest what follows from a fact: merged needs return, heirs take over, the clock of the missing order starts or stops. */
const settle = ({ needs, heirs, terms }: NeedWorld, at: number): void => {
  for (const need of needs.values()) {
    const survivor = need.survivor === null ? undefined : needs.get(need.survivor)
    if (survivor !== undefined && unserved.includes(findNeedState(survivor))) submitAgain(need, at, terms)
  }
  for (const need of needs.values()) {
    const state = findNeedState(need)
    for (let heir = heirs.get(need.owner); heir !== undefined && !isFinished(state); heir = heirs.get(need.owner))
      need.owner = heir
    need.gapSince = state === 'approved' ? (need.gapSince ?? findGap(need) ?? at) : null
    need.lastGap = need.gapSince ?? need.lastGap
  }
}

/** Lets the lapses that end by `at` happen, the earliest first. */
const advanceNeeds = (world: NeedWorld, at: number): void => {
  const next = [...world.needs.values()]
    .filter(({ phase, askedAt }) => phase === 'info-requested' && askedAt + world.terms.lapse <= at)
    .sort((a, b) => a.askedAt - b.askedAt)[0]
  if (next === undefined) return
  const lapsedAt = next.askedAt + world.terms.lapse
  if (neverLapses(next.submitted)) {
    next.isDecidedAsItStands = true
    submitAgain(next, lapsedAt, world.terms)
  } else next.phase = 'lapsed'
  settle(world, lapsedAt)
  advanceNeeds(world, at)
}

const endClock = (need: Need, at: number, endedBy: 'answer' | 'withdrawal'): void => {
  const clock = need.clocks.at(-1)
  if (clock === undefined || clock.endedAt !== null || need.phase !== 'submitted') return
  clock.endedAt = at
  clock.endedBy = endedBy
}

const moveOwner = (world: NeedWorld, id: string, owner: string): void => {
  const need = world.needs.get(id)
  if (need === undefined) return
  need.owner = owner
  for (const [other, { survivor }] of world.needs) if (survivor === id) moveOwner(world, other, owner)
}

const applyOrder = (need: Need, fact: Extract<NeedFact, { readonly order: string }>): void => {
  if (fact.type === 'order-placed')
    need.orders.set(fact.order, { specialty: fact.specialty, placedAt: fact.at, end: null, endedAt: null })
  const order = need.orders.get(fact.order)
  if (order === undefined || fact.type === 'order-placed') return
  order.end = fact.type === 'order-ended' ? fact.end : null
  order.endedAt = fact.type === 'order-ended' ? fact.at : null
}

type NeedStep = Exclude<NeedFact, { type: 'unit-closed' | 'submitted' }>

/** Applies a fact to a need that it may follow. */
const applyFact = (world: NeedWorld, need: Need, fact: NeedStep): void => {
  switch (fact.type) {
    case 'asked':
      endClock(need, fact.at, 'answer')
      need.phase = 'info-requested'
      need.asks += 1
      need.askedAt = fact.at
      return
    case 'unmerged':
      return submitAgain(need, fact.at, world.terms, findResumed(need, fact.at, world.terms))
    case 'supplied':
    case 'appealed':
      need.wasAppealed ||= fact.type === 'appealed'
      return submitAgain(need, fact.at, world.terms)
    case 'withdrawn':
      endClock(need, fact.at, 'withdrawal')
      need.phase = 'withdrawn'
      need.withdrawnBy = fact.by
      return
    case 'order-placed':
    case 'order-ended':
    case 'order-reopened':
      return applyOrder(need, fact)
    case 'ruled-misrouted':
      return moveOwner(world, fact.need, fact.owner)
    case 'merged':
      need.merges.push(fact.isTwin)
      need.survivor = fact.into
      break
    case 'rejected':
      need.isAbuse = fact.isAbuse
      break
    case 'approved':
    case 'referred':
      break
  }
  endClock(need, fact.at, 'answer')
  need.phase = fact.type
}

export { advanceNeeds, applyFact, settle }
