/** After a split the holds that rested on the other human are lifted (G2): each registration has its own records back. */
import * as E from 'fp-ts/lib/Either.js'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { Code } from '../../../../vocabulary/values.ts'
import { mostHolds, type LiftHolds, type RecordEvent } from '../record.codec.ts'
import { changeRecord, isHeld, isLive, isOpen, type Hold, type ServiceRecord } from '../record.state.ts'
import { findWeaker, holdOverlap, listOtherRecords, listRecords } from './overlap.ts'
import { copyDatedKeys, copyStanding, humanReads, onProcess, otherReads } from './shared.ts'
import { hasThirdPerson } from './three-persons.ts'

/** Whether an open hold rests on what is another human's by now; what it rests on besides is found again. */
const isGroundless = (record: ServiceRecord, hold: Hold, humans: Humans): boolean => {
  if (!isOpen(hold)) return false
  const { kind, because } = hold
  if (kind === 'same-person') return hasThirdPerson({ record, humans })
  return kind === 'overlap' && because.some((one) => !isSameHuman(humans, one.volunteer, record.volunteer))
}

const liftAll = (record: ServiceRecord, groundless: ReadonlyArray<Hold>): ReadonlyArray<RecordEvent> => {
  const open = record.holds.filter(isOpen)
  return groundless.map(({ holdId }, index) => ({
    type: 'HoldLifted',
    ...copyDatedKeys(record),
    holdId,
    stillHeld: open.length > index + 1,
  }))
}

/** A record that only these holds had suspended counts again, unless it has to give way to another of its own human (H5). */
const liftFromRecord = (
  record: ServiceRecord,
  groundless: ReadonlyArray<Hold>,
  beside: ReadonlyArray<ServiceRecord>,
): ReadonlyArray<RecordEvent> => {
  const lifted = liftAll(record, groundless)
  const now = groundless.reduce(
    (one, { holdId }) => changeRecord(one, { type: 'HoldLifted', ...copyDatedKeys(record), holdId, stillHeld: false }),
    record,
  )
  const again = findWeaker([now], beside).flatMap(({ stronger }) => holdOverlap(now, stronger))
  if (again.length > 0 || isHeld(now) || record.suspendedByPerson !== false) return [...lifted, ...again]
  const reason = { code: 'split' as string as Code, text: null }
  return [...lifted, { type: 'RecordReinstated', ...copyStanding(record, record.revision + 1), by: null, reason }]
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
    const events = due
      .slice(0, most)
      .flatMap(({ record, groundless }) =>
        liftFromRecord(record, groundless, listOtherRecords(state, others, record.recordId)),
      )
    return E.right([...events, { type: 'HoldsReviewed', volunteer, more: due.length > most }])
  },
})
