import { send, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { nameBurstHold } from '../../slices/hours/burst/burst.read.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'

/** The records of each case of a burst. */
export interface BurstRecordsRow {
  readonly held: ReadonlyArray<{ readonly number: number; readonly refs: ReadonlyArray<RecordRef> }>
}

/** H12: a case holds each of its records, and the one ruling on it settles them all. */
export const burstRecords: Process<BurstRecordsRow, LedgerEvent, LedgerCommand> = {
  name: 'burst-records',
  version: 1,
  initial: () => ({ held: [] }),
  keys: (event) => (event.type === 'BurstNoted' || event.type === 'BurstRuled' ? [event.burstId] : []),
  evolve: (row, { data }) =>
    data.type === 'BurstNoted' ? { held: [...row.held, { number: data.number, refs: data.held }] } : row,
  react: ({ data }, [row]) => {
    if (data.type === 'BurstNoted') {
      const { burstId, number, held } = data
      const holdId = nameBurstHold(burstId, number)
      return held.map((ref) => send({ type: 'HoldRecord', ...ref, holdId, kind: 'burst', because: [] }))
    }
    if (data.type !== 'BurstRuled') return []
    const { burstId, number } = data
    const refs = (row?.held ?? []).filter((one) => one.number === number).flatMap((one) => one.refs)
    return refs.map((ref) => send({ type: 'SettleBurst', ...ref, burstId, number }))
  },
}
