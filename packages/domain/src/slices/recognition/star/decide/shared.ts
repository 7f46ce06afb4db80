import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, type Moment } from '@zhiyuan/kernel'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { citedPolicy, policyMissing, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { ApplicationId } from '../../../../vocabulary/ids.ts'
import type { StarPolicies } from '../eligibility.ts'
import type { StarCommand, StarEvent } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import { isOpen, openApplication, starStateName, type Application, type Cited, type StarState } from '../star.state.ts'

export type Decision = E.Either<StarRejection, ReadonlyArray<StarEvent>>

export const notAllowed = (state: StarState, { type }: StarCommand): StarRejection =>
  commandNotAllowed(starStateName(state), type)

/** A review or a re-examination may come where there never was an application. */
export const { on, onProcess } = handlerKit<StarCommand, StarState, StarEvent, StarRejection>({
  isAbsent: () => false,
  notAllowed,
})

type OfApplication = Extract<StarCommand, { readonly applicationId: ApplicationId }>

/** The application that a command names, if it waits in one of these states; else the refusal. */
export const findWaiting = (
  state: StarState,
  command: OfApplication,
  ...statuses: ReadonlyArray<Application['status']>
): E.Either<StarRejection, Application> => {
  const application = state.applications.get(command.applicationId)
  if (application !== undefined && isOpen(application) && statuses.includes(application.status))
    return E.right(application)
  const another = application === undefined && openApplication(state) !== null
  return E.left(another ? { type: 'NotThere', id: command.applicationId } : notAllowed(state, command))
}

/** The policies that an application or a star cites. */
export const findCited = (
  policies: PolicyBook,
  { policyVersion, guardVersion }: Cited,
  moment: Moment,
): E.Either<StarRejection, StarPolicies> => {
  const policy = citedPolicy(policies, policyVersion)
  const guard = citedPolicy(policies, guardVersion)
  return policy === null || guard === null ? E.left(policyMissing(policies, moment.now)) : E.right({ policy, guard })
}
