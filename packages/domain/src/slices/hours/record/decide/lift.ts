/** Holds that rest on nothing any more are lifted: after a split each registration has its own records back (G2). */
import * as E from 'fp-ts/lib/Either.js'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { Code } from '../../../../vocabulary/values.ts'
import { mostHolds, type HoldKind, type LiftHolds, type RecordEvent, type RecordReinstated } from '../record.codec.ts'
import {
  changeRecord,
  isCounting,
  isHeld,
  isLive,
  isOpen,
  type Hold,
  type RecordState,
  type ServiceRecord,
} from '../record.state.ts'
import { suspendHeld } from './hold.ts'
import { findWeaker, holdOverlap, listOtherRecords, listRecords } from './overlap.ts'
import { copyDatedKeys, copyStanding, humanReads, onProcess, otherReads, type Others } from './shared.ts'
import { hasThirdPerson } from './three-persons.ts'

/** A record, and those of its holds that rest on nothing any more. */
interface Due {
  readonly record: ServiceRecord
  readonly groundless: ReadonlyArray<Hold>
}

/** What took the ground from a hold: a split (G2), or a check-out that was taken back (A8). */
export type LiftReason = 'split' | 'taken-back'

/** What may rest on a record of another registration. That the log contradicts a record rests on one only where it was voided (H9). */
const ofSeveral: ReadonlyArray<HoldKind> = ['overlap', 'two-places', 'long-day', 'contradicts-the-log']

/** Whether an open hold rests on what is another human's by now; what it rests on besides is found again. */
const isGroundless = (record: ServiceRecord, hold: Hold, humans: Humans): boolean => {
  if (!isOpen(hold)) return false
  const { kind, because } = hold
  if (kind === 'same-person') return hasThirdPerson({ record, humans })
  return ofSeveral.includes(kind) && because.some((one) => !isSameHuman(humans, one.volunteer, record.volunteer))
}

const liftAll = (
  record: ServiceRecord,
  groundless: ReadonlyArray<Hold>,
): ReadonlyArray<Extract<RecordEvent, { readonly type: 'HoldLifted' }>> => {
  const open = record.holds.filter(isOpen)
  return groundless.map(({ holdId }, index) => ({
    type: 'HoldLifted',
    ...copyDatedKeys(record),
    holdId,
    stillHeld: open.length > index + 1,
  }))
}

/** A record that only a hold had suspended counts again (G2). */
const reinstate = (record: ServiceRecord, because: LiftReason): RecordReinstated => {
  const reason = { code: because as string as Code, text: null }
  return { type: 'RecordReinstated', ...copyStanding(record, record.revision + 1), by: null, reason }
}

const countsAgain = (record: ServiceRecord): boolean => !isHeld(record) && record.suspendedByPerson === false

/**
 * H5: what is lifted is compared as if it had never been held: what counted counts, and of two the one recorded later gives way. All holds are
 * lifted before any record is compared, else two that overlap would each be taken for one that waits for a ruling. The recheck that
 * follows finds what waits and what other registrations have.
 */
export const liftTogether = (
  due: ReadonlyArray<Due>,
  because: LiftReason,
  { state, others }: { readonly state: RecordState; readonly others: Others },
): ReadonlyArray<RecordEvent> => {
  const lifts = due.map(({ record, groundless }) => ({ record, events: liftAll(record, groundless) }))
  const lifted = lifts.map(({ record, events }) => events.reduce<ServiceRecord>(changeRecord, record))
  const now = new Map(state.records)
  for (const one of lifted) now.set(one.recordId, countsAgain(one) ? changeRecord(one, reinstate(one, because)) : one)
  const weaker = new Map(
    findWeaker([...now.values()], listOtherRecords({ records: now }, others, null)).map(({ record, stronger }) => [
      record.recordId,
      stronger,
    ]),
  )
  const judged = lifted.flatMap((one): ReadonlyArray<RecordEvent> => {
    const held = holdOverlap(one, weaker.get(one.recordId) ?? [])
    return held.length === 0 && countsAgain(one) ? [reinstate(one, because)] : held
  })
  const ids = new Set(lifted.map(({ recordId }) => recordId))
  const suspended = listRecords(state)
    .filter((one) => isCounting(one) && !ids.has(one.recordId))
    .flatMap((one) => holdOverlap(one, weaker.get(one.recordId) ?? []).flatMap((held) => suspendHeld(one, held)))
  return [...lifts.flatMap(({ events }) => events), ...judged, ...suspended]
}

export const liftHolds = onProcess<LiftHolds>()({
  reads: humanReads,
  thenReads: otherReads,
  about: ({ volunteer }, state, { humans, others }) => {
    const due = listRecords(state)
      .filter(isLive)
      .map((record) => ({ record, groundless: record.holds.filter((hold) => isGroundless(record, hold, humans)) }))
      .filter(({ groundless }) => groundless.length > 0)
    return due.length === 0 ? null : { volunteer, due, state, others }
  },
  then: ({ volunteer, due, state, others }) => {
    const most = Math.floor(mostHolds / 2)
    const events = liftTogether(due.slice(0, most), 'split', { state, others })
    return E.right([...events, { type: 'HoldsReviewed', volunteer, more: due.length > most }])
  },
})
