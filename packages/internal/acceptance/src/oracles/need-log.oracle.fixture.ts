/**
 * Needs over a list of dated facts: what is refused, what is on the to-do lists, which clock runs (N2, N5, N7, N12).
 *
 * Choice: the term of the missing order starts when the need became approved without a live order; each such gap has its own term. A gap ends by any
 * placed order; where the office itself cancelled each of those, the gap has not ended: placing and cancelling again buys no days.
 * Choice: an order placed at the midnight that ends the term is late, so from that midnight on the unit above has the to-do as well. At the top it is
 * its assessor's, as O16 has it.
 * Choice: an unmet need is listed at the city from the instant it is unmet until one of its orders is live again; from there the order's clock shows it.
 * Choice: a late answer stays in its clerk's to-do alone, because N2 names no other list.
 * Choice: a timer that ends at the instant of a fact acts before it.
 */
import { endTerm } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'
import type { NeedFact, NeedTerms } from './need-facts.oracle.fixture.ts'
import { advanceNeeds, applyFact, createWorld, findNeedState, isFinished, settle } from './need.oracle.fixture.ts'
import type { Need, NeedStateName, NeedWorld } from './need.oracle.fixture.ts'

export interface UnitTree {
  /** The unit above, null for the city. */
  readonly above: (unit: string) => string | null
  readonly city: string
}

export type NeedRefusal =
  | 'unknown-need'
  | 'known-need'
  | 'not-listed'
  | 'asked-enough'
  | 'decided-as-it-stands'
  | 'target-ended'
  | 'outside-jurisdiction'
  | 'no-unit-above'
  | 'appealed-once'
  | 'no-reason'

const starts: Readonly<Record<Exclude<NeedFact['type'], 'unit-closed' | 'submitted'>, readonly NeedStateName[]>> = {
  asked: ['submitted'],
  supplied: ['info-requested'],
  approved: ['submitted'],
  rejected: ['submitted'],
  appealed: ['rejected'],
  referred: ['submitted', 'approved'],
  merged: ['submitted'],
  unmerged: ['merged'],
  withdrawn: ['submitted', 'info-requested', 'approved', 'in-service', 'unmet'],
  'order-placed': ['approved', 'in-service', 'unmet'],
  'order-ended': ['approved', 'in-service', 'unmet', 'met', 'withdrawn'],
  'order-reopened': ['approved', 'in-service', 'unmet', 'met'],
  'ruled-misrouted': ['submitted', 'info-requested', 'approved', 'in-service', 'unmet'],
}

const targets: readonly NeedStateName[] = ['submitted', 'info-requested', 'approved', 'in-service']

/** Tells why a fact may not follow; null where it may. */
const refuseNeedFact = (world: NeedWorld, fact: NeedFact, tree: UnitTree): NeedRefusal | null => {
  if (fact.type === 'unit-closed') return null
  const need = world.needs.get(fact.need)
  if (fact.type === 'submitted') return need === undefined ? null : 'known-need'
  if (need === undefined) return 'unknown-need'
  if (!starts[fact.type].includes(findNeedState(need))) return 'not-listed'
  if (fact.type === 'asked') {
    if (need.isDecidedAsItStands) return 'decided-as-it-stands'
    return need.asks >= world.terms.informationAsks ? 'asked-enough' : null
  }
  if (fact.type === 'appealed') {
    if (need.wasAppealed) return 'appealed-once'
    return tree.above(need.owner) === null ? 'no-unit-above' : null
  }
  if (fact.type === 'merged') {
    const target = world.needs.get(fact.into)
    if (target === undefined) return 'unknown-need'
    if (fact.into === fact.need || !targets.includes(findNeedState(target))) return 'target-ended'
    return fact.mayHandleBoth ? null : 'outside-jurisdiction'
  }
  return fact.type === 'withdrawn' && fact.reason === '' ? 'no-reason' : null
}

