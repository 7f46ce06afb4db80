import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import type { Loop, Pick } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { cleared, opened } from '../../slices/attendance/assignment/assignment.fixture.ts'
import { mergeEvents } from '../../slices/people/humans/humans.fixture.ts'
import { orderPasts, planned } from '../../slices/requests/order/order.fixture.ts'
import { checkIn, checkOut, confirm, toScheduled } from '../requests/county.fixture.ts'
import { openCounty, type PresenceCommand } from './presence.play.arbitrary.ts'

const { a, b, clerkV1 } = people
const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const newest: Pick = (waiting) => waiting.length - 1
const oldest: Pick = () => 0
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const O2 = { type: 'order', orderId: 'O2', round: 1 } as const
const atO2 = <C extends { readonly occasion: unknown }>(command: C) => ({ ...command, occasion: O2 })

/** A second order, which counts on the volunteer at the same time as O1. */
const secondOrder = (volunteer: string) => ({
  'order-O2': orderPasts.Scheduled.map((event) => ({
    ...event,
    orderId: 'O2',
    ...('volunteer' in event ? { volunteer } : {}),
  })),
  [`assignment-o.O2.1.${volunteer}`]: [opened, cleared].map((event) => ({ ...event, occasion: O2, volunteer })),
})
const openTwo = (volunteer = 'a'): Loop<PresenceCommand> => toScheduled(openCounty({}, secondOrder(volunteer)))

describe.each([
  ['as it came', oldest],
  ['the newest first', newest],
])('a volunteer with two seats at one time; delivered %s', (_name, pick) => {
  it('A16: a forgotten tap bars no service elsewhere, and holds no record', () => {
    const loop = openTwo()
    loop.at(planned.start)
    loop.does(a, checkIn('a'))
    loop.at(instant('02:00'))
    expect(loop.send(a, atO2(checkIn('a')))).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    expect(loop.events('assignment-o.O1.1.a').at(-1)).toMatchObject({
      type: 'CheckOutMissing',
      missingAt: instant('02:00'),
      proposedEnd: instant('02:00'),
    })
    loop.restUntil(planned.end)
    loop.does(a, atO2(checkOut('a')))
    loop.does(clerkV1, { ...confirm('a'), end: instant('02:00') })
    expect(types(loop.events('record-a'))).toEqual(['RecordSubmitted', 'RecordSubmitted'])
    expect(loop.refused()).toEqual([])
  })

  it('A16: planted interleaving: she leaves the first before it is ended, so both were open together, and both records are held', () => {
    const loop = openTwo()
    loop.at(planned.start)
    loop.does(a, checkIn('a'))
    loop.at(instant('02:00'))
    loop.send(a, atO2(checkIn('a')))
    loop.at(instant('02:05'))
    expect(loop.send(a, checkOut('a'))).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    loop.restUntil(planned.end)
    loop.send(a, atO2(checkOut('a')))
    loop.rest(pick)
    const holds = loop.events('record-a').filter(({ type }) => type === 'RecordHeld')
    expect(holds).toMatchObject(
      expect.arrayContaining(
        [{ kind: 'two-places', recordId: 'o.O1.1' }].map((one) => expect.objectContaining(one) as object),
      ),
    )
    expect(holds).toMatchObject(
      expect.arrayContaining(
        [{ kind: 'two-places', recordId: 'o.O2.1' }].map((one) => expect.objectContaining(one) as object),
      ),
    )
    expect(loop.refused()).toEqual([])
  })

  it('A16, A8: what is found after a check-out was taken back holds the record of the next one', () => {
    const loop = openTwo()
    loop.at(planned.start)
    loop.does(a, checkIn('a'))
    loop.at(instant('02:00'))
    loop.does(a, checkOut('a'))
    loop.does(a, { type: 'TakeBackCheckOut', occasion: checkIn('a').occasion, volunteer: 'a' })
    loop.at(planned.end)
    loop.does(a, checkOut('a'))
    loop.at(instant('14:00'))
    loop.send(a, atO2(checkIn('a')), instant('01:30'))
    loop.send(a, atO2(checkOut('a')), planned.end)
    loop.rest(pick)
    loop.send(clerkV1, atO2(confirm('a')))
    loop.rest(pick)
    const holds = loop.events('record-a').filter(({ type }) => type === 'RecordHeld')
    for (const recordId of ['o.O1.1.again-1', 'o.O2.1'])
      expect(holds).toContainEqual(expect.objectContaining({ kind: 'two-places', recordId }))
    expect(holds).not.toContainEqual(expect.objectContaining({ recordId: 'o.O1.1' }))
    expect(loop.refused()).toEqual([])
  })

  it('A16, G2: a merge while both are present ends neither; their records are held, and given back by a split', () => {
    const loop = toScheduled(openCounty({}, secondOrder('e')))
    loop.at(planned.start)
    loop.does(a, checkIn('a'))
    loop.at(instant('01:30'))
    loop.does(people.e, atO2(checkIn('e')))
    loop.at(instant('02:00'))
    loop.send(people.deputy, { type: 'ProposeMerge', person: 'e', survivor: 'a' })
    loop.send(people.admin, { type: 'MergeRegistrations', person: 'e', survivor: 'a' })
    loop.rest(pick)
    loop.restUntil(planned.end)
    loop.send(a, checkOut('a'))
    loop.send(people.e, atO2(checkOut('e')))
    loop.rest(pick)
    const listHeld = (type: string) =>
      ['record-a', 'record-e'].flatMap((stream) =>
        loop.events(stream as 'record-a').flatMap((event) => (event.type === type ? [stream] : [])),
      )
    expect(listHeld('RecordSubmitted')).toEqual(['record-a', 'record-e'])
    expect(new Set(listHeld('RecordHeld'))).toEqual(new Set(['record-a', 'record-e']))
    loop.send(people.deputy, { type: 'ProposeSplit', person: 'e', others: [] })
    loop.send(people.admin, {
      type: 'SplitRegistrations',
      person: 'e',
      others: [],
      reason: { code: 'two-people', text: null },
    })
    loop.rest(pick)
    expect(new Set(listHeld('HoldLifted'))).toEqual(new Set(['record-a', 'record-e']))
    expect(loop.refused()).toEqual([])
  })

  it('A16: is found under another registration once they are known to be one human', () => {
    const loop = toScheduled(openCounty({}, { ...secondOrder('e'), 'humans-131081': mergeEvents(['e', 'a']) }))
    loop.at(planned.start)
    loop.does(a, checkIn('a'))
    loop.at(instant('01:30'))
    loop.send(people.e, atO2(checkIn('e')))
    loop.at(instant('01:40'))
    loop.send(a, checkOut('a'))
    loop.rest(pick)
    loop.restUntil(planned.end)
    loop.does(people.e, atO2(checkOut('e')))
    for (const stream of ['record-a', 'record-e'] as const)
      expect(loop.events(stream)).toContainEqual(expect.objectContaining({ type: 'RecordHeld', kind: 'two-places' }))
  })
})

it('A16: two volunteers at two places are two humans', () => {
  const loop = openTwo('e')
  loop.at(planned.start)
  loop.does(b, checkIn('b'))
  loop.does(people.e, atO2(checkIn('e')))
  loop.at(planned.end)
  loop.does(b, checkOut('b'))
  loop.does(people.e, atO2(checkOut('e')))
  expect([...types(loop.events('record-b')), ...types(loop.events('record-e'))]).toEqual([
    'RecordSubmitted',
    'RecordSubmitted',
  ])
})
