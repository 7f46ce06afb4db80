import { expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { checkedOut, missing, missingAt } from '../../slices/attendance/assignment/assignment.fixture.ts'
import { assignment } from '../../slices/attendance/assignment/index.ts'
import { burst, record } from '../../exports/hours.ts'
import { toDo } from './project.ts'
import { dropEnded } from './running.ts'
import { cleared, day, entered, held, standing, suspended } from './to-do.events.fixture.ts'

const { V2 } = units
const buildRows = (events: ReadonlyArray<object>) => {
  const lines = events.map((event, n): Line => ({
    at: day(10 + n),
    by: people.recorderV2,
    event: event as Line['event'],
  }))
  return [...foldRows(toDo, buildLog([assignment, burst, record], lines)).values()]
}
const listItems = (...events: ReadonlyArray<object>) =>
  buildRows(events).flatMap(({ subject, waits }) =>
    subject === null || waits === null || waits === 'case' ? [] : [`${subject.type} ${waits}`],
  )

it('H15: a returned record waits to be entered again, also when a hold on it was set and cleared', () => {
  const { volunteer, recordId, bodyId } = held
  const ofRecord = { volunteer, recordId, bodyId, day: entered.day }
  const back = { type: 'RecordReturned', ...ofRecord, grade: 'manual', by: 'qc', reason: cleared(false).reason }
  expect(listItems(entered, back, held)).toEqual(['record resubmission'])
  expect(listItems(entered, back, held, cleared(false))).toEqual(['record resubmission'])
  const { source, segments, minutes, day: on, grade } = entered
  const again = {
    type: 'RecordResubmitted',
    ...{
      volunteer,
      recordId,
      bodyId,
      by: 'k2',
      source,
      recordingUnit: V2,
      teamId: null,
      enteredAt: entered.recordedAt,
    },
    ...{
      lookUntil: null,
      stillHeld: true,
      policyVersion: 'TEST-1',
      segments,
      minutes,
      day: on,
      grade,
      marks: [],
      before: { minutes, day: on, grade },
    },
  }
  expect(listItems(entered, back, held, again)).toEqual(['record hold'])
  expect(listItems(entered, back, held, again, cleared(false))).toEqual(['record approval'])
})
it('H20, H22: the clock of the second look goes when it ends, and that of an objection when it is noted as late', () => {
  const listClocks = (events: ReadonlyArray<object>, now: string) =>
    buildRows(events).flatMap((row) => dropEnded(row, now as Instant).due.map(({ clock }) => clock))
  const looked = { ...entered, lookUntil: day(21) }
  expect(listClocks([looked], day(20))).toEqual(['second-look'])
  expect(listClocks([looked], day(21))).toEqual([])
  const { volunteer, recordId, bodyId } = held
  const ofRecord = { volunteer, recordId, bodyId, day: entered.day }
  const asked = { by: 'e', reason: cleared(false).reason, objectedAt: day(10), answerBy: day(24) }
  const objected = { type: 'RecordObjected', ...ofRecord, ...asked, policyVersion: 'TEST-1' }
  const question = { holdId: 'objection:e', correctionId: null, answerBy: day(24) }
  expect(listClocks([looked, objected], day(25))).toEqual(['objection'])
  expect(listClocks([looked, objected, { type: 'ObjectionOverdue', ...ofRecord, ...question }], day(25))).toEqual([])
})
it('H22: an objection that no one answered in its term stands as late until its last hold is cleared', () => {
  const { volunteer, recordId, bodyId } = held
  const ofRecord = { volunteer, recordId, bodyId, day: entered.day }
  const answering = { objectedAt: day(10), answerBy: day(24), policyVersion: 'TEST-1' }
  const objected = { type: 'RecordObjected', ...ofRecord, by: 'e', reason: cleared(false).reason, ...answering }
  const byObjection = { ...held, holdId: 'objection:e', kind: 'objection' }
  const question = { holdId: 'objection:e', correctionId: null, answerBy: day(24) }
  const overdue = { type: 'ObjectionOverdue', ...ofRecord, ...question }
  const late = [entered, objected, byObjection, overdue]
  expect(listItems(entered, objected, byObjection)).toEqual(['record hold'])
  expect(listItems(...late)).toEqual(['record late-objection'])
  expect(listItems(...late, held)).toEqual(['record late-objection'])
  expect(listItems(...late, held, cleared(true))).toEqual(['record late-objection'])
  expect(listItems(...late, { ...cleared(false), holdId: 'objection:e' })).toEqual(['record approval'])
})
it('H22: a request for correction that no one answered in its term names the correction, also beside a hold', () => {
  const { volunteer, recordId, bodyId } = held
  const ofRecord = { volunteer, recordId, bodyId, day: entered.day }
  const asked = { correctionId: 'fix-1', by: 'e', reason: cleared(false).reason, askedAt: day(10), answerBy: day(24) }
  const verified = { type: 'RecordVerified', ...standing, revision: 0, approver: 'qc', teamId: null, home: V2 }
  const requested = { type: 'CorrectionRequested', volunteer, recordId, bodyId, ...asked, policyVersion: 'TEST-1' }
  const question = { holdId: null, correctionId: 'fix-1', answerBy: day(24) }
  const late = [entered, verified, requested, { type: 'ObjectionOverdue', ...ofRecord, ...question }]
  expect(listItems(...late)).toEqual(['record late-correction'])
  expect(buildRows(late)[0]?.details).toEqual({ correctionId: 'fix-1' })
  expect(listItems(...late, held)).toEqual(['record late-correction'])
  expect(listItems(...late, held, cleared(false))).toEqual(['record late-correction'])
})
it('H9, H22: a request for correction waits again once its record was held, suspended and counts anew', () => {
  const { volunteer, recordId, bodyId } = held
  const asked = { correctionId: 'fix-1', by: 'e', reason: cleared(false).reason, askedAt: day(10), answerBy: day(24) }
  const verified = { type: 'RecordVerified', ...standing, revision: 0, approver: 'qc', teamId: null, home: V2 }
  const requested = { type: 'CorrectionRequested', volunteer, recordId, bodyId, ...asked, policyVersion: 'TEST-1' }
  const why = { by: null, reason: cleared(false).reason }
  const heldAside = [entered, verified, requested, held, suspended(null), cleared(false)]
  const counts = { type: 'RecordReinstated', ...standing, revision: 2, ...why }
  const [row] = buildRows([...heldAside, counts])
  expect(row).toMatchObject({ waits: 'correction', due: [{ clock: 'objection', at: day(24) }] })
  expect(row?.details).toEqual({ correctionId: 'fix-1' })
  const upheld = { type: 'RecordUpheld', volunteer, recordId, bodyId, grade: 'manual', correctionId: 'fix-1' }
  const answered = { ...upheld, approver: 'q2', reason: why.reason }
  expect(listItems(...heldAside, counts, answered)).toEqual([])
  expect(listItems(...heldAside, counts, answered, suspended(null), counts)).toEqual([])
})
it('H20, H22: an objection to what a correction would add is answered beside it, and leaves nothing behind', () => {
  const { volunteer, recordId, bodyId } = held
  const key = { volunteer, recordId, bodyId }
  const why = { by: 'e', reason: cleared(false).reason }
  const asked = { correctionId: 'fix-1', ...why, askedAt: day(10), answerBy: day(24) }
  const verified = { type: 'RecordVerified', ...standing, revision: 0, approver: 'qc', teamId: null, home: V2 }
  const requested = { type: 'CorrectionRequested', ...key, ...asked, policyVersion: 'TEST-1' }
  const answering = { objectedAt: day(11), answerBy: day(25), policyVersion: 'TEST-1' }
  const objected = { type: 'RecordObjected', ...key, day: entered.day, ...why, ...answering }
  const byObjection = { ...held, holdId: 'objection:e', kind: 'objection' }
  const answered = { ...cleared(false), holdId: 'objection:e' }
  const asking = [entered, verified, requested, objected, byObjection]
  expect(listItems(...asking)).toEqual(['record correction'])
  expect(buildRows(asking)[0]?.details).toEqual({ correctionId: 'fix-1', holds: ['objection:e'] })
  const [row] = buildRows([...asking, answered])
  expect([row?.waits, row?.due]).toEqual(['correction', [{ clock: 'objection', at: day(24) }]])
  const reason = { approver: 'q2', reason: why.reason }
  const upheld = { type: 'RecordUpheld', ...key, grade: 'manual', correctionId: 'fix-1', ...reason }
  expect(listItems(...asking, upheld, answered)).toEqual([])
  const overdue = { type: 'ObjectionOverdue', ...key, day: entered.day }
  const late = [
    ...asking,
    { ...overdue, holdId: null, correctionId: 'fix-1', answerBy: day(24) },
    { ...overdue, holdId: 'objection:e', correctionId: null, answerBy: day(25) },
  ]
  expect(listItems(...late, answered)).toEqual(['record late-correction'])
})
it('H13: a presence of less than a minute waits at the body until it is entered by hand, or once she leaves later', () => {
  const { occasion, volunteer, bodyId } = checkedOut
  const at = '2020-04-22T01:00:00.000Z'
  const short = { ...checkedOut, segments: [{ start: at, end: '2020-04-22T01:00:59.999Z' }], minutes: 0 }
  const byHand = { ...entered, volunteer, source: occasion, bodyId, recordingUnit: bodyId, recordId: 'R1' }
  expect(listItems(short)).toEqual(['attendance too-short'])
  expect(listItems(short, byHand)).toEqual(['record approval'])
  expect(listItems(short, { ...byHand, volunteer: 'e' })).toEqual(['attendance too-short', 'record approval'])
  const back = { type: 'CheckOutTakenBack', occasion, volunteer, bodyId, at, cameAt: at, missingAt, attempt: 0 }
  expect(listItems(short, back)).toEqual([])
})
it('A9: an entry by hand ends no confirmation for which the body waits', () => {
  const { occasion, volunteer, bodyId } = missing
  const byHand = { ...entered, volunteer, source: occasion, bodyId, recordingUnit: bodyId, recordId: 'R1' }
  expect(listItems(missing, byHand)).toEqual(['attendance confirmation', 'record approval'])
})
it('H12: a burst waits as one case for the unit above, and its records with it', () => {
  const ofBurst = { burstId: 's.S', number: 1, unit: V2 }
  const { volunteer, recordId } = held
  const entry = {
    volunteer,
    recordId,
    enteredAt: entered.recordedAt,
    day: entered.day,
    source: entered.source,
    unit: V2,
  }
  const noted = { type: 'BurstNoted', ...ofBurst, entries: [entry], held: [{ volunteer, recordId }] }
  const ruled = { type: 'BurstRuled', ...ofBurst, verdict: 'none', by: 'qc', reason: cleared(false).reason }
  const heldByBurst = { ...held, holdId: 'burst:s.S:1', kind: 'burst' }
  expect(listItems(entered, noted, heldByBurst)).toEqual(['burst burst'])
  expect(
    listItems(
      entered,
      { type: 'RecordVerified', ...standing, revision: 0, approver: 'qc', teamId: null, home: null },
      noted,
      heldByBurst,
      suspended(null),
    ),
  ).toEqual(['burst burst'])
  expect(listItems(entered, noted, heldByBurst, held)).toContain('record hold')
  expect(listItems(entered, noted, heldByBurst, ruled, cleared(false))).toEqual(['record approval'])
})
