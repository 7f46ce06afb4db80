import { send, stateless, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'

/** A record counts, with these minutes from now on: its points follow. */
export const creditPoints: Process<null, LedgerEvent, LedgerCommand> = stateless('credit-points', ({ data }) => {
  if (data.type !== 'RecordVerified' && data.type !== 'RecordCorrected' && data.type !== 'RecordReinstated') return []
  const { volunteer, recordId, revision, day, minutes } = data
  return [send({ type: 'CreditPoints', volunteer, recordId, revision, day, minutes })]
})
