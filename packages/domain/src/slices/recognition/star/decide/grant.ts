import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { citedPolicy, clockBy, policyRead, policyNow } from '../../../organisation/policy/policy.read.ts'
import type { Count } from '../../../../vocabulary/words.ts'
import type { ExamineApplication, GrantStar, OpenNotice, RefuseApplication, StarCommand } from '../star.codec.ts'
import type { StarState } from '../star.state.ts'
import { refuseStarAuthority, unitsAndRegistrations } from './authority.ts'
import { carriedBy, refuseIneligible, serviceForAuthority } from './carried.ts'
import { isRefusal, noPolicy, on, waitingIn, type Decision } from './on.ts'
import { starTerms } from '../star.terms.ts'

const ownAndPolicy = (command: StarCommand, state: StarState, moment: Moment) => ({
  ...unitsAndRegistrations(command, state, moment),
  book: policyRead(moment.jurisdiction),
})

/** By the star authority, who has heard every objection. */
export const examineApplication = on<typeof ExamineApplication._A>()({
  reads: serviceForAuthority,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { type, volunteer, applicationId, heard } = command
      if (heard < (state.applications.get(applicationId)?.examinations ?? 0)) return E.right([])
      const application = waitingIn(state, command, 'Applied', 'Objected')
      if (isRefusal(application)) return E.left(application)
      const { actor } = moment
      const refusal = refuseStarAuthority(moment, { command, state, facts })
      if (refusal !== null) return E.left(refusal)
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const objections = application.objections.length
      if (heard !== objections) return E.left({ type: 'ObjectionsDiffer', objections })
      const policy = citedPolicy(facts.book, application.policyVersion)
      if (policy === null) return E.left(noPolicy(moment))
      const found = carriedBy(policy, facts, state)
      const ineligible = refuseIneligible(policy, found, application.level)
      if (ineligible !== null) return E.left(ineligible)
      const { minutes } = found
      return E.right([
        { type: 'ApplicationExamined', volunteer, applicationId, heard, examiner: actor.person, minutes },
      ])
    },
})

/** W2: the notice's clock goes by the policy in force when it opens (G5). */
export const openNotice = on<typeof OpenNotice._A>()({
  reads: ownAndPolicy,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, applicationId, heard } = command
      if (heard < (state.applications.get(applicationId)?.notices ?? 0)) return E.right([])
      const application = waitingIn(state, command, 'Examined')
      if (isRefusal(application)) return E.left(application)
      const refusal = refuseStarAuthority(moment, { command, state, facts })
      if (refusal !== null) return E.left(refusal)
      const objections = application.objections.length
      if (heard !== objections) return E.left({ type: 'ObjectionsDiffer', objections })
      const policy = policyNow(facts.book, moment)
      if (policy === null) return E.left(noPolicy(moment))
      const clock = clockBy(facts.book, policy, { of: starTerms, term: 'notice', from: moment.now })
      const { dueAt: endsAt, assumed, policyVersion } = clock
      return E.right([{ type: 'NoticeOpened', volunteer, applicationId, heard, endsAt, assumed, policyVersion }])
    },
})

export const refuseApplication = on<typeof RefuseApplication._A>()({
  reads: unitsAndRegistrations,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, applicationId, reason } = command
      const refusedFor = state.applications.get(applicationId)?.refusedFor ?? null
      if (refusedFor !== null && sameContent(refusedFor, reason)) return E.right([])
      const application = waitingIn(state, command, 'Examined')
      if (isRefusal(application)) return E.left(application)
      const refusal = refuseStarAuthority(moment, { command, state, facts })
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'ApplicationRefused', volunteer, applicationId, reason }])
    },
})

/** W3, W12: cites the policy and the records, and is refused where these no longer carry the level. */
export const grantStar = on<typeof GrantStar._A>()({
  reads: serviceForAuthority,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { volunteer, applicationId } = command
      if (state.applications.get(applicationId)?.status === 'Granted') return E.right([])
      const application = waitingIn(state, command, 'Notice')
      if (isRefusal(application)) return E.left(application)
      const refusal = refuseStarAuthority(moment, { command, state, facts })
      if (refusal !== null) return E.left(refusal)
      const { level, policyVersion, endsAt } = application
      if (endsAt !== null && moment.now < endsAt) return E.left({ type: 'NoticeStillOpen', endsAt })
      const policy = citedPolicy(facts.book, policyVersion)
      if (policy === null) return E.left(noPolicy(moment))
      const found = carriedBy(policy, facts, state)
      const ineligible = refuseIneligible(policy, found, level)
      if (ineligible !== null) return E.left(ineligible)
      const supersedes = (state.held?.level ?? 0) as Count
      const { minutes, records } = found
      return E.right([
        { type: 'StarGranted', volunteer, applicationId, level, supersedes, minutes, policyVersion, records },
      ])
    },
})
