/** A verified record is suspended, and reinstated or voided, by an approver of the certifying unit or above. */
import * as E from 'fp-ts/lib/Either.js'
import type { ReinstateRecord, SuspendRecord, VoidRecord } from '../record.codec.ts'
import { counts, isOpen } from '../record.state.ts'
import { refuseApprover, refuseInvolved } from './certifier.ts'
import {
  isLastRuling,
  notAllowed,
  on,
  othersThen,
  recordOf,
  refuseOlderRuling,
  rulingOf,
  standingOf,
  unitsAndHumans,
  type Decision,
} from './on.ts'
import { recordsBeside, refuseOverlap } from './overlap.ts'
import { rule } from './ruling.ts'

/** Does not count until it is reinstated. */
export const suspendRecord = rule<SuspendRecord>({
  type: 'suspend',
  from: ['verified', 'correction-requested'],
  to: 'suspended',
  says: (record, ruling) => ({ type: 'RecordSuspended', ...standingOf(record, record.revision + 1), ...ruling }),
})

/** Counts again, unless held or overlapping what counts by now (H5); by somebody not involved (H7). */
export const reinstateRecord = on<ReinstateRecord>()({
  reads: unitsAndHumans,
  thenReads: othersThen,
  decide:
    (command, { tree, humans, others }, moment) =>
    (state): Decision => {
      const record = recordOf(state, command.recordId)
      const ruling = rulingOf('reinstate', command, moment)
      const repeated = record !== undefined && ruling !== null && counts(record) && isLastRuling(record, ruling)
      if (repeated) return E.right([])
      if (record?.status !== 'suspended') return E.left(notAllowed(record, command))
      const refusal = refuseApprover(tree, moment, record, command) ?? refuseInvolved({ record, humans }, moment)
      if (refusal !== null) return E.left(refusal)
      if (ruling === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const holds = record.holds.filter(isOpen).map(({ holdId }) => holdId)
      if (holds.length > 0) return E.left({ type: 'StillHeld', holds })
      const unfit =
        refuseOlderRuling(record, ruling) ??
        refuseOverlap(recordsBeside(state, others, record.recordId), record.segments)
      if (unfit !== null) return E.left(unfit)
      const { by, reason } = ruling
      return E.right([{ type: 'RecordReinstated', ...standingOf(record, record.revision + 1), by, reason }])
    },
})

/** Final (H9): frees the interval. */
export const voidRecord = rule<VoidRecord>({
  type: 'void',
  from: ['suspended'],
  to: 'voided',
  says: (record, ruling) => ({ type: 'RecordVoided', ...standingOf(record, record.revision + 1), ...ruling }),
})
