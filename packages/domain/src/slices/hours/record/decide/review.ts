/** A waiting record is verified, returned or rejected. */
import * as E from 'fp-ts/lib/Either.js'
import { actingPerson } from '../../../organisation/authority.ts'
import type { RejectRecord, ReturnRecord, VerifyRecord } from '../record.codec.ts'
import { isCounting } from '../record.state.ts'
import { needReads, orderReads } from './asking.ts'
import { refuseVerifier, verifyingRead } from './certifier.ts'
import {
  copyRuledKeys,
  notAllowed,
  on,
  otherReads,
  findRecord,
  copyStanding,
  unitHumanAndPolicyReads,
  type Decision,
} from './shared.ts'
import { listOtherRecords, refuseOverlap } from './overlap.ts'
import { defineRuling } from './ruling.ts'
import { findLastLookEnd, refuseLooked } from './second-look.ts'

/**
 * The record counts from now on: the certifying unit verifies (H3, H16), three persons are involved (H7), and no minute counts twice (H5).
 */
export const verifyRecord = on<VerifyRecord>()({
  reads: (command, state, moment) => ({
    ...unitHumanAndPolicyReads(command, state, moment),
    proposals: verifyingRead(command, findRecord(state, command.recordId)),
    ...orderReads(findRecord(state, command.recordId)),
  }),
  thenReads: (found, command) => ({ ...otherReads(found, command), ...needReads(found) }),
  decide:
    (command, { others, policies, proposals, ...found }, moment) =>
    (state): Decision => {
      const { tree } = found
      const record = findRecord(state, command.recordId)
      const approver = actingPerson(moment)
      if (record !== undefined && isCounting(record) && record.approver === approver) return E.right([])
      if (record?.status !== 'submitted') return E.left(notAllowed(record, command))
      const refusal = refuseVerifier(tree, moment, { record, proposals, ...found }, command)
      if (refusal !== null) return E.left(refusal)
      if (approver === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const overlap = refuseOverlap(listOtherRecords(state, others, record.recordId), record.segments)
      if (overlap !== null) return E.left(overlap)
      const looked = refuseLooked(findLastLookEnd(policies, record), moment.now)
      if (looked !== null) return E.left(looked)
      const { teamId, home } = record
      return E.right([{ type: 'RecordVerified', ...copyStanding(record, record.revision), approver, teamId, home }])
    },
})

/** Sends the record back to be entered again; by the certifying unit or one above. */
export const returnRecord = defineRuling<ReturnRecord>({
  type: 'return',
  from: ['submitted'],
  to: 'returned',
  says: (record, ruling) => ({ type: 'RecordReturned', ...copyRuledKeys(record), ...ruling }),
})

/** Final (H9): frees the interval. A held record may be rejected as it is. */
export const rejectRecord = defineRuling<RejectRecord>({
  type: 'reject',
  from: ['submitted', 'held'],
  to: 'rejected',
  says: (record, ruling) => ({ type: 'RecordRejected', ...copyRuledKeys(record), source: record.source, ...ruling }),
})
