import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { FoundLedger, type FoundingCommand, type FoundingEvent } from './ledger.codec.ts'

export const restoreFounding = restoreByFirst<FoundingCommand, FoundingEvent>({
  LedgerFounded: copyFields(FoundLedger),
})
