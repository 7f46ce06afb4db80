import type { PolicyTerms } from '../../organisation/policy/terms.codec.ts'
import type { Minutes } from '../../../vocabulary/words.ts'
import type { Points } from './points.codec.ts'

/** Points for one record: one per so many full minutes, the rest of it lost. A policy of 0 minutes per point gives none. */
export const pointsFor = ({ minutesPerPoint }: Pick<PolicyTerms, 'minutesPerPoint'>, minutes: Minutes): Points =>
  (minutesPerPoint === 0 ? 0 : Math.floor(minutes / minutesPerPoint)) as Points
