/** The words of the ledger itself: stream `ledger-<log>`, one event. */
import type * as t from 'io-ts'
import { closed, literal, LogId, text, variants } from '@zhiyuan/kernel'
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
/** What can happen to the ledger itself. */
export const FoundingEvent = variants('FoundingEvent', [LedgerFounded])
export type FoundingEvent = t.TypeOf<typeof FoundingEvent>

/** By an administrator, who is the founding one from then on. Refused for another log than this one, and a second time (L4). */
export const FoundLedger = closed({ type: literal('FoundLedger'), log: LogId, ledgerId: LedgerId })
/** What may be asked of the ledger itself. */
export const FoundingCommand = variants('FoundingCommand', [FoundLedger])
export type FoundingCommand = t.TypeOf<typeof FoundingCommand>
