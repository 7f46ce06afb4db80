import { expect, it } from 'vitest'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { record } from '../../exports/hours.ts'
import {
  correctionRequested,
  held,
  instant,
  reason,
  returned,
  submitted,
  suspended,
  verified,
} from '../../slices/hours/record/record.fixture.ts'
import { objected } from '../../slices/hours/record/record.objection.fixture.ts'
import { ownRecords } from './project.ts'
import { listOwnRecords } from './query.ts'

const tell = (...events: ReadonlyArray<object>) => {
  const lines = events.map((event, n): Line => ({
    at: instant(`05-0${n + 1} 01:00`),
    by: people.recorderV2,
    event: event as Line['event'],
  }))
  return listOwnRecords([...foldRows(ownRecords, buildLog([record], lines)).values()])
}

it('H22: a volunteer sees what waits, for whom and since when', () => {
  expect(tell(submitted('R5', { lookUntil: instant('05-04 16:00'), marks: ['late'] }))).toMatchObject([
    {
      recordId: 'R5',
      status: 'submitted',
      waitsFor: 'approver',
      marks: ['late'],
      since: instant('05-01 01:00'),
      by: 'k2',
    },
  ])
  expect(tell(submitted('R5'), returned('R5'))).toMatchObject([
    { status: 'returned', waitsFor: 'recorder', by: 'q2', reason: reason('unclear'), since: instant('05-02 01:00') },
  ])
  expect(tell(submitted('R5'), verified('R5'))).toMatchObject([{ status: 'verified', waitsFor: null }])
  expect(tell(submitted('R5'), verified('R5'), suspended('R5'))).toMatchObject([
    { status: 'suspended', waitsFor: 'approver', by: 'qc', reason: reason('not-there') },
  ])
})

it('H22: a volunteer sees each hold, and whether the body or the unit above clears it', () => {
  const byBurst = held('R5', 'burst:s.S:1', { kind: 'burst' })
  expect(tell(submitted('R5'), held('R5'))).toMatchObject([
    { waitsFor: 'approver', holds: [{ kind: 'two-places', since: instant('05-02 01:00') }] },
  ])
  expect(tell(submitted('R5'), held('R5'), byBurst)).toMatchObject([{ waitsFor: 'unit-above', holds: [{}, {}] }])
  const inBulk = held('R5', `confirmed-in-bulk:${units.V2}`, { kind: 'confirmed-in-bulk' })
  expect(tell(submitted('R5'), inBulk)).toMatchObject([{ waitsFor: 'unit-above', holds: [{}] }])
  const cleared = {
    ...byBurst,
    type: 'HoldCleared',
    grade: 'manual',
    by: 'qc',
    reason: reason('seen'),
    stillHeld: false,
  }
  const { kind: _kind, because: _because, minutes: _minutes, ...plain } = cleared as never as Record<string, unknown>
  expect(tell(submitted('R5'), byBurst, plain)).toMatchObject([{ waitsFor: 'approver', holds: [], by: 'qc' }])
})

it('H21, H20: a volunteer and an auditor see what is one visit, and why a second look is due', () => {
  const morning = submitted('R5', { lookUntil: instant('05-04 16:00'), marks: ['late'] })
  const evening = submitted('R6', { grade: 'attested' })
  const nextDay = submitted('R7', { day: '2020-04-30', lookUntil: instant('05-04 16:00') })
  expect(tell(morning, evening, nextDay)).toMatchObject([
    { visit: 's.S@2020-04-29', lookedFor: ['manual', 'late'] },
    { visit: 's.S@2020-04-29', lookedFor: [] },
    { visit: 's.S@2020-04-30', lookedFor: ['manual'] },
  ])
})

it('H22: what no one answered in its term waits for the unit above', () => {
  const question = { holdId: null, correctionId: 'fix-1', answerBy: instant('05-15 16:00') }
  const { volunteer, recordId, bodyId } = { volunteer: 'e', recordId: 'R5', bodyId: '131081105201' }
  const overdue = { type: 'ObjectionOverdue', volunteer, recordId, bodyId, day: '2020-04-29', ...question }
  const asked = [submitted('R5'), verified('R5'), correctionRequested('R5')]
  expect(tell(...asked, overdue)).toMatchObject([{ waitsFor: 'unit-above', isOverdue: true }])
  const answer = { correctionId: 'fix-1', approver: 'q2', reason: reason('as-listed') }
  const upheld = { type: 'RecordUpheld', volunteer, recordId, bodyId, grade: 'manual', ...answer }
  expect(tell(...asked, overdue, upheld)).toMatchObject([{ waitsFor: null, isOverdue: false, answerBy: null }])
})

it('H22: an open correction says by when it is answered', () => {
  expect(tell(submitted('R5'), verified('R5'), correctionRequested('R5'))).toMatchObject([
    { status: 'correction-requested', waitsFor: 'approver', answerBy: instant('05-15 16:00') },
  ])
})

it('H22: every record has a row of its own, and they are listed in the order in which they were entered', () => {
  const log = ['R9', 'R5'].map((recordId, n): Line => ({
    at: instant(`05-0${n + 1} 01:00`),
    by: people.recorderV2,
    event: submitted(recordId),
  }))
  const rows = foldRows(ownRecords, buildLog([record], log))
  expect([...rows.keys()]).toHaveLength(2)
  const byKey = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  expect(listOwnRecords(byKey).map(({ recordId }) => recordId)).toEqual(['R9', 'R5'])
})

it('H22: the term of an objection runs on when another hold is cleared', () => {
  const keys = { volunteer: 'e', recordId: 'R5', bodyId: '131081105201', day: '2020-04-29', grade: 'manual' }
  const clear = (holdId: string) => ({
    type: 'HoldCleared',
    ...keys,
    holdId,
    by: 'q2',
    reason: reason('seen'),
    stillHeld: true,
  })
  const both = [submitted('R5'), held('R5'), { ...objected }, { ...held('R5', 'objection:e'), kind: 'objection' }]
  expect(tell(...both, clear('two-places:x'))).toMatchObject([{ answerBy: objected.answerBy }])
  expect(tell(...both, clear('two-places:x'), clear('objection:e'))).toMatchObject([{ answerBy: null }])
})
