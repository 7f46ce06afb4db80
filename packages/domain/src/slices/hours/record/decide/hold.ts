/** Holds: processes set them, named persons clear them with a reason (H15). */
import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, sameContent, type Moment, type PersonId, type UnitId } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/values.ts'
import { actingPerson } from '../../../organisation/authority.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import { refuseRuler } from '../../../organisation/unit-above.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { isSameHuman, listRegistrations } from '../../../people/humans/humans.read.ts'
import { listParts } from '../record.parts.ts'
import { parseBurstHold } from '../../burst/burst.read.ts'
import type { Code } from '../../../../vocabulary/values.ts'
import type { ClearHold, HoldKind, HoldRecord, RecordHeld, RecordEvent } from '../record.codec.ts'
import { parseBulkHold } from '../record.read.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { changeRecord, isCounting, isHeld, isLive, isOpen, type Hold, type ServiceRecord } from '../record.state.ts'
import { withAdded } from './added-time.ts'
import { isHeldByEntry } from './contradiction.ts'
import {
  listAsking,
  needReads,
  orderHandReads,
  orderReads,
  presenceHandReads,
  refuseAsking,
  type Asking,
} from './asking.ts'
import { answeringUnit, refuseApprover, refuseInvolved, refuseThird } from './certifier.ts'
import {
  copyDatedKeys,
  copyRuledKeys,
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
const ofAttendance: ReadonlyArray<HoldKind> = ['confirmed-in-bulk', 'two-places', 'contradicts-the-log']

/**
 * A hold is set once, and not again after it was cleared; a burst holds no `system` record (H12). No one sends overlap holds: the
 * decisions about records find them.
 */
export const holdRecord = onProcess<HoldRecord>()({
  about: (command, state) => {
    const record = findRecord(state, command.recordId)
    if (record === undefined || !isLive(record) || record.holds.some(({ holdId }) => holdId === command.holdId))
      return null
    if (command.kind === 'contradicts-the-log' && isHeldByEntry(record)) return null
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

const nameClearing = ({ volunteer, recordId, holdId }: ClearHold) =>
  nameRuling('ClearHold', volunteer, recordId, holdId)

interface Clearing {
  readonly command: ClearHold
  /** Besides those with a part in the record: who asked for the service, dispatched or handled its order, or told of the presence (G8). */
  readonly concerned: ReadonlyArray<PersonId>
  readonly hold: Hold | undefined
  readonly proposals: Proposals
}

/** The unit in whose case the one above rules; undefined where an approver of the body does. */
const findBelow = (tree: UnitTree, { bodyId }: ServiceRecord, hold: Hold | undefined): UnitId | null | undefined => {
  if (hold?.kind === 'contradicts-the-log') return answeringUnit(tree, bodyId)
  return hold?.kind === 'confirmed-in-bulk' ? parseBulkHold(hold.holdId) : undefined
}

interface Judged extends Asking {
  readonly record: ServiceRecord
}

/** By an approver of the body or above; of a hold that is not there, or of a burst, two do not rule in his place. */
const refuseClearer = (
  tree: UnitTree,
  moment: Moment,
  judged: Judged,
  { command, hold, proposals }: Clearing,
): RecordRejection | null => {
  const { record } = judged
  if (hold !== undefined && hold.kind !== 'burst')
    return refuseThird(tree, moment, { ...judged, proposals }, { command, rulingId: nameClearing(command) })
  return refuseApprover(tree, moment, record, command) ?? refuseInvolved(judged, moment)
}

/** A9, H2a: of what clerks confirmed in bulk, and of what contradicts the log, the unit above rules. */
const refuseHand = (tree: UnitTree, moment: Moment, judged: Judged, clearing: Clearing): RecordRejection | null => {
  const { record, humans } = judged
  const { command, hold, proposals, concerned } = clearing
  const below = findBelow(tree, record, hold)
  if (below === undefined) return refuseClearer(tree, moment, judged, clearing)
  const involved = refuseInvolved(judged, moment)
  if (below === null) return { type: 'UnknownBody', body: record.bodyId }
  const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
  const parts = [...listParts(record), ...concerned]
  const hasPart = (person: PersonId): boolean => parts.some((one) => isSame(one, person))
  const together = { rulingId: nameClearing(command), proposals, isSame }
  return involved ?? refuseRuler(tree, moment, { below, post: roles.approver, hasPart, together })
}

/**
 * By an approver of the certifying unit or above who is not involved (H7), or by the unit above (A9, H2a); where neither is left, by two at
 * the top (G8). The hold of a burst is cleared by the one ruling on its case (H12). Clearing the last hold reinstates a record that only a hold had
 * suspended.
 */
export const clearHold = on<ClearHold>()({
  reads: (command, state, moment) => ({
    ...unitAndHumanReads(command, state, moment),
    proposals: proposalRead(nameClearing(command)),
    ...orderReads(findRecord(state, command.recordId)),
    ...orderHandReads(findRecord(state, command.recordId)),
  }),
  thenReads: (found, command, state) => ({
    ...otherReads(found, command),
    ...needReads(found),
    ...presenceHandReads(found.humans, findRecord(state, command.recordId)),
  }),
  decide:
    (command, { others, proposals, orderHands, presenceHands, ...found }, moment) =>
    (state): Decision => {
      const { tree, humans, order, need } = found
      const record = findRecord(state, command.recordId)
      if (record === undefined) return E.left(notAllowed(record, command))
      const { holdId, reason } = command
      const hold = record.holds.find((one) => one.holdId === holdId)
      const by = actingPerson(moment)
      if (hold !== undefined && hold.cleared !== null && hold.cleared.by !== by)
        return E.left(commandNotAllowed('cleared', command.type))
      if (hold !== undefined && hold.cleared !== null)
        return sameContent(hold.cleared.reason, reason)
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: holdId })
      if (!isHeld(record) || !isLive(record)) return E.left(notAllowed(record, command))
      const judged = { record: withAdded(record), humans, order, need }
      const concerned = [
        ...listAsking(found),
        ...(orderHands ?? []),
        ...[...presenceHands.values()].flatMap((one) => [...one]),
      ]
      const refusal =
        refuseHand(tree, moment, judged, { command, hold, proposals, concerned }) ??
        refuseAsking(record, found, moment, command)
      if (refusal !== null) return E.left(refusal)
      if (hold === undefined) return E.left({ type: 'NotThere', id: holdId })
      const burst = parseBurstHold(holdId)
      if (burst !== null) return E.left({ type: 'BurstIsClearedAbove', ...burst })
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const stillHeld = record.holds.some((one) => isOpen(one) && one.holdId !== holdId)
      const cleared = { type: 'HoldCleared' as const, ...copyRuledKeys(record), holdId, by, reason, stillHeld }
      const { source, segments, volunteer } = record
      const registrations = [...listRegistrations(humans, volunteer)]
      const tookPlace =
        hold.kind === 'contradicts-the-log'
          ? [{ type: 'TookPlaceRuled' as const, ...copyDatedKeys(record), source, segments, registrations, by, reason }]
          : []
      if (isCounting(record)) return E.right([cleared])
      const beside = listOtherRecords(state, others, record.recordId)
      if (stillHeld || record.suspendedByPerson !== false)
        return E.right([cleared, ...tookPlace, ...lookAgain(changeRecord(record, cleared), beside)])
      const overlap = refuseOverlap(beside, record.segments)
      if (overlap !== null) return E.left(overlap)
      const again = { type: 'RecordReinstated' as const, ...copyStanding(record, record.revision + 1), by, reason }
      return E.right([cleared, ...tookPlace, again])
    },
})
