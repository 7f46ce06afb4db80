/** A volunteer's diary: seats and presences under one registration, stream `diary-<volunteer>` (A16). Only processes write it. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Count, Interval } from '../../../vocabulary/values.ts'
import { AssignmentRef } from '../assignment/assignment.codec.ts'

const entry = { volunteer: PersonId, occasion: Occasion }
/** A seat with its time, and where its team and its handler look. */
const seat = { ...entry, planned: Interval, handler: UnitId, bodyId: BodyId }
export const DiarySeat = closed(seat)
export interface DiarySeat extends t.TypeOf<typeof DiarySeat> {}
/** `several` says that the human has other registrations, which are compared once this is stored. */
const several = { several: boolean }

/** Told late (A14): it ends no other presence, and none ends it. */
const late = { late: boolean }

/** The volunteer has a seat. */
export const SeatNoted = closed({ type: literal('SeatNoted'), ...seat, ...several })
export interface SeatNoted extends t.TypeOf<typeof SeatNoted> {}
/** The seat was given up, or its time has passed. */
export const SeatDropped = closed({ type: literal('SeatDropped'), ...seat })
export interface SeatDropped extends t.TypeOf<typeof SeatDropped> {}
/** The seat overlaps `other`, perhaps under another registration: a mark for the volunteer, both teams and both handlers. */
export const SeatsOverlap = closed({ type: literal('SeatsOverlap'), ...seat, other: DiarySeat })
export interface SeatsOverlap extends t.TypeOf<typeof SeatsOverlap> {}
/** The seat overlaps no other one any more: the others were given up, or their time has passed. */
export const OverlapEnded = closed({ type: literal('OverlapEnded'), ...seat })
export interface OverlapEnded extends t.TypeOf<typeof OverlapEnded> {}

/** The volunteer was present from `from` to `to`, as far as is known now; null: she still is. */
export const PresenceNoted = closed({
  type: literal('PresenceNoted'),
  ...entry,
  from: Instant,
  to: nullable(Instant),
  /** Orders what is known of it: a later note has a higher one. */
  step: Count,
  ...late,
  ...several,
})
export interface PresenceNoted extends t.TypeOf<typeof PresenceNoted> {}
/** At `at` the volunteer came to `there` while she was present `here`: the presence here is ended then. */
export const PresenceElsewhere = closed({
  type: literal('PresenceElsewhere'),
  volunteer: PersonId,
  here: AssignmentRef,
  there: AssignmentRef,
  at: Instant,
})
export interface PresenceElsewhere extends t.TypeOf<typeof PresenceElsewhere> {}
/** Two presences were open together: the records of both are held. */
export const PresencesCrossed = closed({
  type: literal('PresencesCrossed'),
  volunteer: PersonId,
  here: AssignmentRef,
  there: AssignmentRef,
})
export interface PresencesCrossed extends t.TypeOf<typeof PresencesCrossed> {}
/** A clerk of `unit` confirmed the presence beyond what the policy lets count at once in a day: its record is held (A9). */
export const ConfirmedInBulk = closed({ type: literal('ConfirmedInBulk'), ...entry, attempt: Count, unit: UnitId })
export interface ConfirmedInBulk extends t.TypeOf<typeof ConfirmedInBulk> {}

/** All events of a diary. */
export const DiaryEvent: Codec<DiaryEvent> = variants('DiaryEvent', [
  SeatNoted,
  SeatDropped,
  SeatsOverlap,
  PresenceNoted,
  PresenceElsewhere,
  PresencesCrossed,
  ConfirmedInBulk,
  OverlapEnded,
])
export type DiaryEvent =
  | SeatNoted
  | SeatDropped
  | SeatsOverlap
  | PresenceNoted
  | PresenceElsewhere
  | PresencesCrossed
  | ConfirmedInBulk
  | OverlapEnded

/** Sent by a process on a taken seat. */
export const NoteSeat = closed({ type: literal('NoteSeat'), ...seat })
export interface NoteSeat extends t.TypeOf<typeof NoteSeat> {}
/** Sent by a process when the seat was given up, and by a timer once the time of one that overlaps has passed. */
export const DropSeat = closed({ type: literal('DropSeat'), ...entry })
export interface DropSeat extends t.TypeOf<typeof DropSeat> {}
/** Sent by a process at a check-in, and again when its end becomes known. */
export const NotePresence = closed({
  type: literal('NotePresence'),
  ...entry,
  from: Instant,
  to: nullable(Instant),
  step: Count,
  ...late,
})
export interface NotePresence extends t.TypeOf<typeof NotePresence> {}
/** Sent by a process after a note of a human with several registrations, and after a merge. */
export const CompareDiary = closed({ type: literal('CompareDiary'), volunteer: PersonId })
export interface CompareDiary extends t.TypeOf<typeof CompareDiary> {}
/** Sent by a process that counts what clerks confirm in a day (A9). */
export const NoteBulkConfirmation = closed({
  type: literal('NoteBulkConfirmation'),
  ...entry,
  attempt: Count,
  unit: UnitId,
})
export interface NoteBulkConfirmation extends t.TypeOf<typeof NoteBulkConfirmation> {}

/** All commands of a diary. */
export const DiaryCommand: Codec<DiaryCommand> = variants('DiaryCommand', [
  NoteSeat,
  DropSeat,
  NotePresence,
  CompareDiary,
  NoteBulkConfirmation,
])
export type DiaryCommand = NoteSeat | DropSeat | NotePresence | CompareDiary | NoteBulkConfirmation
