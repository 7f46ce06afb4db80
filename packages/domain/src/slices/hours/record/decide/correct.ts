/** H9: another person answers a correction that was asked for. It appends. */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, toMillis, type Instant, type LocalDay, type Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import type { CorrectionId, HoldId } from '../../../../vocabulary/ids.ts'
import type { RulingId } from '../../../organisation/proposal/proposal.codec.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import type { PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { isSameHuman } from '../../../people/humans/humans.read.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import type { AddedTimeEntered, CorrectRecord, Mark, RecordEvent, UpholdRecord } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { Correction } from '../record.correction.ts'
import { isOpen, type ServiceRecord } from '../record.state.ts'
import { addEntry, findEntered } from './added-time.ts'
import { needReads, orderReads, refuseAsking, type Asking } from './asking.ts'
import { isLeftToTwo, isVolunteer, refuseApprover, refuseCertifier, refuseInvolved, refuseOfTwo } from './certifier.ts'
import {
  notAllowed,
  on,
  otherReads,
  findRecord,
  copyStanding,
  copyKeys,
  copyRuledKeys,
  unitAndHumanReads,
  unitHumanAndPolicyReads,
  copyWorth,
  type Decision,
} from './shared.ts'
import { listOverlapping, listOtherRecords, copyRef, refuseOverlap } from './overlap.ts'
import { holdContradiction, presenceReads, toldReads, type Told } from './contradiction.ts'
import { suspendHeld } from './hold.ts'
import { holdEnteredAnew } from './entered-anew.ts'
import { holdLongDay } from './long-day.ts'
import { findLastLookEnd, refuseLooked } from './second-look.ts'
import { refuseResponsible } from './responsible.ts'
import { addsTime, judgeGrade, listMarks, refuseEntered, serviceDay, type Marked, type ServiceDay } from './served.ts'

export const findCorrection = (record: ServiceRecord | undefined, id: CorrectionId): Correction | undefined =>
  record?.corrections.find(({ correctionId }) => correctionId === id)

/** G8: the two who rule together say the same: which correction, and what the record says from now on. */
const nameAnswer = (command: CorrectRecord | UpholdRecord): RulingId => {
  const { type, volunteer, recordId, correctionId } = command
  const said = type === 'UpholdRecord' ? [] : command.segments.flatMap(({ start, end }) => [start, end])
  return nameRuling(type, volunteer, recordId, correctionId, ...said.map((at) => toMillis(at).toString(36)))
}

interface Answering extends Asking {
  readonly tree: UnitTree
  readonly proposals: Proposals
}

/** H16, G8: no approver is left who neither entered the record nor asked for this. */
const isAnsweredByTwo = (found: Answering, record: ServiceRecord, asked: Correction): boolean =>
  isLeftToTwo(found.tree, { ...found, record: addEntry(record, asked.by, asked.askedAt) })

/** The correction is open; the approver is not involved, and asked neither for it nor for the service. */
const refuseAnswer = (
  found: Answering,
  moment: Moment,
  record: ServiceRecord,
  command: CorrectRecord | UpholdRecord,
): RecordRejection | null => {
  const { tree, humans } = found
  const correction = findCorrection(record, command.correctionId)
  if (correction === undefined) return { type: 'NotThere', id: command.correctionId }
  const person = actingPerson(moment)
  const asked = person !== null && isSameHuman(humans, correction.by, person)
  if (isAnsweredByTwo(found, record, correction)) {
    const judged = { ...found, record: addEntry(record, correction.by, correction.askedAt) }
    if (asked) return { type: 'ApproverIsRequester', person }
    return refuseOfTwo(tree, moment, judged, { command, rulingId: nameAnswer(command) })
  }
  const refusal =
    refuseApprover(tree, moment, record, command) ??
    refuseInvolved({ record, humans }, moment) ??
    refuseAsking(record, found, moment, command)
  if (refusal !== null) return refusal
  return asked ? { type: 'ApproverIsRequester', person } : null
}

