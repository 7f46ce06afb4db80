/** A record by hand, and what the log says of the own part of the volunteer in the round (H2a, A14). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import {
  accepted,
  closed,
  offered,
  orderKeys,
  placed,
  reopened,
  seatTaken,
  started,
} from '../../requests/order/order.fixture.ts'
import { opened, pasts } from '../../attendance/assignment/assignment.fixture.ts'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { backfill, instant, interval } from './record.fixture.ts'

const { V1 } = units
const round = { type: 'order', orderId: 'O1', round: 1 } as const
const given = stage(record, world, { ...scene, now: instant('04-24 02:00'), actor: people.clerkV1 })
const began = [placed, offered, accepted, seatTaken('a'), { ...started, at: instant('04-22 01:10') }]
const own = 'assignment-o.O1.1.a'
const entered = (start: string, end: string, minutes: number, more: object = {}) => ({
  ...backfill('R1', 'a', start, end, minutes),
  occasion: round,
  bodyId: V1,
  teamId: 'B1',
  responsible: 'b',
  ...more,
})
const against = { type: 'RecordHeld', kind: 'contradicts-the-log' } as const
const entry = { type: 'RecordSubmitted' } as const

describe('a record by hand beside a presence that the log knows', () => {
  it.each(['Left', 'Confirmed', 'TakenOver'] as const)('H2a, A14: is held where the log says %s', (state) => {
    const knowing = given().knowing({ 'order-O1': began, [own]: pasts[state] })
    const beside = entered('04-22 03:10', '04-22 03:30', 20)
    knowing.when(beside).emits(entry, against)
    const split = entered('04-22 01:00', '04-22 03:25', 130, {
      segments: [interval('04-22 01:00', '04-22 03:00'), interval('04-22 03:15', '04-22 03:25')],
    })
    knowing.when(split).emits(entry, against)
  })
  it('H2a: is not held for the same presence, at most 30 min longer at each end', () => {
    const short = [
      ...pasts.Present,
      {
        ...pasts.Left.at(-1),
        segments: [interval('04-22 01:00', '04-22 02:00')],
        minutes: 60,
        at: instant('04-22 02:00'),
      },
    ]
    const knowing = given().knowing({ 'order-O1': began, [own]: short as never })
    knowing.when(entered('04-22 01:00', '04-22 02:30', 90)).emits(entry)
    knowing.when(entered('04-22 01:00', '04-22 02:31', 91)).emits(entry, against)
    given()
      .knowing({ 'order-O1': began, [own]: pasts.Cleared })
      .when(entered('04-22 01:00', '04-22 03:00', 120))
      .emits(entry)
  })
  it.each(['Present', 'Paused'] as const)(
    'H2a, A8: is held while the volunteer is there, also after a check-out that she took back: %s',
    (state) => {
      given()
        .knowing({ 'order-O1': began, [own]: pasts[state] })
        .when(entered('04-22 01:00', '04-22 03:00', 120))
        .emits(entry, against)
    },
  )
})

describe('a record by hand and the seat', () => {
  const bound = (time: string) => [{ ...opened, boundAt: instant(time) }, ...pasts.Cleared.slice(1)]
  it('A14, H2a: is held where it begins before the own seat was bound, and passes where it begins then', () => {
    const late = given().knowing({ 'order-O1': began, [own]: bound('04-22 02:58') })
    late.when(entered('04-22 01:00', '04-22 03:00', 120)).emits(entry, against)
    late.when(entered('04-22 02:57', '04-22 03:00', 3)).emits(entry, against)
    late.when(entered('04-22 02:58', '04-22 03:00', 2)).emits(entry)
  })
  it('A14, G2: counts the seat under another registration, and none that was given up', () => {
    const merged = { type: 'RegistrationsMerged', person: 'e', survivor: 'a', joining: ['e'], there: ['a'] }
    const other = bound('04-20 07:45').map((event) => ({ ...event, volunteer: 'e' }))
    const both = {
      'order-O1': began,
      [own]: bound('04-22 02:58'),
      'humans-131081': [merged],
    }
    const all = entered('04-22 01:00', '04-22 03:00', 120)
    given()
      .knowing({ ...both, 'assignment-o.O1.1.e': other })
      .when(all)
      .emits(entry)
    const givenUp = [...other, { ...pasts.Withdrawn.at(-1), volunteer: 'e' }]
    given()
      .knowing({ ...both, 'assignment-o.O1.1.e': givenUp as never })
      .when(all)
      .emits(entry, against)
  })
  it('H2a: of an earlier round is one that was held when that round was closed', () => {
    const freed = { type: 'SeatFreed', ...orderKeys, volunteer: 'c', reason: 'withdrawn' }
    const again = [...began, seatTaken('c'), freed, closed, reopened] as never
    const inHour = entered('04-22 01:00', '04-22 02:00', 60)
    given().knowing({ 'order-O1': again }).when(inHour).emits(entry)
    given()
      .knowing({ 'order-O1': again })
      .when({ ...inHour, volunteer: 'c' })
      .emits(entry, against)
  })
})
