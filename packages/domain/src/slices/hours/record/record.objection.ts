/** What an objection or a correction that no one answers adds to a volunteer's records (H22). */
import type * as t from 'io-ts'
import { closed, Instant, literal, LocalDay, nullable } from '@zhiyuan/kernel'
import { BodyId, CorrectionId, HoldId } from '../../../vocabulary/ids.ts'
import { recordKey } from './record.fields.ts'

/** What was asked: an objection by its hold, or a correction by its id. The other one is null. */
const question = { holdId: nullable(HoldId), correctionId: nullable(CorrectionId) }

/** No one answered by `answerBy` what was said against the record. It stays open, has passed to the unit above, and the body may still answer (H22). */
export const ObjectionOverdue = closed({
  type: literal('ObjectionOverdue'),
  ...recordKey,
  bodyId: BodyId,
  day: LocalDay,
  ...question,
  answerBy: Instant,
})
export interface ObjectionOverdue extends t.TypeOf<typeof ObjectionOverdue> {}

/** Sent by a timer at `answerBy`; a no-op where it was answered, or the record has ended (H22). */
export const NoteObjectionOverdue = closed({
  type: literal('NoteObjectionOverdue'),
  ...recordKey,
  ...question,
  answerBy: Instant,
})
export interface NoteObjectionOverdue extends t.TypeOf<typeof NoteObjectionOverdue> {}
