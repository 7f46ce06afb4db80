/** Short functions that make the events which the assessment reads. */
import type { Instant, LocalDay } from '@zhiyuan/kernel'
import { completeTerms, type PolicyTermsSaid } from '../../policy.ts'
import { test1 } from '../../presets/policies.ts'
import { units } from '../../fixtures/people.ts'
import { assess, type AreaAssessment } from './assess.ts'
import type { FigureInput } from './input.ts'
import { buildFigureInput, buildPlainLog, worldLines, type LogLine } from '../log.fixture.ts'

const { V1, V2 } = units
type More = Readonly<Record<string, unknown>>

export const instant = (time: string): Instant => `2020-${time.replace(' ', 'T')}:00.000Z` as Instant
export const makeLine = (time: string, type: string, words: More): LogLine => ({
  at: instant(time),
  event: { type, ...words },
})

export const registers = (person: string, home: string, time = '04-01 02:00'): LogLine =>
  makeLine(time, 'VolunteerRegistered', { person, home, homeFrom: '2020-01-01', outside: false })

/** An event of a record: by default 60 minutes on 04-20 for V1, at a time of its own. */
export const notes = (type: string, volunteer: string, recordId: string, more: More = {}): LogLine => {
  const words = { volunteer, recordId, bodyId: V1, servedUnit: V1, grade: 'system', day: '2020-04-20', minutes: 60 }
  const source = { type: 'session', sessionId: 'S' }
  const minute = (n: number) => `2020-04-20T0${n}:00:00.000Z`
  const n = Number(recordId.slice(1)) || 0
  const segments = [{ start: minute(n), end: minute(n + 1) }]
  return makeLine('04-30 12:00', type, {
    ...words,
    source,
    segments,
    recordedAt: instant('04-30 12:00'),
    marks: [],
    holdId: 'h',
    ...more,
  })
}
/** Submitted and verified. */
export const serves = (volunteer: string, recordId: string, more: More = {}): ReadonlyArray<LogLine> =>
  ['RecordSubmitted', 'RecordVerified'].map((type) => notes(type, volunteer, recordId, more))

export const asks = (needId: string, time: string, due: string, unitId: string = V2): LogLine =>
  makeLine(time, 'NeedSubmitted', { needId, unitId, answerDueAt: instant(due) })

export const orders = (orderId: string, owner: string = V2, time = '04-20 00:00'): LogLine =>
  makeLine(time, 'OrderPlaced', { orderId, needId: `need-of-${orderId}`, owner })
export const does = (orderId: string, type: string, more: More = {}, time = '04-25 00:00'): LogLine =>
  makeLine(time, type, { orderId, round: 1, handler: V2, offerId: `${type}-${time}`, ...more })

const period = { from: '2020-04-01' as LocalDay, to: '2020-06-01' as LocalDay }

export const buildInput = (lines: ReadonlyArray<LogLine>, knownAt = '2020-06-15T00:00:00.000Z'): FigureInput =>
  buildFigureInput(
    buildPlainLog([...worldLines, ...lines].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))),
    {
      period,
      knownAt,
    },
  )

/** The rows of April and May by unit; `own` is the city's own row. */
export const assessFigures = (
  lines: ReadonlyArray<LogLine>,
  knownAt?: string,
): ((unit: string) => AreaAssessment['figures']) => {
  const { areas } = assess(buildInput(lines, knownAt))
  return (unit) => (areas.find((area) => (area.own ? 'own' : area.unit) === unit) as AreaAssessment).figures
}

/** TEST-1 from a day on, with other terms. */
export const otherPolicy = (terms: PolicyTermsSaid, effectiveFrom = '2020-04-02'): LogLine =>
  makeLine('04-02 00:00', 'PolicyAdopted', {
    adoptedAt: '2020-04-02T00:00:00.000Z',
    ...test1,
    version: 'TEST-2',
    effectiveFrom,
    sections: completeTerms(terms, test1.sections),
  })
