import type { PersonId } from '@zhiyuan/kernel'
import type { RecordId } from '../../vocabulary/ids.ts'
import type { Case, Cases } from '../cases.ts'
import { defineView } from '../cases.ts'
import { ownRecordKey, type OwnRecord, type OwnRecordRow } from './row.ts'

interface OfRecord {
  readonly volunteer: PersonId
  readonly recordId: RecordId
}
const keys = ({ volunteer, recordId }: OfRecord): ReadonlyArray<string> => [ownRecordKey(volunteer, recordId)]
type Step<E> = (event: E, record: OwnRecord) => Partial<OwnRecord>

/** An event that changes a record that was entered. */
const change = <E extends OfRecord>(step: Step<E>): Case<OwnRecordRow, E> => ({
  keys,
  evolve: ({ record }, event, { recordedAt: since }) => ({
    record: record === null ? null : { ...record, since, ...step(event, record) },
  }),
})
const answered = { answerBy: null, isOverdue: false } as const
const corrected = { ...answered, minutesAsked: null, lookUntil: null } as const
/** A term that runs for another objection, or for a correction, runs on. */
const dropHold: Step<OfRecord & { readonly holdId: string }> = ({ holdId }, { holds, status }) => {
  const left = holds.filter((one) => one.holdId !== holdId)
  const runsOn = status === 'correction-requested' || left.some(({ kind }) => kind === 'objection')
  return { holds: left, ...(runsOn ? {} : answered) }
}

const cases: Cases<OwnRecordRow> = {
  RecordSubmitted: {
    keys,
    evolve: (_row, event, { recordedAt: enteredAt }) => {
      const { recordId, bodyId, source, minutes, day, grade, marks, reason, recorder: by, lookUntil } = event
      const said = { recordId, bodyId, source, minutes, day, grade, marks, reason, by, lookUntil }
      const standing = {
        status: 'submitted',
        holds: [],
        minutesAsked: null,
        ...answered,
        enteredAt,
        since: enteredAt,
      } as const
      return { record: { ...said, ...standing } }
    },
  },
  RecordHeld: {
    keys,
    evolve: ({ record }, { holdId, kind }, { recordedAt: since }) => ({
      record: record === null ? null : { ...record, since, holds: [...record.holds, { holdId, kind, since }] },
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
  AddedTimeEntered: change(({ approver: by, reason, minutes: minutesAsked, lookUntil }) => ({
    ...{ by, reason, minutesAsked, lookUntil },
  })),
  RecordCorrected: change(({ approver: by, reason, minutes, day, grade, marks }) => ({
    ...{ status: 'verified', by, reason, minutes, day, grade, marks },
    ...corrected,
  })),
  RecordUpheld: change(({ approver: by, reason }) => ({ status: 'verified', by, reason, ...corrected })),
  RecordSuspended: change(({ by, reason }) => ({ status: 'suspended', by, reason })),
  RecordReinstated: change(({ by, reason }) => ({ status: 'verified', by, reason })),
  RecordVoided: change(({ by, reason }) => ({ status: 'voided', by, reason })),
  SheetLineSettled: change(({ grade }) => ({ grade })),
}

/** Each record as its volunteer sees it, with its state, marks, holds and reason (H22). */
export const ownRecords = defineView<OwnRecordRow>('own-records', 2, { initial: () => ({ record: null }), cases })
