/** Where two values differ, by paths that a person can read. */
import { inspect, isDeepStrictEqual } from 'node:util'

/** Names a part of a value by its key, and hands it over; undefined for what has no parts. */
type Parts = ReadonlyMap<unknown, unknown> | undefined

const mostLines = 10
const longestValue = 100

const isPlain = (value: object): boolean =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

const listParts = (value: unknown): Parts => {
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof Map) return value
  return isPlain(value) ? new Map<string, unknown>(Object.entries(value)) : undefined
}

const nameStep = (owner: unknown, key: unknown): string => {
  if (owner instanceof Map) return `.get(${inspect(key)})`
  if (Array.isArray(owner)) return `[${String(key)}]`
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`
}

const showValue = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : inspect(value, { breakLength: Infinity, depth: 3 })
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}

const walk = (actual: unknown, expected: unknown, path: string): ReadonlyArray<string> => {
  if (isDeepStrictEqual(actual, expected)) return []
  const [there, wanted] = [listParts(actual), listParts(expected)]
  const isAlike = Array.isArray(actual) === Array.isArray(expected) && actual instanceof Map === expected instanceof Map
  if (there === undefined || wanted === undefined || !isAlike)
    return [`${path}: ${showValue(actual)} instead of ${showValue(expected)}`]
  const keys = new Set([...wanted.keys(), ...there.keys()])
  return [...keys].flatMap((key) => walk(there.get(key), wanted.get(key), `${path}${nameStep(expected, key)}`))
}

/** One line for each place where the values differ, ten at most: `$.seats: 2 instead of 3`. */
export const listDifferences = (actual: unknown, expected: unknown): ReadonlyArray<string> => {
  const all = walk(actual, expected, '$')
  return all.length <= mostLines ? all : [...all.slice(0, mostLines), `… and ${all.length - mostLines} more`]
}
