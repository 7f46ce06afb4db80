import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import { findEscalationDue, findSupervision } from './escalation.oracle.fixture.ts'
import type { HandledOrder, OrderFact } from './escalation.oracle.fixture.ts'
import { findMisroutedRuler, findRuledOwner, replayOrder } from './handling.oracle.fixture.ts'
import { days, midnight, monday, tree, weekdays } from './need.fixture.ts'

const terms = { escalation: 48 * hour, above: tree.above }
const opened = (owner = 'V1'): OrderFact => ({ type: 'opened', at: monday, owner })
type Plain =
  | 'offered'
  | 'claimable'
  | 'offer-ended'
  | 'accepted'
  | 'handed-back'
  | 'missed'
  | 'reported'
  | 'closed'
  | 'reopened'
  | 'ended'
  | 'escalated'
const tell = (type: Plain, at: number): OrderFact => ({ type, at })
const give = (to: string, at: number): OrderFact => ({ type: 'transferred', to, at })
const bounce = (at: number): OrderFact => ({ type: 'returned', at, reason: 'has-teams' })
const load = (facts: readonly OrderFact[], at: number): HandledOrder => {
  const { order } = replayOrder(facts, at, terms)
  if (order === null) throw new Error('no order')
  return order
}
const due = (facts: readonly OrderFact[], at: number) => findEscalationDue(load(facts, at), terms)
const refusals = (facts: readonly OrderFact[]) => replayOrder(facts, days(99), terms).refused

describe('the 48 hours', () => {
  it('O16: end half-open, go one level up, and begin again there', () => {
    expect(load([opened()], days(2) - 1).handler).toBe('V1')
    expect(load([opened()], days(2))).toMatchObject({ handler: 'T1', owner: 'V1', steps: 1, automatic: 1 })
    expect(due([opened()], days(2))).toBe(days(4))
    expect(load([opened()], days(4)).handler).toBe('C')
    expect(due([opened()], days(4))).toBe(null)
  })

  it('O16: a new offer does not restart them', () => {
    const offers = [0, 1, 2].flatMap((n) => [
      tell('offered', monday + n * 10 * hour),
      tell('offer-ended', monday + n * 10 * hour + 4 * hour),
    ])
    expect(due([opened(), ...offers], days(1))).toBe(days(2))
  })

  it('O16: an offer or claim that runs at their end is recalled, an acceptance at their end is too late', () => {
    const offered = [opened(), tell('offered', days(2) - 1)]
    expect(load(offered, days(2))).toMatchObject({ status: 'open', recalled: 1, handler: 'T1' })
    expect(load([opened(), tell('claimable', days(1))], days(2)).recalled).toBe(1)
    expect(load([...offered, tell('accepted', days(2) - 1)], days(3)).handler).toBe('V1')
    expect(load([...offered, tell('accepted', days(2))], days(2)).handler).toBe('T1')
  })

  it('O16: what is handed back after their end escalates at once, before their end it does not', () => {
    const accepted = [opened(), tell('accepted', days(1))]
    expect(due([...accepted, tell('handed-back', days(2) - 1)], days(2) - 1)).toBe(days(2))
    expect(load([...accepted, tell('handed-back', days(5))], days(5))).toMatchObject({
      handler: 'T1',
      clockStart: days(5),
    })
  })

  it('O16: restart with a round, in the queue of its handler', () => {
    const served = [
      opened(),
      tell('escalated', days(1)),
      tell('accepted', days(1)),
      tell('reported', days(2)),
      tell('closed', days(3)),
    ]
    expect(load([...served, tell('reopened', days(9))], days(9))).toMatchObject({
      handler: 'T1',
      round: 2,
      handled: ['T1'],
    })
    expect(due([...served, tell('reopened', days(9))], days(9))).toBe(days(11))
  })
})

