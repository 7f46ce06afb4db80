import { listCommands } from '@zhiyuan/kernel'
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../ledger.ts'
import { needOrders, type UnwantedOrderRow } from './need-orders.ts'

/** What is sent at the last of these events of O1 and its need. */
const react = (...past: ReadonlyArray<object>) => {
  const data = past.at(-1) as LedgerEvent
  const row = past.reduce<UnwantedOrderRow>(
    (before, one) => needOrders.evolve(before, { data: one as LedgerEvent } as never, 'O1'),
    needOrders.initial('O1'),
  )
  return listCommands(needOrders.react({ data } as never, needOrders.keys(data).length === 0 ? [] : [row])).map(
    ({ type }) => type,
  )
}
const noted = { type: 'NeedOrderNoted', orderId: 'O1', unwanted: null }
const withdrawn = { type: 'NeedWithdrawn', orders: ['O1'] }
const waitsAgain = ['OrderMissed', 'OrderReopened'].map((type) => ({ type, orderId: 'O1' }))
const ends = ['CancelOrder', 'AskAbort']

it('O28: an order of a withdrawn need is cancelled once more when it waits for a team again', () => {
  expect(react(noted, withdrawn)).toEqual(ends)
  for (const again of waitsAgain) expect(react(noted, withdrawn, again)).toEqual(ends)
  for (const again of waitsAgain) expect(react(noted, again)).toEqual([])
})

it('N12: so is one that its need noted as unwanted, and no other', () => {
  expect(react({ ...noted, unwanted: 'need-referred' })).toEqual(ends)
  expect(react(noted)).toEqual([])
  expect(react({ type: 'OrderPlaced', orderId: 'O1', needId: 'N1', owner: 'V1' })).toEqual(['NoteNeedOrder'])
})
