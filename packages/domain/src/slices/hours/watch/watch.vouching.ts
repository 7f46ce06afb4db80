/** What counts on the word of one unit's officers alone, told to the unit above (H20, A9). */
import type * as t from 'io-ts'
import { closed, literal, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, RecordId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Count, Minutes, Reason } from '../../../vocabulary/values.ts'

/** A record by hand that counts, time that a correction added, or a record that was suspended and counts again. The recorder is who entered it or asked for it (H7). */
export const VouchedRecord = closed({
  type: literal('record'),
  recordId: RecordId,
  revision: Count,
  recorder: PersonId,
  recordingUnit: UnitId,
})
export interface VouchedRecord extends t.TypeOf<typeof VouchedRecord> {}
/** A presence on an office's word: a clerk or a proxy whose post it is to submit needs confirmed it, or a clerk typed it for a caller (A12). */
export const VouchedPresence = closed({ type: literal('presence'), occasion: Occasion })
export interface VouchedPresence extends t.TypeOf<typeof VouchedPresence> {}
/** For what an officer vouched. */
export const Vouched: Codec<Vouched> = variants('Vouched', [VouchedRecord, VouchedPresence])
export type Vouched = VouchedRecord | VouchedPresence

/** The minutes that the word adds are those of `volunteer`. `person` acted at `unitId`. */
const word = { unitId: UnitId, person: PersonId, volunteer: PersonId, of: Vouched, minutes: Minutes }
/** What no unit above has looked at: how many records and presences, and their minutes in all. */
export const Unseen = closed({ records: Count, minutes: Count })
export interface Unseen extends t.TypeOf<typeof Unseen> {}

/** An officer's word made minutes count, and no second unit has seen them (H20, A9). It holds nothing; the unit above looks at it. */
export const OfficeVouched = closed({
  type: literal('OfficeVouched'),
  ...word,
  /** How many words of this person at this unit were told, with this one. */
  told: Count,
  unseen: Unseen,
})
export interface OfficeVouched extends t.TypeOf<typeof OfficeVouched> {}
/** The unit above has looked at the words of one person at one unit, up to the one that was told as number `told`, and says what it found. */
export const VouchingSeen = closed({
  type: literal('VouchingSeen'),
  unitId: UnitId,
  person: PersonId,
  told: Count,
  /** What was told since, and is left. */
  unseen: Unseen,
  by: PersonId,
  reason: Reason,
})
export interface VouchingSeen extends t.TypeOf<typeof VouchingSeen> {}

/** Sent by a process when minutes begin to count on an officer's word (H20, A9). A no-op where it was told, where a unit above the recording one gave it, or where a contact or family confirmed. */
export const NoteVouching = closed({ type: literal('NoteVouching'), ...word })
export interface NoteVouching extends t.TypeOf<typeof NoteVouching> {}
/**
 * By one who holds the post of an approver, assessor or administrator at a unit above, is neither the person who vouched nor one credited by it
 * (G7), and entered none of it (H7). `told` is the last that was looked at; what was told since stays open.
 */
export const SeeVouching = closed({
  type: literal('SeeVouching'),
  unitId: UnitId,
  person: PersonId,
  told: Count,
  reason: Reason,
})
export interface SeeVouching extends t.TypeOf<typeof SeeVouching> {}
