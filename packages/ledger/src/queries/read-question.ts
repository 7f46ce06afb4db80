/** Decodes questions: a malformed one throws a `LedgerRefusal` that names the path. */
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { decode, decodeRefused, type AnyCodec, type Codec, type Instant, type LocalDay } from '@zhiyuan/kernel'
import { unwrap } from '@zhiyuan/runtime'
import type { Sources } from './sources.ts'

/** The decoded question. */
export const readQuestion = <C extends AnyCodec>(codec: C, question: unknown): Promise<C['_A']> =>
  unwrap(TE.fromEither(decode(codec)(question)))

/** The same for a question as known at an instant. An instant yet to come is refused, since more may be recorded by then (S12). */
export const readKnownQuestion = async <A extends { readonly knownAt: Instant | null }>(
  { runtime }: Pick<Sources, 'runtime'>,
  codec: Codec<A>,
  question: unknown,
): Promise<A> => {
  const said = await readQuestion(codec, question)
  const now = await unwrap(runtime.now())
  const yetToCome = said.knownAt !== null && said.knownAt > now
  return unwrap(TE.fromEither(yetToCome ? E.left(decodeRefused('$.knownAt', `at most ${now}`)) : E.right(said)))
}

/** The question, whose period ends after it begins. */
export const refuseNoPeriod = <A extends { readonly from: LocalDay; readonly to: LocalDay }>(question: A): Promise<A> =>
  unwrap(
    TE.fromEither(
      question.from < question.to ? E.right(question) : E.left(decodeRefused('$.to', `after ${question.from}`)),
    ),
  )
