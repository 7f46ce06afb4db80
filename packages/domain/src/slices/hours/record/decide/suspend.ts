/** A verified record is suspended, and reinstated or voided, by an approver of the certifying unit or above. */
import * as E from 'fp-ts/lib/Either.js'
import type { ReinstateRecord, SuspendRecord, VoidRecord } from '../record.codec.ts'
import { isCounting, isOpen, type ServiceRecord } from '../record.state.ts'
import { nameRuling, proposalRead } from '../../../organisation/proposal/proposal.read.ts'
import { needReads, orderReads } from './asking.ts'
import { refuseInvolved, refuseSuspender, refuseThird } from './certifier.ts'
import { holdCopies } from './entered-anew.ts'
import {
  isLastRuling,
  notAllowed,
  on,
  otherReads,
  findRecord,
  refuseOlderRuling,
  makeRuling,
  copyStanding,
  unitAndHumanReads,
  type Decision,
} from './shared.ts'
import { listOtherRecords, refuseOverlap } from './overlap.ts'
import { defineRuling } from './ruling.ts'

/** The record does not count until it is reinstated. */
export const suspendRecord = defineRuling<SuspendRecord>({
  type: 'suspend',
  from: ['verified', 'correction-requested'],
  to: 'suspended',
  says: (record, ruling) => ({ type: 'RecordSuspended', ...copyStanding(record, record.revision + 1), ...ruling }),
})

const nameReinstating = ({ volunteer, recordId }: ReinstateRecord, record: ServiceRecord | undefined) =>
  nameRuling('ReinstateRecord', volunteer, recordId, record?.revision ?? 0)

/** The record counts again, unless it is held or overlaps another that counts by now (H5); by a person who is not involved (H7). */
export const reinstateRecord = on<ReinstateRecord>()({
  reads: (command, state, moment) => ({
    ...unitAndHumanReads(command, state, moment),
    ...orderReads(findRecord(state, command.recordId)),
    proposals: proposalRead(nameReinstating(command, findRecord(state, command.recordId))),
  }),
  thenReads: (found, command) => ({ ...otherReads(found, command), ...needReads(found) }),
  decide:
    (command, { others, ...found }, moment) =>
    (state): Decision => {
      const { tree } = found
      const record = findRecord(state, command.recordId)
      const ruling = makeRuling('reinstate', command, moment)
      const repeated = record !== undefined && ruling !== null && isCounting(record) && isLastRuling(record, ruling)
      if (repeated) return E.right([])
      if (record?.status !== 'suspended') return E.left(notAllowed(record, command))
      const rulingId = nameReinstating(command, record)
      const refusal = refuseThird(tree, moment, { ...found, record }, { command, rulingId })
      if (refusal !== null) return E.left(refusal)
      if (ruling === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const holds = record.holds.filter(isOpen).map(({ holdId }) => holdId)
      if (holds.length > 0) return E.left({ type: 'StillHeld', holds })
      const unfit =
        refuseOlderRuling(record, ruling) ??
        refuseOverlap(listOtherRecords(state, others, record.recordId), record.segments)
      if (unfit !== null) return E.left(unfit)
      const { by, reason } = ruling
      return E.right([{ type: 'RecordReinstated', ...copyStanding(record, record.revision + 1), by, reason }])
    },
})

/** Final (H9): frees the interval, but not for a copy by hand. Neither volunteer nor recorder voids, nor who suspended it while another one is there. */
export const voidRecord = defineRuling<VoidRecord>({
  type: 'void',
  from: ['suspended'],
  to: 'voided',
  refuses: (tree, moment, judged) => refuseInvolved(judged, moment) ?? refuseSuspender(tree, moment, judged),
  says: (record, ruling) => ({ type: 'RecordVoided', ...copyStanding(record, record.revision + 1), ...ruling }),
  follows: holdCopies,
})
