import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import type { Loop, Pick } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { merged } from '../../slices/people/humans/humans.fixture.ts'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { order } from '../../slices/requests/order/index.ts'
import {
  accept,
  assignmentStreamName,
  checkIn,
  checkOut,
  confirm,
  dispatch,
  handBack,
  report,
  review,
  takeSeat,
  toScheduled,
  toServing,
} from '../requests/county.fixture.ts'
import { openCounty, type PresenceCommand } from './presence.play.arbitrary.ts'

const { a, b, e, r1, clerkV1, dispatcherT1 } = people
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const ordered = (loop: Loop<PresenceCommand>): ReadonlyArray<string> => types(loop.events('order-O1'))
const ofA = (loop: Loop<PresenceCommand>): ReadonlyArray<string> => types(loop.events(assignmentStreamName('a')))
const newest: Pick = (waiting) => waiting.length - 1
const oldest: Pick = () => 0
const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const takeBack = { type: 'TakeBackCheckOut', occasion: checkIn('a').occasion, volunteer: 'a' } as const

/** No one has come by two hours after the planned end, as far as the log knows. */
const toMissed = (): Loop<PresenceCommand> => {
  const loop = toScheduled(openCounty())
  loop.restUntil(instant('05:00'))
  return loop
}

/** b has served, and the service is reported; of a nothing is known. */
const toServedByB = (): Loop<PresenceCommand> => {
  const loop = toScheduled(openCounty())
  loop.at(planned.start)
  loop.does(b, checkIn('b'))
  loop.at(planned.end)
  loop.does(b, checkOut('b'), report())
  return loop
}

describe.each([
  ['as it came', oldest],
  ['the newest first', newest],
])('a service that no telephone told in time; delivered %s', (_name, pick) => {
  it('A14, A15: is taken on, reported and confirmed by the review; the minutes are attested', () => {
    const loop = toMissed()
    expect(ordered(loop).slice(-2)).toEqual(['OrderMissed', 'OrderEscalated'])
    expect(ofA(loop).at(-1)).toBe('AssignmentReleased')
    loop.at(instant('14:00'))
    loop.send(a, checkIn('a'), planned.start)
    loop.rest(pick)
    expect(ordered(loop).at(-1)).toBe('RoundTakenOn')
    expect(ofA(loop).slice(-2)).toEqual(['CheckedIn', 'CheckOutMissing'])
    loop.send(a, checkOut('a'), planned.end)
    loop.rest(pick)
    expect(ofA(loop).at(-1)).toBe('PresenceCaptured')
    expect(loop.events('record-a')).toEqual([])
    loop.does(b, report())
    loop.does(r1, review())
    expect(loop.events(assignmentStreamName('a')).at(-1)).toMatchObject({ type: 'AttendanceConfirmed', byReview: true })
    expect(loop.events('record-a')).toMatchObject([{ type: 'RecordSubmitted', grade: 'attested', recorder: 'r1' }])
    expect(loop.refused()).toEqual([])
  })

  it('A14, O7: a review does not confirm a presence of which the ledger is told after it', () => {
    const loop = toServedByB()
    loop.does(r1, review())
    loop.at(instant('14:00'))
    loop.send(a, checkIn('a'), planned.start)
    loop.send(a, checkOut('a'), planned.end)
    loop.rest(pick)
    expect(ofA(loop).at(-1)).toBe('PresenceCaptured')
    expect(loop.events('record-a')).toEqual([])
    loop.does(b, confirm('a'))
    expect(ofA(loop).at(-1)).toBe('AttendanceConfirmed')
  })

  it('A14: it confirms a volunteer who was known to be there, and told the end after it', () => {
    const loop = toServedByB()
    loop.send(a, checkIn('a'), planned.start)
    loop.at(instant('03:10'))
    loop.does(r1, review())
    loop.at(instant('04:00'))
    loop.send(a, checkOut('a'), planned.end)
    loop.rest(pick)
    expect(loop.events(assignmentStreamName('a')).at(-1)).toMatchObject({ type: 'AttendanceConfirmed', byReview: true })
    expect(ordered(loop).at(-1)).toBe('OrderClosed')
  })

  it('A14: planted interleaving: a presence is told between the review and its effect, and is not confirmed by it', () => {
    const loop = toServedByB()
    loop.at(instant('05:00'))
    expect(loop.send(r1, review())).toMatchObject({ _tag: 'Right' })
    loop.at(instant('05:01'))
    loop.send(a, checkIn('a'), planned.start)
    loop.send(a, checkOut('a'), planned.end)
    loop.rest(pick)
    expect(ofA(loop).at(-1)).toBe('PresenceCaptured')
  })

  /** a tells in the evening that the round was served, and b reports it. */
  const toReported = (): Loop<PresenceCommand> => {
    const loop = toMissed()
    loop.at(instant('14:00'))
    loop.send(a, checkIn('a'), planned.start)
    loop.send(a, checkOut('a'), planned.end)
    loop.rest(pick)
    loop.does(b, report())
    return loop
  }
  const lapsed = '2020-04-29T14:00:00.000Z'

  it('A14, A15: a missed round is no served one by her word alone: unconfirmed and unreviewed it is missed again', () => {
    const loop = toReported()
    loop.restUntil(lapsed)
    expect(ordered(loop)).toContain('ReviewLapsed')
    expect(ordered(loop)).not.toContain('OrderClosed')
    expect(ordered(loop).filter((type) => type === 'OrderMissed')).toHaveLength(2)
    loop.does(r1, confirm('a'))
    expect(ordered(loop).slice(-2)).toEqual(['EscalationUndone', 'RoundTakenOn'])
    expect(loop.refused()).toEqual([])
  })

  it('A14: confirmed by a clerk it closes as unreviewed, as any other', () => {
    const loop = toReported()
    loop.send(clerkV1, confirm('a'))
    loop.rest(pick)
    expect(ordered(loop).at(-1)).toBe('ServiceProven')
    loop.restUntil(lapsed)
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OrderClosed', outcome: 'unreviewed' })
  })

  it('A15: planted interleaving: an offer that is out is recalled, and an escalation by the clock undone', () => {
    const loop = toMissed()
    loop.at(instant('14:00'))
    expect(loop.send(dispatcherT1, dispatch('o2'))).toMatchObject({ _tag: 'Right' })
    loop.send(a, checkIn('a'), planned.start)
    loop.rest(pick)
    expect(ordered(loop).slice(-3)).toEqual(['OfferRecalled', 'EscalationUndone', 'RoundTakenOn'])
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'InProgress', handler: clerkV1.unit })
  })

  it('A15: planted interleaving: a team accepts before the capture reaches the order; both are kept until one is let go', () => {
    const loop = toMissed()
    loop.does(dispatcherT1, dispatch('o2'))
    loop.at(instant('06:00'))
    loop.send(a, checkIn('a'), planned.start)
    const later = { start: '2020-04-23T01:00:00.000Z', end: '2020-04-23T03:00:00.000Z' }
    expect(loop.send(b, accept('o2', later))).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    expect(ordered(loop).at(-1)).toBe('ServiceDoubled')
    expect(ofA(loop)).toContain('CheckedIn')
    loop.does(e, takeSeat())
    loop.does(dispatcherT1, handBack())
    expect(ordered(loop).at(-1)).toBe('RoundTakenOn')
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'InProgress', planned })
  })

  it('A8: a check-out by mistake is taken back, and its record is withdrawn, also where it comes later', () => {
    const loop = toServing(openCounty())
    loop.at(instant('01:05'))
    loop.send(a, checkOut('a'))
    expect(loop.send(a, takeBack)).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    expect(types(loop.events('record-a'))).toEqual(['RecordSubmitted', 'RecordWithdrawn'])
    loop.restUntil(planned.end)
    loop.does(a, checkOut('a'))
    expect(loop.events('record-a').at(-1)).toMatchObject({ recordId: 'o.O1.1.again-1', minutes: 120, grade: 'system' })
    expect(loop.refused()).toEqual([])
  })

  it('A8: after a check-out was taken back the next one may be missing', () => {
    const loop = toServing(openCounty())
    loop.restUntil('2020-04-22T04:59:59.000Z')
    loop.send(a, checkOut('a'))
    loop.at(instant('05:05'))
    expect(loop.send(a, takeBack)).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    expect(ofA(loop).at(-1)).toBe('CheckOutMissing')
  })
})

