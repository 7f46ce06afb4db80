import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, type Envelope, type Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../ledger.ts'
import { recordFold, countedRecords } from '../slices/hours/record/record.read.ts'
import type { RecordEvent } from '../slices/hours/record/record.codec.ts'
import { findKnownRecord } from './records/record-standing.ts'
import { findKnownNeed } from './assessment/needs/known-need.ts'
import { findKnownOrder } from './assessment/orders/known-order.ts'
import { anyKnownAt, anyLog, anyPeriod } from './log.arbitrary.ts'
import { foldHumans, buildFigureInput, buildRows, type FigureQuestion, type Log } from './log.fixture.ts'
import { naiveAreas, recount } from './recount.fixture.ts'
import type { Area } from './assessment/areas.ts'
import { assess, explainFigure } from './assessment/assess.ts'
import { indicators } from '../indicators/index.ts'
import { assessmentNeeds } from './assessment/needs/project.ts'
import { assessmentOrders } from './assessment/orders/project.ts'
import { figureViews } from './index.ts'
import { starTable } from './star-certification/figures.ts'
import { volunteers as people } from './volunteers/project.ts'
import type { VolunteerRow } from './volunteers/row.ts'
import { test1 } from '../presets/policies.ts'

type View<Row> = Projection<Row, LedgerEvent>
const asked = fc.record({ period: anyPeriod, knownAt: anyKnownAt })
const always = '2020-12-31T00:00:00.000Z' as never
const areaKey = ({ unit, own }: Pick<Area, 'unit' | 'own'>): string => (own ? `${unit}:own` : unit)

type Law = (log: Log, question: FigureQuestion) => void
const holds = (law: Law, numRuns = 50): void => fc.assert(fc.property(anyLog, asked, law), { numRuns })
/** The laws of views and figures. Each is shown to fail on a broken fold, since a law that cannot fail proves nothing. */
const fails = (law: Law): void => {
  const quick = { numRuns: 200, endOnFailure: true }
  expect(() => fc.assert(fc.property(anyLog, asked, law), quick)).toThrow()
}

/** Makes a fold with a planted fault in how it handles some event. */
const broken = <Row>(
  view: View<Row>,
  fault: (row: Row, envelope: Envelope<LedgerEvent>, next: Row) => Row,
): View<Row> => ({
  ...view,
  evolve: (row, envelope, key) => fault(row, envelope, view.evolve(row, envelope, key)),
})

const forgetful = broken(people, (row, { data }, next) => (data.type === 'RecordSuspended' ? row : next))
/** Deletes a fact instead of adding one: right about today, wrong about an earlier K. */
const erasing = broken(people, (_row, { data }, next) =>
  data.type === 'RecordVoided' || data.type === 'RecordSuspended'
    ? { ...next, records: next.records.filter(({ recordId }) => recordId !== data.recordId) }
    : next,
)
/** Reads the amount from an earlier event instead of from this one. */
const leaning = broken(people, (row, { data }, next) =>
  data.type === 'RecordVerified' && row.records.every(({ recordId }) => recordId !== data.recordId) ? row : next,
)

const agreesWithRecount =
  (volunteers: View<VolunteerRow>) =>
  (log: Log, question: FigureQuestion): void => {
    const { areas } = assess(buildFigureInput(log, question, { volunteers }))
    expect(areas.map(areaKey).sort()).toEqual(Object.keys(naiveAreas).sort())
    for (const area of areas) {
      const mine = Object.fromEntries(indicators.map((id) => [id, [area.figures[id].n, area.figures[id].d]]))
      expect(mine, areaKey(area)).toEqual(recount(log, question, areaKey(area)))
    }
  }

const addsUp =
  (drop: (row: string) => boolean) =>
  (log: Log, question: FigureQuestion): void => {
    const input = buildFigureInput(log, question)
    const { areas } = assess(input)
    for (const area of areas.filter(({ level, own }) => own || level !== 'village')) {
      for (const measure of indicators) {
        const parts = explainFigure(input, { area, measure }).filter(({ row }) => !drop(row))
        const sum = (of: 'n' | 'd') => parts.reduce((total, part) => total + part[of], 0)
        const { n, d } = area.figures[measure]
        // The population is published and not summed from rows.
        expect([measure, sum('n'), measure === 'I03' ? d : sum('d')]).toEqual([measure, n, d])
      }
    }
  }

const sameAsThen =
  (volunteers: View<VolunteerRow>) =>
  (log: Log, question: FigureQuestion): void => {
    const then = log.filter(({ recordedAt }) => recordedAt <= question.knownAt)
    const later = buildFigureInput(log, question, { volunteers })
    const live = buildFigureInput(then, question, { volunteers })
    expect(assess(later)).toEqual(assess(live))
  }

