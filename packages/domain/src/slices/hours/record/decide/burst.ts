/** The ruling on a burst, record by record (H12). */
import * as E from 'fp-ts/lib/Either.js'
import { burstRead, findBurstRuling, nameBurstHold } from '../../burst/burst.read.ts'
import type { BurstRuled } from '../../burst/burst.codec.ts'
import { humansRead } from '../../../people/humans/humans.read.ts'
import type { RecordEvent } from '../record.codec.ts'
import type { SettleBurst } from '../record.burst.ts'
import { changeRecord, isHeld, isLive, isOpen, type RecordState, type ServiceRecord } from '../record.state.ts'
import { holdCopies } from './entered-anew.ts'
import { findWeaker, holdOverlap, listOtherRecords } from './overlap.ts'
import { copyRuledKeys, copyStanding, findRecord, onProcess, otherReads, type Decision } from './shared.ts'

/** A record that only this hold had suspended counts again, unless it has to give way to another (H5). */
const countAgain = (
  record: ServiceRecord,
  beside: ReadonlyArray<ServiceRecord>,
  { by, reason }: BurstRuled,
): ReadonlyArray<RecordEvent> => {
  const again = findWeaker([record], beside).flatMap(({ stronger }) => holdOverlap(record, stronger))
  if (isHeld(record) || again.length > 0 || record.suspendedByPerson !== false) return again
  return [{ type: 'RecordReinstated', ...copyStanding(record, record.revision + 1), by, reason }]
}

const endForGood = (
  record: ServiceRecord,
  state: RecordState,
  { by, reason }: BurstRuled,
): ReadonlyArray<RecordEvent> =>
  record.status === 'suspended'
    ? [{ type: 'RecordVoided', ...copyStanding(record, record.revision + 1), by, reason }, ...holdCopies(record, state)]
    : [{ type: 'RecordRejected', ...copyRuledKeys(record), source: record.source, by, reason }]

/** H12: one ruling for all records of the case. */
export const settleBurst = onProcess<SettleBurst>()({
  reads: ({ burstId }, _state, { jurisdiction }) => ({
    humans: humansRead(jurisdiction),
    burst: burstRead(burstId),
  }),
  thenReads: (found, command) => otherReads(found, command),
  about: ({ recordId, burstId, number }, state, { burst }) => {
    const record = findRecord(state, recordId)
    const ruled = findBurstRuling(burst, number)
    const hold = record?.holds.find((one) => one.holdId === nameBurstHold(burstId, number) && isOpen(one))
    if (record === undefined || ruled === null || hold === undefined || !isLive(record)) return null
    return { record, ruled, hold, state }
  },
  then: ({ record, ruled, hold, state }, { others }): Decision => {
    const { holdId } = hold
    const { by, reason, verdict } = ruled
    const stillHeld = record.holds.some((one) => isOpen(one) && one.holdId !== holdId)
    const cleared = { type: 'HoldCleared' as const, ...copyRuledKeys(record), holdId, by, reason, stillHeld }
    const now = changeRecord(record, cleared)
    const beside = listOtherRecords(state, others, record.recordId)
    return E.right([cleared, ...(verdict === 'burst' ? endForGood(now, state, ruled) : countAgain(now, beside, ruled))])
  },
})
