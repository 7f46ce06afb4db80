import { closed, LocalDay, localDay } from '@zhiyuan/kernel'
import { findZone, policyRead, rulings as view, type RulingRow } from '@zhiyuan/domain/organisation'
import { unwrap } from '@zhiyuan/runtime'
import { readQuestion, refuseNoPeriod } from './read-question.ts'
import { readRows, type Sources } from './sources.ts'

/** A ruling that two made together at the top (G8). */
export type MadeRuling = NonNullable<RulingRow['ruling']>

/** Local days, `to` not included. */
export interface RulingsQuestion {
  readonly from: string
  readonly to: string
}

const Question = closed({ from: LocalDay, to: LocalDay })

/** The rulings of two that were made in a period, the first one first: they are shown beside I14. */
export const rulings =
  (sources: Sources) =>
  async (question: RulingsQuestion): Promise<ReadonlyArray<MadeRuling>> => {
    const { from, to } = await refuseNoPeriod(await readQuestion(Question, question))
    const zone = findZone(await unwrap(sources.readState(policyRead(sources.jurisdiction))))
    const made = (await readRows(sources, view)).flatMap(({ ruling }) => ruling ?? [])
    return made
      .filter(({ madeAt }) => from <= localDay(zone, madeAt) && localDay(zone, madeAt) < to)
      .toSorted((one, other) => (one.madeAt < other.madeAt ? -1 : one.madeAt > other.madeAt ? 1 : 0))
  }
