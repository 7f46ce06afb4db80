import { Minutes } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of assignments. */
export const attendanceTerms = section(
  'attendance',
  {
    /** A9: how long a second person who was present may confirm. */
    attest: Term,
    /** A8: how long an alleged absence may be excused before it stands. */
    excuse: Term,
    /** A9: how many minutes late a check-in or check-out may reach the log and still count as captured by the system. */
    told: Minutes,
  },
  { attest: { workingDays: 10 }, excuse: { workingDays: 3 }, told: 720 },
)
