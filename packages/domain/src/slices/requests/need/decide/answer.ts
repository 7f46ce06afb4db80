import * as E from 'fp-ts/lib/Either.js'
import { minutesBetween, plusMillis, sameContent, type Moment } from '@zhiyuan/kernel'
import { refuseAuthority, refusePerson } from '../../../organisation/authority.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { policyMissing, policyNow, startClock } from '../../../organisation/policy/policy.read.ts'
import { roles, type Minutes } from '../../../../vocabulary/words.ts'
import type {
  ApproveNeed,
  LapseInformation,
  MergeNeed,
  NeedCommand,
  NoteAnswerOverdue,
  ReferNeed,
  RejectNeed,
  RequestInformation,
  SupplyInformation,
} from '../need.codec.ts'
import { needRead } from '../need.read.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState, Submission } from '../need.state.ts'
import { notAllowed, on, requestersSide, treeAndBook, type Decision } from './on.ts'
import { needTerms } from '../need.terms.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'

const units = (_command: NeedCommand, _state: NeedState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
})

/** N2: a clerk of the owning unit or above it vets and answers. */
const refuseClerk = (
  tree: UnitTree,
  { actor }: Moment,
  { submitted }: NeedFacts,
  command: NeedCommand,
): NeedRejection | null =>
  refuseAuthority(tree, actor, { command: command.type, unit: submitted.unitId, roles: [roles.clerk] })

const answeredBy = ({ submitted }: NeedFacts, { now }: Moment) => ({
  unitId: submitted.unitId,
  minutesToAnswer: Math.min(Math.max(minutesBetween(submitted.recordedAt, now), 0), 100_000) as Minutes,
})

export const approveNeed = on<typeof ApproveNeed._A>()({
  reads: treeAndBook,
  decide:
    (command, { tree, book }, moment) =>
    (state): Decision => {
      const { needId, serviceClass } = command
      if (state.type === 'Approved') {
        const same =
          state.serviceClass === serviceClass && (command.risks === null || sameContent(command.risks, state.risks))
        return same ? E.right([]) : E.left(notAllowed(state, command))
      }
      if (state.type !== 'Submitted') return E.left(notAllowed(state, command))
      const refusal = refuseClerk(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const policy = policyNow(book, moment)
      if (policy === null) return E.left(policyMissing(book, moment.now))
      if (!readTerms(needTerms, policy).classes.includes(serviceClass))
        return E.left({ type: 'ServiceClassNotOffered', serviceClass })
      const risks = command.risks ?? state.risks
      if (risks === null || (risks.known && risks.description === null))
        return E.left({ type: 'RisksNotStated', needId })
      return E.right([
        {
          type: 'NeedApproved',
          needId,
          ...answeredBy(state, moment),
          serviceClass,
          risks,
          approvedAt: moment.now,
        },
      ])
    },
})

export const rejectNeed = on<typeof RejectNeed._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const { needId, reason } = command
      if (state.type === 'Rejected' && sameContent(state.reason, reason)) return E.right([])
      if (state.type !== 'Submitted') return E.left(notAllowed(state, command))
      const refusal = refuseClerk(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'NeedRejected', needId, ...answeredBy(state, moment), reason }])
    },
})

/** N8: an answer, never an order. */
export const referNeed = on<typeof ReferNeed._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const { needId, receiver, reason } = command
      if (state.type === 'Referred' && sameContent(state.to, { receiver, reason })) return E.right([])
      if (state.type !== 'Submitted') return E.left(notAllowed(state, command))
      const refusal = refuseClerk(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'NeedReferred', needId, ...answeredBy(state, moment), receiver, reason }])
    },
})

const isOlder = (one: Submission, other: Submission): boolean =>
  one.recordedAt < other.recordedAt || (one.recordedAt === other.recordedAt && one.needId < other.needId)

/** An approved need merges no more, an open one only into an older one: two merges at once never lead in a circle. */
const takesDuplicate = (target: NeedState, duplicate: Submission): boolean =>
  target.type === 'Approved' ||
  ((target.type === 'Submitted' || target.type === 'InfoRequested') && isOlder(target.submitted, duplicate))

/** N5: both are kept; the requester of the merged one sees the outcome of the other. */
export const mergeNeed = on<typeof MergeNeed._A>()({
  reads: ({ into }, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction), target: needRead(into) }),
  decide:
    (command, { tree, target }, moment) =>
    (state): Decision => {
      const { needId, into } = command
      if (state.type === 'Merged' && state.into === into) return E.right([])
      if (state.type !== 'Submitted') return E.left(notAllowed(state, command))
      const refusal = refuseClerk(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      if (!takesDuplicate(target, state.submitted)) return E.left({ type: 'MergeTargetUnfit', into })
      const { requester } = state.submitted
      return E.right([{ type: 'NeedMerged', needId, ...answeredBy(state, moment), into, requester }])
    },
})

export const requestInformation = on<typeof RequestInformation._A>()({
  reads: treeAndBook,
  decide:
    (command, { tree, book }, moment) =>
    (state): Decision => {
      const { needId, question } = command
      if (state.type !== 'None' && state.questions.some((one) => sameContent(one, question))) return E.right([])
      if (state.type !== 'Submitted') return E.left(notAllowed(state, command))
      const refusal = refuseClerk(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const clock = startClock(book, { of: needTerms, term: 'information', at: moment.now })
      if (E.isLeft(clock)) return clock
      const { dueAt: lapsesAt, assumed, policyVersion } = clock.right
      const { unitId } = state.submitted
      return E.right([{ type: 'InformationRequested', needId, unitId, question, lapsesAt, assumed, policyVersion }])
    },
})

export const supplyInformation = on<typeof SupplyInformation._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const { needId, answer } = command
      if (state.type !== 'None' && state.answers.some((one) => sameContent(one, answer))) return E.right([])
      if (state.type !== 'InfoRequested') return E.left(notAllowed(state, command))
      const side = requestersSide(state, moment)
      const refusal = side === null ? refuseClerk(tree, moment, state, command) : null
      if (refusal !== null) return E.left(refusal)
      if (moment.now >= state.lapsesAt) return E.left({ type: 'InformationLapsedAlready', lapsedAt: state.lapsesAt })
      return E.right([{ type: 'InformationSupplied', needId, unitId: state.submitted.unitId, answer }])
    },
})

/** N7: lapses, and tells the requester so. */
export const lapseInformation = on<typeof LapseInformation._A>()({
  decide:
    (command, _found, { actor, now }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      if (state.type !== 'InfoRequested' || state.lapsesAt !== command.lapsesAt) return E.right([])
      if (now < state.lapsesAt) return E.left({ type: 'NotYetDue', dueAt: state.lapsesAt })
      const { needId, unitId, requester } = state.submitted
      return E.right([{ type: 'InformationLapsed', needId, unitId, requester }])
    },
})

/** N2: exactly at its due an answer is still on time, so the timer acts after it. */
export const noteAnswerOverdue = on<typeof NoteAnswerOverdue._A>()({
  decide:
    (command, _found, { actor, now }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      const waiting = state.type === 'Submitted' && state.questions.length === 0 && !state.overdueNoted
      if (!waiting || command.dueAt !== state.submitted.answerDueAt) return E.right([])
      if (now <= command.dueAt) return E.left({ type: 'NotYetDue', dueAt: plusMillis(command.dueAt, 1) })
      const { needId, unitId } = state.submitted
      return E.right([{ type: 'AnswerOverdue', needId, unitId, dueAt: command.dueAt }])
    },
})
