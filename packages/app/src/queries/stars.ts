import type { Instant, PersonId } from '@zhiyuan/kernel'
import {
  absorbedBy,
  policyAt,
  policyFact,
  starCertification as view,
  starFigures,
  starTable as tableOf,
  survivorsAt,
  type Policy,
  type StarFigures,
} from '@zhiyuan/domain'
import { promised } from '@zhiyuan/runtime'
import { reach } from './reach.ts'
import { rowOf, rowsOf, type Sources } from './sources.ts'

/** What is asked about is as it was known at this instant: events recorded by then. */
export interface Known {
  readonly knownAt: Instant
}

/** The policy in force then, as known then. */
const policyOf = async ({ readFact, jurisdiction }: Sources, { knownAt }: Known): Promise<Policy | null> =>
  policyAt(await promised(readFact(policyFact(jurisdiction), knownAt)), knownAt)

/** The registration that goes on for this one: itself, or the survivor of a merge (G2). */
const survivorOf = async (sources: Sources, volunteer: PersonId, { knownAt }: Known): Promise<PersonId> => {
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
    const policy = await policyOf(sources, known)
    if (policy === null) return null
    const rows = await reach(
      await survivorOf(sources, volunteer as PersonId, known),
      async (person) => (await rowOf(sources, view, person)) ?? view.initial(person),
      (row) => absorbedBy(row, known.knownAt),
    )
    return starFigures(rows, { ...known, policy })
  }

/** The same of everybody, by id; empty without a policy in force then. */
export const starTable =
  (sources: Sources) =>
  async (known: Known): Promise<ReadonlyArray<StarFigures>> => {
    const policy = await policyOf(sources, known)
    return policy === null ? [] : tableOf(await rowsOf(sources, view), { ...known, policy })
  }
