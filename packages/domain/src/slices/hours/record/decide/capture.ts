/** What every new record shares, however it was entered. */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, RecordId, TeamId } from '../../../../vocabulary/ids.ts'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { findRosterArea, rosterRead, type RosterBook } from '../../../organisation/roster/roster.read.ts'
import { humansRead } from '../../../people/humans/humans.read.ts'
import { findHome, volunteerRead, type VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import type { Code, EvidenceGrade, Minutes, Reason, Segments } from '../../../../vocabulary/values.ts'
import type { RecordSubmitted } from '../record.codec.ts'
import type { Occasion } from '../../../../vocabulary/occasion.ts'
import { beginRecord, type RecordState } from '../record.state.ts'
import { answeringUnit } from './certifier.ts'
import type { Decision, Others } from './shared.ts'
import { holdEntered, listOtherRecords, listRecords } from './overlap.ts'
import { listMarks, serviceDay } from './served.ts'
import { holdContradiction, type Told } from './contradiction.ts'
import { holdEnteredAnew } from './entered-anew.ts'
import { holdLongDay } from './long-day.ts'
import { findLookEnd } from './second-look.ts'

export interface Captured {
  readonly volunteer: PersonId
  readonly recordId: RecordId
  readonly source: Occasion
  readonly segments: Segments
  readonly minutes: Minutes
  readonly grade: EvidenceGrade
  readonly content: Code
  readonly servedUnit: UnitId
  readonly bodyId: BodyId
  readonly teamId: TeamId | null
  readonly recorder: PersonId | null
  readonly responsible: PersonId
  readonly reason: Reason | null
}

/** What every capture reads. */
export interface CaptureFacts {
  readonly policies: PolicyBook
  readonly rosters: RosterBook
  readonly registration: VolunteerState
  readonly tree: UnitTree
  readonly others: Others
}

export const captureReads = (
  { volunteer }: { readonly volunteer: PersonId },
  _state: RecordState,
  { jurisdiction }: Moment,
) => ({
  policies: policyRead(jurisdiction),
  rosters: rosterRead(jurisdiction),
  registration: volunteerRead(volunteer),
  tree: unitsRead(jurisdiction),
  humans: humansRead(jurisdiction),
})

/** H2, H17: all that a record says, with its marks and holds. What a person enters alone is compared with what the log `told` (H2a). */
export const capture = (
  state: RecordState,
  facts: CaptureFacts,
  moment: Moment,
  captured: Captured,
  told: Told | null = null,
): Decision => {
  const { volunteer, source, segments, minutes } = captured
  const dated = serviceDay(facts.policies, segments)
  if (E.isLeft(dated)) return dated
  const { day, policy } = dated.right
  const recordingUnit = answeringUnit(facts.tree, captured.bodyId)
  if (recordingUnit === null) return E.left({ type: 'UnknownBody', body: captured.bodyId })
  const beside = listOtherRecords(state, facts.others, null)
  const recordedAt = moment.now
  const { grade } = captured
  const marks = listMarks(facts.policies, dated.right, { source, segments, minutes, grade, recordedAt, beside })
  const submitted: RecordSubmitted = {
    type: 'RecordSubmitted',
    volunteer,
    recordId: captured.recordId,
    source,
    segments,
    minutes,
    day,
    grade,
    content: captured.content,
    servedUnit: captured.servedUnit,
    home: findHome(facts.registration, day),
    rosterArea: findRosterArea(facts.rosters, volunteer, day)?.area ?? null,
    bodyId: captured.bodyId,
    recordingUnit,
    teamId: captured.teamId,
    recorder: captured.recorder,
    responsible: captured.responsible,
    marks,
    reason: captured.reason,
    recordedAt,
    lookUntil: findLookEnd(facts.policies, { grade, marks, segments }, recordedAt),
    policyVersion: policy.version,
  }
  const record = beginRecord(submitted)
  return E.right([
    submitted,
    ...holdEntered(record, listRecords(state), beside),
    ...holdLongDay(record, beside, facts.policies),
    ...(told === null ? [] : holdContradiction(record, told, facts.policies)),
    ...(told === null ? [] : holdEnteredAnew(record, beside)),
  ])
}
