import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import {
  dueNow,
  findCurrentPolicy,
  findGuardPolicy,
  policyMissing,
  policyRead,
} from '../../../organisation/policy/policy.read.ts'
import { refuseMerged } from '../../../people/humans/humans.read.ts'
import type { ApplyForStar, RaiseObjection } from '../star.codec.ts'
import { openApplication } from '../star.state.ts'
import { starTerms } from '../star.terms.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import { judgeEligibility, policyAndHumanReads, refuseIneligible, serviceReads } from './eligible.ts'
import { findWaiting, notAllowed, on, type Decision } from './shared.ts'

/** W2: eligibility alone gives no star: the volunteer has to apply. */
export const applyForStar = on<ApplyForStar>()({
  reads: policyAndHumanReads,
  thenReads: serviceReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { type, volunteer, applicationId, level } = command
      const { actor } = moment
      if (actor.type !== 'person' || actor.person !== volunteer) return E.left({ type: 'NotAuthorised', command: type })
      const known = state.applications.get(applicationId)
      if (known !== undefined)
        return known.level === level ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: applicationId })
      if (openApplication(state) !== null || state.held?.underExamination === true)
        return E.left(notAllowed(state, command))
      const merged = refuseMerged(facts.humans, volunteer)
      if (merged !== null) return E.left(merged)
      const policy = findCurrentPolicy(facts.policies, moment)
      if (policy === null) return E.left(policyMissing(facts.policies, moment.now))
      if (level > readTerms(starTerms, policy).thresholds.length) return E.left({ type: 'NoSuchLevel', level })
      if (state.held !== null && level <= state.held.level)
        return E.left({ type: 'LevelHeld', level: state.held.level })
      const policies = { policy, guard: findGuardPolicy(facts.policies, moment.now) ?? policy }
      const refusal = refuseIneligible(policies, judgeEligibility(policies, facts, state), level)
      if (refusal !== null) return E.left(refusal)
      const cited = { policyVersion: policy.version, guardVersion: policies.guard.version }
      return E.right([{ type: 'StarApplied', volunteer, applicationId, level, ...cited }])
    },
})

/** Any person may object while the notice is open. The application is then examined again. */
export const raiseObjection = on<RaiseObjection>()({
  reads: (_command, _state, { jurisdiction }) => ({ policies: policyRead(jurisdiction) }),
  decide:
    (command, { policies }, { actor, now }) =>
    (state): Decision => {
      const { type, volunteer, applicationId, reason } = command
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const by = actor.person
      const objections = state.applications.get(applicationId)?.objections ?? []
      if (objections.some((one) => sameContent(one, { by, reason }))) return E.right([])
      const waiting = findWaiting(state, command, 'Notice')
      if (E.isLeft(waiting)) return waiting
      const { notice } = waiting.right
      const endedAt = notice === null ? null : dueNow(policies, { of: starTerms, term: 'notice' }, notice)
      if (endedAt !== null && now >= endedAt) return E.left({ type: 'NoticeEnded', endedAt })
      return E.right([{ type: 'ObjectionRaised', volunteer, applicationId, by, reason }])
    },
})
