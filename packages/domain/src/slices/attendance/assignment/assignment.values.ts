/** The values of an assignment. */
import type * as t from 'io-ts'
import { closed, EventId, Instant, nullable, oneOf } from '@zhiyuan/kernel'
import { PersonId } from '../../../vocabulary/ids.ts'
import { ref } from './assignment.fields.ts'

/** Names one assignment. */
export const AssignmentRef = closed(ref)
export interface AssignmentRef extends t.TypeOf<typeof AssignmentRef> {}

/** Why an assignment ended through no one's fault (A11): what became of the occasion, or that the volunteer was not cleared. */
export const ReleaseReason = oneOf('ReleaseReason', [
  'cancelled',
  'handed-back',
  'missed',
  'aborted',
  'closed',
  'not-cleared',
])
export type ReleaseReason = t.TypeOf<typeof ReleaseReason>

/**
 * The person on whose word a volunteer came or left: who listed or typed it, for whom, the event that says so, and when the ledger was told
 * (A12).
 */
export const Telling = closed({ by: PersonId, caller: nullable(PersonId), list: nullable(EventId), toldAt: Instant })
export interface Telling extends t.TypeOf<typeof Telling> {}

/** Where the log places a confirmer: checked in there in time, on the requester's side of the need, or a clerk of the handler (A9). */
export const ConfirmerKind = oneOf('ConfirmerKind', ['present', 'requester', 'contact', 'proxy', 'clerk'])
export type ConfirmerKind = t.TypeOf<typeof ConfirmerKind>
