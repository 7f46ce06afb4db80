/** H9: one person asks for a correction, and another one answers. It appends. */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, toMillis, type Instant, type LocalDay, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import type { CorrectionId } from '../../../../vocabulary/ids.ts'
import type { RulingId } from '../../../organisation/proposal/proposal.codec.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import {
  computeDue,
  findCurrentPolicy,
  policyMissing,
  readTerms,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import { recordTerms } from '../record.terms.ts'
import { findSurvivor, isSameHuman } from '../../../people/humans/humans.read.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import type { CorrectRecord, RequestCorrection, RecordEvent, UpholdRecord } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { Correction, ServiceRecord } from '../record.state.ts'
import { needReads, orderReads, refuseAsking, type Asking } from './asking.ts'
import { isLeftToTwo, isVolunteer, refuseApprover, refuseCertifier, refuseInvolved, refuseOfTwo } from './certifier.ts'
import {
  notAllowed,
  on,
  otherReads,
  findRecord,
  copyStanding,
  copyKeys,
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
import { addsTime, judgeGrade, listMarks, refuseEntered, serviceDay } from './served.ts'

const findCorrection = (record: ServiceRecord | undefined, id: CorrectionId): Correction | undefined =>
  record?.corrections.find(({ correctionId }) => correctionId === id)

/** G8: the two who rule together say the same: which correction, and what the record says from now on. */
const nameAnswer = (command: CorrectRecord | UpholdRecord): RulingId => {
  const { type, volunteer, recordId, correctionId } = command
  const said = type === 'UpholdRecord' ? [] : command.segments.flatMap(({ start, end }) => [start, end])
  return nameRuling(type, volunteer, recordId, correctionId, ...said.map((at) => toMillis(at).toString(36)))
}

/** The volunteer asks, for a merged registration also the survivor (G2), or an approver of the certifying unit or above. */
export const requestCorrection = on<RequestCorrection>()({
  reads: unitHumanAndPolicyReads,
  decide:
    (command, { tree, humans, policies }, moment) =>
    (state): Decision => {
      const record = findRecord(state, command.recordId)
      const { correctionId, reason } = command
      const by = actingPerson(moment)
      const known = findCorrection(record, correctionId)
      if (known !== undefined)
        return known.by === by && sameContent(known.reason, reason)
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: correctionId })
      if (record?.status !== 'verified') return E.left(notAllowed(record, command))
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const isOwn = by === record.volunteer || by === findSurvivor(humans, record.volunteer)
      const refusal = isOwn ? null : refuseApprover(tree, moment, record, command)
      if (refusal !== null) return E.left(refusal)
      const { now: askedAt } = moment
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, askedAt))
      const { late: term } = readTerms(recordTerms, policy)
      const answerBy = computeDue(policies, policy, { term, from: askedAt }).dueAt
      return E.right([
        {
          type: 'CorrectionRequested',
          ...copyKeys(record),
          correctionId,
          by,
          reason,
          askedAt,
          answerBy,
          policyVersion: policy.version,
        },
      ])
    },
})

/** The record as if the person who asked for the correction had entered it (H7). */
const addEntry = (record: ServiceRecord, by: PersonId | null, at: Instant): ServiceRecord => ({
  ...record,
  entries: [...record.entries, { by, segments: record.segments, at }],
})

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
  { by, askedAt }: Correction,
  day: LocalDay,
): ServiceRecord => {
  const grade = judgeGrade(record, segments)
  const entries = addsTime(record, segments) ? [...record.entries, { by, segments, at: askedAt }] : record.entries
  return { ...record, segments, minutes, day, grade, entries, revision: record.revision + 1 }
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

/** Changes what counts; added time makes the record `manual` (H9), and waits for a second look since it was asked for (H20). */
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
      const corrected = correct(record, command, asked, dated.right.day)
      const looked = added ? refuseLooked(findLastLookEnd(policies, corrected), moment.now) : null
      if (looked !== null) return E.left(looked)
      const { source, recordingUnit, recordedAt, grade } = corrected
      const marks = listMarks(policies, dated.right, { source, segments, minutes, grade, recordedAt, beside })
      const said = { recordingUnit, correctionId, approver, segments, added, marks, reason, before: copyWorth(record) }
      const holds = added ? holdAdded(corrected, found, beside, policies) : []
      return E.right([{ type: 'RecordCorrected', ...copyStanding(corrected, corrected.revision), ...said }, ...holds])
    },
})

/** The record stays as it is. */
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
      return E.right([
        { type: 'RecordUpheld', ...copyKeys(record), grade: record.grade, correctionId, approver, reason },
      ])
    },
})