const takeFact = (world: NeedWorld, fact: NeedFact, terms: NeedTerms): void => {
  if (fact.type === 'unit-closed') world.heirs.set(fact.unit, fact.heir)
  else if (fact.type === 'submitted') {
    world.needs.set(fact.need, {
      submitted: fact,
      owner: fact.unit,
      phase: 'submitted',
      asks: 0,
      askedAt: 0,
      isDecidedAsItStands: false,
      wasAppealed: false,
      survivor: null,
      merges: [],
      isAbuse: false,
      withdrawnBy: null,
      gapSince: null,
      lastGap: null,
      clocks: [{ start: fact.at, due: fact.at + terms.answer, endedAt: null, endedBy: null }],
      orders: new Map(),
    })
  } else {
    const need = world.needs.get(fact.need)
    if (need !== undefined) applyFact(world, need, fact)
  }
  settle(world, fact.at)
}

export interface NeedReplay {
  readonly world: NeedWorld
  readonly refused: readonly (NeedRefusal | null)[]
}

/** All needs at an instant. Facts come in order; a refused one changes nothing. */
export const replayNeeds = (facts: readonly NeedFact[], at: number, tree: UnitTree, terms?: NeedTerms): NeedReplay => {
  const world = createWorld(terms)
  const refused = facts
    .filter((fact) => fact.at <= at)
    .map((fact) => {
      advanceNeeds(world, fact.at)
      const refusal = refuseNeedFact(world, fact, tree)
      if (refusal === null) takeFact(world, fact, world.terms)
      return refusal
    })
  advanceNeeds(world, at)
  return { world, refused }
}

export interface ToDo {
  readonly unit: string
  readonly list: 'clerk' | 'assessor'
  readonly why: 'answer' | 'order' | 'order-overdue' | 'unmet'
}

export interface NeedView {
  readonly state: NeedStateName
  readonly owner: string
  readonly answerDue: number | null
  readonly isAnswerOverdue: boolean
  readonly lapseDue: number | null
  readonly orderDue: number | null
  /** The need follows the clocks of its live orders or of the need it was merged into. */
  readonly follows: 'orders' | 'survivor' | null
  readonly toDo: readonly ToDo[]
}

export const showNeed = (need: Need, at: number, tree: UnitTree, calendar: Calendar, terms: NeedTerms): NeedView => {
  const state = findNeedState(need)
  const { owner } = need
  const above = tree.above(owner)
  const answerDue = state === 'submitted' ? (need.clocks.at(-1)?.due ?? null) : null
  const orderDue = need.gapSince === null ? null : endTerm(need.gapSince, terms.orderDue, calendar)
  const toDo: ToDo[] = []
  if (state === 'submitted')
    toDo.push({ unit: need.wasAppealed ? (above ?? owner) : owner, list: 'clerk', why: 'answer' })
  if (state === 'approved') toDo.push({ unit: owner, list: 'clerk', why: 'order' })
  if (state === 'unmet') toDo.push({ unit: tree.city, list: 'clerk', why: 'unmet' })
  if (orderDue !== null && at >= orderDue)
    toDo.push({ unit: above ?? owner, list: above === null ? 'assessor' : 'clerk', why: 'order-overdue' })
  return {
    state,
    owner,
    answerDue,
    isAnswerOverdue: answerDue !== null && at > answerDue,
    lapseDue: state === 'info-requested' ? need.askedAt + terms.lapse : null,
    orderDue,
    follows: state === 'in-service' ? 'orders' : state === 'merged' ? 'survivor' : null,
    toDo,
  }
}

/** The law of N12: what is not finished has a clock or a line in a to-do; a merged need has a survivor that did not end unserved. */
export const isLost = (world: NeedWorld, need: Need, view: NeedView): boolean => {
  if (view.state === 'merged') {
    const survivor = need.survivor === null ? undefined : world.needs.get(need.survivor)
    if (survivor === undefined) return true
    const state = findNeedState(survivor)
    return state === 'unmet' || (isFinished(state) && state !== 'met' && state !== 'merged')
  }
  const hasClock = view.answerDue !== null || view.lapseDue !== null || view.orderDue !== null || view.follows !== null
  return !isFinished(view.state) && !hasClock && view.toDo.length === 0
}
