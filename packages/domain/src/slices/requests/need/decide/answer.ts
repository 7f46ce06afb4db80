import * as E from 'fp-ts/lib/Either.js'
import { minutesBetween, plusMillis, sameContent, type Moment } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { Minutes } from '../../../../vocabulary/values.ts'
import { policyMissing, findCurrentPolicy, startTimer } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import type {
  ApproveNeed,
  LapseInformation,
  MergeNeed,
  NoteAnswerOverdue,
  ReferNeed,
  RejectNeed,
  RequestInformation,
  SupplyInformation,
} from '../need.codec.ts'
import { needRead } from '../need.read.ts'
import type { NeedFacts, NeedState, Submission } from '../need.state.ts'
import { needTerms } from '../need.terms.ts'
import { authorised, byClerk, onTimer, findRequestersSide, copyKeys, type Decision } from './shared.ts'

/** The same answer again. */
const repeatIf = (same: boolean): Decision | null => (same ? E.right([]) : null)

const copyAnswer = (state: NeedFacts, { now }: Moment) => ({
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
  ...byClerk,
  reads: policyReads,
  decide:
    (command, { policies }, moment) =>
    (state): Decision => {
      const { needId, serviceClass } = command
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, moment.now))
      if (!readTerms(needTerms, policy).classes.includes(serviceClass))
        return E.left({ type: 'ServiceClassNotOffered', serviceClass })
      const risks = command.risks ?? state.risks
      if (risks === null || (risks.known && risks.description === null))
        return E.left({ type: 'RisksNotStated', needId })
      const approved = { serviceClass, risks, risksStated: command.risks !== null, approvedAt: moment.now }
      return E.right([{ type: 'NeedApproved', ...copyAnswer(state, moment), ...approved }])
    },
})

export const rejectNeed = authorised<RejectNeed>()({
  before: ({ reason }, state) => repeatIf(state.type === 'Rejected' && sameContent(state.reason, reason)),
  states: ['Submitted'],
  ...byClerk,
  decide:
    ({ reason }, _found, moment) =>
    (state): Decision =>
      E.right([{ type: 'NeedRejected', ...copyAnswer(state, moment), reason }]),
})

/** N8: a referral is an answer, and leads to no order. */
export const referNeed = authorised<ReferNeed>()({
  before: ({ receiver, reason }, state) =>
    repeatIf(state.type === 'Referred' && sameContent(state.to, { receiver, reason })),
  states: ['Submitted'],
  ...byClerk,
  decide:
    ({ receiver, reason }, _found, moment) =>
    (state): Decision =>
      E.right([{ type: 'NeedReferred', ...copyAnswer(state, moment), receiver, reason }]),
})

const isOlder = (one: Submission, other: Submission): boolean =>
  one.recordedAt < other.recordedAt || (one.recordedAt === other.recordedAt && one.needId < other.needId)

/** An approved need may be merged into by any; an open one only by a younger one, so that two merges at once never lead in a circle. */
const takesDuplicate = (target: NeedState, duplicate: Submission): boolean =>
  target.type === 'Approved' ||
  ((target.type === 'Submitted' || target.type === 'InfoRequested') && isOlder(target.submitted, duplicate))

/** N5: both needs are kept; the requester of the merged one sees the outcome of the other. */
export const mergeNeed = authorised<MergeNeed>()({
  before: ({ into }, state) => repeatIf(state.type === 'Merged' && state.into === into),
  states: ['Submitted'],
  ...byClerk,
  reads: ({ into }) => ({ target: needRead(into) }),
  decide:
    ({ into }, { target }, moment) =>
    (state): Decision => {
      if (!takesDuplicate(target, state.submitted)) return E.left({ type: 'MergeTargetUnfit', into })
      const { requester } = state.submitted
      return E.right([{ type: 'NeedMerged', ...copyAnswer(state, moment), into, requester }])
    },
})

export const requestInformation = authorised<RequestInformation>()({
  before: ({ question }, state) =>
    repeatIf(state.type !== 'None' && state.questions.some((one) => sameContent(one, question))),
  states: ['Submitted'],
  ...byClerk,
  reads: policyReads,
  decide:
    ({ question }, { policies }, { now }) =>
    (state): Decision => {
      const timer = startTimer(policies, { of: needTerms, term: 'information', at: now })
      if (E.isLeft(timer)) return timer
      const { dueAt: lapsesAt, assumed, policyVersion } = timer.right
      return E.right([{ type: 'InformationRequested', ...copyKeys(state), question, lapsesAt, assumed, policyVersion }])
    },
})

export const supplyInformation = authorised<SupplyInformation>()({
  before: ({ answer }, state) =>
    repeatIf(state.type !== 'None' && state.answers.some((one) => sameContent(one, answer))),
  states: ['InfoRequested'],
  ...byClerk,
  also: {
    called: 'requester, contact and proxy of the need',
    is: ({ state, moment }) => findRequestersSide(state, moment) !== null,
  },
  decide:
    ({ answer }, _found, { now }) =>
    (state): Decision =>
      now >= state.lapsesAt
        ? E.left({ type: 'InformationLapsedAlready', lapsedAt: state.lapsesAt })
        : E.right([{ type: 'InformationSupplied', ...copyKeys(state), answer }]),
})

/** N7: the need lapses, and the requester is told. */
export const lapseInformation = onTimer<LapseInformation>()({
  running: ({ lapsesAt }, state) =>
    state.type === 'InfoRequested' && state.lapsesAt === lapsesAt ? { dueAt: lapsesAt, state } : null,
  end: ({ state }) => {
    const { submitted, lapsesAt } = state
    return E.right([{ type: 'InformationLapsed', ...copyKeys(state), requester: submitted.requester, lapsesAt }])
  },
})

/** N2: an answer exactly at the due instant is on time, so the timer acts after it. */
export const noteAnswerOverdue = onTimer<NoteAnswerOverdue>()({
  running: ({ dueAt }, state) => {
    const waiting = state.type === 'Submitted' && state.questions.length === 0 && !state.overdueNoted
    return waiting && dueAt === state.submitted.answerDueAt ? { dueAt: plusMillis(dueAt, 1), state } : null
  },
  end: ({ state }) => E.right([{ type: 'AnswerOverdue', ...copyKeys(state), dueAt: state.submitted.answerDueAt }]),
})
