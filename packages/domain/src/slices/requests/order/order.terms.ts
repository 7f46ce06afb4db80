import { Minutes } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** What orders read of a policy. */
export const orderTerms = section(
  'orders',
  {
    /** A2: a dispatched offer expires. */
    offer: Term,
    /** A2: an entry of the open list lapses unclaimed. */
    claim: Term,
    /** O4: an order that this level cannot meet escalates by itself. */
    escalation: Term,
    /** O22: an accepted order without a time is handed back. */
    serviceDue: Term,
    /** A9: after the planned end a missing check-out is noted; also when nobody has come (missed). */
    missedCheckOut: Term,
    /** O7: an order closes unreviewed. */
    reviewLapse: Term,
    /** O8: a closed order may be reopened, half-open. */
    reopen: Term,
    /** H6, A9: a planned time is at most so many minutes long; what is captured ends `missedCheckOut` later at most. */
    longestPlanned: Minutes,
  },
  {
    offer: { hours: 4 },
    claim: { hours: 24 },
    escalation: { hours: 48 },
    serviceDue: { workingDays: 7 },
    missedCheckOut: { hours: 2 },
    reviewLapse: { days: 7 },
    reopen: { days: 15 },
    longestPlanned: 1440,
  },
)
