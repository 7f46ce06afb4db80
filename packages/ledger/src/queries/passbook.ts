import { closed, Instant, nullable, PersonId } from '@zhiyuan/kernel'
import type { Passbook } from '@zhiyuan/domain'
import { passbook as view, buildPassbook } from '@zhiyuan/domain/recognition'
import { readKnownQuestion } from './read-question.ts'
import { readRow, type Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId, knownAt: nullable(Instant) })

/** Empty for a volunteer who never had a point. */
export const passbook =
  (sources: Sources) =>
  async (volunteer: string, knownAt?: string): Promise<Passbook> => {
    const of = await readKnownQuestion(sources, Question, { volunteer, knownAt: knownAt ?? null })
    return buildPassbook(
      (await readRow(sources, view, of.volunteer)) ?? view.initial(of.volunteer),
      of.knownAt ?? undefined,
    )
  }
