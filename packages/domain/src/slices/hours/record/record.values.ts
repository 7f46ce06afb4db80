/** The values of a service record. */
import type * as t from 'io-ts'
import { closed, literal, LocalDay, nullable, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, RecordId, SessionId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion, OrderRound } from '../../../vocabulary/occasion.ts'
import { Code, EvidenceGrade, Minutes, Segments } from '../../../vocabulary/values.ts'

export { RecordRef } from './record.ids.ts'

/** A session and its host unit. Until activities are built no stream says the host, so the recorder names it. */
export const HostedSession = closed({ type: literal('session'), sessionId: SessionId, host: UnitId })
export interface HostedSession extends t.TypeOf<typeof HostedSession> {}
/** The occasion of a backfill. Its record keeps the occasion as `source`, and a session's host as `servedUnit` (H17). */
export const HostedOccasion: Codec<HostedOccasion> = variants('HostedOccasion', [OrderRound, HostedSession])
export type HostedOccasion = OrderRound | HostedSession

/** A mark is shown; the record still counts (H15). */
export const Mark = oneOf('Mark', ['late', 'over-day-cap', 'over-event-cap', 'chain'])
export type Mark = t.TypeOf<typeof Mark>

/** The proof of an attendance: the volunteer's own check-out, a second person's word, or the body's recorder alone (A14). */
export const AttendanceGrade = oneOf('AttendanceGrade', ['system', 'attested', 'manual'])
export type AttendanceGrade = t.TypeOf<typeof AttendanceGrade>

/**
 * A held record does not count until a named person clears the hold with a reason (H15). `same-person`: two of recorder, approver and
 * volunteer have turned out to be one human (H7). `confirmed-in-bulk`: clerks confirmed more than the policy lets count at once (A9).
 * `two-places`: the volunteer was present elsewhere at the same time (A16). `long-day`: more in one day than the policy lets pass (H13).
 * `contradicts-the-log`: the log says that it did not take place so (H2a), or that it was voided (H9). `objection`: a person who was there objects (H20).
 */
export const HoldKind = oneOf('HoldKind', [
  'overlap',
  'burst',
  'same-person',
  'confirmed-in-bulk',
  'two-places',
  'long-day',
  'contradicts-the-log',
  'objection',
])
export type HoldKind = t.TypeOf<typeof HoldKind>

/** The most overlaps that a hold names, so that an event stays small. */
export const mostBecause = 100
/** The most records that one recheck holds, so that a decision stays small. */
/** The most people on whose word one attendance rests, beside the one who entered it. */
export const mostTellers = 8
export const mostHolds = 200

/** Actual service and what it is worth: minutes are the sum over segments of whole minutes (H13). */
export const served = { segments: Segments, minutes: Minutes, day: LocalDay, grade: EvidenceGrade }

/** What a record says for ever (H2); `day` is the local day of its first segment's start (S7). */
export const recordFacts = {
  recordId: RecordId,
  volunteer: PersonId,
  source: Occasion,
  ...served,
  content: Code,
  /** Where the service took place: a unit, never coordinates. The order's owner or the session's host (H17). */
  servedUnit: UnitId,
  home: nullable(UnitId),
  rosterArea: nullable(UnitId),
  bodyId: BodyId,
  /** The unit that answered for the body when the record was entered: all bodies of one unit count together in a burst (H12). */
  recordingUnit: UnitId,
  teamId: nullable(TeamId),
  /** The person who entered it: for an attested record the confirmer; null where the volunteer's own check-in and check-out made it. */
  recorder: nullable(PersonId),
  /** The person who answers for the record at the recording body. */
  responsible: PersonId,
}
