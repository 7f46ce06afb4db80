/** The clocks of items as they run now: by the item's own stream, and by the calendar as it is known now (H4). */
import type { Instant } from '@zhiyuan/kernel'
import { attendanceTerms } from '../../slices/attendance/assignment/assignment.terms.ts'
import type { AssignmentState } from '../../slices/attendance/assignment/assignment.read.ts'
import { findRunningLookEnd, type RecordState } from '../../slices/hours/record/record.read.ts'
import { recordTerms } from '../../slices/hours/record/record.terms.ts'
import { dueNow, type PolicyBook } from '../../slices/organisation/policy/policy.read.ts'
import type { StarState } from '../../slices/recognition/star/star.read.ts'
import { starTerms } from '../../slices/recognition/star/star.terms.ts'
import { findOrderDue, type NeedState } from '../../slices/requests/need/need.read.ts'
import { findServiceDue, findSupervision, isUnserved, type OrderState } from '../../slices/requests/order/order.read.ts'
import { orderTerms } from '../../slices/requests/order/order.terms.ts'
import type { ApplicationId, RecordId } from '../../vocabulary/ids.ts'
import type { RunningTimer, TimerName, ToDoRow } from './row.ts'

type Due = ReadonlyArray<RunningTimer>

const moving: ReadonlySet<TimerName> = new Set([
  'service',
  'extension',
  'order',
  'ownership',
  'confirm',
  'excuse',
  'objection',
  'second-look',
  'notice',
])
/** Whether a clock of the item may have moved since it was set. */
export const hasMovingClock = ({ waits, due }: ToDoRow): boolean =>
  waits !== null && due.some(({ clock }) => moving.has(clock))

/** Replaces the end of one kind of clock; null leaves it as it was set. */
const moveClock = (due: Due, name: TimerName, find: (at: Instant) => Instant | null): Due =>
  due.map((one) => (one.clock === name ? { ...one, at: find(one.at) ?? one.at } : one))

/** The order's supervision runs beside its other clocks until it begins (O16). */
export const runOrderClocks = (policies: PolicyBook, state: OrderState, due: Due): Due => {
  if (!isUnserved(state)) return due
  const { extension, supervisor } = state
  const moved = moveClock(due, 'service', () => findServiceDue(policies, state))
  const answered = moveClock(moved, 'extension', () =>
    extension?.answer === 'open' ? dueNow(policies, { of: orderTerms, term: 'extension' }, extension.term) : null,
  )
  const supervision = supervisor === null ? findSupervision(policies, state) : null
  const isOwn = due.every(({ clock }) => clock !== 'extension')
  return supervision === null || !isOwn ? answered : [...answered, { clock: 'supervision', at: supervision }]
}

export const runNeedClocks = (policies: PolicyBook, state: NeedState, due: Due): Due => {
  if (state.type === 'None') return due
  const { offered } = state
  const ordered = moveClock(due, 'order', () =>
    state.type === 'Approved' && state.orderDue !== null ? findOrderDue(policies, state.orderDue) : null,
  )
  return moveClock(ordered, 'ownership', () =>
    offered === null ? null : dueNow(policies, { of: orderTerms, term: 'acceptOwner' }, offered.term),
  )
}

export const runAttendanceClocks = (policies: PolicyBook, state: AssignmentState, due: Due): Due => {
  const confirmed = moveClock(due, 'confirm', () =>
    'confirming' in state ? dueNow(policies, { of: attendanceTerms, term: 'attest' }, state.confirming) : null,
  )
  return moveClock(confirmed, 'excuse', () =>
    'excusing' in state ? dueNow(policies, { of: attendanceTerms, term: 'excuse' }, state.excusing) : null,
  )
}

export const runRecordClocks = (
  policies: PolicyBook,
  { records }: RecordState,
  { recordId, due }: { readonly recordId: RecordId; readonly due: Due },
): Due => {
  const record = records.get(recordId)
  const answered = moveClock(due, 'objection', (at) => {
    const question = record?.questions.find(({ answering }) => answering.dueAt === at)
    return question === undefined ? null : dueNow(policies, { of: recordTerms, term: 'late' }, question.answering)
  })
  return moveClock(answered, 'second-look', () => (record === undefined ? null : findRunningLookEnd(policies, record)))
}

export const runNoticeClock = (
  policies: PolicyBook,
  { applications }: StarState,
  { applicationId, due }: { readonly applicationId: ApplicationId; readonly due: Due },
): Due => {
  const notice = applications.get(applicationId)?.notice ?? null
  return moveClock(due, 'notice', () =>
    notice === null ? null : dueNow(policies, { of: starTerms, term: 'notice' }, notice),
  )
}

/** What ends by itself at its instant: no one has to act until then, and after it nothing is overdue. */
const windows: ReadonlySet<TimerName> = new Set(['reopen', 'second-look', 'notice'])

/** Leaves out the windows that have ended. The clock of a duty stays, as overdue, until the duty is done. */
export const dropEnded = (row: ToDoRow, now: Instant): ToDoRow => ({
  ...row,
  due: row.due.filter(({ clock, at }) => at > now || !windows.has(clock)),
})
