/** 回访: a check of the service by a person who had no hand in it (O7, O24). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId, type UnitId } from '@zhiyuan/kernel'
import type { TeamId } from '../../../../vocabulary/ids.ts'
import { actsAs, roles } from '../../../../vocabulary/values.ts'
import { actingPerson } from '../../../organisation/authority.ts'
import { handsRead } from '../../../organisation/hands.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import { refuseOwnUnit } from '../../../organisation/unit-above.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import type { TeamState } from '../../../organisation/team/team.read.ts'
import { isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import { needStream } from '../../need/need.read.ts'
import type { FollowUpOrder, OrderEvent } from '../order.codec.ts'
import { orderStream } from '../order.read.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderRoles } from '../order.roles.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { findReported, refuseLate, servingTeamReads, type Reported } from './reported.ts'
import { closeRound, hasPerformed } from './review.ts'
import { authorised, copyKeys, ownerUnit, type Decision } from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

const isFollowUpRepeat = (state: OrderState, command: FollowUpOrder, by: PersonId | null): boolean => {
  const known = state.type === 'None' ? undefined : state.followUps.find((one) => one.round === command.round)
  if (known === undefined || known.by !== by) return false
  return sameContent([known.verdict, known.comment], [command.verdict, command.comment])
}

const isFollowedUp = ({ followUps }: Existing, { round }: FollowUpOrder): boolean =>
  followUps.some((one) => one.round === round)

const isOwnTeam = (owner: UnitId, team: TeamState): boolean => team.type !== 'None' && team.unitId === owner

/** An administrator at the top only decides what another one there has proposed (G8). */
const decidesAtTop = (tree: UnitTree, { actor }: Moment): boolean =>
  actor.type === 'person' && actor.unit === tree.root && actsAs(actor.role, roles.administrator)

/** G8: the two who rule together rule the same, so the ruling has the verdict in its name. */
const nameFollowUp = ({ orderId, round, verdict }: FollowUpOrder) =>
  nameRuling('FollowUpOrder', orderId, round, verdict)

interface Found {
  readonly tree: UnitTree
  readonly teams: ReadonlyMap<TeamId, TeamState>
  readonly humans: Humans
  readonly proposals: Proposals
}

interface Asking {
  readonly command: FollowUpOrder
  readonly moment: Moment
  readonly hasPart: (person: PersonId) => boolean
}

/** O24, G8: where a team of the owner's own served, the unit above follows up; at the top two do together. */
const refuseUnit = (
  { owner }: Pick<Existing, 'owner'>,
  { tree, teams, humans, proposals }: Found,
  { command, moment, hasPart }: Asking,
): OrderRejection | null => {
  const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
  const together = { rulingId: nameFollowUp(command), proposals, isSame }
  const decides = decidesAtTop(tree, moment)
  if (!decides && ![...teams.values()].some((team) => isOwnTeam(owner, team))) return null
  const below = decides && tree.root !== null ? tree.root : owner
  return refuseOwnUnit(tree, moment, { below, hasPart, together })
}

/** The fact that a check was made closes the order; only the requester's side says whether it is solved (O7). */
const followUp = (
  reported: Reported,
  because: OrderEvent,
  ending: Omit<Parameters<typeof closeRound>[2], 'because'>,
) => (reported.outcome === null ? closeRound(reported, 'unreviewed', { because, ...ending }) : E.right([because]))

/** The follow-up of a round comes until its window ends, wherever the rounds after it are (O7). */
const reportedStates = [
  'Open',
  'Offered',
  'Claimable',
  'Accepted',
  'Scheduled',
  'InProgress',
  'AwaitingReview',
  'Closed',
  'Cancelled',
  'Aborted',
  'Unmet',
] as const

const followUpReads = (command: FollowUpOrder, state: Existing, moment: Moment) => ({
  ...servingTeamReads(command, state),
  ...policyReads(command, state, moment),
  ...waitingReads(command, state, moment),
  orderHands: handsRead(orderStream(command.orderId)),
  needHands: handsRead(needStream(state.placed.needId)),
  proposals: proposalRead(nameFollowUp(command)),
})

export const followUpOrder = authorised<FollowUpOrder>()({
  before: (command, state, moment) => (isFollowUpRepeat(state, command, actingPerson(moment)) ? E.right([]) : null),
  states: reportedStates,
  fits: (command, state) => findReported(state, command) !== null && !isFollowedUp(state, command),
  roles: orderRoles.FollowUpOrder.roles,
  unit: ownerUnit,
  also: {
    called: 'an administrator at the top, of what another person there proposed',
    is: ({ found, moment }) => decidesAtTop(found.tree, moment),
  },
  reads: followUpReads,
  decide:
    (command, { policies, need, orderHands, needHands, ...found }, moment) =>
    (state): Decision => {
      const { type, round, verdict, comment } = command
      const { actor } = moment
      const { humans } = found
      const reported = findReported(state, { round })
      if (actor.type !== 'person' || reported === null) return E.left({ type: 'NotAuthorised', command: type })
      const by = actor.person
      const hadHand = (person: PersonId): boolean =>
        listRegistrations(humans, person).some((one) => orderHands.has(one) || needHands.has(one))
      if (hasPerformed(state, humans, by)) return E.left({ type: 'ReviewerIsPerformer', person: by })
      if (hadHand(by)) return E.left({ type: 'HadAHand', person: by })
      const row = orderRoles.FollowUpOrder
      const hasPart = (person: PersonId): boolean =>
        hasPerformed(state, humans, person) ||
        hadHand(person) ||
        refuseWaiting(row, state, { need, humans, actor: { ...actor, person } }) !== null
      const refusal =
        refuseWaiting(row, state, { need, humans, actor }) ??
        refuseUnit(state, found, { command, moment, hasPart }) ??
        refuseLate(reported, moment)
      if (refusal !== null) return E.left(refusal)
      const because: OrderEvent = { type: 'OrderFollowedUp', ...copyKeys(reported), by, verdict, comment }
      return followUp(reported, because, { policies, moment })
    },
})
