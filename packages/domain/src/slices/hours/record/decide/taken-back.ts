import * as E from 'fp-ts/lib/Either.js'
import type { WithdrawTakenBack } from '../record.codec.ts'
import { copyDatedKeys, findRecord, onProcess } from './shared.ts'

/** A8: the check-out was a mistake, and the next one makes another record. A verified record stays, and holds an overlapping one (H5). */
export const withdrawTakenBack = onProcess<WithdrawTakenBack>()({
  about: ({ recordId }, state) => {
    const record = findRecord(state, recordId)
    return record?.status === 'submitted' || record?.status === 'held' ? { record } : null
  },
  then: ({ record }) =>
    E.right([{ type: 'RecordWithdrawn', ...copyDatedKeys(record), by: record.volunteer, takenBack: true }]),
})
