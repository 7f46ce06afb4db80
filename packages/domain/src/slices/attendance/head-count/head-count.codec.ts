/** The words of head counts: how many volunteers were there, told on the day itself. Stream `headcount-<occasion>`. */
import type * as t from 'io-ts'
import { closed, Instant, literal, LocalDay, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, RollCallId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Count } from '../../../vocabulary/values.ts'

/**
 * A person told on the day how many volunteers are there (H12). A list that is entered afterwards by another hand can be held against it.
 * `by` is the hand that wrote it down, `caller` the person in whose name it was told where the hand typed for another one.
 */
export const HeadCountTold = closed({
  type: literal('HeadCountTold'),
  occasion: Occasion,
  count: Count,
  by: PersonId,
  caller: nullable(PersonId),
  /** The roll call that told it (A12); null where it was told by itself. */
  rollCallId: nullable(RollCallId),
  at: Instant,
  /** The local day on which it was told. */
  day: LocalDay,
})
export interface HeadCountTold extends t.TypeOf<typeof HeadCountTold> {}

/** All events of head counts. */
export const HeadCountEvent: Codec<HeadCountEvent> = variants('HeadCountEvent', [HeadCountTold])
export type HeadCountEvent = HeadCountTold

/**
 * By requester, contact or proxy, a seated volunteer, the team's leader, the person responsible for the session, or a clerk of the handler or
 * host or above. Refused on another day than that of the occasion (H12).
 */
export const TellHeadCount = closed({ type: literal('TellHeadCount'), occasion: Occasion, count: Count })
export interface TellHeadCount extends t.TypeOf<typeof TellHeadCount> {}
/** Sent by a process: a roll call says how many volunteers are there (A12). A no-op where it was told on another day. */
export const NoteHeadCount = closed({
  type: literal('NoteHeadCount'),
  occasion: Occasion,
  count: Count,
  by: PersonId,
  caller: nullable(PersonId),
  rollCallId: RollCallId,
  at: Instant,
})
export interface NoteHeadCount extends t.TypeOf<typeof NoteHeadCount> {}

/** All commands of head counts. */
export const HeadCountCommand: Codec<HeadCountCommand> = variants('HeadCountCommand', [TellHeadCount, NoteHeadCount])
export type HeadCountCommand = TellHeadCount | NoteHeadCount
