import * as E from 'fp-ts/lib/Either.js'
import type { RecordWithdrawn, WithdrawTakenBack } from '../record.codec.ts'
import { changeRecord, isLive, isOpen, type Hold, type ServiceRecord } from '../record.state.ts'
import { liftTogether } from './lift.ts'
import { listRecords } from './overlap.ts'
import { copyDatedKeys, findRecord, humanReads, onProcess, otherReads } from './shared.ts'

/** An open hold that rests on this record alone. */
const restsOn =
  ({ volunteer, recordId }: ServiceRecord) =>
  (hold: Hold): boolean =>
    isOpen(hold) &&
    hold.kind === 'overlap' &&
    hold.because.every((one) => one.volunteer === volunteer && one.recordId === recordId)

/**
 * A8: the check-out was a mistake, and the next one makes another record. Where that was made first, it was held for the mistaken one, and is
 * held no longer. A verified record stays, and holds an overlapping one (H5).
 */
export const withdrawTakenBack = onProcess<WithdrawTakenBack>()({
  reads: humanReads,
  thenReads: otherReads,
  about: ({ recordId }, state, { others }) => {
    const record = findRecord(state, recordId)
    return record?.status === 'submitted' || record?.status === 'held' ? { record, state, others } : null
  },
  then: ({ record, state, others }) => {
    const withdrawn: RecordWithdrawn = {
      type: 'RecordWithdrawn',
      ...copyDatedKeys(record),
      source: record.source,
      by: record.volunteer,
      takenBack: true,
    }
    const after = { records: new Map(state.records).set(record.recordId, changeRecord(record, withdrawn)) }
    const due = listRecords(after)
      .filter(isLive)
      .map((one) => ({ record: one, groundless: one.holds.filter(restsOn(record)) }))
      .filter(({ groundless }) => groundless.length > 0)
    return E.right([withdrawn, ...liftTogether(due, 'taken-back', { state: after, others })])
  },
})
