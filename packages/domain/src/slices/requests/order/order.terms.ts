import { closed, msPerDay, msPerHour, nullable, plusMillis, type Instant } from '@zhiyuan/kernel'
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
    /** H24: a service that no one reported is reviewed all the same this long after its planned end. Null: it waits for the report. */
    askReview: nullable(Term),
    /** O8: how long a closed order may be reopened, half-open. */
    reopen: Term,
    /** H6, A9: the most minutes that may be planned; captured presence ends at most `missedCheckOut` later. */
    longestPlanned: Minutes,
    /** O16: an order unserved after this term is supervised (督办). Null: it is not. */
    supervise: nullable(Term),
    /**
     * O25: an order that lost its last cleared seat is open again this long before its start (working days count as days), or `atLeast` after the loss where that is
     * later. Null: it stays with the team.
     */
    refill: nullable(closed({ before: Term, atLeast: Term })),
    /** O9: how long a reviewer may replace the own review of the last round. Null: not at all. */
    reviewReplace: nullable(Term),
    /** O27: how long a request for a later due date waits for its answer; then it is refused. */
    extension: Term,
    /** O19: how long a unit has to accept a need that the city gives away; then it stays. */
    acceptOwner: Term,
  },
  {
    offer: { hours: 4 },
    claim: { hours: 24 },
    escalation: { hours: 48 },
    serviceDue: { workingDays: 7 },
    missedCheckOut: { hours: 2 },
    reviewLapse: { days: 7 },
    askReview: null,
    reopen: { days: 15 },
    longestPlanned: 1440,
    supervise: null,
    refill: null,
    reviewReplace: null,
    extension: { workingDays: 2 },
    acceptOwner: { workingDays: 2 },
  },
)

/** An instant some time before another. The calendar counts working days forward only, so here they are days. */
export const countBack = (at: Instant, term: Term): Instant => {
  if ('hours' in term) return plusMillis(at, -msPerHour * term.hours)
  return plusMillis(at, -msPerDay * ('days' in term ? term.days : term.workingDays))
}
