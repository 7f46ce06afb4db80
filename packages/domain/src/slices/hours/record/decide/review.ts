/** A waiting record is verified, returned or rejected. */
import * as E from 'fp-ts/lib/Either.js'
import type { RejectRecord, ReturnRecord, VerifyRecord } from '../record.codec.ts'
import { counts } from '../record.state.ts'
import { refuseApprover, refuseCertifier } from './certifier.ts'
import {
  datedOf,
  isLastRuling,
  notAllowed,
  on,
  othersThen,
  personOf,
  recordOf,
  refuseOlderRuling,
  rulingOf,
  standingOf,
  units,
  unitsAndHumans,
  type Decision,
} from './on.ts'
import { recordsBeside, refuseOverlap } from './overlap.ts'

/** Counts from now on: by the unit that certifies (H3, H16), three persons (H7), no minute twice (H5). */
export const verifyRecord = on<typeof VerifyRecord._A>()({
  reads: unitsAndHumans,
  thenReads: othersThen,
  decide:
    (command, { tree, humans, others }, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      const approver = personOf(moment)
      if (record !== undefined && counts(record) && record.approver === approver) return E.right([])
      if (record?.status !== 'submitted') return E.left(notAllowed(record, command))
      const refusal = refuseCertifier(tree, moment, { record, humans }, command)
      if (refusal !== null) return E.left(refusal)
      if (approver === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const overlap = refuseOverlap(recordsBeside(state, others, record.recordId), record.segments)
      if (overlap !== null) return E.left(overlap)
      const { teamId, home } = record
      return E.right([{ type: 'RecordVerified', ...standingOf(record, record.revision), approver, teamId, home }])
    },
})

/** Back to who entered it; by the certifying unit or one above. */
export const returnRecord = on<typeof ReturnRecord._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      const ruling = rulingOf('return', command, moment)
      if (record?.status === 'returned' && ruling !== null && isLastRuling(record, ruling)) return E.right([])
      if (record?.status !== 'submitted') return E.left(notAllowed(record, command))
      const refusal = refuseApprover(tree, moment, record, command)
      if (refusal !== null) return E.left(refusal)
      if (ruling === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const older = refuseOlderRuling(record, ruling)
      if (older !== null) return E.left(older)
      return E.right([{ type: 'RecordReturned', ...datedOf(record), by: ruling.by, reason: ruling.reason }])
    },
})

/** Final (H9): frees the interval. A held record may be rejected as it is. */
export const rejectRecord = on<typeof RejectRecord._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      const ruling = rulingOf('reject', command, moment)
      if (record?.status === 'rejected' && ruling !== null && isLastRuling(record, ruling)) return E.right([])
      if (record?.status !== 'submitted' && record?.status !== 'held') return E.left(notAllowed(record, command))
      const refusal = refuseApprover(tree, moment, record, command)
      if (refusal !== null) return E.left(refusal)
      if (ruling === null) return E.left({ type: 'NotAuthorised', command: command.type })
      return E.right([{ type: 'RecordRejected', ...datedOf(record), by: ruling.by, reason: ruling.reason }])
    },
})