/** Checks that a fold of only the events that `explain` lists gives the same field. */
const explained =
  <Row>(view: View<Row>, field: (row: Row) => unknown) =>
  (log: Log): void => {
    const keys = new Set(log.flatMap(({ data }) => view.keys(data)))
    for (const key of keys) {
      const fold = (events: Log): Row =>
        events
          .filter(({ data }) => view.keys(data).includes(key))
          .reduce((row, envelope) => view.evolve(row, envelope, key), view.initial(key))
      const listed = new Set(explain(view, key, field)(log).map(({ eventId }) => eventId))
      expect(field(fold(log.filter(({ id }) => listed.has(id)))), key).toEqual(field(fold(log)))
    }
  }

/** Counted minutes by record. Each event carries the amount that it adds or removes. */
const indexCounted = ({ records }: Pick<VolunteerRow, 'records'>): unknown =>
  Object.fromEntries(
    records.flatMap((history) => {
      const record = findKnownRecord(history, always)
      return record?.standing === 'verified' ? [[history.recordId, [record.minutes, record.grade, record.day]]] : []
    }),
  )

describe('figures', () => {
  it('S1, S5, S7, S8, S9, S11, S14: agree with a naive recount from the events', () => {
    holds(agreesWithRecount(people), 100)
    fails(agreesWithRecount(forgetful))
  })

  it('S1: are the sums of their contributions', () => {
    holds(
      addsUp(() => false),
      30,
    )
    fails(addsUp((row) => row === 'a'))
  })

  it('S11: of the city are those of its townships and its own row, in n and in d', () => {
    holds((log, question) => {
      const { areas } = assess(buildFigureInput(log, question))
      const city = areas.find(({ level, own }) => level === 'city' && !own)
      const parts = areas.filter(({ level, own }) => level === 'township' || own)
      for (const id of indicators) {
        const sum = (of: 'n' | 'd') => parts.reduce((total, { figures }) => total + figures[id][of], 0)
        expect([id, city?.figures[id].n]).toEqual([id, sum('n')])
        if (id !== 'I03') expect([id, city?.figures[id].d]).toEqual([id, sum('d')])
      }
    })
  })

  it('S12: that are computed later as known at K equal those computed at K', () => {
    holds(sameAsThen(people), 100)
    fails(sameAsThen(erasing))
  })

  it('S12: of stars that are computed later equal those computed at K', () => {
    holds((log, { knownAt }) => {
      const question = { knownAt: knownAt as never, policy: test1 }
      const then = log.filter(({ recordedAt }) => recordedAt <= knownAt)
      const humans = foldHumans(log, knownAt)
      expect(starTable(buildRows(people, log), humans, question)).toEqual(
        starTable(buildRows(people, then), humans, question),
      )
    })
  })

  it('S12: do not depend on the order in which a store returns rows', () => {
    holds((log, question) => {
      const input = buildFigureInput(log, question)
      const volunteers = input.volunteers.toReversed()
      const needs = input.needs.toReversed()
      const orders = input.orders.toReversed()
      expect(assess({ ...input, volunteers, needs, orders })).toEqual(assess(input))
    })
  })
})

describe('rows', () => {
  it('S1: have fields that are explained by exactly the events that changed them', () => {
    holds(explained(people, indexCounted))
    holds(explained(assessmentNeeds, (row) => [findKnownNeed(row, always), row.rulings.at(-1)?.owner]))
    holds(explained(assessmentOrders, (row) => findKnownOrder(row, always)))
    fails(explained(leaning, indexCounted))
  })

  it('S8: count a record exactly when the deciders do', () => {
    holds((log) => {
      for (const row of buildRows(people, log)) {
        const own = log.flatMap(({ data }) =>
          'volunteer' in data && data.volunteer === row.volunteer && 'recordId' in data ? [data as RecordEvent] : [],
        )
        const state = own.reduce(recordFold.evolve, recordFold.initial)
        const theirs = countedRecords([state]).map(({ recordId, minutes, grade, day }) => [
          recordId,
          [minutes, grade, day],
        ])
        expect(indexCounted(row)).toEqual(Object.fromEntries(theirs))
      }
    })
  })

  it('are plain JSON without policy, period or position', () => {
    holds((log) => {
      for (const view of figureViews as ReadonlyArray<View<unknown>>)
        for (const row of buildRows(view, log)) {
          expect(JSON.parse(JSON.stringify(row))).toStrictEqual(row)
          expect(JSON.stringify(row)).not.toMatch(/polic|position|TEST-1/i)
        }
    })
  })
})
