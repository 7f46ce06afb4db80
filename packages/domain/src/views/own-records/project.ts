import type { PersonId } from '@zhiyuan/kernel'
import type { RecordId } from '../../vocabulary/ids.ts'
import type { Case, Cases } from '../cases.ts'
import { defineView } from '../cases.ts'
import type { OwnRecord, OwnRecordsRow } from './row.ts'

interface OfRecord {
  readonly volunteer: PersonId
  readonly recordId: RecordId
}
type Step<E> = (event: E, record: OwnRecord) => Partial<OwnRecord>

/** An event that changes one record of the row. */
const change = <E extends OfRecord>(step: Step<E>): Case<OwnRecordsRow, E> => ({
  keys: ({ volunteer }) => [volunteer],
  evolve: (row, event, { recordedAt: since }) => ({
    records: row.records.map((one) => (one.recordId === event.recordId ? { ...one, since, ...step(event, one) } : one)),
  }),
})
const answered = { answerBy: null, isOverdue: false } as const
/** A term that runs for another objection, or for a correction, runs on. */
const dropHold: Step<OfRecord & { readonly holdId: string }> = ({ holdId }, { holds, status }) => {
  const left = holds.filter((one) => one.holdId !== holdId)
  const runsOn = status === 'correction-requested' || left.some(({ kind }) => kind === 'objection')
  return { holds: left, ...(runsOn ? {} : answered) }
}

const cases: Cases<OwnRecordsRow> = {
  RecordSubmitted: {
    keys: ({ volunteer }) => [volunteer],
    evolve: ({ records }, event, { recordedAt: since }) => {
      const { recordId, bodyId, source, minutes, day, grade, marks, reason, recorder: by, lookUntil } = event
      const said = { recordId, bodyId, source, minutes, day, grade, marks, reason, by, lookUntil, since }
      return { records: [...records, { ...said, status: 'submitted', holds: [], ...answered }] }
    },
  },
  RecordHeld: {
    keys: ({ volunteer }) => [volunteer],
    evolve: ({ records }, { recordId, holdId, kind }, { recordedAt: since }) => ({
      records: records.map((one) =>
        one.recordId === recordId ? { ...one, since, holds: [...one.holds, { holdId, kind, since }] } : one,
      ),
    }),
  },
  RecordObjected: change(({ by, reason, answerBy }) => ({ by, reason, answerBy })),
  ObjectionOverdue: change(() => ({ isOverdue: true })),
  HoldCleared: change((event, record) => ({ ...dropHold(event, record), by: event.by, reason: event.reason })),
  HoldLifted: change(dropHold),
  RecordReturned: change(({ by, reason }) => ({ status: 'returned', by, reason })),
  RecordResubmitted: change(({ by, minutes, day, grade, marks, lookUntil }) => ({
    ...{ status: 'submitted', by, minutes, day, grade, marks, lookUntil },
    reason: null,
  })),
  RecordWithdrawn: change(({ by }) => ({ status: 'withdrawn', by, reason: null })),
  RecordRejected: change(({ by, reason }) => ({ status: 'rejected', by, reason })),
  RecordVerified: change(({ approver: by, grade }) => ({
    status: 'verified',
    by,
    grade,
    reason: null,
    lookUntil: null,
  })),
  CorrectionRequested: change(({ by, reason, answerBy }) => ({
    status: 'correction-requested',
    by,
    reason,
    answerBy,
  })),
  RecordCorrected: change(({ approver: by, reason, minutes, day, grade, marks }) => ({
    ...{ status: 'verified', by, reason, minutes, day, grade, marks },
    ...answered,
  })),
  RecordUpheld: change(({ approver: by, reason }) => ({ status: 'verified', by, reason, ...answered })),
  RecordSuspended: change(({ by, reason }) => ({ status: 'suspended', by, reason })),
  RecordReinstated: change(({ by, reason }) => ({ status: 'verified', by, reason })),
  RecordVoided: change(({ by, reason }) => ({ status: 'voided', by, reason })),
  SheetLineSettled: change(({ grade }) => ({ grade })),
}

/** The records of a volunteer as the volunteer sees them: each with its state, marks, holds and reason (H22). */
export const ownRecords = defineView<OwnRecordsRow>('own-records', 1, { initial: () => ({ records: [] }), cases })
