/** Needs that ask for the same (N5, N14). */
import * as E from 'fp-ts/lib/Either.js'
import { readMany, type Moment } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { humansRead } from '../../../people/humans/humans.read.ts'
import { orderRead, type OrderState } from '../../order/order.read.ts'
import type {
  MergeNeed,
  NoteDuplicate,
  ProposeTwins,
  ReleaseDuplicate,
  ReturnMergedNeed,
  UnmergeNeed,
} from '../need.codec.ts'
import { judgeStanding, needRead } from '../need.read.ts'
import { needRoles } from '../need.roles.ts'
import type { ExistingNeed, NeedState, Submission } from '../need.state.ts'
import { copyAnswer } from './answer.ts'
import { isLikelyTwin } from './likeness.ts'
import {
  authorised,
  owningUnit,
  copyKeys,
  copyOpened,
  humansReads,
  onProcess,
  refuseInterested,
  repeatIf,
  resumeAnswer,
  startAnswer,
  type Decision,
} from './shared.ts'

const isOlder = (one: Submission, other: Submission): boolean =>
  one.recordedAt < other.recordedAt || (one.recordedAt === other.recordedAt && one.needId < other.needId)

/** An open need may be merged into only by a younger one, so that two merges at once never lead in a circle. */
const isFit = (target: NeedState, orders: ReadonlyArray<OrderState>, duplicate: Submission): target is ExistingNeed => {
  if (target.type === 'Submitted' || target.type === 'InfoRequested') return isOlder(target.submitted, duplicate)
  return target.type === 'Approved' && ['approved', 'in-service'].includes(judgeStanding(orders))
}

/** N5: both needs are kept; the requester of the merged one sees the outcome of the other. */
export const mergeNeed = authorised<MergeNeed>()({
  before: ({ into }, state) => repeatIf(state.type === 'Merged' && state.into === into),
  states: ['Submitted'],
  roles: needRoles.MergeNeed.roles,
  unit: owningUnit,
  reads: ({ into }, _state, { jurisdiction }) => ({
    target: needRead(into),
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  thenReads: ({ target }) => ({ orders: readMany(target.type === 'Approved' ? target.orders : [], orderRead) }),
  decide:
    ({ into, type }, { target, orders, tree, policies, humans }, moment) =>
    (state): Decision => {
      if (!isFit(target, [...orders.values()], state.submitted)) return E.left({ type: 'MergeTargetUnfit', into })
      const outside = refuseAuthority(tree, moment.actor, {
        command: type,
        unit: target.owner,
        roles: needRoles.MergeNeed.roles,
      })
      if (outside !== null) return E.left(outside)
      const refusal = refuseInterested(needRoles.MergeNeed, { humans, actor: moment.actor }, state, target)
      if (refusal !== null) return E.left(refusal)
      const { requester, contact, proxy } = state.submitted
      const proposed = isLikelyTwin(state, target, { policies, humans, moment })
      return E.right([
        {
          type: 'NeedMerged',
          ...copyAnswer(state, moment),
          into,
          requester,
          contact,
          proxy,
          proposed,
          stoppedAt: moment.now,
        },
      ])
    },
})

/** N5: a wrong merge is undone, with a reason. */
export const unmergeNeed = authorised<UnmergeNeed>()({
  states: ['Merged'],
  roles: needRoles.UnmergeNeed.roles,
  unit: owningUnit,
  reads: (...asked) => ({ ...policyReads(...asked), ...humansReads(...asked) }),
  decide:
    ({ reason }, { policies, humans }, moment) =>
    (state): Decision => {
      const refusal = refuseInterested(needRoles.UnmergeNeed, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      const clock = resumeAnswer(policies, state, moment)
      if (E.isLeft(clock)) return clock
      return E.right([
        { type: 'NeedUnmerged', ...copyKeys(state), survivor: state.into, reason, ...clock.right } as const,
      ])
    },
})

/** N5: the survivor ended unserved. */
export const returnMergedNeed = onProcess<ReturnMergedNeed>()({
  reads: policyReads,
  about: ({ survivor }, state) => (state.type === 'Merged' && state.into === survivor ? state : null),
  then: (state, { policies }, moment): Decision => {
    const clock = startAnswer(policies, moment)
    if (E.isLeft(clock)) return clock
    return E.right([{ type: 'MergedNeedReturned', ...copyKeys(state), survivor: state.into, ...clock.right } as const])
  },
})

const hasDuplicate = ({ duplicates }: ExistingNeed, id: Submission['needId']): boolean =>
  duplicates.some(({ duplicate }) => duplicate === id)

export const noteDuplicate = onProcess<NoteDuplicate>()({
  about: (command, state) =>
    state.type !== 'None' && !hasDuplicate(state, command.duplicate) ? { command, state } : null,
  then: ({ command: { duplicate, requester, contact, proxy }, state }) =>
    E.right([{ type: 'DuplicateNoted', ...copyOpened(state), duplicate, requester, contact, proxy }]),
})

export const releaseDuplicate = onProcess<ReleaseDuplicate>()({
  about: ({ duplicate }, state) =>
    state.type !== 'None' && hasDuplicate(state, duplicate) ? { duplicate, state } : null,
  then: ({ duplicate, state }) => E.right([{ type: 'DuplicateReleased', ...copyOpened(state), duplicate }]),
})

const proposalReads = ({ twins }: ProposeTwins, _state: NeedState, { jurisdiction }: Moment) => ({
  others: readMany(twins, needRead),
  policies: policyRead(jurisdiction),
  humans: humansRead(jurisdiction),
})

/** Whether a clerk can still merge the need, or merge into it. */
const isMergeable = (state: NeedState): state is ExistingNeed =>
  state.type === 'Submitted' ||
  state.type === 'InfoRequested' ||
  (state.type === 'Approved' && (state.standing === 'approved' || state.standing === 'in-service'))

/** N14: likely twins are proposed to the clerk. */
export const proposeTwins = onProcess<ProposeTwins>()({
  reads: proposalReads,
  about: ({ twins }, state) =>
    state.type === 'Submitted' ? { asked: twins.filter((one) => !state.twins.includes(one)), state } : null,
  then: ({ asked, state }, { others, policies, humans }, moment): Decision => {
    const twins = asked.filter((id) => {
      const other = others.get(id)
      return other !== undefined && isMergeable(other) && isLikelyTwin(state, other, { policies, humans, moment })
    })
    return E.right(twins.length === 0 ? [] : [{ type: 'TwinsProposed', ...copyKeys(state), twins }])
  },
})
