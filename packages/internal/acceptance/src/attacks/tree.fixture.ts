/** The units of the small county and the calendar of 2020, as the oracles are told them. */
import { calendar2020to2026 } from '@zhiyuan/domain'
import type { Calendar } from '../oracles/calendar.oracle.fixture.ts'
import type { UnitTree } from '../oracles/need-log.oracle.fixture.ts'
import { C, T1, T2, V1, V1b, V2 } from './needs.fixture.ts'

export const parents: Readonly<Record<string, string>> = { [V1]: T1, [V1b]: T1, [T1]: C, [V2]: T2, [T2]: C }
export const tree: UnitTree = { above: (unit) => parents[unit] ?? null, city: C }
const year = calendar2020to2026.find((one) => one.year === 2020)
if (year === undefined) throw new Error('no calendar of 2020')
const { daysOff, daysWorked } = year
const isListed = (days: ReadonlyArray<string>, date: string): boolean => days.includes(date)
export const calendar: Calendar = {
  offsetMinutes: 480,
  isWorkingDay: (date) =>
    isListed(daysWorked, date) ||
    (!isListed(daysOff, date) && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())),
}
