/** Command and event of the ledger itself: stream `ledger-<log>`, one event. */
import type * as t from 'io-ts'
import { closed, literal, LogId, text, variants, type Codec } from '@zhiyuan/kernel'
import { Jurisdiction, PersonId, UnitId } from '../../../vocabulary/ids.ts'

export interface LedgerIdBrand {
  readonly LedgerId: unique symbol
}
/** A random id, which tells apart two ledgers of one jurisdiction that were given the same name. */
export type LedgerId = t.Branded<string, LedgerIdBrand>
export const LedgerId = text<LedgerIdBrand>('LedgerId', /^[A-Za-z0-9_-]{1,64}$/, 64)

/** The ledger was founded. The first event of its log says which log it is, of which jurisdiction, and who answers for it (L4). */
export const LedgerFounded = closed({
  type: literal('LedgerFounded'),
  log: LogId,
  jurisdiction: Jurisdiction,
  ledgerId: LedgerId,
  /** The person who founded it, and the unit at which that person acts. */
  administrator: PersonId,
  unit: UnitId,
})
export interface LedgerFounded extends t.TypeOf<typeof LedgerFounded> {}
/** All events of the ledger itself. */
export const FoundingEvent: Codec<FoundingEvent> = variants('FoundingEvent', [LedgerFounded])
export type FoundingEvent = LedgerFounded

/** By an administrator, who counts as the founder. Refused for another log than this one, and a second time (L4). */
export const FoundLedger = closed({ type: literal('FoundLedger'), log: LogId, ledgerId: LedgerId })
export interface FoundLedger extends t.TypeOf<typeof FoundLedger> {}
/** All commands of the ledger itself. */
export const FoundingCommand: Codec<FoundingCommand> = variants('FoundingCommand', [FoundLedger])
export type FoundingCommand = FoundLedger
