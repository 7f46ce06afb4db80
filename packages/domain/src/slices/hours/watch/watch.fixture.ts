/** Samples of a watch over V2: q2 verified R5 of e, which k2 entered by hand. */
import { units } from '../../../fixtures/people.ts'

export const seen = { code: 'seen', text: null } as const
const { V2 } = units
export const ofRecord = (recordId = 'R5', revision = 0) =>
  ({ type: 'record', recordId, revision, recorder: 'k2', recordingUnit: V2 }) as const
const word = { unitId: V2, person: 'q2', volunteer: 'e', of: ofRecord(), minutes: 60 } as const

export const noteVouching = { type: 'NoteVouching', ...word } as const
export const vouched = { type: 'OfficeVouched', ...word, told: 1, unseen: { records: 1, minutes: 60 } } as const
export const seeVouching = { type: 'SeeVouching', unitId: V2, person: 'q2', told: 1, reason: seen } as const
export const looked = { ...seeVouching, type: 'VouchingSeen', unseen: { records: 0, minutes: 0 }, by: 'qc' } as const
