/** The service records of the golden story, and the events that happen to them. */
import { units } from '../../fixtures/people.ts'
import { instant, interval, reason, type Words } from './lines.fixture.ts'

const { C, V1, V2 } = units

const ofOrder = (orderId: string, round: number) => ({ type: 'order', orderId, round })
const inS = { type: 'session', sessionId: 'S' }

interface GoldenRecord {
  readonly volunteer: string
  readonly recordId: string
  readonly bodyId: string
  readonly source: object
  readonly servedUnit: string
  readonly grade: string
  readonly day: string
  readonly minutes: number
  readonly segments: ReadonlyArray<object>
}
const inSession = (volunteer: string, recordId: string, start: string, end: string, minutes: number): GoldenRecord => ({
  volunteer,
  recordId,
  bodyId: V2,
  source: inS,
  servedUnit: V2,
  grade: 'manual',
  day: '2020-04-29',
  minutes,
  segments: [interval(start, end)],
})

/** R1 to R9 of the story. */
const goldenRecords = {
  R1: {
    volunteer: 'a',
    recordId: 'o.O1.1',
    bodyId: V1,
    source: ofOrder('O1', 1),
    servedUnit: V1,
    grade: 'system',
    day: '2020-04-22',
    minutes: 130,
    segments: [interval('04-22 01:00', '04-22 03:10')],
  },
  R2: {
    volunteer: 'b',
    recordId: 'o.O1.1',
    bodyId: V1,
    source: ofOrder('O1', 1),
    servedUnit: V1,
    grade: 'attested',
    day: '2020-04-22',
    minutes: 120,
    segments: [interval('04-22 01:00', '04-22 03:00')],
  },
  R3: {
    volunteer: 'b',
    recordId: 'o.O1.2',
    bodyId: V1,
    source: ofOrder('O1', 2),
    servedUnit: V1,
    grade: 'system',
    day: '2020-04-26',
    minutes: 50,
    segments: [interval('04-26 01:00', '04-26 01:50')],
  },
  R4: {
    volunteer: 'd',
    recordId: 'o.O2.1',
    bodyId: 'K',
    source: ofOrder('O2', 1),
    servedUnit: V2,
    grade: 'system',
    day: '2020-04-30',
    minutes: 180,
    segments: [interval('04-30 06:00', '04-30 07:30'), interval('04-30 07:50', '04-30 09:20')],
  },
  R5: inSession('e', 'R5', '04-29 06:00', '04-29 07:00', 60),
  R6: inSession('c', 'R6', '04-29 00:00', '04-29 04:00', 240),
  R7: inSession('e', 'R7', '04-29 00:00', '04-29 04:00', 240),
  R8: inSession('b', 'R8', '04-29 00:00', '04-29 04:00', 240),
  R9: inSession('e', 'R9', '04-29 03:30', '04-29 04:30', 60),
} as const satisfies Readonly<Record<string, GoldenRecord>>
type Name = keyof typeof goldenRecords

export const entered = (name: Name, time: string, marks: ReadonlyArray<string> = []): Words => ({
  type: 'RecordSubmitted',
  ...goldenRecords[name],
  recordingUnit: name === 'R4' ? C : goldenRecords[name].bodyId,
  content: 'care',
  home: null,
  rosterArea: null,
  teamId: null,
  recorder: null,
  responsible: 'k1',
  marks,
  reason: null,
  recordedAt: instant(time),
  lookUntil: null,
  policyVersion: 'TEST-1',
})
export const copyKeys = (name: Name) => {
  const { volunteer, recordId, bodyId } = goldenRecords[name]
  return { volunteer, recordId, bodyId }
}
export const standing = (name: Name, revision: number, changed: object = {}) => {
  const { minutes, day, grade, source, servedUnit } = goldenRecords[name]
  return { ...copyKeys(name), minutes, day, grade, source, servedUnit, revision, ...changed }
}
export const held = (name: Name, holdId: string, kind: string): Words => {
  const { minutes, day, grade } = goldenRecords[name]
  return { type: 'RecordHeld', ...copyKeys(name), holdId, kind, because: [], minutes, day, grade }
}
export const copyDatedKeys = (name: Name) => ({ ...copyKeys(name), day: goldenRecords[name].day })
export const cleared = (name: Name, holdId: string): Words => ({
  type: 'HoldCleared',
  ...copyDatedKeys(name),
  grade: goldenRecords[name].grade,
  holdId,
  by: 'q2',
  reason: reason('list-seen'),
  stillHeld: false,
})
export const verified = (name: Name, approver: string): Words => ({
  type: 'RecordVerified',
  ...standing(name, 0),
  approver,
  teamId: null,
  home: null,
})
export const ruled = (type: string, name: Name, revision: number): Words => ({
  type,
  ...standing(name, revision),
  by: 'qc',
  reason: reason('not-there'),
})
export const refs = (...names: ReadonlyArray<Name>) =>
  names.map((name) => ({ volunteer: goldenRecords[name].volunteer, recordId: goldenRecords[name].recordId }))
