/** Short words for facts about needs. */
import { day } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'
import { defaultNeedTerms } from './need-facts.oracle.fixture.ts'
import type { NeedFact, OrderEnd, Submitted, Withdrawer } from './need-facts.oracle.fixture.ts'
import { replayNeeds, showNeed } from './need-log.oracle.fixture.ts'
import type { NeedReplay, NeedView, UnitTree } from './need-log.oracle.fixture.ts'
import type { Need } from './need.oracle.fixture.ts'

export const monday = Date.parse('2024-03-04T09:00:00+08:00')
export const midnight = Date.parse('2024-03-04T00:00:00+08:00')
export const weekdays: Calendar = {
  offsetMinutes: 480,
  isWorkingDay: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
}

const parents: Readonly<Record<string, string>> = { V1: 'T1', V2: 'T2', T1: 'C', T2: 'C' }
export const tree: UnitTree = { above: (unit) => parents[unit] ?? null, city: 'C' }

export const submit = (need: string, at = monday, fields: Partial<Submitted> = {}): Submitted => ({
  type: 'submitted',
  need,
  at,
  unit: 'V1',
  voicedAt: at,
  channel: 'app',
  proxy: null,
  submitter: 'r1',
  ...fields,
})

export const tell = (
  need: string,
  type: 'asked' | 'supplied' | 'approved' | 'appealed' | 'referred' | 'unmerged',
  at: number,
): NeedFact => ({ type, need, at })

export const reject = (need: string, at: number, isAbuse = false): NeedFact => ({ type: 'rejected', need, at, isAbuse })

export const merge = (need: string, into: string, at: number, isTwin = true): NeedFact => ({
  type: 'merged',
  need,
  into,
  at,
  isTwin,
  mayHandleBoth: true,
})

export const withdraw = (need: string, by: Withdrawer, at: number, reason = 'not-needed'): NeedFact => ({
  type: 'withdrawn',
  need,
  by,
  at,
  reason,
})

export const place = (need: string, order: string, at: number): NeedFact => ({
  type: 'order-placed',
  need,
  order,
  at,
  specialty: 'hardship-relief',
})

export const end = (need: string, order: string, at: number, how: OrderEnd): NeedFact => ({
  type: 'order-ended',
  need,
  order,
  at,
  end: how,
})

export const solved: OrderEnd = { type: 'closed', outcome: 'solved' }
export const notSolved: OrderEnd = { type: 'closed', outcome: 'not-solved' }

export const replay = (facts: readonly NeedFact[], at: number): NeedReplay => replayNeeds(facts, at, tree)

export const loadNeed = (facts: readonly NeedFact[], id: string, at: number): Need => {
  const need = replay(facts, at).world.needs.get(id)
  if (need === undefined) throw new Error(`no need ${id}`)
  return need
}

export const show = (facts: readonly NeedFact[], id: string, at: number): NeedView =>
  showNeed(loadNeed(facts, id, at), at, tree, weekdays, defaultNeedTerms)

export const days = (count: number): number => monday + count * day
