import { closed, Instant, nullable, PersonId } from '@zhiyuan/kernel'
import type { Passbook } from '@zhiyuan/domain'
import { recordRead } from '@zhiyuan/domain/hours'
import { humansRead, listRegistrations } from '@zhiyuan/domain/people'
import { buildPassbook, computeSpendable, passbook as view, pointsRead } from '@zhiyuan/domain/recognition'
import { unwrap } from '@zhiyuan/runtime'
import { readKnownQuestion } from './read-question.ts'
import { readRow, type Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId, knownAt: nullable(Instant) })

/** A passbook, and what of it can be spent. */
export interface SpendablePassbook extends Passbook {
  /** What a redemption may take, by the log as known then: without the points of records that are held, suspended or counted twice (H5, W10). */
  readonly spendable: number
}

const readEach = async <A>(people: ReadonlyArray<PersonId>, read: (person: PersonId) => Promise<A>) =>
  new Map(await Promise.all(people.map(async (person) => [person, await read(person)] as const)))

/** The points of the human under all registrations, as known then (G2); empty for a volunteer who never had a point. */
export const passbook =
  (sources: Sources) =>
  async (volunteer: string, knownAt?: string): Promise<SpendablePassbook> => {
    const of = await readKnownQuestion(sources, Question, { volunteer, knownAt: knownAt ?? null })
    const { readState, jurisdiction } = sources
    const at = of.knownAt ?? undefined
    const humans = await unwrap(readState(humansRead(jurisdiction), at))
    const people = [...listRegistrations(humans, of.volunteer)]
    const rows = await readEach(
      people,
      async (person) => (await readRow(sources, view, person)) ?? view.initial(person),
    )
    const points = await readEach(people, (person) => unwrap(readState(pointsRead(person), at)))
    const records = await readEach(people, (person) => unwrap(readState(recordRead(person), at)))
    return { ...buildPassbook([...rows.values()], at), spendable: computeSpendable(points, records) }
  }
