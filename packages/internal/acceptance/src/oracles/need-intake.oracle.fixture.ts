/**
 * How many needs a person or a proxy of the office submits a day (N16).
 *
 * Choice: the fifth passes, the sixth is held; the twentieth of a proxy of the office passes, the 21st is held.
 * Choice: a human has both allowances: five as requester, contact or family and twenty as proxy of the office. Registrations of one human are one.
 * Choice: a volunteer visitor counts as the office (N15) but holds none, so that five is what any person may submit without one.
 * Choice: who typed for a caller on the telephone spends nothing; the caller does.
 * Choice: held ones count too, and so do those that were withdrawn or rejected later, else the day begins anew by withdrawing.
 * Choice: a day is the local day on which the need was recorded, not the one on which it was voiced.
 * Choice: a held need is a submitted one with its answer clock; held says only that its clerk looks at it before any process proposes anything.
 */
import { localDay } from './calendar.oracle.fixture.ts'
import { findSide } from './need-facts.oracle.fixture.ts'
import type { Submitted } from './need-facts.oracle.fixture.ts'

export interface DailyNeeds {
  readonly person: number
  readonly proxy: number
}

const isOfficial = ({ proxy }: Submitted): boolean =>
  proxy !== null && proxy !== 'volunteer-visitor' && findSide(proxy) === 'office'

/** The needs that are held for the clerk, in the order in which they were recorded. */
export const findHeldNeeds = (
  submitted: readonly Submitted[],
  terms: DailyNeeds,
  offsetMinutes: number,
): readonly string[] =>
  submitted
    .filter((need, index) => {
      const sameDay = submitted
        .slice(0, index + 1)
        .filter(
          (other) =>
            other.submitter === need.submitter &&
            isOfficial(other) === isOfficial(need) &&
            localDay(other.at, offsetMinutes) === localDay(need.at, offsetMinutes),
        )
      return sameDay.length > (isOfficial(need) ? terms.proxy : terms.person)
    })
    .map(({ need }) => need)
