/** Holds: processes set them, named persons clear them with a reason (H15). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { parseBurstHold } from '../../burst/burst.read.ts'
import type { Code } from '../../../../vocabulary/values.ts'
import type { ClearHold, HoldKind, HoldRecord, RecordHeld, RecordEvent } from '../record.codec.ts'
import { changeRecord, isCounting, isHeld, isLive, isOpen, type ServiceRecord } from '../record.state.ts'
import { refuseApprover, refuseInvolved } from './certifier.ts'
import {
  copyDatedKeys,
  notAllowed,
  on,
  onProcess,
  otherReads,
  findRecord,
  copyStanding,
  copyKeys,
  unitAndHumanReads,
  type Decision,
} from './shared.ts'
import { findWeaker, holdOverlap, listOtherRecords, refuseOverlap } from './overlap.ts'

/** A hold suspends a record that counted (H12). */
export const suspendHeld = (record: ServiceRecord, held: RecordHeld): ReadonlyArray<RecordEvent> => {
  if (!isCounting(record)) return [held]
  const reason = { code: held.kind satisfies HoldKind as string as Code, text: null }
  return [held, { type: 'RecordSuspended', ...copyStanding(record, record.revision + 1), by: null, reason }]
}

/** What a process finds of the attendance that made a record. */
const ofAttendance: ReadonlyArray<HoldKind> = ['confirmed-in-bulk', 'two-places']

/**
 * A hold is set once, and not again after it was cleared; a burst holds no `system` record (H12). No one sends overlap holds: the
 * decisions about records find them.
 */
export const holdRecord = onProcess<HoldRecord>()({
  about: (command, state) => {
    const record = findRecord(state, command.recordId)
    if (record === undefined || !isLive(record) || record.holds.some(({ holdId }) => holdId === command.holdId))
      return null
    if (command.kind === 'burst') return record.grade !== 'system' ? { command, record } : null
    return ofAttendance.includes(command.kind) ? { command, record } : null
  },
  then: ({ command, record }) => {
    const { holdId, kind, because } = command
    const { minutes, day, grade } = record
    const held = { type: 'RecordHeld' as const, ...copyKeys(record), holdId, kind, because, minutes, day, grade }
    return E.right(suspendHeld(record, held))
  },
})

/** H5: overlaps that waited while the record was held are held now, where the record has to give way. */
const lookAgain = (record: ServiceRecord, beside: ReadonlyArray<ServiceRecord>): ReadonlyArray<RecordEvent> =>
  findWeaker([record], beside).flatMap(({ stronger }) => holdOverlap(record, stronger))

/**
 * By an approver of the certifying unit or above who is not involved (H7). The hold of a burst is cleared by the one ruling on its case (H12). Clearing the last hold reinstates a record that only a hold had
 * suspended.
 */
export const clearHold = on<ClearHold>()({
  reads: unitAndHumanReads,
  thenReads: otherReads,
  decide:
    (command, { tree, humans, others }, moment) =>
    (state): Decision => {
      const record = findRecord(state, command.recordId)
      if (record === undefined) return E.left(notAllowed(record, command))
      const { holdId, reason } = command
      const hold = record.holds.find((one) => one.holdId === holdId)
      const by = actingPerson(moment)
      if (hold !== undefined && hold.cleared !== null)
        return hold.cleared.by === by && sameContent(hold.cleared.reason, reason)
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: holdId })
      if (!isHeld(record) || !isLive(record)) return E.left(notAllowed(record, command))
      const refusal = refuseApprover(tree, moment, record, command) ?? refuseInvolved({ record, humans }, moment)
      if (refusal !== null) return E.left(refusal)
      if (hold === undefined) return E.left({ type: 'NotThere', id: holdId })
      const burst = parseBurstHold(holdId)
      if (burst !== null) return E.left({ type: 'BurstIsClearedAbove', ...burst })
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const stillHeld = record.holds.some((one) => isOpen(one) && one.holdId !== holdId)
      const cleared = { type: 'HoldCleared' as const, ...copyDatedKeys(record), holdId, by, reason, stillHeld }
      const beside = listOtherRecords(state, others, record.recordId)
      if (stillHeld || record.suspendedByPerson !== false)
        return E.right([cleared, ...lookAgain(changeRecord(record, cleared), beside)])
      const overlap = refuseOverlap(beside, record.segments)
      if (overlap !== null) return E.left(overlap)
      return E.right([cleared, { type: 'RecordReinstated', ...copyStanding(record, record.revision + 1), by, reason }])
    },
})