describe('offices that pass a case round', () => {
  it('O16: a transfer keeps the clock, and no unit has it twice', () => {
    expect(due([opened(), give('V2', days(1))], days(1))).toBe(days(2))
    expect(refusals([opened(), give('V2', days(1)), give('V1', days(1))])).toEqual([null, null, 'handled-before'])
    expect(refusals([opened(), give('T1', days(1))])).toEqual([null, 'goes-up'])
    expect(load([opened(), give('V2', days(1))], days(2))).toMatchObject({ handler: 'T2', transfers: 1, steps: 1 })
  })

  it('O19: Return goes back once, with the running clock, and the unit above does not get it again', () => {
    const back = [opened(), tell('escalated', days(1)), bounce(days(2))]
    expect(load(back, days(2))).toMatchObject({ handler: 'V1', hasReturned: true })
    expect(due(back, days(2))).toBe(days(3))
    expect(load(back, days(3)).handler).toBe('C')
    expect(refusals([...back, tell('escalated', days(2) + 1), bounce(days(2) + 2)])).toEqual([
      null,
      null,
      null,
      null,
      'returned-once',
    ])
    expect(refusals([opened(), bounce(days(1))])[1]).toBe('nothing-to-return')
    expect(refusals([opened(), tell('escalated', days(1)), { type: 'returned', at: days(1), reason: '' }])[2]).toBe(
      'no-reason',
    )
  })

  it('O19: a new round may return again', () => {
    const round = [
      tell('accepted', days(2)),
      tell('reported', days(2)),
      tell('closed', days(2)),
      tell('reopened', days(3)),
    ]
    const facts = [
      opened(),
      tell('escalated', days(1)),
      bounce(days(2)),
      ...round,
      tell('escalated', days(4)),
      bounce(days(4)),
    ]
    expect(refusals(facts).at(-1)).toBe(null)
  })

  it('O5: the top does not escalate; O16: only an open order changes hands', () => {
    expect(refusals([opened('C'), tell('escalated', days(1))])[1]).toBe('top-level')
    expect(refusals([opened(), tell('offered', days(1)), give('V2', days(1))])[2]).toBe('not-open')
  })
})

describe('supervision', () => {
  const supervise = (facts: readonly OrderFact[], at: number) =>
    findSupervision(load(facts, at), 7, tree.above, weekdays)

  it('O16: begins seven working days after the round began, above the highest that had it', () => {
    const from = midnight + 10 * day
    expect(supervise([opened(), tell('accepted', days(1))], days(3))).toEqual({ from, unit: 'T1', list: 'clerk' })
    expect(supervise([opened()], days(3))).toEqual({ from, unit: 'C', list: 'clerk' })
    expect(supervise([opened()], days(9))).toEqual({ from, unit: 'C', list: 'assessor' })
    const back = [opened(), tell('escalated', days(1)), bounce(days(1)), tell('accepted', days(1))]
    expect(supervise(back, days(9))?.unit).toBe('C')
  })

  it('O16: waits for the later day that the requester asked for, never for an earlier one', () => {
    const asked = (date: string) => [
      opened(),
      { type: 'day-asked', at: monday, day: date } as const,
      tell('accepted', monday),
    ]
    expect(supervise(asked('2024-03-18'), monday)?.from).toBe(midnight + 24 * day)
    expect(supervise(asked('2024-03-01'), monday)?.from).toBe(midnight + 10 * day)
  })

  it('O16: ends with the report; a new round begins anew', () => {
    const reported = [opened(), tell('accepted', days(1)), tell('reported', days(2))]
    expect(supervise(reported, days(3))).toBe(null)
    expect(supervise([...reported, tell('closed', days(3)), tell('reopened', days(7))], days(7))?.from).toBe(
      midnight + 17 * day,
    )
  })
})

describe('rulings on misrouted needs', () => {
  it('O19: the lowest unit above both rules, the city where it is one of the two', () => {
    expect(findMisroutedRuler('V1', 'V2', tree.above)).toBe('C')
    expect(findMisroutedRuler('V1', 'T1', tree.above)).toBe('C')
    expect(findMisroutedRuler('C', 'T1', tree.above)).toBe('C')
    expect(findMisroutedRuler('V3', 'V1', (unit) => (unit === 'V3' ? 'T1' : tree.above(unit)))).toBe('T1')
  })

  it('O19: the handler follows at once with its clock, or when the round ends', () => {
    const ruled: OrderFact = { type: 'ruled-misrouted', at: days(1), owner: 'V2' }
    expect(load([opened(), ruled], days(1))).toMatchObject({ owner: 'V2', handler: 'V2', clockStart: monday })
    const begun = [opened(), tell('accepted', monday), ruled]
    expect(load(begun, days(1))).toMatchObject({ owner: 'V2', handler: 'V1' })
    const ended = [...begun, tell('reported', days(2)), tell('closed', days(3)), tell('reopened', days(4))]
    expect(load(ended, days(4)).handler).toBe('V2')
  })

  it('O19: what the city gives away is accepted within two working days or stays', () => {
    const owner = (acceptedAt: number | null, from = 'C') =>
      findRuledOwner({ from, to: 'T1', ruledAt: monday, acceptedAt }, days(30), {
        workingDays: 2,
        above: tree.above,
        calendar: weekdays,
      })
    expect(owner(midnight + 3 * day - 1)).toBe('T1')
    expect(owner(midnight + 3 * day)).toBe('C')
    expect(owner(null)).toBe('C')
    expect(owner(null, 'V2')).toBe('T1')
  })
})
