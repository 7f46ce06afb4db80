import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { policyNow } from '../../../organisation/policy/policy.read.ts'
import { volunteerRead } from '../../../people/volunteer/volunteer.read.ts'
import type { ApplyForStar, RaiseObjection } from '../star.codec.ts'
import type { StarState } from '../star.state.ts'
import { openApplication } from '../star.state.ts'
import { carriedBy, refuseIneligible, serviceAndPolicy } from './carried.ts'
import { isRefusal, noPolicy, notAllowed, on, waitingIn, type Decision } from './on.ts'
import { starTerms } from '../star.terms.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'

const serviceAndSelf = (command: typeof ApplyForStar._A, state: StarState, moment: Moment) => ({
  ...serviceAndPolicy(command, state, moment),
  self: volunteerRead(command.volunteer),
})

/** W2: eligibility is a query; somebody has to ask for the star. */
export const applyForStar = on<typeof ApplyForStar._A>()({
  reads: serviceAndSelf,
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
      if (facts.self.type === 'Merged') return E.left({ type: 'MergedInto', survivor: facts.self.survivor })
      const policy = policyNow(facts.book, moment)
      if (policy === null) return E.left(noPolicy(moment))
      if (level > readTerms(starTerms, policy).thresholds.length) return E.left({ type: 'NoSuchLevel', level })
      if (state.held !== null && level <= state.held.level)
        return E.left({ type: 'LevelHeld', level: state.held.level })
      const refusal = refuseIneligible(policy, carriedBy(policy, facts, state), level)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'StarApplied', volunteer, applicationId, level, policyVersion: policy.version }])
    },
})

/** Any person may, while the notice is open: it sends the application back to be examined. */
export const raiseObjection = on<typeof RaiseObjection._A>()({
  decide:
    (command, _found, { actor, now }) =>
    (state): Decision => {
      const { type, volunteer, applicationId, reason } = command
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const by = actor.person
      const objections = state.applications.get(applicationId)?.objections ?? []
      if (objections.some((one) => sameContent(one, { by, reason }))) return E.right([])
      const application = waitingIn(state, command, 'Notice')
      if (isRefusal(application)) return E.left(application)
      const { endsAt } = application
      if (endsAt !== null && now >= endsAt) return E.left({ type: 'NoticeEnded', endedAt: endsAt })
      return E.right([{ type: 'ObjectionRaised', volunteer, applicationId, by, reason }])
    },
})
