import * as E from 'fp-ts/lib/Either.js'
import { minutesBetween, plusMillis, readMany, sameContent, type Moment } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { Minutes } from '../../../../vocabulary/values.ts'
import { policyMissing, findCurrentPolicy } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import { orderRead } from '../../order/order.read.ts'
import type { ApproveNeed, NoteAnswerOverdue, ReferNeed, RejectNeed } from '../need.codec.ts'
import { judgeStanding } from '../need.read.ts'
import type { NeedFacts } from '../need.state.ts'
import { needRoles } from '../need.roles.ts'
import { needTerms } from '../need.terms.ts'
import { startOrderDue } from './order-due.ts'
import {
  authorised,
  owningUnit,
  copyKeys,
  humansReads,
  onTimer,
  refuseInterested,
  repeatIf,
  unlist,
  type Decision,
} from './shared.ts'

export const copyAnswer = (state: NeedFacts, { now }: Moment) => ({
  ...copyKeys(state),
  minutesToAnswer: Math.min(Math.max(minutesBetween(state.submitted.recordedAt, now), 0), 100_000) as Minutes,
})

export const approveNeed = authorised<ApproveNeed>()({
  before: ({ serviceClass, risks }, state) =>
    repeatIf(
      state.type === 'Approved' &&
        state.serviceClass === serviceClass &&
        (risks === null || sameContent(risks, state.risks)),
    ),
  states: ['Submitted'],
  roles: needRoles.ApproveNeed.roles,
  unit: owningUnit,
  reads: (...asked) => ({ ...policyReads(...asked), ...humansReads(...asked) }),
  decide:
    (command, { policies, humans }, moment) =>
    (state): Decision => {
      const { needId, serviceClass } = command
      const refusal = refuseInterested(needRoles.ApproveNeed, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      if (state.hold === 'held') return E.left({ type: 'NeedIsHeld', needId })
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, moment.now))
      if (!readTerms(needTerms, policy).classes.includes(serviceClass))
        return E.left({ type: 'ServiceClassNotOffered', serviceClass })
      const risks = command.risks ?? state.risks
      if (risks === null || (risks.known && risks.description === null))
        return E.left({ type: 'RisksNotStated', needId })
      const approved = { serviceClass, risks, risksStated: command.risks !== null, approvedAt: moment.now }
      const due = startOrderDue(policies, policy, moment)
      return E.right([{ type: 'NeedApproved', ...copyAnswer(state, moment), ...approved, ...due }])
    },
})

export const rejectNeed = authorised<RejectNeed>()({
  before: ({ reason }, state) => repeatIf(state.type === 'Rejected' && sameContent(state.reason, reason)),
  states: ['Submitted'],
  roles: needRoles.RejectNeed.roles,
  unit: owningUnit,
  reads: humansReads,
  decide:
    ({ reason }, { humans }, moment) =>
    (state): Decision => {
      const refusal = refuseInterested(needRoles.RejectNeed, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'NeedRejected', ...copyAnswer(state, moment), reason }])
    },
})

/** N8: a referral is an answer, and leads to no order. N12: it is also a way out for an approved need that no order serves. */
export const referNeed = authorised<ReferNeed>()({
  before: ({ receiver, reason }, state) =>
    repeatIf(state.type === 'Referred' && sameContent(state.to, { receiver, reason })),
  states: ['Submitted', 'Approved'],
  roles: needRoles.ReferNeed.roles,
  unit: owningUnit,
  reads: (command, state, moment) => ({
    ...humansReads(command, state, moment),
    orders: readMany(state.orders, orderRead),
  }),
  decide:
    ({ receiver, reason }, { humans, orders }, moment) =>
    (state): Decision => {
      const refusal = refuseInterested(needRoles.ReferNeed, { humans, actor: moment.actor }, state)
      if (refusal !== null) return E.left(refusal)
      const standing = judgeStanding([...orders.values()])
      if (standing !== 'approved') return E.left({ type: 'ReferralTooLate', standing })
      return E.right([{ type: 'NeedReferred', ...copyAnswer(state, moment), receiver, reason }, ...unlist(state)])
    },
})

/** N2: an answer exactly at the due instant is on time, so the timer acts after it. */
export const noteAnswerOverdue = onTimer<NoteAnswerOverdue>()({
  running: ({ dueAt }, state) =>
    state.type === 'Submitted' && !state.overdueNoted && dueAt === state.answerDueAt
      ? { dueAt: plusMillis(dueAt, 1), state }
      : null,
  end: ({ state }) => E.right([{ type: 'AnswerOverdue', ...copyKeys(state), dueAt: state.answerDueAt }]),
})
