/** The words of a burst: many people with records that no check-out of their own made, in one place or on one day (H12). Stream `burst-<id>`. */
import type * as t from 'io-ts'
import {
  closed,
  EventId,
  Instant,
  integer,
  list,
  literal,
  LocalDay,
  oneOf,
  variants,
  type Codec,
} from '@zhiyuan/kernel'
import { BurstId, PersonId, RecordId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Reason } from '../../../vocabulary/values.ts'
import { RecordRef } from '../record/record.ids.ts'

/** The most entries that one command tells; more are told by several. */
export const mostEntries = 200

/** One entry of a record: when it was entered, for which local day and where, and the unit that answered for the recording body. */
export const BurstEntry = closed({
  volunteer: PersonId,
  recordId: RecordId,
  enteredAt: Instant,
  day: LocalDay,
  source: Occasion,
  unit: UnitId,
})
export interface BurstEntry extends t.TypeOf<typeof BurstEntry> {}

export interface CaseNumberBrand {
  readonly CaseNumber: unique symbol
}
/** What is entered after a ruling is a case of its own: cases of a burst count from 1. */
export type CaseNumber = t.Branded<number, CaseNumberBrand>
export const CaseNumber = integer<CaseNumberBrand>('CaseNumber', 1, 100_000)

/** What the unit above found: these records stand for people who were there (`none`), or they do not (`burst`). */
export const BurstVerdict = oneOf('BurstVerdict', ['none', 'burst'])
export type BurstVerdict = t.TypeOf<typeof BurstVerdict>

const entries = list(BurstEntry, 1, mostEntries)

/** Entries were found in the burst; a process holds the records in `held` (H12). The others are in a case of another burst, or were ruled on. */
export const BurstNoted = closed({
  type: literal('BurstNoted'),
  burstId: BurstId,
  number: CaseNumber,
  /** The unit of the first entry: the case waits for the unit above it. */
  unit: UnitId,
  entries,
  held: list(RecordRef, 1, mostEntries),
})
export interface BurstNoted extends t.TypeOf<typeof BurstNoted> {}
/** The unit above ruled on all records of a case at once (H12): a process clears their holds, or rejects and voids them. */
export const BurstRuled = closed({
  type: literal('BurstRuled'),
  burstId: BurstId,
  number: CaseNumber,
  unit: UnitId,
  verdict: BurstVerdict,
  by: PersonId,
  reason: Reason,
})
export interface BurstRuled extends t.TypeOf<typeof BurstRuled> {}
/** The event in `because` took people of a day's burst off a list within a head count (H12): its entries are counted again. */
export const DayDoubted = closed({ type: literal('DayDoubted'), burstId: BurstId, day: LocalDay, because: EventId })
export interface DayDoubted extends t.TypeOf<typeof DayDoubted> {}

/** All events of a burst. */
export const BurstEvent: Codec<BurstEvent> = variants('BurstEvent', [BurstNoted, BurstRuled, DayDoubted])
export type BurstEvent = BurstNoted | BurstRuled | DayDoubted

/** Sent by a process that counted the people (H12). A no-op where each of them is in a case, or was ruled on. */
export const NoteBurst = closed({ type: literal('NoteBurst'), burstId: BurstId, entries })
export interface NoteBurst extends t.TypeOf<typeof NoteBurst> {}
/** Sent by a process when a list was dropped or a lower head count told (H12). A no-op where it was told. */
export const DoubtDay = closed({ type: literal('DoubtDay'), burstId: BurstId, day: LocalDay, because: EventId })
export interface DoubtDay extends t.TypeOf<typeof DoubtDay> {}
/** By an approver of the unit above, without a part in any of its records (H12, G8): one ruling for all records of the case. */
export const RuleBurst = closed({
  type: literal('RuleBurst'),
  burstId: BurstId,
  number: CaseNumber,
  verdict: BurstVerdict,
  reason: Reason,
})
export interface RuleBurst extends t.TypeOf<typeof RuleBurst> {}

/** All commands of a burst. */
export const BurstCommand: Codec<BurstCommand> = variants('BurstCommand', [NoteBurst, RuleBurst, DoubtDay])
export type BurstCommand = NoteBurst | RuleBurst | DoubtDay
