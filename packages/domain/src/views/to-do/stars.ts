import type { PersonId } from '@zhiyuan/kernel'
import type { ApplicationId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { done, here, waiting } from './here.ts'
import { authorityPlace, type ToDoRow } from './row.ts'

interface OfApplication {
  readonly volunteer: PersonId
  readonly applicationId: ApplicationId
}
const application = here(({ volunteer, applicationId }: OfApplication) => ({
  place: authorityPlace,
  subject: { type: 'application', volunteer, applicationId },
}))
const star = here(({ volunteer }: { readonly volunteer: PersonId }) => ({
  place: authorityPlace,
  subject: { type: 'star', volunteer },
}))

/** At the authority over stars: applications step by step (W2), and stars that have lost what they rested on (W4). */
export const stars: Cases<ToDoRow> = {
  StarApplied: application(() => waiting('examination')),
  ApplicationExamined: application(() => waiting('notice')),
  NoticeOpened: application(({ endsAt }) => waiting('grant', { clock: 'notice', at: endsAt })),
  ObjectionRaised: application(() => waiting('examination')),
  ApplicationRefused: application(done),
  ApplicationLapsed: application(done),
  StarGranted: application(done),
  StarPutUnderExamination: star(() => waiting('star-decision')),
  StarUpheld: star(done),
  StarLowered: star(done),
  StarRevoked: star(done),
}
