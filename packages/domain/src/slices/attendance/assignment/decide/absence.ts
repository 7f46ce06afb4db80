import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import type { TeamId } from '../../../../vocabulary/ids.ts'
import type { OrderState } from '../../../requests/order/order.read.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { dueNow, startClock } from '../../../organisation/policy/policy.read.ts'
import { teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import type { AllegeAbsence, AssignmentCommand, ExcuseAbsence, LetAbsenceStand } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { AssignmentFacts, AssignmentState } from '../assignment.state.ts'
import {
  book,
  countsOn,
  notAllowed,
  notUnderWay,
  on,
  personOf,
  refuseHandler,
  unitsAndOrder,
  waitingOf,
  type Decision,
} from './on.ts'
import { attendanceTerms } from '../assignment.terms.ts'

interface Judging {
  readonly tree: UnitTree
  readonly order: OrderState
  readonly team: TeamState
}

const judging = (command: AssignmentCommand, state: AssignmentState, moment: Moment) => ({
  ...unitsAndOrder(command, state, moment),
  ...book(command, state, moment),
  team: teamRead(state.type === 'None' ? ('none' as TeamId) : state.service.teamId),
})

/** The team's leader, or the handler's dispatcher or clerk: a named person, and not the one who is judged. */
const refuseJudge = (
  facts: Judging,
  state: AssignmentFacts,
  moment: Moment,
  command: AssignmentCommand,
): AssignmentRejection | null => {
  const person = personOf(moment)
  if (person === command.volunteer) return { type: 'NotASecondPerson', person }
  if (facts.team.type === 'Active' && facts.team.leader === person) return null
  return refuseHandler(facts, state, moment, command)
}

/** A8: by a named person, of who is not there when the service was to begin. */
export const allegeAbsence = on<typeof AllegeAbsence._A>()({
  reads: judging,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const by = personOf(moment)
      if (state.type === 'AbsenceAlleged' && state.by === by) return E.right([])
      if (state.type !== 'Cleared') return E.left(notAllowed(state, command))
      const refusal = refuseJudge(facts, state, moment, command)
      if (refusal !== null || by === null) return E.left(refusal ?? { type: 'NotAuthorised', command: command.type })
      const { planned } = state
      if (planned === null || !countsOn(facts.order, command)) return E.left(notUnderWay(facts.order, command))
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
      const by = personOf(moment)
      if (isRepeat(state, command, by)) return E.right([])
      if (state.type !== 'AbsenceAlleged') return E.left(notAllowed(state, command))
      const refusal = refuseJudge(facts, state, moment, command)
      if (refusal !== null || by === null) return E.left(refusal ?? { type: 'NotAuthorised', command: command.type })
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
      return E.right([{ type: 'AbsenceStood', ...waitingOf(state) }])
    },
})
