import { people, timer } from '../../fixtures/people.ts'
import { interval, line, reason, type GoldenLine } from './lines.fixture.ts'
import { cleared, copyDatedKeys, copyKeys, entered, held, refs, ruled, standing, verified } from './records.fixture.ts'

const { a, b, approverV1: q1, approverV2: q2, approverC: qc } = people

const ofStar = { volunteer: 'b', applicationId: 'star-1' }
const burst = ['R6', 'R7', 'R8'] as const

/** Rows 36 to 50: bought hours are entered and verified, bring a star, and are found and voided. */
const cited = { policyVersion: 'TEST-1', guardVersion: 'TEST-1' }
export const boughtHours: ReadonlyArray<GoldenLine> = [
  ...line('05-15 15:30', people.recorderV2, entered('R5', '05-15 15:30')),
  ...line('05-18 01:00', people.recorderV2, entered('R6', '05-18 01:00', ['late'])),
  ...line('05-18 01:02', people.recorderV2, entered('R7', '05-18 01:02', ['late'])),
  ...line('05-18 01:04', people.recorderV2, entered('R8', '05-18 01:04', ['late'])),
  ...line('05-18 01:04', timer, ...burst.map((name) => held(name, 'burst-1', 'burst'))),
  ...line('05-18 01:06', people.recorderV2, entered('R9', '05-18 01:06', ['late']), held('R9', 'overlap-1', 'overlap')),
  ...line('05-19 01:10', q2, verified('R5', 'q2')),
  ...line('05-19 02:00', q2, ...burst.flatMap((name) => [cleared(name, 'burst-1'), verified(name, 'q2')])),
  ...line('05-19 02:10', q2, {
    type: 'RecordRejected',
    ...copyDatedKeys('R9'),
    grade: 'manual',
    source: { type: 'session', sessionId: 'S' },
    by: 'q2',
    reason: reason('overlap'),
  }),
  ...line('05-20 01:00', b, { type: 'StarApplied', ...ofStar, level: 1, ...cited }),
  ...line('05-28 01:00', people.starAuthority, {
    type: 'StarGranted',
    ...ofStar,
    level: 1,
    supersedes: 0,
    minutes: 410,
    manual: 240,
    ...cited,
    laxer: [],
    records: refs('R2', 'R3', 'R8'),
  }),
  ...line('06-16 01:00', a, {
    type: 'CorrectionRequested',
    ...copyKeys('R1'),
    correctionId: 'fix-1',
    by: 'a',
    reason: reason('came-late'),
    askedAt: '2020-06-16T01:00:00.000Z',
    answerBy: '2020-06-30T16:00:00.000Z',
    policyVersion: 'TEST-1',
  }),
  ...line('06-16 07:00', q1, {
    type: 'RecordCorrected',
    ...standing('R1', 1, { minutes: 120 }),
    recordingUnit: '131081104201',
    correctionId: 'fix-1',
    approver: 'q1',
    segments: [interval('04-22 01:10', '04-22 03:10')],
    added: false,
    enteredAt: '2020-06-16T07:00:00.000Z',
    marks: [],
    reason: reason('came-late'),
    before: { minutes: 130, day: '2020-04-22', grade: 'system' },
  }),
  ...line('06-17 01:00', qc, ruled('RecordSuspended', 'R6', 1), ruled('RecordSuspended', 'R8', 1)),
  ...line('06-17 01:00', timer, {
    type: 'StarPutUnderExamination',
    volunteer: 'b',
    examination: 1,
    level: 1,
    minutes: 170,
    manual: 0,
    eligible: 0,
    gateOpen: true,
    lost: refs('R8'),
    tell: false,
  }),
  ...line('06-17 08:00', qc, ruled('RecordVoided', 'R6', 2), ruled('RecordVoided', 'R8', 2)),
  ...line('06-19 01:00', people.starAuthority, {
    type: 'StarRevoked',
    volunteer: 'b',
    examination: 1,
    level: 1,
    reason: reason('hours-void'),
  }),
]
