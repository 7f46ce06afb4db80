import { Minutes } from '../../../vocabulary/values.ts'
import { section } from '../../organisation/policy/terms.ts'

/** What points read of a policy. */
export const pointTerms = section(
  'points',
  {
    /** C31: one point per so many full minutes of a record; with 0 a record gives none. */
    minutesPerPoint: Minutes,
  },
  { minutesPerPoint: 30 },
)
