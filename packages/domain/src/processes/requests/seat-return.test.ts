/** A volunteer is alleged absent, excused, and there (A8): the excuse and her check-in reach the order by two processes. */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import type { Loop, Pick } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { order } from '../../slices/requests/order/index.ts'
import type { OrderState } from '../../slices/requests/order/order.read.ts'
import { openCounty, type PresenceCommand } from '../attendance/presence.play.arbitrary.ts'
import {
  allege,
  assignmentStreamName,
  checkIn,
  checkOut,
  confirm,
  excuse,
  report,
  takeSeat,
  toScheduled,
} from './county.fixture.ts'

const { a, b, e } = people
const oldest: Pick = () => 0
/** Each process keeps the order of its events; the one that heard of an event last goes first. */
const lastProcess: Pick = (waiting) => waiting.findIndex(({ process }) => process === waiting.at(-1)?.process)
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const ofA = (loop: Loop<PresenceCommand>): ReadonlyArray<string> => types(loop.events(assignmentStreamName('a')))
const seated = (loop: Loop<PresenceCommand>): ReadonlyArray<string> => {
  const state = loop.state(order, 'order-O1') as OrderState
  return state.type === 'None' ? [] : [...state.seated.keys()].sort()
}

const toStart = (): Loop<PresenceCommand> => {
  const loop = toScheduled(openCounty())
  loop.at(planned.start)
  return loop
}

describe.each([
  ['as it came', oldest],
  ['another process first', lastProcess],
])('a volunteer who is excused a second after the allegation; delivered %s', (_name, pick) => {
  it('A8: 28: while others serve, her check-in takes the seat again, and the minutes are hers', () => {
    const loop = toStart()
    loop.does(b, checkIn('b'), allege('a'))
    loop.send(b, excuse('a'))
    loop.send(a, checkIn('a'))
    loop.rest(pick)
    expect(seated(loop)).toEqual(['a', 'b'])
    loop.at(planned.end)
    loop.does(a, checkOut('a'))
    expect(loop.events('record-a')).toMatchObject([{ minutes: 120, grade: 'system' }])
    expect(loop.refused()).toEqual([])
  })

  it('A8: before others have begun, it begins the service', () => {
    const loop = toStart()
    loop.does(b, allege('a'))
    loop.send(b, excuse('a'))
    loop.send(a, checkIn('a'))
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'InProgress', startedAt: planned.start })
    expect(seated(loop)).toEqual(['a', 'b'])
    expect(loop.refused()).toEqual([])
  })

  it('A8, A14: what her telephone kept is a capture, which one who was there confirms', () => {
    const loop = toStart()
    loop.does(b, checkIn('b'), allege('a'), excuse('a'))
    loop.at(planned.end)
    loop.does(b, checkOut('b'), report())
    loop.at('2020-04-22T14:00:00.000Z')
    loop.send(a, checkIn('a'), planned.start)
    loop.send(a, checkOut('a'), planned.end)
    loop.rest(pick)
    expect(ofA(loop).at(-1)).toBe('PresenceCaptured')
    loop.does(b, confirm('a'))
    expect(loop.events('record-a')).toMatchObject([{ minutes: 120, grade: 'attested' }])
    expect(seated(loop)).toEqual(['a', 'b'])
  })

  it('O11: planted interleaving: another volunteer takes the last seat first, and no seat is made beside it', () => {
    const loop = toStart()
    loop.does(b, allege('a'), excuse('a'))
    loop.send(a, checkIn('a'))
    expect(loop.send(e, takeSeat())).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    expect(seated(loop)).toEqual(['b', 'e'])
    expect(ofA(loop).at(-1)).toBe('CheckedIn')
  })
})
