import type * as t from 'io-ts'
import * as E from 'fp-ts/lib/Either.js'
import type { AnyCodec } from './codec.ts'
import { pathStep } from './path.ts'

/** One thing wrong with an input: its path, and what was expected there (or `unknown key`, `unknown type`, …). */
export interface Issue {
  /** A path from the root, such as `$.minutes` or `$.segments[0].end`. */
  readonly path: string
  readonly expected: string
}

/** The refusal of an input at the boundary; nothing was written. At most 20 issues are listed. */
export interface DecodeRefused {
  readonly type: 'DecodeRefused'
  readonly issues: ReadonlyArray<Issue>
}

/** Bounds on any input, checked before any codec. */
export const inputBounds = { bytes: 256 * 1024, depth: 32 } as const

/** Makes a refusal with one issue. */
export const decodeRefused = (path: string, expected: string): DecodeRefused => ({
  type: 'DecodeRefused',
  issues: [{ path, expected }],
})

const makeIssue = ({ context, message }: t.ValidationError): Issue => ({
  path: `$${context.map(({ key }) => (key === '' ? '' : pathStep(key))).join('')}`,
  expected: message ?? 'something else',
})

/** Decodes a value, or lists the paths at which the codec does not accept it. */
export const decode =
  <C extends AnyCodec>(codec: C) =>
  (u: unknown): E.Either<DecodeRefused, t.TypeOf<C>> =>
    E.mapLeft((errors: t.Errors): DecodeRefused => ({
      type: 'DecodeRefused',
      issues: errors.slice(0, 20).map(makeIssue),
    }))(codec.decode(u) as t.Validation<t.TypeOf<C>>)

/** UTF-8 bytes of a text, without allocating them. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

const tooDeep = (u: unknown, path: string, left: number): string | null => {
  if (typeof u !== 'object' || u === null) return null
  if (left === 0) return path
  for (const key of Object.keys(u)) {
    const found = tooDeep((u as Readonly<Record<string, unknown>>)[key], `${path}${pathStep(key)}`, left - 1)
    if (found !== null) return found
  }
  return null
}

/** Refuses a value that is nested deeper than the bound, with the path. */
export const refuseDepth = (u: unknown): E.Either<DecodeRefused, unknown> => {
  const path = tooDeep(u, '$', inputBounds.depth)
  return path === null ? E.right(u) : E.left(decodeRefused(path, `at most ${inputBounds.depth} levels`))
}

/** Parses JSON text within the bounds on size and depth. */
export const parseJson = (text: string): E.Either<DecodeRefused, unknown> => {
  if (utf8Bytes(text) > inputBounds.bytes) return E.left(decodeRefused('$', `at most ${inputBounds.bytes} bytes`))
  const parsed = E.tryCatch(
    (): unknown => JSON.parse(text),
    () => decodeRefused('$', 'JSON'),
  )
  return E.flatMap(refuseDepth)(parsed)
}