/** Added time is certified like a record of its own (H3, H16). The person who asked for it counts as having entered it (H7). */
const refuseAdded = (
  found: Answering,
  moment: Moment,
  record: ServiceRecord,
  command: CorrectRecord,
): RecordRejection | null => {
  const { tree, humans } = found
  const refusal = refuseResponsible(humans, record)
  if (refusal !== null) return refusal
  const asked = findCorrection(record, command.correctionId)
  if (asked !== undefined && isVolunteer({ record, humans }, asked.by))
    return { type: 'RequesterIsVolunteer', person: asked.by }
  if (asked !== undefined && isAnsweredByTwo(found, record, asked)) return null
  const entered = addEntry(record, asked?.by ?? null, moment.now)
  return refuseCertifier(tree, moment, { ...found, record: entered }, command)
}

/** H5: the corrected segments overlap nothing that counts, and the added time overlaps nothing that waits. */
const refuseCorrectedOverlap = (
  record: ServiceRecord,
  segments: Segments,
  beside: ReadonlyArray<ServiceRecord>,
): RecordRejection | null => {
  const overlap = refuseOverlap(beside, segments)
  if (overlap !== null) return overlap
  const before = new Set(listOverlapping(beside, record.segments))
  const because = listOverlapping(beside, segments).filter((one) => !before.has(one))
  return because.length === 0 ? null : { type: 'OverlapsWaiting', because: because.map(copyRef) }
}

/** What a correction makes of the record. Added time makes it `manual`, and is entered by the person who asked for it (H7, H9). */
const correct = (
  record: ServiceRecord,
  { segments, minutes }: CorrectRecord,
  { by }: Correction,
  { day, enteredAt: at }: { readonly day: LocalDay; readonly enteredAt: Instant },
): ServiceRecord => {
  const grade = judgeGrade(record, segments)
  const entries = addsTime(record, segments) ? [...record.entries, { by, segments, at }] : record.entries
  return { ...record, segments, minutes, day, grade, entries, revision: record.revision + 1 }
}

/** The added time as it is entered; the record counts as it is. */
const enterAdded = (
  record: ServiceRecord,
  { correctionId, segments, minutes, reason }: CorrectRecord,
  entered: Pick<AddedTimeEntered, 'by' | 'approver' | 'enteredAt' | 'lookUntil' | 'policyVersion'>,
): AddedTimeEntered => {
  const { source, teamId } = record
  return {
    type: 'AddedTimeEntered',
    ...copyKeys(record),
    correctionId,
    source,
    teamId,
    segments,
    minutes,
    reason,
    ...entered,
  }
}

/** H2a, H13: added time is compared with the log and with the day. A hold suspends the record, since it counted. */
const holdAdded = (
  corrected: ServiceRecord,
  told: Told,
  beside: ReadonlyArray<ServiceRecord>,
  policies: PolicyBook,
): ReadonlyArray<RecordEvent> => {
  const [first, ...more] = [
    ...holdLongDay(corrected, beside, policies),
    ...holdContradiction(corrected, told, policies),
    ...holdEnteredAnew(corrected, beside),
  ]
  return first === undefined ? [] : [...suspendHeld({ ...corrected, status: 'verified' }, first), ...more]
}

/** H4: what is added is late by when it was entered. What was late once stays so (H7). */
const markCorrected = (
  policies: PolicyBook,
  dated: ServiceDay,
  record: ServiceRecord,
  marked: Marked,
): ReadonlyArray<Mark> => {
  const marks = listMarks(policies, dated, marked)
  return record.marks.includes('late') && !marks.includes('late') ? ['late', ...marks] : marks
}

const findOpenHolds = (record: ServiceRecord): ReadonlyArray<HoldId> =>
  record.holds.filter(isOpen).map(({ holdId }) => holdId)

/**
 * Changes what counts; added time makes the record `manual` (H9). Where a second look is due it is entered first, and the same command makes the
 * correction when the look is over and each objection is answered (H20).
 */
