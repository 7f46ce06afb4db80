import { listCommands } from '@zhiyuan/kernel'
import { expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { timer } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import {
  accepted,
  missed,
  offered,
  placed,
  scheduled,
  seatCleared,
  seatTaken,
  started,
} from '../../slices/requests/order/order.fixture.ts'
import { order } from '../../slices/requests/order/index.ts'
import { serviceStart } from './service-start.ts'

const ruled = {
  type: 'TookPlaceRuled',
  volunteer: 'a',
  recordId: 'R1',
  source: { type: 'order', orderId: 'O1', round: 1 },
  segments: [{ start: '2020-04-22T01:00:00.000Z', end: '2020-04-22T03:00:00.000Z' }],
}

it('H2a: a ruling that a missed round took place takes it on again, as a capture does (A15)', () => {
  const sent = listCommands(serviceStart.react({ data: ruled } as never, []))
  expect(sent).toEqual([
    { type: 'StartService', orderId: 'O1', round: 1, volunteer: 'a', at: '2020-04-22T01:00:00.000Z', late: false },
  ])
  const past = [placed, offered, accepted, seatTaken('a'), seatCleared('a'), scheduled, missed]
  const loop = startLoop({
    slices: [order],
    processes: [],
    world: { ...world, 'order-O1': past },
    scene: { ...scene, now: '2020-04-24T01:00:00.000Z' },
  })
  loop.does(timer, sent[0] as never)
  expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'RoundTakenOn' })
})

it('A14: what the recorder takes over proves a service that began on word told late', () => {
  const { source: occasion, segments } = ruled
  const takenOver = { type: 'CaptureTakenOver', occasion, volunteer: 'a', segments }
  const [sent] = listCommands(serviceStart.react({ data: takenOver } as never, []))
  const begun = { ...started, at: '2020-04-22T01:00:00.000Z', late: true }
  const past = [placed, offered, accepted, seatTaken('a'), seatCleared('a'), scheduled, begun]
  const loop = startLoop({
    slices: [order],
    processes: [],
    world: { ...world, 'order-O1': past },
    scene: { ...scene, now: '2020-04-24T01:00:00.000Z' },
  })
  loop.does(timer, sent as never)
  expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'ServiceProven', volunteer: 'a' })
})

it('H2a: the ruling on a session has no order to take on', () => {
  const ofSession = { ...ruled, source: { type: 'session', sessionId: 'S' } }
  expect(serviceStart.react({ data: ofSession } as never, [])).toEqual([])
})
