import { closed, Instant, LocalDay } from '@zhiyuan/kernel'
import type { Assessment } from '@zhiyuan/domain'
import { assess, assessmentNeeds, assessmentOrders } from '@zhiyuan/domain/assessment'
import { policyRead, rosterRead, unitsRead } from '@zhiyuan/domain/organisation'
import { humansRead, volunteers } from '@zhiyuan/domain/people'
import { unwrap } from '@zhiyuan/runtime'
import { readKnownQuestion, refuseNoPeriod } from './read-question.ts'
import { readRows, type Sources } from './sources.ts'

/** A period of local days, `to` not included, as known at an instant. */
export interface AssessmentQuestion {
  /** Such as `2020-04-01`. */
  readonly from: string
  readonly to: string
  /** Such as `2020-06-15T01:00:00.000Z`, at most now. */
  readonly knownAt: string
}

const Question = closed({ from: LocalDay, to: LocalDay, knownAt: Instant })

/** F(P, K): rows are filtered by K; units, policies and rosters are folded up to it (S12). */
export const assessment =
  (sources: Sources) =>
  async (question: AssessmentQuestion): Promise<Assessment> => {
    const { from, to, knownAt } = await refuseNoPeriod(await readKnownQuestion(sources, Question, question))
    const { readState, jurisdiction } = sources
    return assess({
      period: { from, to },
      knownAt,
      tree: await unwrap(readState(unitsRead(jurisdiction), knownAt)),
      policies: await unwrap(readState(policyRead(jurisdiction), knownAt)),
      rosters: await unwrap(readState(rosterRead(jurisdiction), knownAt)),
      humans: await unwrap(readState(humansRead(jurisdiction), knownAt)),
      volunteers: await readRows(sources, volunteers),
      needs: await readRows(sources, assessmentNeeds),
      orders: await readRows(sources, assessmentOrders),
    })
  }