describe('what clerks confirm in a day', () => {
  const missing = (confirmsADay: { readonly clerk: number | null; readonly unit: number | null }) => {
    const loop = toServing(openCounty({ confirmsADay }))
    loop.restUntil(instant('06:00'))
    return loop
  }
  const held = (loop: Loop<PresenceCommand>) => [...types(loop.events('record-a')), ...types(loop.events('record-b'))]

  it.each([
    ['one clerk’s', { clerk: 1, unit: null }],
    ['one unit’s', { clerk: null, unit: 1 }],
  ])('A9: beyond %s number it is held', (_name, terms) => {
    for (const pick of [oldest, newest]) {
      const loop = missing(terms)
      loop.does(clerkV1, confirm('a'))
      loop.send({ ...clerkV1, person: terms.clerk === null ? 'k9' : 'k1' }, confirm('b'))
      loop.rest(pick)
      expect(held(loop)).toEqual(['RecordSubmitted', 'RecordSubmitted', 'RecordHeld'])
      expect(loop.events('record-b').at(-1)).toMatchObject({
        kind: 'confirmed-in-bulk',
        holdId: `confirmed-in-bulk:${units.V1}`,
      })
      expect(loop.refused()).toEqual([])
    }
  })

  it('A9, G2: a clerk’s number is the human’s, under both registrations', () => {
    for (const [merges, expected] of [
      [merged(['k9', 'k1']), ['RecordSubmitted', 'RecordSubmitted', 'RecordHeld']],
      [merged(['k8', 'k1']), ['RecordSubmitted', 'RecordSubmitted']],
    ] as const) {
      const loop = toServing(openCounty({ confirmsADay: { clerk: 1, unit: null } }, merges))
      loop.restUntil(instant('06:00'))
      loop.does(clerkV1, confirm('a'))
      loop.does({ ...clerkV1, person: 'k9' }, confirm('b'))
      expect(held(loop)).toEqual(expected)
    }
  })

  it('A9: another day, within the number, or by one who was there it counts at once', () => {
    const nextDay = missing({ clerk: 1, unit: 1 })
    nextDay.does(clerkV1, confirm('a'))
    nextDay.restUntil('2020-04-22T16:00:00.000Z')
    nextDay.does(clerkV1, confirm('b'))
    expect(held(nextDay)).toEqual(['RecordSubmitted', 'RecordSubmitted'])
    const byThemselves = missing({ clerk: 1, unit: 1 })
    byThemselves.does(b, confirm('a'))
    byThemselves.does(a, confirm('b'))
    expect(held(byThemselves)).toEqual(['RecordSubmitted', 'RecordSubmitted'])
  })
})
