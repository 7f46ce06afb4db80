/** A ruling that takes away: by an approver of the answering unit or above, with a reason. A repeat is recognised. */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { RecordEvent, RejectRecord, ReturnRecord, SuspendRecord, VoidRecord } from '../record.codec.ts'
import type { RecordState, RecordStatus, Ruling, ServiceRecord } from '../record.state.ts'
import { refuseApprover, refuseOwn, type Judged } from './certifier.ts'
import {
  isLastRuling,
  notAllowed,
  on,
  findRecord,
  refuseOlderRuling,
  makeRuling,
  unitAndHumanReads,
  type Decision,
} from './shared.ts'

type Ruled = ReturnRecord | RejectRecord | SuspendRecord | VoidRecord

interface RulingRule {
  readonly type: Ruling['type']
  /** The statuses in which the ruling may be given, and the one to which it leads: there a repeat is a no-op. */
  readonly from: ReadonlyArray<RecordStatus>
  readonly to: RecordStatus
  /** Who else may not give it. */
  readonly refuses?: (tree: UnitTree, moment: Moment, judged: Judged) => RecordRejection | null
  readonly says: (record: ServiceRecord, ruling: Pick<Ruling, 'by' | 'reason'>) => RecordEvent
  /** What it does to the volunteer's other records. */
  readonly follows?: (record: ServiceRecord, state: RecordState) => ReadonlyArray<RecordEvent>
}

export const defineRuling = <C extends Ruled>({ type, from, to, refuses, says, follows }: RulingRule) =>
  on<C>()({
    reads: unitAndHumanReads,
    decide:
      (command, { tree, humans }, moment) =>
      (state): Decision => {
        const record = findRecord(state, command.recordId)
        const ruling = makeRuling(type, command, moment)
        if (record?.status === to && ruling !== null && isLastRuling(record, ruling)) return E.right([])
        if (record === undefined || !from.includes(record.status)) return E.left(notAllowed(record, command))
        const judged = { record, humans }
        const refusal =
          refuseApprover(tree, moment, record, command) ??
          refuseOwn(judged, moment) ??
          refuses?.(tree, moment, judged) ??
          null
        if (refusal !== null) return E.left(refusal)
        if (ruling === null) return E.left({ type: 'NotAuthorised', command: command.type })
        const older = refuseOlderRuling(record, ruling)
        if (older !== null) return E.left(older)
        const said = says(record, { by: ruling.by, reason: ruling.reason })
        return E.right([said, ...(follows?.(record, state) ?? [])])
      },
  })
