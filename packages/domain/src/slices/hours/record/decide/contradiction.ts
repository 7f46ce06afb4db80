/** A record never says more than the log (H2a). */
import { readMany, toMillis, type PersonId, type StreamRead } from '@zhiyuan/kernel'
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { OrderRound } from '../../../../vocabulary/occasion.ts'
import type { Interval, Segments } from '../../../../vocabulary/values.ts'
import { assignmentRead, type AssignmentState } from '../../../attendance/assignment/assignment.read.ts'
import { sessionRead, takesPlace, type SessionState } from '../../../attendance/session/session.read.ts'
import { findGuardPolicy, readTerms, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import { orderRead, type OrderState } from '../../../requests/order/order.read.ts'
import type { RecordHeld } from '../record.codec.ts'
import type { ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'
import { copyEdition } from './overlap.ts'
import { copyKeys, copyWorth } from './shared.ts'

/** What the log says of the occasion of a record, and of the human's own part in it, under every registration. */
export interface Told {
  readonly order: OrderState | null
  readonly session: SessionState | null
  readonly assignments: ReadonlyMap<PersonId, AssignmentState>
  readonly humans: Humans
}

type Sourced = Pick<ServiceRecord, 'source' | 'volunteer'>

/** Nothing is read for a record that is not there. */
export const toldReads = (record: Sourced | undefined) => ({
  order: record?.source.type === 'order' ? orderRead(record.source.orderId) : null,
  session: record?.source.type === 'session' ? sessionRead(record.source.sessionId) : null,
})

type OwnReads = ReadonlyMap<PersonId, StreamRead<AssignmentState>>
const readOwn = (humans: Humans, { source: occasion, volunteer }: Sourced): OwnReads =>
  readMany(listRegistrations(humans, volunteer), (registration) =>
    assignmentRead({ occasion, volunteer: registration }),
  )
/** Reads of the second round, since the first one finds who is one human (G2). */
export const presenceReads = (humans: Humans, record: Sourced | undefined): { readonly assignments: OwnReads } => ({
  assignments: record === undefined ? new Map() : readOwn(humans, record),
})

const msPerMinute = 60_000
/** The whole presence lies in the window, each end at most `fit` minutes beyond it. Both bounds are closed. */
const isWithin = (segments: Segments, window: Interval | null, fit: number): boolean => {
  const from = segments[0]?.start
  const to = segments.at(-1)?.end
  if (window === null || from === undefined || to === undefined) return false
  const { start, end } = window
  return toMillis(from) >= toMillis(start) - fit * msPerMinute && toMillis(to) <= toMillis(end) + fit * msPerMinute
}

/**
 * By these the log says that the human was not there, or that no one has vouched for it: a check-out or capture that is not confirmed makes
 * no record (A9, H15).
 */
const unproven: ReadonlyArray<AssignmentState['type']> = [
  'AbsenceAlleged',
  'Absent',
  'Excused',
  'CheckOutMissing',
  'Unconfirmed',
  'Captured',
  'CaptureUnconfirmed',
  'CaptureRefused',
]
const isUnproven = (assignments: Told['assignments']): boolean =>
  [...assignments.values()].some(({ type }) => unproven.includes(type))
/** The round took place as far as its state says: it has begun, and was neither called off nor missed. */
const begun: ReadonlyArray<OrderState['type']> = ['InProgress', 'AwaitingReview', 'Closed', 'Aborted']

const fitsOrder = ({ round }: OrderRound, { volunteer, segments }: ServiceRecord, told: Told, fit: number): boolean => {
  const { order, assignments, humans } = told
  if (order === null || order.type === 'None' || isUnproven(assignments)) return false
  const isSeated = (people: Iterable<ServiceRecord['volunteer']>): boolean =>
    [...people].some((one) => isSameHuman(humans, one, volunteer))
  const planned = order.offers.findLast(
    ({ offered, answer }) => offered.round === round && answer === 'accepted',
  )?.planned
  if (round < order.round) return isSeated(order.servedBefore) && isWithin(segments, planned ?? null, fit)
  if (!begun.includes(order.type) || !isSeated(order.seated.keys())) return false
  const { startedAt: start, reportedAt: end } = order
  const windows = [order.planned, start === null || end === null ? null : { start, end }]
  return windows.some((window) => isWithin(segments, window, fit))
}

const fitsSession = ({ segments }: ServiceRecord, { session }: Told, fit: number): boolean =>
  session !== null &&
  session.type !== 'None' &&
  takesPlace(session) &&
  isWithin(segments, session.published.planned, fit)

/** Whether the log tells of it. Null terms of the service day ask nothing (G5). */
const isTold = (record: ServiceRecord, told: Told, policies: PolicyBook): boolean => {
  const [first] = record.segments
  const policy = first === undefined ? null : findGuardPolicy(policies, first.start)
  if (policy === null) return true
  const { fit, publishedSessions } = readTerms(recordTerms, policy)
  if (fit === null) return true
  const { source } = record
  if (source.type === 'order') return fitsOrder(source, record, told, fit)
  return !publishedSessions || fitsSession(record, told, fit)
}

/** H2a: what does not fit is held until the unit above rules. */
export const holdContradiction = (
  record: ServiceRecord,
  told: Told,
  policies: PolicyBook,
): ReadonlyArray<RecordHeld> => {
  if (isTold(record, told, policies)) return []
  const holdId = `log:${copyEdition(record)}` as HoldId
  const kind = 'contradicts-the-log'
  return [{ type: 'RecordHeld', ...copyKeys(record), holdId, kind, because: [], ...copyWorth(record) }]
}
