import { Minutes } from '../../../vocabulary/values.ts'
import { Term } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** Policy terms of orders. */
export const orderTerms = section(
  'orders',
  {
    /** A2: a dispatched offer expires after this term. */
    offer: Term,
    /** A2: an entry of the open list lapses unclaimed after this term. */
    claim: Term,
    /** O4: an order that this level cannot meet escalates by itself after this term. */
    escalation: Term,
    /** O22: an accepted order without a time is handed back after this term. */
    serviceDue: Term,
    /** A9: how long after the planned end a missing check-out is noted, and an order without a check-in is missed. */
    missedCheckOut: Term,
    /** O7: an order closes unreviewed after this term. */
    reviewLapse: Term,
    /** O8: how long a closed order may be reopened, half-open. */
    reopen: Term,
    /** H6, A9: the most minutes that may be planned; captured presence ends at most `missedCheckOut` later. */
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
