/**
 * The words of head counts: how many volunteers were there, told on the day itself, and the lists of people that are held against them. Stream
 * `headcount-<occasion>`: all lists of an occasion share its head count, so one stream keeps both.
 */
import type * as t from 'io-ts'
import { closed, Instant, list, literal, LocalDay, nullable, text, variants, type Codec } from '@zhiyuan/kernel'
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

export interface ListIdBrand {
  readonly ListId: unique symbol
}
/** A list of people at an occasion: an edition of a sheet, or a roll call. */
export type ListId = t.Branded<string, ListIdBrand>
export const ListId = text<ListIdBrand>(
  'ListId',
  /^(sheet\.[A-Za-z0-9_-]{1,64}\.[0-9]{1,3}|roll\.[A-Za-z0-9_-]{1,64})$/,
  80,
)

const listed = {
  occasion: Occasion,
  listId: ListId,
  /** Those in whose name it is, and those who wrote it down, also in an earlier edition. */
  hands: list(PersonId, 1, 200),
  people: list(PersonId, 1, 500),
  /** The local day on which the service of all its people began; null where it was on several days. */
  day: nullable(LocalDay),
}
/** A list of people was written down for the occasion; it stands behind those that were noted before (H12, H14). */
export const ListNoted = closed({ type: literal('ListNoted'), ...listed })
export interface ListNoted extends t.TypeOf<typeof ListNoted> {}
/** The list was returned or rejected: its people need no head any longer. */
export const ListDropped = closed({
  type: literal('ListDropped'),
  occasion: Occasion,
  listId: ListId,
  /** The day of the list; null where it was never noted, or was on several days. */
  day: nullable(LocalDay),
})
export interface ListDropped extends t.TypeOf<typeof ListDropped> {}

/** All events of head counts. */
export const HeadCountEvent: Codec<HeadCountEvent> = variants('HeadCountEvent', [HeadCountTold, ListNoted, ListDropped])
export type HeadCountEvent = HeadCountTold | ListNoted | ListDropped

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

/** Sent by a process when a sheet was entered or a roll called (H12, H14). */
export const NoteList = closed({ type: literal('NoteList'), ...listed })
export interface NoteList extends t.TypeOf<typeof NoteList> {}
/** Sent by a process when a sheet was returned or rejected (H14). */
export const DropList = closed({ type: literal('DropList'), occasion: Occasion, listId: ListId })
export interface DropList extends t.TypeOf<typeof DropList> {}

/** All commands of head counts. */
export const HeadCountCommand: Codec<HeadCountCommand> = variants('HeadCountCommand', [
  TellHeadCount,
  NoteHeadCount,
  NoteList,
  DropList,
])
export type HeadCountCommand = TellHeadCount | NoteHeadCount | NoteList | DropList
