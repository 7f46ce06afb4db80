import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { policyRead, startTimer } from '../../../organisation/policy/policy.read.ts'
import { isCandidate, teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { Existing, OrderState } from '../order.state.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderTerms } from '../order.terms.ts'
import type { ConcludeNoTeam, DispatchOrder, OpenClaim, Ranking } from '../order.codec.ts'
import type { TeamId } from '../../../../vocabulary/ids.ts'
import { orderRoles } from '../order.roles.ts'
import { authorised, atHandler, findOffer, isIdTaken, copyKeys, type Decision } from './shared.ts'
import { decidingReads, refuseWaiting, waitingReads } from './waiting.ts'

type Command = DispatchOrder | ConcludeNoTeam | OpenClaim

/** The same decision again is a no-op, also where the ledger would rank otherwise by now; an id never names two decisions. */
const answerRepeat =
  <C extends Command>(same: (state: Existing, command: C) => boolean) =>
  (command: C, state: OrderState): Decision | null => {
    const offerId = command.type === 'ConcludeNoTeam' ? command.searchId : command.offerId
    if (state.type === 'None' || !isIdTaken(state, offerId)) return null
    return same(state, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: offerId })
  }

/** A ranking names its ten best: a team beyond them may still be one of the candidates that it counts. */
const mayBeRanked = ({ candidates, candidateCount }: Ranking, teamId: TeamId): boolean =>
  candidates.some((one) => one.teamId === teamId) || candidateCount > candidates.length

/** G7: no one sends the order to the team that the person leads, under any registration. */
const refuseOwnTeam = (
  team: TeamState,
  teamId: TeamId,
  { humans, actor }: { readonly humans: Humans; readonly actor: Moment['actor'] },
): OrderRejection | null => {
  if (team.type === 'None' || team.leader === null || actor.type !== 'person') return null
  const { person } = actor
  return isSameHuman(humans, team.leader, person) ? { type: 'LeadsTheTeam', person, teamId } : null
}

/** O10, O23: the decision keeps its ranking. The offered team is checked by its own stream. */
export const dispatchOrder = authorised<DispatchOrder>()({
  before: answerRepeat((state, { offerId, teamId, override }) => {
    const offered = findOffer(state, offerId)?.offered
    if (offered === undefined || !('ranking' in offered) || offered.teamId !== teamId) return false
    return sameContent(offered.override, override)
  }),
  states: ['Open'],
  ...atHandler(orderRoles.DispatchOrder),
  reads: (command, state, moment) => ({
    ...waitingReads(command, state, moment),
    policies: policyRead(moment.jurisdiction),
    team: teamRead(command.teamId),
  }),
  decide:
    ({ offerId, teamId, ranking, override }, { tree, policies, team, need, humans }, { actor, now }) =>
    (state): Decision => {
      const own =
        refuseWaiting(orderRoles.DispatchOrder, state, { need, humans, actor }) ??
        refuseOwnTeam(team, teamId, { humans, actor })
      if (own !== null) return E.left(own)
      if (team.type === 'None') return E.left({ type: 'NotThere', id: teamId })
      const fit = isCandidate(team, tree, { handler: state.handler, specialty: state.placed.specialty })
      if (fit !== 'candidate') return E.left({ type: 'TeamNotCandidate', teamId, reason: fit })
      const [best] = ranking.candidates
      if (best === undefined || !mayBeRanked(ranking, teamId)) return E.left({ type: 'TeamNotRanked', teamId })
      if (best.teamId !== teamId && override === null) return E.left({ type: 'OverrideNeedsReason', best: best.teamId })
      const timer = startTimer(policies, { of: orderTerms, term: 'offer', at: now })
      if (E.isLeft(timer)) return timer
      const { dueAt: expiresAt, policyVersion } = timer.right
      const { planned } = state
      const offer = { offerId, teamId, planned, ranking, override, expiresAt, policyVersion }
      return E.right([{ type: 'OrderOffered', ...copyKeys(state), ...offer }])
    },
})

/** O23: a search without a candidate is an event too. */
export const concludeNoTeam = authorised<ConcludeNoTeam>()({
  before: answerRepeat((state, command) => state.searches.some(({ searchId }) => searchId === command.searchId)),
  states: ['Open'],
  ...atHandler(orderRoles.ConcludeNoTeam),
  decide:
    ({ searchId, ranking }) =>
    (state): Decision => {
      const count = Math.max(ranking.candidateCount, ranking.candidates.length)
      if (count > 0) return E.left({ type: 'CandidatesFound', count })
      return E.right([{ type: 'NoTeamFound', ...copyKeys(state), searchId, ranking }])
    },
})

export const openClaim = authorised<OpenClaim>()({
  before: answerRepeat((state, { offerId }) => {
    const known = findOffer(state, offerId)
    return known !== undefined && !('ranking' in known.offered)
  }),
  states: ['Open'],
  ...atHandler(orderRoles.OpenClaim),
  reads: decidingReads,
  decide:
    ({ offerId }, { policies, need, humans }, { actor, now }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.OpenClaim, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      const timer = startTimer(policies, { of: orderTerms, term: 'claim', at: now })
      if (E.isLeft(timer)) return timer
      const { dueAt: lapsesAt, policyVersion } = timer.right
      return E.right([{ type: 'ClaimOpened', ...copyKeys(state), offerId, lapsesAt, policyVersion }])
    },
})
