import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { policyRead, startClock } from '../../../organisation/policy/policy.read.ts'
import { isCandidate, teamRead } from '../../../organisation/team/team.read.ts'
import type { ConcludeNoTeam, DispatchOrder, OpenClaim } from '../order.codec.ts'
import type { OfferId } from '../../../../vocabulary/ids.ts'
import type { OrderState } from '../order.state.ts'
import { idTaken, stepOf, notAllowed, on, refuseDispatcher, units, unitsAndPolicy, type Decision } from './on.ts'
import { orderTerms } from '../order.terms.ts'

const offerOf = (state: OrderState, offerId: OfferId) =>
  state.type === 'None' ? undefined : state.offers.find(({ offered }) => offered.offerId === offerId)

/** O10, O23: the decision keeps its ranking; the offered team is checked by its own stream. */
export const dispatchOrder = on<typeof DispatchOrder._A>()({
  reads: ({ teamId }, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    book: policyRead(jurisdiction),
    team: teamRead(teamId),
  }),
  decide:
    (command, { tree, book, team }, moment) =>
    (state): Decision => {
      const { offerId, teamId, ranking, override } = command
      const known = offerOf(state, offerId)
      if (idTaken(state, offerId)) {
        const same =
          known !== undefined &&
          'ranking' in known.offered &&
          known.offered.teamId === teamId &&
          sameContent([known.offered.ranking, known.offered.override], [ranking, override])
        return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: offerId })
      }
      if (state.type !== 'Open') return E.left(notAllowed(state, command))
      const refusal = refuseDispatcher(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const fit = isCandidate(team, tree, { handler: state.handler, specialty: state.placed.specialty })
      if (fit !== 'candidate') return E.left({ type: 'TeamNotCandidate', teamId, reason: fit })
      const [best] = ranking.candidates
      if (best === undefined || !ranking.candidates.some((one) => one.teamId === teamId))
        return E.left({ type: 'TeamNotRanked', teamId })
      if (best.teamId !== teamId && override === null) return E.left({ type: 'OverrideNeedsReason', best: best.teamId })
      const clock = startClock(book, { of: orderTerms, term: 'offer', at: moment.now })
      if (E.isLeft(clock)) return clock
      const { dueAt: expiresAt, policyVersion } = clock.right
      return E.right([
        {
          type: 'OrderOffered',
          ...stepOf(state),
          offerId,
          teamId,
          planned: state.planned,
          ranking,
          override,
          expiresAt,
          policyVersion,
        },
      ])
    },
})

/** O23: finding nobody is an event. */
export const concludeNoTeam = on<typeof ConcludeNoTeam._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const { offerId, ranking } = command
      const known = state.type === 'None' ? undefined : state.searches.find((search) => search.offerId === offerId)
      if (known !== undefined && sameContent(known.ranking, ranking)) return E.right([])
      if (idTaken(state, offerId)) return E.left({ type: 'SameIdOtherContent', id: offerId })
      if (state.type !== 'Open') return E.left(notAllowed(state, command))
      const refusal = refuseDispatcher(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const count = Math.max(ranking.candidateCount, ranking.candidates.length)
      if (count > 0) return E.left({ type: 'CandidatesFound', count })
      return E.right([{ type: 'NoTeamFound', ...stepOf(state), offerId, ranking }])
    },
})

export const openClaim = on<typeof OpenClaim._A>()({
  reads: unitsAndPolicy,
  decide:
    (command, { tree, book }, moment) =>
    (state): Decision => {
      const { offerId } = command
      const known = offerOf(state, offerId)
      if (known !== undefined && !('ranking' in known.offered)) return E.right([])
      if (idTaken(state, offerId)) return E.left({ type: 'SameIdOtherContent', id: offerId })
      if (state.type !== 'Open') return E.left(notAllowed(state, command))
      const refusal = refuseDispatcher(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const clock = startClock(book, { of: orderTerms, term: 'claim', at: moment.now })
      if (E.isLeft(clock)) return clock
      const { dueAt: lapsesAt, policyVersion } = clock.right
      return E.right([{ type: 'ClaimOpened', ...stepOf(state), offerId, lapsesAt, policyVersion }])
    },
})
