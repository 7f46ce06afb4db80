/** 回访: a check of the service by a person who had no hand in it (O7, O24). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { handsRead } from '../../../organisation/hands.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { findParent, type UnitTree } from '../../../organisation/units/units.read.ts'
import type { TeamState } from '../../../organisation/team/team.read.ts'
import { listRegistrations } from '../../../people/humans/humans.read.ts'
import { needStream } from '../../need/need.read.ts'
import type { FollowUpOrder, OrderEvent } from '../order.codec.ts'
import { orderStream } from '../order.read.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderRoles } from '../order.roles.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { closeRound, hasPerformed, isReviewable, refuseLate, type Reviewable } from './review.ts'
import { authorised, boundTeamReads, copyKeys, ownerUnit, type Decision } from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

const isFollowUpRepeat = (state: OrderState, command: FollowUpOrder, by: PersonId | null): boolean => {
  const known = state.type === 'None' ? undefined : state.followUps.find((one) => one.round === command.round)
  if (known === undefined || known.by !== by) return false
  return sameContent([known.verdict, known.comment], [command.verdict, command.comment])
}

const isFollowedUp = ({ followUps, round }: Existing): boolean => followUps.some((one) => one.round === round)

/** O24: where the owner's own team served, its officers do not check it; the unit above does, if there is one. */
const refuseOwnUnit = (
  tree: UnitTree,
  { owner, team }: { readonly owner: Existing['owner']; readonly team: TeamState | null },
  actor: { readonly person: PersonId; readonly unit: Existing['owner'] },
): OrderRejection | null => {
  const above = findParent(tree, owner)
  const ownTeam = team !== null && team.type !== 'None' && team.unitId === owner
  return ownTeam && actor.unit === owner && above !== null
    ? { type: 'NotTheUnitAbove', person: actor.person, ruler: above, propose: null }
    : null
}

/** The fact that a check was made closes the order; only the requester's side says whether it is solved (O7). */
const followUp = (state: Reviewable, because: OrderEvent, ending: Omit<Parameters<typeof closeRound>[2], 'because'>) =>
  state.type === 'AwaitingReview' ? closeRound(state, 'unreviewed', { because, ...ending }) : E.right([because])

export const followUpOrder = authorised<FollowUpOrder>()({
  before: (command, state, moment) => (isFollowUpRepeat(state, command, actingPerson(moment)) ? E.right([]) : null),
  states: ['AwaitingReview', 'Closed'],
  fits: (command, state) => isReviewable(state, command) && !isFollowedUp(state),
  roles: orderRoles.FollowUpOrder.roles,
  unit: ownerUnit,
  reads: (command, state, moment) => ({
    ...boundTeamReads(command, state),
    ...policyReads(command, state, moment),
    ...waitingReads(command, state, moment),
    orderHands: handsRead(orderStream(command.orderId)),
    needHands: handsRead(needStream(state.placed.needId)),
  }),
  decide:
    ({ type, verdict, comment }, { tree, team, policies, need, humans, orderHands, needHands }, moment) =>
    (state): Decision => {
      const { actor } = moment
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const by = actor.person
      if (hasPerformed(state, humans, by)) return E.left({ type: 'ReviewerIsPerformer', person: by })
      if (listRegistrations(humans, by).some((one) => orderHands.has(one) || needHands.has(one)))
        return E.left({ type: 'HadAHand', person: by })
      const refusal =
        refuseWaiting(orderRoles.FollowUpOrder, state, { need, humans, actor }) ??
        refuseOwnUnit(tree, { owner: state.owner, team }, actor) ??
        refuseLate(state, moment)
      if (refusal !== null) return E.left(refusal)
      const because: OrderEvent = { type: 'OrderFollowedUp', ...copyKeys(state), by, verdict, comment }
      return followUp(state, because, { policies, moment })
    },
})
