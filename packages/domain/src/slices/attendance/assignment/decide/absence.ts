import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { dueNow, startClock } from '../../../organisation/policy/policy.read.ts'
import type { TeamState } from '../../../organisation/team/team.read.ts'
import type { AllegeAbsence, AssignmentCommand, ExcuseAbsence, LetAbsenceStand } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { AssignmentFacts, AssignmentState } from '../assignment.state.ts'
import { findGathering, type Gathering, type GatheringFound } from '../gathering.ts'
import {
  book,
  notAllowed,
  notUnderWay,
  on,
  personOf,
  refuseHandler,
  teamOf,
  unitsAndGathering,
  waitingOf,
  type Decision,
} from './on.ts'
import { attendanceTerms } from '../assignment.terms.ts'

const judging = (command: AssignmentCommand, state: AssignmentState, moment: Moment) => ({
  ...unitsAndGathering(command, state, moment),
  ...book(command, state, moment),
  team: teamOf(state),
})

interface Judging extends GatheringFound {
  readonly tree: UnitTree
  readonly team: TeamState | null
}

/** Who judges, and what of. */
interface Judged {
  readonly by: PersonId
  readonly gathering: Gathering
}

/** The team's leader, or the handler's dispatcher or clerk: a named person, and not the one who is judged. */
const findJudge = (
  command: AssignmentCommand,
  { tree, team, ...found }: Judging,
  state: AssignmentFacts,
  { actor }: Moment,
): E.Either<AssignmentRejection, Judged> => {
  if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: command.type })
  const { person: by } = actor
  if (by === command.volunteer) return E.left({ type: 'NotASecondPerson', person: by })
  const gathering = findGathering(command, found)
  if (E.isLeft(gathering)) return gathering
  const leads = team?.type === 'Active' && team.leader === by
  const refusal = leads ? null : refuseHandler({ tree, gathering: gathering.right, actor }, state, command)
  return refusal === null ? E.right({ by, gathering: gathering.right }) : E.left(refusal)
}

/** A8: by a named person, of who is not there when the service was to begin. */
export const allegeAbsence = on<typeof AllegeAbsence._A>()({
  reads: judging,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (state.type === 'AbsenceAlleged' && state.by === personOf(moment)) return E.right([])
      if (state.type !== 'Cleared') return E.left(notAllowed(state, command))
      const judge = findJudge(command, facts, state, moment)
      if (E.isLeft(judge)) return judge
      const { by, gathering } = judge.right
      const { planned } = state
      if (planned === null || !gathering.countsOnVolunteer) return E.left(notUnderWay(gathering, command))
      if (moment.now < planned.start) return E.left({ type: 'StartNotReached', plannedStart: planned.start })
      const allegedAt = moment.now
      const clock = startClock(facts.book, { of: attendanceTerms, term: 'excuse', at: allegedAt })
      if (E.isLeft(clock)) return clock
      const { dueAt: excuseBy, assumed, policyVersion } = clock.right
      return E.right([{ type: 'AbsenceAlleged', ...waitingOf(state), by, allegedAt, excuseBy, assumed, policyVersion }])
    },
})

const isRepeat = (state: AssignmentState, { reason }: typeof ExcuseAbsence._A, by: PersonId | null): boolean =>
  state.type === 'Excused' && state.by === by && sameContent(state.reason, reason)

/** A8: a no-show can be excused. */
export const excuseAbsence = on<typeof ExcuseAbsence._A>()({
  reads: judging,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command, personOf(moment))) return E.right([])
      if (state.type !== 'AbsenceAlleged') return E.left(notAllowed(state, command))
      const judge = findJudge(command, facts, state, moment)
      if (E.isLeft(judge)) return judge
      const { by } = judge.right
      const endedAt = dueNow(facts.book, { of: attendanceTerms, term: 'excuse' }, state.excusing)
      if (moment.now >= endedAt) return E.left({ type: 'TermEnded', endedAt })
      return E.right([{ type: 'AbsenceExcused', ...waitingOf(state), by, reason: command.reason }])
    },
})

export const letAbsenceStand = on<typeof LetAbsenceStand._A>()({
  reads: book,
  decide:
    (command, facts, { actor, now }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      if (state.type !== 'AbsenceAlleged' || state.excusing.dueAt !== command.excuseBy) return E.right([])
      const dueAt = dueNow(facts.book, { of: attendanceTerms, term: 'excuse' }, state.excusing)
      if (now < dueAt) return E.left({ type: 'NotYetDue', dueAt })
      return E.right([{ type: 'AbsenceStood', ...waitingOf(state), excuseBy: command.excuseBy }])
    },
})
