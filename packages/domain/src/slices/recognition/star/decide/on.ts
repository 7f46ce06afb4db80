import type * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, defineHandler, type LocalDay, type Moment } from '@zhiyuan/kernel'
import type { ApplicationId } from '../../../../vocabulary/ids.ts'
import type { StarCommand, StarEvent } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import { isOpen, openApplication, starStateName, type Application, type StarState } from '../star.state.ts'

export type Decision = E.Either<StarRejection, ReadonlyArray<StarEvent>>
export const on = defineHandler<StarState, StarEvent, StarRejection>()

export const notAllowed = (state: StarState, { type }: StarCommand): StarRejection =>
  commandNotAllowed(starStateName(state), type)

export const noPolicy = ({ now }: Moment): StarRejection => ({
  type: 'PolicyMissing',
  day: now.slice(0, 10) as LocalDay,
})

type OfApplication = Extract<StarCommand, { readonly applicationId: ApplicationId }>

/** The application a command names, where it waits in one of these states; else why not. */
export const waitingIn = (
  state: StarState,
  command: OfApplication,
  ...statuses: ReadonlyArray<Application['status']>
): Application | StarRejection => {
  const application = state.applications.get(command.applicationId)
  if (application !== undefined && isOpen(application) && statuses.includes(application.status)) return application
  const another = application === undefined && openApplication(state) !== null
  return another ? { type: 'NotThere', id: command.applicationId } : notAllowed(state, command)
}

export const isRefusal = (found: Application | StarRejection): found is StarRejection => 'type' in found
