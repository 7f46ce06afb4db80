import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { closed, decodeRefused, Instant, LocalDay } from '@zhiyuan/kernel'
import type { Assessment } from '@zhiyuan/domain'
import { assess, assessmentNeeds, assessmentOrders } from '@zhiyuan/domain/assessment'
import { policyRead, rosterRead, unitsRead } from '@zhiyuan/domain/organisation'
import { humansRead, volunteers } from '@zhiyuan/domain/people'
import { promised } from '@zhiyuan/runtime'
import { askedAsKnown } from './asked.ts'
import { rowsOf, type Sources } from './sources.ts'

/** A period of local days, `to` not included, as known at an instant. */
export interface AssessmentQuestion {
  /** Such as `2020-04-01`. */
  readonly from: string
  readonly to: string
  /** Such as `2020-06-15T01:00:00.000Z`, at most now. */
  readonly knownAt: string
}

const Question = closed({ from: LocalDay, to: LocalDay, knownAt: Instant })

type Asked = (typeof Question)['_A']

const ordered = (question: Asked): Promise<Asked> =>
  promised(
    TE.fromEither(
      question.from < question.to ? E.right(question) : E.left(decodeRefused('$.to', `after ${question.from}`)),
    ),
  )

/** F(P, K): rows are filtered by K; units, policies and rosters are folded up to it (S12). */
export const assessment =
  (sources: Sources) =>
  async (question: AssessmentQuestion): Promise<Assessment> => {
    const { from, to, knownAt } = await ordered(await askedAsKnown(sources, Question, question))
    const { readState, jurisdiction } = sources
    return assess({
      period: { from, to },
      knownAt,
      tree: await promised(readState(unitsRead(jurisdiction), knownAt)),
      book: await promised(readState(policyRead(jurisdiction), knownAt)),
      rosters: await promised(readState(rosterRead(jurisdiction), knownAt)),
      humans: await promised(readState(humansRead(jurisdiction), knownAt)),
      volunteers: await rowsOf(sources, volunteers),
      needs: await rowsOf(sources, assessmentNeeds),
      orders: await rowsOf(sources, assessmentOrders),
    })
  }
