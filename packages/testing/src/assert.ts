/** What the kit asserts, by Node alone: any runner shows the difference that an `AssertionError` carries. */
import { AssertionError, deepStrictEqual } from 'node:assert/strict'
import { listDifferences } from './differences.ts'

/** A matcher of a runner, such as `expect.any(String)`, judges a value itself. */
interface Matcher {
  readonly asymmetricMatch: (value: unknown) => boolean
}
const isMatcher = (value: object): value is Matcher => 'asymmetricMatch' in value
const isList = (value: unknown): value is ReadonlyArray<unknown> => Array.isArray(value)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map || value instanceof Set)

/** The part of a value that is spoken of: fields that are not named may be anything. */
const takeNamed = (actual: unknown, expected: unknown): unknown => {
  if (typeof expected === 'object' && expected !== null && isMatcher(expected))
    return expected.asymmetricMatch(actual) ? expected : actual
  if (isList(actual) && isList(expected))
    return actual.map((one, index) => (index < expected.length ? takeNamed(one, expected[index]) : one))
  if (!isRecord(actual) || !isRecord(expected)) return actual
  const named = Object.keys(expected).filter((key) => key in actual)
  return Object.fromEntries(named.map((key) => [key, takeNamed(actual[key], expected[key])]))
}

/** Fails with the places where the values differ, then with both of them. */
export const assertEqual = (actual: unknown, expected: unknown, what = 'the values differ'): void => {
  try {
    deepStrictEqual(actual, expected)
  } catch (cause) {
    const places = listDifferences(actual, expected).map((line) => `  ${line}`)
    const message = [what, ...places, '', cause instanceof Error ? cause.message : String(cause)].join('\n')
    throw new AssertionError({ message, actual, expected, operator: 'deepStrictEqual' })
  }
}

/** The same for the fields that `expected` names. */
export const assertLike = (actual: unknown, expected: unknown, what?: string): void => {
  assertEqual(takeNamed(actual, expected), expected, what)
}

/** Fails; `cause` is what a runner shows below the message. */
export const fail = (message: string, cause?: unknown): never => {
  throw Object.assign(new AssertionError({ message }), cause === undefined ? {} : { cause })
}
