import { send, stateless, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'

/** A void record's points are taken back; a suspension alone leaves them where they are (W13). */
export const reversePoints: Process<null, LedgerEvent, LedgerCommand> = stateless('reverse-points', ({ data }) => {
  if (data.type !== 'RecordVoided') return []
  const { volunteer, recordId, revision } = data
  return [send({ type: 'ReversePoints', volunteer, recordId, revision })]
})
