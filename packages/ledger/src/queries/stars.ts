import { closed, Instant, PersonId } from '@zhiyuan/kernel'
import type { StarFigures } from '@zhiyuan/domain'
import { findGuardPolicy, findPolicy, policyRead, type Policy, type PolicyBook } from '@zhiyuan/domain/organisation'
import { humansRead, listRegistrations, volunteers as view, type Humans } from '@zhiyuan/domain/people'
import { starFigures, starTable as tableOf } from '@zhiyuan/domain/recognition'
import { unwrap } from '@zhiyuan/runtime'
import { readKnownQuestion } from './read-question.ts'
import { readRow, readRows, type Sources } from './sources.ts'

/** The answer is as known at this instant: from events recorded by then. */
export interface Known {
  /** Such as `2020-06-15T01:00:00.000Z`, at most now. */
  readonly knownAt: string
}

const Question = closed({ volunteer: PersonId, knownAt: Instant })
const TableQuestion = closed({ knownAt: Instant })
type Asked = (typeof TableQuestion)['_A']

/** The policy in force then, as known then, the one whose terms guard truth, and all of them, since grades count by the service day (G5, S8). */
const readPolicies = async (
  { readState, jurisdiction }: Sources,
  { knownAt }: Asked,
): Promise<{ readonly policy: Policy; readonly guard: Policy; readonly policies: PolicyBook } | null> => {
  const book = await unwrap(readState(policyRead(jurisdiction), knownAt))
  const policy = findPolicy(book, knownAt)
  return policy === null ? null : { policy, guard: findGuardPolicy(book, knownAt) ?? policy, policies: book }
}

/** Which registrations were one human, as known then (G2). */
const readHumans = ({ readState, jurisdiction }: Sources, { knownAt }: Asked): Promise<Humans> =>
  unwrap(readState(humansRead(jurisdiction), knownAt))

/** One volunteer's way to a star, over all registrations of the same human (G2); null without a policy in force then. */
export const star =
  (sources: Sources) =>
  async (volunteer: string, known: Known): Promise<StarFigures | null> => {
    const of = await readKnownQuestion(sources, Question, { ...known, volunteer })
    const policies = await readPolicies(sources, of)
    if (policies === null) return null
    const registrations = listRegistrations(await readHumans(sources, of), of.volunteer)
    const rows = await Promise.all(
      registrations.map(async (person) => (await readRow(sources, view, person)) ?? view.initial(person)),
    )
    const [person = of.volunteer] = registrations
    return starFigures({ person, rows }, { knownAt: of.knownAt, ...policies })
  }

/** The same for all volunteers, by id; empty without a policy in force then. */
export const starTable =
  (sources: Sources) =>
  async (known: Known): Promise<ReadonlyArray<StarFigures>> => {
    const of = await readKnownQuestion(sources, TableQuestion, known)
    const policies = await readPolicies(sources, of)
    if (policies === null) return []
    return tableOf(await readRows(sources, view), await readHumans(sources, of), { ...of, ...policies })
  }
