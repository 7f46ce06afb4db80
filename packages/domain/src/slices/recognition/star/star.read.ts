/** What others may read of a volunteer's stars. */
import { streamRead, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import { starFold, type StarState } from './star.state.ts'

export type {
  Application,
  ApplicationStatus,
  ExaminationEnd,
  HeldStar,
  NotedReview,
  Objection,
  StarState,
  StarStateName,
} from './star.state.ts'
export { openApplication, starFold, starStateName } from './star.state.ts'
/** The one formula (S5), for the decider and the read models. */
export {
  computeEligibility,
  countsOfDay,
  dropOwnRatings,
  readStarTerms,
  type CountedRecord,
  type Score,
} from './eligibility.ts'
export { listLaxerTerms } from './laxer-terms.ts'

export const starStream = (volunteer: PersonId): StreamName => `star-${volunteer}`
export const starRead = (volunteer: PersonId): StreamRead<StarState> => streamRead(starStream(volunteer), starFold)
