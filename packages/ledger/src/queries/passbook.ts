import { closed, Instant, nullable, PersonId } from '@zhiyuan/kernel'
import type { Passbook } from '@zhiyuan/domain'
import { humansRead, listRegistrations } from '@zhiyuan/domain/people'
import { passbook as view, buildPassbook } from '@zhiyuan/domain/recognition'
import { unwrap } from '@zhiyuan/runtime'
import { readKnownQuestion } from './read-question.ts'
import { readRow, type Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId, knownAt: nullable(Instant) })

/** The points of the human under all registrations, as known then (G2); empty for a volunteer who never had a point. */
export const passbook =
  (sources: Sources) =>
  async (volunteer: string, knownAt?: string): Promise<Passbook> => {
    const of = await readKnownQuestion(sources, Question, { volunteer, knownAt: knownAt ?? null })
    const { readState, jurisdiction } = sources
    const humans = await unwrap(readState(humansRead(jurisdiction), of.knownAt ?? undefined))
    const rows = listRegistrations(humans, of.volunteer).map(
      async (person) => (await readRow(sources, view, person)) ?? view.initial(person),
    )
    return buildPassbook(await Promise.all(rows), of.knownAt ?? undefined)
  }
