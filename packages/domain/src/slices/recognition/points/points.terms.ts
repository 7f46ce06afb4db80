import { Minutes } from '../../../vocabulary/values.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of points. */
export const pointTerms = section(
  'points',
  {
    /** C31: one point for this many full minutes of a record; with 0 a record earns none. */
    minutesPerPoint: Minutes,
  },
  { minutesPerPoint: 30 },
)
