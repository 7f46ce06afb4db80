import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { dueNow, findGuardPolicy, policyMissing, runTimer } from '../../../organisation/policy/policy.read.ts'
import { handsRead } from '../../../organisation/hands.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import { hasLeader, type TeamState } from '../../../organisation/team/team.read.ts'
import { refuseRuler } from '../../../organisation/unit-above.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import { findPrivateProxy, needRead, type NeedState } from '../../../requests/need/need.read.ts'
import { orderStream } from '../../../requests/order/order.read.ts'
import { occasionKey } from '../../../../vocabulary/occasion.ts'
import { roles } from '../../../../vocabulary/values.ts'
import type {
  AllegeAbsence,
  AssignmentCommand,
  AssignmentRef,
  EndAbsence,
  ExcuseAbsence,
  LetAbsenceStand,
} from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import { assignmentRoles } from '../assignment.roles.ts'
import type { AssignmentState } from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'
import { findGathering, findHandler, gatheringReads, type GatheringFound } from '../gathering.ts'
import {
  authorised,
  atHandler,
  notUnderWay,
  onProcess,
  onTimer,
  servingTeamReads,
  copyKeys,
  type Decision,
} from './shared.ts'

const judgeReads = (command: AssignmentCommand, state: AssignmentState, moment: Moment) => ({
  humans: humansRead(moment.jurisdiction),
  ...gatheringReads(command),
  ...policyReads(command, state, moment),
  ...servingTeamReads(state),
})

/** The team's leader, or the handler's dispatcher or clerk. */
const byJudge = {
  ...atHandler(assignmentRoles.AllegeAbsence),
  also: {
    called: 'the leader of the team',
    is: ({ found, moment }: { readonly found: { readonly team: TeamState | null }; readonly moment: Moment }) =>
      hasLeader(found.team, actingPerson(moment)),
  },
} as const

/** A8: no one judges an own absence, in any role; `refuseOwnHuman` says so under another registration. */
const refuseOwnJudge = ({ volunteer }: AssignmentCommand, moment: Moment): AssignmentRejection | null =>
  actingPerson(moment) === volunteer ? { type: 'NotASecondPerson', person: volunteer } : null

const refuseOwnHuman = (
  { volunteer }: AssignmentCommand,
  humans: Humans,
  person: PersonId,
): AssignmentRejection | null => (isSameHuman(humans, volunteer, person) ? { type: 'NotASecondPerson', person } : null)

type IsAbsent = Extract<AssignmentState, { readonly type: 'Absent' }>

/** While the term runs, those who may allege judge; afterwards `refuseAbove` says who does. */
const byJudgeOrAbove = {
  ...atHandler(assignmentRoles.ExcuseAbsence),
  also: {
    called: 'the leader of the team; once the term has ended, an approver of the unit above',
    is: ({
      state,
      found,
      moment,
    }: {
      readonly state: AssignmentState
      readonly found: { readonly team: TeamState | null }
      readonly moment: Moment
    }) => state.type === 'Absent' || byJudge.also.is({ found, moment }),
  },
} as const

const nameExcuse = ({ occasion, volunteer }: AssignmentRef) =>
  nameRuling('ExcuseAbsence', occasionKey(occasion), volunteer)

const excuseReads = (command: ExcuseAbsence, state: AssignmentState, moment: Moment) => ({
  ...judgeReads(command, state, moment),
  proposals: proposalRead(nameExcuse(command)),
  hands: command.occasion.type === 'order' ? handsRead(orderStream(command.occasion.orderId)) : null,
})

interface RulingFound extends GatheringFound {
  readonly tree: UnitTree
  readonly humans: Humans
  readonly proposals: Proposals
  /** Who sent a command on the order: dispatched or handled it. */
  readonly hands: ReadonlySet<PersonId> | null
  readonly need: NeedState | null
}

/** G7: who asked for the service; a proxy of the office only typed it. */
const listAsking = ({ order, need }: Pick<RulingFound, 'order' | 'need'>): ReadonlyArray<PersonId | null> =>
  order === null || order.type === 'None'
    ? []
    : [order.placed.requester, order.placed.contact, need === null ? null : findPrivateProxy(need)]

/** G8: the absent volunteer, the person who alleged it, who handled the order and who asked for it have a part in the case. */
const refuseAbove = (
  command: ExcuseAbsence,
  state: IsAbsent,
  { tree, humans, proposals, hands, ...found }: RulingFound,
  moment: Moment,
): AssignmentRejection | null => {
  const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
  return refuseRuler(tree, moment, {
    below: findHandler(found, state),
    post: roles.approver,
    hasPart: (person) =>
      [command.volunteer, state.by, ...(hands ?? []), ...listAsking(found)].some(
        (one) => one !== null && isSame(one, person),
      ),
    together: { rulingId: nameExcuse(command), proposals, isSame },
  })
}

