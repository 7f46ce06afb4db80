/** The words of the ledger itself: stream `ledger-<log>`, one event. */
import type * as t from 'io-ts'
import { closed, literal, LogId, text, variants, type Codec } from '@zhiyuan/kernel'
import { Jurisdiction, PersonId, UnitId } from '../../../vocabulary/ids.ts'

export interface LedgerIdBrand {
  readonly LedgerId: unique symbol
}
/** A random id: two ledgers that somebody gave one name, in one jurisdiction, are still told apart by it. */
export type LedgerId = t.Branded<string, LedgerIdBrand>
export const LedgerId = text<LedgerIdBrand>('LedgerId', /^[A-Za-z0-9_-]{1,64}$/, 64)

/** The ledger was founded: the first event of its log says which log it is, of which jurisdiction, and who answers for it (L4). */
export const LedgerFounded = closed({
  type: literal('LedgerFounded'),
  log: LogId,
  jurisdiction: Jurisdiction,
  ledgerId: LedgerId,
  /** Who founded it, and at which unit. */
  administrator: PersonId,
  unit: UnitId,
})
export interface LedgerFounded extends t.TypeOf<typeof LedgerFounded> {}
/** What can happen to the ledger itself. */
export const FoundingEvent: Codec<FoundingEvent> = variants('FoundingEvent', [LedgerFounded])
export type FoundingEvent = LedgerFounded

/** By an administrator, who is the founding one from then on. Refused for another log than this one, and a second time (L4). */
export const FoundLedger = closed({ type: literal('FoundLedger'), log: LogId, ledgerId: LedgerId })
export interface FoundLedger extends t.TypeOf<typeof FoundLedger> {}
/** What may be asked of the ledger itself. */
export const FoundingCommand: Codec<FoundingCommand> = variants('FoundingCommand', [FoundLedger])
export type FoundingCommand = FoundLedger
