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
export const correctionOverdue = {
  type: 'NoteObjectionOverdue',
  ...ref,
  holdId: null,
  correctionId: 'fix-1',
  answerBy,
} as const
export const objectionOverdue = { ...correctionOverdue, holdId: 'objection:e', correctionId: null } as const
