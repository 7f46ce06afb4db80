/** What was entered by hand and ruled on: a record, or all lines of one sheet together. */
import { toMillis, type PersonId, type UnitId } from '@zhiyuan/kernel'
import { parseLine } from '../slices/hours/sheet/sheet.read.ts'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Facts } from './facts/facts.ts'
import type { RecordFact, RecordRuling } from './facts/record-facts.ts'
import { groupOnes, readMonth, sum, type Seen } from './listing.ts'

/** One ruling of one person on a record or sheet. Persons are named by the surviving registration (G2). */
export interface Paper extends Seen {
  readonly recorder: PersonId
  readonly approver: PersonId
  readonly unit: UnitId
  readonly verdict: RecordRuling['verdict']
  /** From when it could be verified to the ruling. */
  readonly waitedMs: number
}

/** For `reads` of a detector that lists papers. */
export const paperFacts = ['records', 'humans'] as const

interface Ruled {
  readonly record: RecordFact
  readonly recorder: PersonId
  readonly ruling: RecordRuling
}

const listRuled = (records: Iterable<RecordFact>): ReadonlyArray<Ruled> =>
  [...records].flatMap((record) => {
    const { recorder, grade, rulings } = record
    return recorder === null || grade === 'system' ? [] : rulings.map((ruling) => ({ record, recorder, ruling }))
  })

const nameOne = ({ record: { volunteer, recordId }, ruling: { by, verdict } }: Ruled): string => {
  const line = parseLine(recordId)
  return `${line === null ? `${volunteer}:${recordId}` : `sheet:${line.sheetId}`} ${by} ${verdict}`
}

const waited = ({ record: { enteredAt, lookUntil }, ruling }: Ruled): number =>
  toMillis(ruling.at) - Math.max(toMillis(enteredAt), lookUntil === null ? 0 : toMillis(lookUntil))

export const listPapers = (facts: Facts): ReadonlyArray<Paper> =>
  [...groupOnes(listRuled(facts.records.values()), nameOne).values()].flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    const { record, recorder, ruling } = first
    return [
      {
        recorder: findSurvivor(facts.humans, recorder),
        approver: findSurvivor(facts.humans, ruling.by),
        unit: record.recordingUnit,
        verdict: ruling.verdict,
        waitedMs: Math.min(...lines.map(waited)),
        month: readMonth(record.day),
        minutes: sum(lines, (line) => (line.record.counts ? line.record.minutes : 0)),
        evidence: lines.flatMap((line) => [line.record.entered, line.ruling.evidence]),
      },
    ]
  })
