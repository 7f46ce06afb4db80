import type { TermsOf } from '../../organisation/policy/terms.ts'
import type { Minutes } from '../../../vocabulary/values.ts'
import type { Points } from './points.codec.ts'
import type { pointTerms } from './points.terms.ts'

/** Points for one record: one for this many full minutes, and the remainder is lost. A policy of 0 minutes per point gives none. */
export const computePoints = ({ minutesPerPoint }: TermsOf<typeof pointTerms>, minutes: Minutes): Points =>
  (minutesPerPoint === 0 ? 0 : Math.floor(minutes / minutesPerPoint)) as Points
