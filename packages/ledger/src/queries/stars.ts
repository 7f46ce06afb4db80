import { closed, Instant, PersonId } from '@zhiyuan/kernel'
import type { StarFigures } from '@zhiyuan/domain'
import { policyAt, policyRead, type Policy } from '@zhiyuan/domain/organisation'
import { absorbedBy, survivorsAt, volunteers as view } from '@zhiyuan/domain/people'
import { starFigures, starTable as tableOf } from '@zhiyuan/domain/recognition'
import { promised } from '@zhiyuan/runtime'
import { askedAsKnown } from './asked.ts'
import { reach } from './reach.ts'
import { rowOf, rowsOf, type Sources } from './sources.ts'

/** What is asked about is as it was known at this instant: events recorded by then. */
export interface Known {
  /** Such as `2020-06-15T01:00:00.000Z`, at most now. */
  readonly knownAt: string
}

const Question = closed({ volunteer: PersonId, knownAt: Instant })
const TableQuestion = closed({ knownAt: Instant })
type Asked = (typeof TableQuestion)['_A']

/** The policy in force then, as known then. */
const policyOf = async ({ readState, jurisdiction }: Sources, { knownAt }: Asked): Promise<Policy | null> =>
  policyAt(await promised(readState(policyRead(jurisdiction), knownAt)), knownAt)

/** The registration that goes on for this one: itself, or the survivor of a merge (G2). */
const survivorOf = async (sources: Sources, volunteer: PersonId, { knownAt }: Asked): Promise<PersonId> => {
  const rows = await reach(
    volunteer,
    (person) => rowOf(sources, view, person),
    ({ mergedInto }) => (mergedInto !== null && mergedInto.recordedAt <= knownAt ? [mergedInto.survivor] : []),
  )
  return survivorsAt(rows, knownAt)(volunteer)
}

/** One volunteer's way to a star, over all registrations of the same human (G2); null without a policy in force then. */
export const star =
  (sources: Sources) =>
  async (volunteer: string, known: Known): Promise<StarFigures | null> => {
    const of = await askedAsKnown(sources, Question, { ...known, volunteer })
    const policy = await policyOf(sources, of)
    if (policy === null) return null
    const rows = await reach(
      await survivorOf(sources, of.volunteer, of),
      async (person) => (await rowOf(sources, view, person)) ?? view.initial(person),
      (row) => absorbedBy(row, of.knownAt),
    )
    return starFigures(rows, { knownAt: of.knownAt, policy })
  }

/** The same of everybody, by id; empty without a policy in force then. */
export const starTable =
  (sources: Sources) =>
  async (known: Known): Promise<ReadonlyArray<StarFigures>> => {
    const of = await askedAsKnown(sources, TableQuestion, known)
    const policy = await policyOf(sources, of)
    return policy === null ? [] : tableOf(await rowsOf(sources, view), { ...of, policy })
  }