/** A8: a named person alleges that the volunteer was not there when the service was to begin. */
export const allegeAbsence = authorised<AllegeAbsence>()({
  before: (command, state, moment) => {
    if (state.type === 'AbsenceAlleged' && state.by === actingPerson(moment)) return E.right([])
    const refusal = state.type === 'Cleared' ? refuseOwnJudge(command, moment) : null
    return refusal === null ? null : E.left(refusal)
  },
  states: ['Cleared'],
  ...byJudge,
  reads: judgeReads,
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const own = refuseOwnHuman(command, found.humans, by)
      if (own !== null) return E.left(own)
      const gathering = findGathering(command, found)
      if (E.isLeft(gathering)) return gathering
      const { planned } = state
      if (planned === null || !gathering.right.countsOnVolunteer) return E.left(notUnderWay(gathering.right, command))
      if (moment.now < planned.start) return E.left({ type: 'StartNotReached', plannedStart: planned.start })
      const allegedAt = moment.now
      const policy = findGuardPolicy(found.policies, allegedAt)
      if (policy === null) return E.left(policyMissing(found.policies, allegedAt))
      const term = { of: attendanceTerms, term: 'excuse', from: allegedAt } as const
      const { dueAt: excuseBy, assumed, policyVersion } = runTimer(found.policies, policy, term)
      return E.right([{ type: 'AbsenceAlleged', ...copyKeys(state), by, allegedAt, excuseBy, assumed, policyVersion }])
    },
})

/** A8: a no-show can be excused; one that stands, by an approver of the unit above (G8). */
export const excuseAbsence = authorised<ExcuseAbsence>()({
  before: (command, state, moment) => {
    if (state.type === 'Excused' && state.by === actingPerson(moment) && sameContent(state.reason, command.reason))
      return E.right([])
    const refusal = state.type === 'AbsenceAlleged' ? refuseOwnJudge(command, moment) : null
    return refusal === null ? null : E.left(refusal)
  },
  states: ['AbsenceAlleged', 'Absent'],
  ...byJudgeOrAbove,
  reads: excuseReads,
  thenReads: ({ order }) => ({
    need: order === null || order.type === 'None' ? null : needRead(order.placed.needId),
  }),
  decide:
    (command, { policies, ...found }, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const excused = { type: 'AbsenceExcused' as const, ...copyKeys(state), by, reason: command.reason }
      if (state.type === 'Absent') {
        const refusal = refuseAbove(command, state, found, moment)
        return refusal === null ? E.right([excused]) : E.left(refusal)
      }
      const own = refuseOwnHuman(command, found.humans, by)
      if (own !== null) return E.left(own)
      const endedAt = dueNow(policies, { of: attendanceTerms, term: 'excuse' }, state.excusing)
      if (moment.now >= endedAt) return E.left({ type: 'TermEnded', endedAt })
      return E.right([excused])
    },
})

export const letAbsenceStand = onTimer<LetAbsenceStand>()({
  reads: policyReads,
  running: ({ excuseBy }, state, { policies }) =>
    state.type === 'AbsenceAlleged' && state.excusing.dueAt === excuseBy
      ? { dueAt: dueNow(policies, { of: attendanceTerms, term: 'excuse' }, state.excusing), state }
      : null,
  end: ({ state }) => E.right([{ type: 'AbsenceStood', ...copyKeys(state), excuseBy: state.excusing.dueAt }]),
})

const absent = ['AbsenceAlleged', 'Absent', 'Excused'] as const
type WasAbsent = Extract<AssignmentState, { readonly type: (typeof absent)[number] | 'TakenOver' }>

/** Also where the recorder took over the capture of a volunteer whose absence was alleged. */
const wasAbsent = (state: AssignmentState): state is WasAbsent =>
  (absent as ReadonlyArray<AssignmentState['type']>).includes(state.type) ||
  (state.type === 'TakenOver' && state.contested !== null)

/** H2a: a ruling that the service took place undoes the absence of the volunteer whom the record names. */
export const endAbsence = onProcess<EndAbsence>()({
  about: (command, state) => (wasAbsent(state) ? { command, state } : null),
  then: ({ command: { by, reason }, state }): Decision =>
    E.right([{ type: 'AbsenceOverruled', ...copyKeys(state), by, reason }]),
})
