import { closed, Instant, nullable, PersonId } from '@zhiyuan/kernel'
import type { Passbook } from '@zhiyuan/domain'
import { passbook as view, passbookOf } from '@zhiyuan/domain/recognition'
import { askedAsKnown } from './asked.ts'
import { rowOf, type Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId, knownAt: nullable(Instant) })

/** Empty for whoever never had a point. */
export const passbook =
  (sources: Sources) =>
  async (volunteer: string, knownAt?: string): Promise<Passbook> => {
    const of = await askedAsKnown(sources, Question, { volunteer, knownAt: knownAt ?? null })
    return passbookOf((await rowOf(sources, view, of.volunteer)) ?? view.initial(of.volunteer), of.knownAt ?? undefined)
  }
