import { it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { sheet } from './index.ts'
import { document } from './sheet.fixture.ts'

const given = stage(sheet, world, { ...scene, now: '2020-04-30T01:00:00.000Z', actor: people.recorderV2 })
const [lineE, lineD] = document.lines
/** An hour on one day, and presence to `end` on the next. */
const span = (end: string) => {
  const again = { start: '2020-04-28T06:59:00.000Z', end }
  const segments = [{ start: '2020-04-27T06:00:00.000Z', end: '2020-04-27T07:00:00.000Z' }, again]
  const minutes = 60 + (Date.parse(end) - Date.parse(again.start)) / 60_000
  return { type: 'EnterSheet', ...document, lines: [lineE, { ...lineD, segments, minutes }] } as never
}

it('H13: a line is one presence: at most a plan of the greatest length and its check-out term', () => {
  given().when(span('2020-04-28T08:00:00.000Z')).emits({ type: 'SheetEntered' })
  given().when(span('2020-04-28T08:01:00.000Z')).isRefused({ type: 'LineUnfit', line: 2, because: 'span-too-long' })
})

it('H13: the greatest length is that of the day on which the line began', () => {
  const shorter = changePolicy('2020-04-01', { orders: { longestPlanned: 480 } })
  given()
    .knowing(shorter)
    .when(span('2020-04-28T08:00:00.000Z'))
    .isRefused({ type: 'LineUnfit', line: 2, because: 'span-too-long' })
})
