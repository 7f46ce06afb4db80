import { Minutes } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** What assignments read of a policy. */
export const attendanceTerms = section(
  'attendance',
  {
    /** A9: a present second person may confirm until then. */
    attest: Term,
    /** A8: an alleged absence stands unless excused. */
    excuse: Term,
    /** A9: how many minutes after the fact a check-in or check-out may reach the log and still count as captured by the system. */
    told: Minutes,
  },
  { attest: { workingDays: 10 }, excuse: { workingDays: 3 }, told: 720 },
)
