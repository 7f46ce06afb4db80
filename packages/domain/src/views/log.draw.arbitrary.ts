/** What the random histories of a log are drawn from: instants, days, persons, units, and a walk through a table of next steps. */
import * as fc from 'fast-check'
import { addDays, dayFromNumber, dayNumber, type LocalDay } from '@zhiyuan/kernel'
import { units } from '../fixtures/people.ts'

const { C, T1, V1, T2, V2 } = units
/** Every unit of the sample world. */
export const everywhere = [V1, V2, T1, T2, C]
export type Words = { readonly type: string } & Readonly<Record<string, unknown>>
export type History = ReadonlyArray<Words>

/** The hour `n` hours after 03-31: hours 24 to the last are 04-01 to 06-14, with those at which the day changes in Beijing. */
export const hour = (n: number): string =>
  `${addDays('2020-03-31' as LocalDay, Math.floor(n / 24))}T${String(n % 24).padStart(2, '0')}:00:00.000Z`
/** The last hour that is drawn. */
export const lastHour = 24 * 76
/** Any hour of the story. */
export const at = fc.integer({ min: 24, max: lastHour }).map(hour)
/** One of these. */
export const drawOne = <A>(...of: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...of)
/** Random numbers, at most `max`: each is one step of a walk. */
export const times = (max: number): fc.Arbitrary<ReadonlyArray<number>> => fc.array(fc.nat(1000), { maxLength: max })

/** A day of service, also just before and after the period. */
export const day = fc.oneof(
  drawOne('2020-03-31', '2020-04-01', '2020-05-31', '2020-06-01'),
  fc.integer({ min: 0, max: 60 }).map((n) => dayFromNumber(dayNumber('2020-04-01' as LocalDay) + n)),
)
export const persons = ['a', 'b', 'c', 'd', 'e'] as const

/** Walks a table of what may come next, one step a random number. */
export const walk = <S>(
  begin: S,
  next: (state: S, pick: number) => readonly [Words, S] | null,
  picks: ReadonlyArray<number>,
): History => {
  const events: Words[] = []
  let state = begin
  for (const pick of picks) {
    const step = next(state, pick)
    if (step === null) break
    events.push(step[0])
    state = step[1]
  }
  return events
}
