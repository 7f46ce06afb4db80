/** Local time in China as data: UTC+8, with daylight saving from 1986 to 1991 (IANA time zone database, Asia/Shanghai). */
import type { TermsOf } from '../terms.ts'
import type { localTerms } from '../local.terms.ts'

/** Each from 02:00 local standard time to 02:00 local daylight time. */
const daylightSaving = [
  ['1986-05-03T18:00:00.000Z', '1986-09-13T17:00:00.000Z'],
  ['1987-04-11T18:00:00.000Z', '1987-09-12T17:00:00.000Z'],
  ['1988-04-16T18:00:00.000Z', '1988-09-10T17:00:00.000Z'],
  ['1989-04-15T18:00:00.000Z', '1989-09-16T17:00:00.000Z'],
  ['1990-04-14T18:00:00.000Z', '1990-09-15T17:00:00.000Z'],
  ['1991-04-13T18:00:00.000Z', '1991-09-14T17:00:00.000Z'],
] as const

export const shanghai = [
  { from: '1900-12-31T15:54:17.000Z', offsetMinutes: 480 },
  ...daylightSaving.flatMap(([begin, end]) => [
    { from: begin, offsetMinutes: 540 },
    { from: end, offsetMinutes: 480 },
  ]),
] as unknown as TermsOf<typeof localTerms>['zone']
