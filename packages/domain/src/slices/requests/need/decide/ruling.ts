/** Another unit owns the need from the start, by a ruling (O19). */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment, PersonActor, UnitId } from '@zhiyuan/kernel'
import type { OutsideJurisdiction } from '../../../../vocabulary/rejections.ts'
import {
  policyRead,
  runTimer,
  findCurrentPolicy,
  policyMissing,
  dueNow,
} from '../../../organisation/policy/policy.read.ts'
import { findParent, findUnit, listAncestors, type UnitTree } from '../../../organisation/units/units.read.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { humansRead } from '../../../people/humans/humans.read.ts'
import { orderTerms } from '../../order/order.terms.ts'
import type { AnswerOwnership, FollowSurvivor, LapseOwnership, RuleMisrouted } from '../need.codec.ts'
import { needRoles } from '../need.roles.ts'
import type { ExistingNeed, NeedFacts } from '../need.state.ts'
import { isUnderWay, moveOwner, relist } from './move.ts'
import {
  authorised,
  copyKeys,
  copyOpened,
  humansReads,
  onProcess,
  onTimer,
  refuseInterested,
  type Decision,
} from './shared.ts'

/** O19: the lowest unit that has both owners below it; where the city is one of the two, the city. */
const findRulingUnit = (tree: UnitTree, owner: UnitId, to: UnitId): UnitId => {
  if (findUnit(tree, to) === null) return findParent(tree, owner) ?? owner
  const above = listAncestors(tree, to)
  return listAncestors(tree, owner).find((unit) => above.includes(unit)) ?? tree.root ?? owner
}

interface Asked<C> {
  readonly command: C
  readonly state: NeedFacts
  readonly found: { readonly tree: UnitTree }
}
const rulingUnit = {
  called: 'the lowest unit above both owners',
  of: ({ command, state, found }: Asked<RuleMisrouted>): UnitId => findRulingUnit(found.tree, state.owner, command.to),
}
const receivingUnit = {
  called: 'the unit to which the city gives the need',
  of: ({ command }: Pick<Asked<AnswerOwnership>, 'command'>): UnitId => command.to,
}

/** A unit above does not decide in the place of the one that does; the refusal names it. */
const refuseUnitAbove = ({ person, role, unit: actsAt }: PersonActor, unit: UnitId): OutsideJurisdiction => ({
  type: 'OutsideJurisdiction',
  person,
  role,
  actsAt,
  unit,
})

/** The city gives nothing away that the other unit has not accepted. */
const offerOwner = (
  state: ExistingNeed,
  { to, reason }: Pick<RuleMisrouted, 'to' | 'reason'>,
  { policies, moment }: { readonly policies: Parameters<typeof findCurrentPolicy>[0]; readonly moment: Moment },
): Decision => {
  const policy = findCurrentPolicy(policies, moment)
  if (policy === null) return E.left(policyMissing(policies, moment.now))
  const timer = runTimer(policies, policy, { of: orderTerms, term: 'acceptOwner', from: moment.now })
  const { dueAt: acceptBy, assumed, policyVersion } = timer
  const term = { offeredFrom: moment.now, acceptBy, assumed, policyVersion }
  return E.right([{ type: 'OwnershipOffered', ...copyKeys(state), to, reason, ...term }])
}

export const ruleMisrouted = authorised<RuleMisrouted>()({
  states: ['Submitted', 'InfoRequested', 'Approved'],
  fits: (_command, state) => isUnderWay(state),
  done: ({ to }, { owner, offered }) => owner === to || offered?.to === to,
  roles: needRoles.RuleMisrouted.roles,
  unit: rulingUnit,
  reads: (_command, _state, { jurisdiction }) => ({
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  decide:
    ({ to, reason, type }, { tree, policies, humans }, moment) =>
    (state): Decision => {
      const ruling = findRulingUnit(tree, state.owner, to)
      const { actor } = moment
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      // A unit above the lowest one rules on nothing that is decided below it.
      if (actor.unit !== ruling) return E.left(refuseUnitAbove(actor, ruling))
      if (findUnit(tree, to)?.status !== 'Open') return E.left({ type: 'NewOwnerUnfit', unit: to })
      const refusal = refuseInterested(needRoles.RuleMisrouted, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      if (state.offered !== null) return E.left({ type: 'OwnershipOpen', to: state.offered.to })
      if (state.owner === tree.root) return offerOwner(state, { to, reason }, { policies, moment })
      return E.right([moveOwner(state, { to, reason, survivor: null }), ...relist(state, to, tree)])
    },
})

export const answerOwnership = authorised<AnswerOwnership>()({
  states: ['Submitted', 'InfoRequested', 'Approved'],
  fits: ({ to }, { offered }) => offered?.to === to,
  roles: needRoles.AnswerOwnership.roles,
  unit: receivingUnit,
  reads: (...asked) => ({ ...policyReads(...asked), ...humansReads(...asked) }),
  decide:
    ({ to, accept, reason, type }, { tree, policies, humans }, moment) =>
    (state): Decision => {
      if (moment.actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      // The city does not accept for the unit.
      if (moment.actor.unit !== to) return E.left(refuseUnitAbove(moment.actor, to))
      const refusal = refuseInterested(needRoles.AnswerOwnership, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      const { offered } = state
      if (offered === null) return E.right([])
      const acceptBy = dueNow(policies, { of: orderTerms, term: 'acceptOwner' }, offered.term)
      if (moment.now >= acceptBy) return E.left({ type: 'OwnershipLapsed', lapsedAt: acceptBy })
      if (!accept) return E.right([{ type: 'OwnershipRefused', ...copyOpened(state), to, reason, acceptBy: null }])
      return E.right([
        { type: 'OwnershipAccepted', ...copyOpened(state), to, reason },
        moveOwner(state, { to, reason: offered.reason, survivor: null }),
        ...relist(state, to, tree),
      ])
    },
})

/** O19: unanswered, the need stays. */
export const lapseOwnership = onTimer<LapseOwnership>()({
  reads: policyReads,
  running: ({ acceptBy }, state, { policies }) => {
    const offered = state.type === 'None' ? null : state.offered
    if (state.type === 'None' || offered?.term.dueAt !== acceptBy) return null
    return { dueAt: dueNow(policies, { of: orderTerms, term: 'acceptOwner' }, offered.term), offered, state }
  },
  end: ({ offered: { to, term }, state }) =>
    E.right([{ type: 'OwnershipRefused', ...copyOpened(state), to, reason: null, acceptBy: term.dueAt }]),
})

export const followSurvivor = onProcess<FollowSurvivor>()({
  about: (command, state) =>
    state.type === 'Merged' && state.into === command.survivor && state.owner !== command.to
      ? { command, state }
      : null,
  then: ({ command: { to, reason, survivor }, state }) => E.right([moveOwner(state, { to, reason, survivor })]),
})
