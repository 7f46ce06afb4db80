/** A record never says more than the log (H2a). */
import { readMany, type PersonId, type StreamRead } from '@zhiyuan/kernel'
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { OrderRound } from '../../../../vocabulary/occasion.ts'
import type { Round } from '../../../../vocabulary/values.ts'
import { assignmentRead, type AssignmentState } from '../../../attendance/assignment/assignment.read.ts'
import { sessionRead, takesPlace, type SessionState } from '../../../attendance/session/session.read.ts'
import { findGuardPolicy, readTerms, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import { orderRead, type Existing, type OrderState, type ServedRound } from '../../../requests/order/order.read.ts'
import type { RecordHeld } from '../record.codec.ts'
import { isOpen, type ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'
import { copyEdition } from './overlap.ts'
import { fitsOwnPart } from './own-part.ts'
import { copyKeys, copyWorth } from './shared.ts'
import { isWithin } from './window.ts'

/** What the log says of the occasion of a record, and of the human's own part in it, under every registration. */
export interface Told {
  readonly order: OrderState | null
  readonly session: SessionState | null
  readonly assignments: ReadonlyMap<PersonId, AssignmentState>
  readonly humans: Humans
  /** The record is a line of a sheet, and counts only with that (H14). */
  readonly isLine?: boolean
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

/** The round took place as far as its state says: it has begun, and was neither called off nor missed. */
const begun: ReadonlyArray<OrderState['type']> = ['InProgress', 'AwaitingReview', 'Closed', 'Aborted']

/** What the log says of a round: its seats when it ended or now, its plan, and from first check-in to report; null where it did not begin. */
const findRound = (order: Existing, round: Round): ServedRound | null =>
  round === order.round
    ? begun.includes(order.type)
      ? order
      : null
    : (order.past.find((one) => one.round === round) ?? null)

/** Who had a seat was to be there. A seat that an absence freed stays free, and a ruling found its volunteer there all the same. */
const fitsOrder = ({ round }: OrderRound, { volunteer, segments }: ServiceRecord, told: Told, fit: number): boolean => {
  const { order, assignments, humans } = told
  if (order === null || order.type === 'None') return false
  const own = { assignments: [...assignments.values()], line: told.isLine === true ? volunteer : null }
  if (!fitsOwnPart(segments, own, fit)) return false
  const served = findRound(order, round)
  const hadSeat = [...(served?.seated.keys() ?? [])].some((one) => isSameHuman(humans, one, volunteer))
  const wasFound = [...assignments.values()].some(({ type }) => type === 'FoundPresent')
  if (served === null || (!hadSeat && !wasFound)) return false
  const { planned, startedAt: start, reportedAt: end } = served
  const windows = [planned, start === null || end === null ? null : { start, end }]
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

/** Whether what was entered waits for the unit above already: its ruling is on the case as it stands then (H2a). */
export const isHeldByEntry = ({ holds }: ServiceRecord): boolean =>
  holds.some((hold) => isOpen(hold) && /^log:\d+$/.test(hold.holdId))

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

/** H14: a line that neither the unit above nor a head count vouches for ends no presence that the log leaves open. */
export const holdUnvouched = (record: ServiceRecord, told: Told, policies: PolicyBook): ReadonlyArray<RecordHeld> => {
  const wasRuled = record.holds.some(({ kind }) => kind === 'contradicts-the-log')
  return wasRuled || !isTold(record, { ...told, isLine: true }, policies)
    ? []
    : holdContradiction(record, { ...told, isLine: false }, policies)
}
