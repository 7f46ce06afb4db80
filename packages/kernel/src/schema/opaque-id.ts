import type * as t from 'io-ts'
import type { Codec } from './codec.ts'
import { make } from './make.ts'
import { text } from './makers.ts'

/** The first two digits of a place: the provinces of GB/T 2260. */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of some year: `0229` is one in each, since the check digit decides. */
const isDay = (month: number, day: number): boolean => day >= 1 && day <= (daysOfMonth[month - 1] ?? 0)

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** GB 11643: ISO 7064 MOD 11-2 over the first 17 digits. */
const checkDigit = (digits: string): string =>
  '10X98765432'.charAt(weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11)

const parts = /^(\d\d)\d{4}(?:(?:18|19|20)\d\d|\d\d)(\d\d)(\d\d)\d{3}[\dXx]?$/
/** A valid number of an ID card: 18 characters with their check digit, or the 15 digits of the cards before 1999 (GB 11643). */
const isIdCardNumber = (u: string): boolean => {
  if (u.length !== 15 && u.length !== 18) return false
  const [, province = '', month, day] = parts.exec(u) ?? []
  if (!provinces.has(province) || !isDay(Number(month), Number(day))) return false
  return u.length === 15 || checkDigit(u) === u.charAt(17).toUpperCase()
}

const mobile = /^(?:86)?1[3-9]\d{9}$/

/** P6: whether a text is a valid ID-card number or a mobile number, and so says who a person is. */
export const isPersonalNumber = (u: string): boolean => mobile.test(u) || isIdCardNumber(u)

/** An id that says nothing about a person: a text of the pattern that is neither an ID-card number nor a mobile number (P6). */
export const opaqueId = <B extends object>(
  name: keyof B & string,
  pattern: RegExp,
  max: number,
): Codec<t.Branded<string, B>> => {
  const any = text<B>(name, pattern, max)
  const { shape } = any
  return make(
    name,
    shape.kind === 'text' ? { ...shape, opaque: true } : shape,
    (u): u is t.Branded<string, B> => any.is(u) && !isPersonalNumber(u),
    (u, context) => {
      const message = any.is(u) ? `${name}: no ID-card or mobile number` : name
      return [{ value: u, context, message }]
    },
  )
}
