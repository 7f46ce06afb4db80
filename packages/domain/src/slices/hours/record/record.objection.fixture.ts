/** Samples of what is said against R5: by e an objection, and the correction fix-1. */
const ref = { volunteer: 'e', recordId: 'R5' } as const
const answerBy = '2020-05-15T16:00:00.000Z'
export const objected = {
  type: 'RecordObjected',
  ...ref,
  bodyId: '131081105201',
  day: '2020-04-29',
  by: 'e',
  reason: { code: 'not-there', text: null },
  objectedAt: '2020-04-30T02:00:00.000Z',
  answerBy,
  policyVersion: 'TEST-1',
} as const
/** q2 enters ten minutes more for fix-1. */
export const addedTime = {
  type: 'AddedTimeEntered',
  ...ref,
  bodyId: '131081105201',
  correctionId: 'fix-1',
  source: { type: 'session', sessionId: 'S' },
  teamId: null,
  by: 'qc',
  approver: 'q2',
  segments: [{ start: '2020-04-29T05:50:00.000Z', end: '2020-04-29T07:00:00.000Z' }],
  minutes: 70,
  reason: { code: 'came-early', text: null },
  enteredAt: '2020-04-30T01:00:00.000Z',
  lookUntil: '2020-05-06T16:00:00.000Z',
  policyVersion: 'TEST-1',
} as const
export const correctionOverdue = {
  type: 'NoteObjectionOverdue',
  ...ref,
  holdId: null,
  correctionId: 'fix-1',
  answerBy,
} as const
export const objectionOverdue = { ...correctionOverdue, holdId: 'objection:e', correctionId: null } as const
