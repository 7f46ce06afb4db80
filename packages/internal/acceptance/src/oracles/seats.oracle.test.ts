import { describe, expect, it } from 'vitest'
import { day, hour, minute } from './calendar.oracle.fixture.ts'
import { days, monday } from './need.fixture.ts'
import { findReopening, mayTakeBack, replaySeats } from './seats.oracle.fixture.ts'
import type { SeatFact } from './seats.oracle.fixture.ts'

const start = days(5)
const plan = { seats: 2, start, end: start + 2 * hour }
const terms = { before: 24 * hour, atLeast: 2 * hour }
type Simple = 'taken' | 'cleared' | 'given-up' | 'released' | 'checked-in'
const tell = (human: string, type: Simple, at: number): SeatFact => ({ type, human, at })
const seat = (human: string, at = monday): readonly SeatFact[] => [tell(human, 'taken', at), tell(human, 'cleared', at)]
const walk = (human: string, at: number, isEligible = true): SeatFact => ({
  type: 'walked-in',
  human,
  at,
  isEligible,
  hasNumber: false,
})
const load = (facts: readonly SeatFact[], at = days(99)) => replaySeats(facts, at, plan, terms)
const status = (facts: readonly SeatFact[], at: number) => load(facts, at).state.status

describe('the last cleared seat', () => {
  const lost = [...seat('a'), tell('a', 'given-up', days(1))]

  it('O25: its loss is visible at once; unfilled 24 h before the start the order is open', () => {
    expect(status(seat('a'), monday)).toBe('scheduled')
    expect(status(lost, days(1))).toBe('waiting')
    expect(status(lost, start - 24 * hour - 1)).toBe('waiting')
    expect(status(lost, start - 24 * hour)).toBe('open')
  })

  it('O25: or two hours after the loss where that is later', () => {
    expect(findReopening(start - 26 * hour, plan, terms)).toBe(start - 24 * hour)
    expect(findReopening(start - 26 * hour + 1, plan, terms)).toBe(start - 24 * hour + 1)
    const late = [...seat('a'), tell('a', 'released', start - hour)]
    expect(status(late, start + hour - 1)).toBe('waiting')
    expect(status(late, start + hour)).toBe('open')
  })

  it('O25: one cleared seat is enough, a seat that is not cleared is none', () => {
    expect(status([...seat('a'), ...seat('b'), tell('a', 'given-up', days(1))], days(4))).toBe('scheduled')
    expect(status([...seat('a'), tell('b', 'taken', monday), tell('a', 'given-up', days(1))], days(1))).toBe('waiting')
    expect(status([tell('b', 'taken', monday)], days(4))).toBe('accepted')
  })

  it('O25: another cleared seat ends the waiting, at the opening it is too late', () => {
    expect(status([...lost, ...seat('b', days(2))], days(4))).toBe('scheduled')
    expect(load([...lost, ...seat('b', days(4))], days(4))).toMatchObject({
      state: { status: 'open' },
      refused: [null, null, null, 'open-again', 'open-again'],
    })
    expect(status([...lost, ...seat('b', days(2)), tell('b', 'given-up', days(3) + 12 * hour)], days(4))).toBe('open')
  })

  it('O25: nothing waits in progress', () => {
    const facts = [
      ...seat('a'),
      ...seat('b'),
      tell('a', 'checked-in', start),
      tell('b', 'released', start),
      tell('a', 'released', start + hour),
    ]
    expect(status(facts, start + day)).toBe('in-progress')
  })
})

describe('seats', () => {
  it('O11: are never exceeded, nor lowered below what is taken', () => {
    expect(load([...seat('a'), ...seat('b'), tell('c', 'taken', monday)]).refused.at(-1)).toBe('full')
    const set = (seats: number): SeatFact => ({ type: 'seats-set', seats, at: monday })
    expect(load([...seat('a'), ...seat('b'), set(2)]).refused.at(-1)).toBe(null)
    expect(load([...seat('a'), ...seat('b'), set(1)]).refused.at(-1)).toBe('below-taken')
    expect(load([tell('a', 'taken', monday), tell('b', 'taken', monday), set(1)]).refused.at(-1)).toBe('below-taken')
  })

  it('A8: a seat given up with notice is taken again while one is free', () => {
    const given = [...seat('a'), ...seat('b'), tell('a', 'given-up', days(1))]
    expect(load([...given, tell('a', 'taken', days(2))]).refused.at(-1)).toBe(null)
    expect(load([...given, ...seat('c', days(1)), tell('a', 'taken', days(2))]).refused.at(-1)).toBe('full')
    const late = (at: number) =>
      load([...seat('a'), ...seat('b'), tell('a', 'given-up', at), tell('a', 'taken', start + 1)]).refused.at(-1)
    expect([late(start - 1), late(start)]).toEqual([null, 'left-without-notice'])
  })

  it('A14: no seat is taken after the planned end', () => {
    expect(load([...seat('a'), tell('b', 'taken', plan.end)]).refused.at(-1)).toBe(null)
    expect(load([...seat('a'), tell('b', 'taken', plan.end + 1)]).refused.at(-1)).toBe('ended')
  })

  it('O14: a walk-in binds by the check-in, is tested then, and gets a provisional number', () => {
    expect(load([...seat('a'), walk('w', start)]).state).toMatchObject({
      status: 'in-progress',
      taken: ['a', 'w'],
      provisional: ['w'],
    })
    expect(load([...seat('a'), walk('w', start, false)]).refused.at(-1)).toBe('not-eligible')
    expect(load([...seat('a'), ...seat('b'), walk('w', start)]).refused.at(-1)).toBe('full')
  })

  it('A1: a check-in needs a cleared seat', () => {
    expect(load([tell('a', 'checked-in', start)]).refused).toEqual(['no-seat'])
    expect(load([tell('a', 'taken', monday), tell('a', 'checked-in', start)]).refused.at(-1)).toBe('not-cleared')
  })
})

describe('a check-out by mistake', () => {
  const out = { human: 'a', at: start, isVerified: false, isReported: false }
  const take = (at: number, fields: Partial<typeof out> = {}, sender = 'a') =>
    mayTakeBack(sender, at, { ...out, ...fields }, 15 * minute)

  it('A8: is taken back by oneself within 15 minutes, while nothing rests on it', () => {
    expect(take(start + 15 * minute - 1)).toBe(true)
    expect(take(start + 15 * minute)).toBe(false)
    expect(take(start + minute, {}, 'b')).toBe(false)
    expect(take(start + minute, { isVerified: true })).toBe(false)
    expect(take(start + minute, { isReported: true })).toBe(false)
  })
})

it('O11: once service has begun no seat is taken or set any more; a walk-in still comes', () => {
  const facts = [...seat('a'), tell('a', 'checked-in', start), tell('b', 'taken', start), walk('c', start)]
  const set: SeatFact = { type: 'seats-set', at: start, seats: 3 }
  expect(replaySeats([...facts, set], start, plan, terms).refused.slice(3)).toEqual(['begun', null, 'begun'])
})
