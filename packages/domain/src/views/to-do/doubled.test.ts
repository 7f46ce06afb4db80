/** Two services of one round are on the list as long as one of them can be ended (A15). */
import { expect, it } from 'vitest'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import { toDo } from './project.ts'
import { openItems, type PlacedRow } from './query.ts'
import { accepted, day, offered, orderKeys, placed, reason, started } from './to-do.events.fixture.ts'

const listItems = (...events: ReadonlyArray<object>) => {
  const lines = events.map((event, n): Line => ({ at: day(10 + n), by: people.h1, event: event as Line['event'] }))
  const rows = foldRows(toDo, buildLog([{ name: 'order', event: OrderEvent }], lines))
  const items = [...rows].map(([key, row]): PlacedRow => ({ place: key.split(':')[0] as PlacedRow['place'], row }))
  return openItems(items).map(({ subject, waits }) => `${subject.type} ${waits}`)
}
const doubled = { ...orderKeys, type: 'ServiceDoubled', volunteer: 'a', at: day(22), teamId: 'B9', late: false }
const both = [placed, offered, accepted, doubled]
const gone = { ...orderKeys, teamId: 'B1', seated: [], serviceDueAt: day(29), escalatesAt: null }
const endings: ReadonlyArray<object> = [
  { ...orderKeys, type: 'FirstServiceCancelled', teamId: 'B9', reason },
  { ...gone, type: 'OrderHandedBack', by: 'handler', reason, refillAt: null },
  { ...gone, type: 'OrderMissed', missedAt: day(25) },
  {
    ...{ ...orderKeys, type: 'OrderCancelled', teamId: 'B1', by: 'requester', reason },
    ...{ beforeAcceptance: false, seated: [] },
  },
  started,
]

it('A15: two services are on the list', () => {
  expect(listItems(...both)).toEqual(['order schedule', 'doubled two-services'])
})
it.each(endings)('A15: %o ends the item', (ending) => {
  expect(listItems(...both, ending)).not.toContain('doubled two-services')
})
it.each(endings)('A15: %o makes no item where there was one service', (ending) => {
  expect(listItems(placed, offered, accepted, ending)).not.toContain('doubled two-services')
})
