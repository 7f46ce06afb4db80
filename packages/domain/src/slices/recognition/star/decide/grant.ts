import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import {
  dueNow,
  runTimer,
  findCurrentPolicy,
  listGuardPolicies,
  policyMissing,
} from '../../../organisation/policy/policy.read.ts'
import type { Count } from '../../../../vocabulary/values.ts'
import { listLaxerTerms } from '../laxer-terms.ts'
import { starTerms } from '../star.terms.ts'
import type { ExamineApplication, GrantStar, OpenNotice, RefuseApplication } from '../star.codec.ts'
import { refuseStarAuthority, unitAndHumanReads } from './authority.ts'
import { judgeEligibility, authorityReads, refuseIneligible, serviceReads } from './eligible.ts'
import { findCited, findWaiting, on, type Decision } from './shared.ts'

/** The star authority examines, and has heard every objection. */
export const examineApplication = on<ExamineApplication>()({
  reads: authorityReads,
  thenReads: serviceReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { type, volunteer, applicationId, heard } = command
      if (heard < (state.applications.get(applicationId)?.examinations ?? 0)) return E.right([])
      const waiting = findWaiting(state, command, 'Applied', 'Objected')
      if (E.isLeft(waiting)) return waiting
      const application = waiting.right
      const { actor } = moment
      const refusal = refuseStarAuthority(facts, moment, command)
      if (refusal !== null) return E.left(refusal)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const objections = application.objections.length
      if (heard !== objections) return E.left({ type: 'ObjectionsDiffer', objections })
      const policies = findCited(facts.policies, application.cited, moment)
      if (E.isLeft(policies)) return policies
      const found = judgeEligibility(policies.right, facts, state)
      const ineligible = refuseIneligible(policies.right, found, application.level)
      if (ineligible !== null) return E.left(ineligible)
      const { minutes, manual } = found
      return E.right([
        { type: 'ApplicationExamined', volunteer, applicationId, heard, examiner: actor.person, minutes, manual },
      ])
    },
})

/** W2: the term of the notice runs by the policy in force when it opens (G5). */
export const openNotice = on<OpenNotice>()({
  reads: authorityReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, applicationId, heard } = command
      if (heard < (state.applications.get(applicationId)?.notices ?? 0)) return E.right([])
      const waiting = findWaiting(state, command, 'Examined')
      if (E.isLeft(waiting)) return waiting
      const application = waiting.right
      const refusal = refuseStarAuthority(facts, moment, command)
      if (refusal !== null) return E.left(refusal)
      const objections = application.objections.length
      if (heard !== objections) return E.left({ type: 'ObjectionsDiffer', objections })
      const policy = findCurrentPolicy(facts.policies, moment)
      if (policy === null) return E.left(policyMissing(facts.policies, moment.now))
      const openedAt = moment.now
      const timer = runTimer(facts.policies, policy, { of: starTerms, term: 'notice', from: openedAt })
      const { dueAt: endsAt, assumed, policyVersion } = timer
      const term = { openedAt, endsAt, assumed, policyVersion }
      return E.right([{ type: 'NoticeOpened', volunteer, applicationId, heard, ...term }])
    },
})

export const refuseApplication = on<RefuseApplication>()({
  reads: unitAndHumanReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, applicationId, reason } = command
      const refusedFor = state.applications.get(applicationId)?.refusedFor ?? null
      if (refusedFor !== null && sameContent(refusedFor, reason)) return E.right([])
      const waiting = findWaiting(state, command, 'Examined')
      if (E.isLeft(waiting)) return waiting
      const refusal = refuseStarAuthority(facts, moment, command)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'ApplicationRefused', volunteer, applicationId, reason }])
    },
})

/** W3, W12: the grant cites the policy and the records, and is refused where these no longer carry the level. Laxer terms of their days are named (G5). */
export const grantStar = on<GrantStar>()({
  reads: authorityReads,
  thenReads: serviceReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, applicationId } = command
      if (state.applications.get(applicationId)?.status === 'Granted') return E.right([])
      const waiting = findWaiting(state, command, 'Notice')
      if (E.isLeft(waiting)) return waiting
      const application = waiting.right
      const refusal = refuseStarAuthority(facts, moment, command)
      if (refusal !== null) return E.left(refusal)
      const { level, cited, notice } = application
      const endsAt = notice === null ? null : dueNow(facts.policies, { of: starTerms, term: 'notice' }, notice)
      if (endsAt !== null && moment.now < endsAt) return E.left({ type: 'NoticeStillOpen', endsAt })
      const policies = findCited(facts.policies, cited, moment)
      if (E.isLeft(policies)) return policies
      const found = judgeEligibility(policies.right, facts, state)
      const ineligible = refuseIneligible(policies.right, found, level)
      if (ineligible !== null) return E.left(ineligible)
      const supersedes = (state.held?.level ?? 0) as Count
      const { minutes, manual, records, steps } = found
      const laxer = listLaxerTerms([policies.right.guard, ...listGuardPolicies(facts.policies, steps)])
      const carried = { supersedes, minutes, manual, records }
      return E.right([{ type: 'StarGranted', volunteer, applicationId, level, ...cited, laxer, ...carried }])
    },
})
