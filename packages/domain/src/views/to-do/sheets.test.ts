import { expect, it } from 'vitest'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { submitted } from '../../slices/hours/record/record.fixture.ts'
import { record, sheet } from '../../exports/hours.ts'
import { approved, entered, rejected, returned } from '../../slices/hours/sheet/sheet.fixture.ts'
import { toDo } from './project.ts'

const listWaiting = (...events: ReadonlyArray<object>) => {
  const lines = events.map((event): Line => ({
    at: entered.enteredAt,
    by: people.recorderV2,
    event: event as Line['event'],
  }))
  return [...foldRows(toDo, buildLog([sheet, record], lines))].flatMap(([key, { waits }]) =>
    waits === null ? [] : [`${key} ${waits}`],
  )
}
const line = submitted('p.L1.1.1')
const { V2 } = units

it('H14: a sheet waits as one at its body, and its lines with it', () => {
  expect(listWaiting(entered, line)).toEqual([`${V2}:sheet:L1 approval`])
  expect(listWaiting(entered, line, approved)).toEqual([])
  expect(listWaiting(entered, line, rejected)).toEqual([])
})

it('H14: a returned sheet waits to be entered again', () => {
  expect(listWaiting(entered, line, returned)).toEqual([`${V2}:sheet:L1 resubmission`])
})