export const correctRecord = on<CorrectRecord>()({
  reads: (command, state, moment) => ({
    ...unitHumanAndPolicyReads(command, state, moment),
    ...toldReads(findRecord(state, command.recordId)),
    proposals: proposalRead(nameAnswer(command)),
  }),
  thenReads: (found, command, state) => ({
    ...otherReads(found, command),
    ...presenceReads(found.humans, findRecord(state, command.recordId)),
    ...needReads(found),
  }),
  decide:
    (command, { others, ...found }, moment) =>
    (state): Decision => {
      const { policies } = found
      const record = findRecord(state, command.recordId)
      const { correctionId, segments, minutes, reason } = command
      const approver = actingPerson(moment)
      const asked = findCorrection(record, correctionId)
      const answer = asked?.answer ?? null
      if (answer !== null) {
        const said = { type: 'corrected', approver, segments, reason }
        return sameContent(answer, said) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: correctionId })
      }
      if (record?.status !== 'correction-requested') return E.left(notAllowed(record, command))
      const added = addsTime(record, segments)
      const refusal =
        refuseAnswer(found, moment, record, command) ?? (added ? refuseAdded(found, moment, record, command) : null)
      if (refusal !== null) return E.left(refusal)
      if (approver === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (asked === undefined) return E.left({ type: 'NotThere', id: correctionId })
      if (sameContent(segments, record.segments)) return E.left({ type: 'NothingChanged' })
      const beside = listOtherRecords(state, others, record.recordId)
      const unfit = refuseEntered(policies, command, moment.now) ?? refuseCorrectedOverlap(record, segments, beside)
      if (unfit !== null) return E.left(unfit)
      const dated = serviceDay(policies, segments)
      if (E.isLeft(dated)) return dated
      const entered = findEntered(asked, segments)
      const enteredAt = entered?.at ?? moment.now
      const corrected = correct(record, command, asked, { day: dated.right.day, enteredAt })
      const until = added ? findLastLookEnd(policies, corrected) : null
      if (until !== null && entered === null) {
        const looking = { enteredAt, lookUntil: until, policyVersion: dated.right.policy.version }
        return E.right([enterAdded(record, command, { by: asked.by, approver, ...looking })])
      }
      const looked = refuseLooked(until, moment.now)
      if (looked !== null) return E.left(looked)
      const holding = findOpenHolds(record)
      if (holding.length > 0) return E.left({ type: 'StillHeld', holds: holding })
      const { source, recordingUnit, grade } = corrected
      const recordedAt = added ? enteredAt : record.recordedAt
      const marks = markCorrected(policies, dated.right, record, {
        source,
        segments,
        minutes,
        grade,
        recordedAt,
        beside,
      })
      const said = {
        recordingUnit,
        correctionId,
        approver,
        segments,
        added,
        enteredAt,
        marks,
        reason,
        before: copyWorth(record),
      }
      const holds = added ? holdAdded(corrected, found, beside, policies) : []
      return E.right([{ type: 'RecordCorrected', ...copyStanding(corrected, corrected.revision), ...said }, ...holds])
    },
})

/** The record stays as it is, and objections to what would have been added are answered by it. */
export const upholdRecord = on<UpholdRecord>()({
  reads: (command, state, moment) => ({
    ...unitAndHumanReads(command, state, moment),
    ...orderReads(findRecord(state, command.recordId)),
    proposals: proposalRead(nameAnswer(command)),
  }),
  thenReads: (found) => needReads(found),
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const record = findRecord(state, command.recordId)
      const { correctionId, reason } = command
      const approver = actingPerson(moment)
      const answer = findCorrection(record, correctionId)?.answer ?? null
      if (answer !== null)
        return sameContent(answer, { type: 'upheld', approver, reason })
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: correctionId })
      if (record?.status !== 'correction-requested') return E.left(notAllowed(record, command))
      const refusal = refuseAnswer(found, moment, record, command)
      if (refusal !== null) return E.left(refusal)
      if (approver === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const open = findOpenHolds(record)
      return E.right([
        { type: 'RecordUpheld', ...copyKeys(record), grade: record.grade, correctionId, approver, reason },
        ...open.map((holdId, index) => ({
          type: 'HoldCleared' as const,
          ...copyRuledKeys(record),
          holdId,
          by: approver,
          reason,
          stillHeld: open.length > index + 1,
        })),
      ])
    },
})
