import type { PersonId } from '@zhiyuan/kernel'
import type { ApplicationId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { endWaiting, caseHere, startWaiting } from './cases.ts'
import { authorityPlace, type ToDoRow } from './row.ts'

interface OfApplication {
  readonly volunteer: PersonId
  readonly applicationId: ApplicationId
}
const application = caseHere(({ volunteer, applicationId }: OfApplication) => ({
  place: authorityPlace,
  subject: { type: 'application', volunteer, applicationId },
}))
const star = caseHere(({ volunteer }: { readonly volunteer: PersonId }) => ({
  place: authorityPlace,
  subject: { type: 'star', volunteer },
}))

/** Items at the authority over stars: applications step by step (W2), and stars that have lost service on which they were granted (W4). */
export const stars: Cases<ToDoRow> = {
  StarApplied: application(() => startWaiting('examination')),
  ApplicationExamined: application(() => startWaiting('notice')),
  NoticeOpened: application(({ endsAt }) => startWaiting('grant', { clock: 'notice', at: endsAt })),
  ObjectionRaised: application(() => startWaiting('examination')),
  ApplicationRefused: application(endWaiting),
  ApplicationLapsed: application(endWaiting),
  StarGranted: application(endWaiting),
  StarPutUnderExamination: star(() => startWaiting('star-decision')),
  StarUpheld: star(endWaiting),
  StarLowered: star(endWaiting),
  StarRevoked: star(endWaiting),
}
