import type { LocalDay } from '@zhiyuan/kernel'
import type { AgeBand } from './volunteer.codec.ts'

const parts = (day: LocalDay): readonly [year: number, monthAndDay: string] => [Number(day.slice(0, 4)), day.slice(5)]

/** The age band on a day of a person born on another (A6): a year older from the birthday on, on 1 March for who is born on 29 February. */
export const findAgeBand = (bornOn: LocalDay, today: LocalDay): AgeBand => {
  const [birthYear, birthday] = parts(bornOn)
  const [year, monthAndDay] = parts(today)
  const age = year - birthYear - (monthAndDay < birthday ? 1 : 0)
  if (age < 14) return 'under-14'
  return age < 18 ? '14-to-17' : 'adult'
}
