/** What the to-do lists of units show of needs on their way (N2, N5, N12, N13, N14, N16, O19, O28). */
import { describe, expect, it } from 'vitest'
import { replay, type UnitId } from '@zhiyuan/kernel'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import type { OrganisationEvent } from '../../slices/organisation/units/units.codec.ts'
import { unitsFold, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import { people, units } from '../../fixtures/people.ts'
import { unitEvents } from '../../fixtures/world.ts'
import { toDo } from './project.ts'
import { listDeadlines, listPlaces, openItems, type PlacedRow } from './query.ts'
import { placePrefix } from './row.ts'
import {
  approved,
  day,
  ofNeed,
  offered,
  orderKeys,
  placed,
  reason,
  started,
  submitted,
} from './to-do.events.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const tree: UnitTree = replay(unitsFold, unitEvents as ReadonlyArray<OrganisationEvent>)
const words = [
  { name: 'need', event: NeedEvent },
  { name: 'order', event: OrderEvent },
]
const listRows = (unit: string, events: ReadonlyArray<object>): ReadonlyArray<PlacedRow> => {
  const lines = events.map((event, n): Line => ({ at: day(10 + n), by: people.h1, event: event as Line['event'] }))
  const rows = foldRows(toDo, buildLog(words, lines))
  return listPlaces(tree, unit as UnitId).flatMap((place) =>
    [...rows].flatMap(([key, row]) => (key.startsWith(placePrefix(place)) ? [{ place, row }] : [])),
  )
}
const listItems = (unit: string, ...events: ReadonlyArray<object>) =>
  openItems(listRows(unit, events)).map(({ place, subject, waits }) => `${place} ${subject.type} ${waits}`)
const listRunning = (unit: string, ...events: ReadonlyArray<object>) =>
  listDeadlines(listRows(unit, events)).map(({ clock, at }) => `${clock} ${at.slice(8, 10)}`)
const readMarks = (unit: string, ...events: ReadonlyArray<object>) =>
  openItems(listRows(unit, events)).map(({ marks }) => marks)

const opened = { needId: 'N1', opened: day(20) }
const clock = { answerDueAt: day(25), assumed: false, policyVersion: 'TEST-1' }
const merged = {
  type: 'NeedMerged',
  ...ofNeed,
  minutesToAnswer: 60,
  into: 'N0',
  requester: 'r1',
  contact: null,
  proxy: null,
  proposed: true,
  stoppedAt: day(21),
}
const moved = {
  type: 'NeedPassedOn',
  ...opened,
  from: V1,
  to: T1,
  reason,
  pending: { waits: 'answer', dueAt: day(21) },
}

describe('the needs of a unit', () => {
  it('N2, N5, N7: wait for an answer again, with a clock, whenever they come back', () => {
    const asked = {
      type: 'InformationRequested',
      ...ofNeed,
      question: submitted.description,
      by: 'k1',
      stoppedAt: day(21),
      lapsesAt: day(27),
    }
    const question = { ...asked, assumed: false, policyVersion: 'TEST-1' }
    const again = [
      [question, { type: 'InformationSupplied', ...ofNeed, answer: submitted.description, ...clock }],
      [question, { type: 'InformationMissing', ...ofNeed, lapsedAt: day(27), ...clock }],
      [merged, { type: 'NeedUnmerged', ...ofNeed, survivor: 'N0', reason, ...clock }],
      [merged, { type: 'MergedNeedReturned', ...ofNeed, survivor: 'N0', ...clock }],
    ]
    for (const events of again) {
      expect(listItems(V1, submitted, ...events)).toEqual([`${V1} need answer`])
      expect(listRunning(V1, submitted, ...events)).toEqual(['answer 25'])
    }
  })
  it('N16: are released by the clerk where they are held; the answer clock runs on', () => {
    const held = { type: 'NeedHeld', ...ofNeed, most: 5 }
    expect(listItems(V1, submitted, held)).toEqual([`${V1} need release`])
    expect(listRunning(V1, submitted, held)).toEqual(['answer 21'])
    expect(listItems(V1, submitted, held, { type: 'NeedReleased', ...ofNeed, reason })).toEqual([`${V1} need answer`])
  })
  it('N16, O19: are still to be released at the next owner', () => {
    const held = { type: 'NeedHeld', ...ofNeed, most: 5 }
    const passed = { ...moved, pending: { ...moved.pending, waits: 'release' } }
    expect(listItems(T1, submitted, held, passed)).toEqual([`${T1} need release`])
    expect(listRunning(T1, submitted, held, passed)).toEqual(['answer 21'])
  })
  it('N14: show their likely twins until they are answered', () => {
    const proposed = { type: 'TwinsProposed', ...ofNeed, twins: ['N0'] }
    expect(readMarks(V1, submitted, proposed)).toEqual([{ urgedAt: null, twins: ['N0'] }])
    expect(readMarks(V1, submitted, proposed, approved)).toEqual([{ urgedAt: null, twins: [] }])
    expect(listItems(V1, submitted, proposed, merged)).toEqual([])
  })
  it('G1: go to the next owner with what waits', () => {
    expect(listItems(T1, submitted, moved)).toEqual([`${T1} need answer`])
    expect(listRunning(T1, submitted, moved)).toEqual(['answer 21'])
    expect(listItems(T1, submitted, { ...moved, pending: null })).toEqual([])
  })
})

describe('an approved need', () => {
  const overdue = {
    type: 'OrderOverdue',
    ...ofNeed,
    listedAt: T1,
    byAssessor: false,
    dueAt: day(23),
    setFor: day(23),
  }
  const awaited = { type: 'OrderAwaited', ...ofNeed, awaitedFrom: day(22), orderDueAt: day(25) }
  const unlisted = { type: 'NeedUnlisted', ...opened, listedAt: T1 }
  it('N12: waits for its order with a clock, and again after its orders ended unserved', () => {
    expect(listRunning(V1, submitted, approved)).toEqual(['order 23'])
    const again = [submitted, approved, placed, { ...awaited, assumed: false, policyVersion: 'TEST-1' }]
    expect(listItems(V1, ...again)).toContain(`${V1} need order`)
    expect(listRunning(V1, ...again)).toContain('order 25')
  })
  it('N12: stands at the unit above as well when the clock has ended, until it is served or gone', () => {
    expect(listItems(T1, submitted, approved, overdue)).toEqual([`${V1} need order`, `${T1} unserved-need late-order`])
    expect(listItems(V1, submitted, approved, overdue)).toEqual([`${V1} need order`])
    expect(listItems(T1, submitted, approved, overdue, unlisted)).toEqual([`${V1} need order`])
  })
  it('N12: is listed at the city while it is unmet', () => {
    const unmet = { type: 'StandingNoted', ...ofNeed, standing: 'unmet', requester: 'r1', reason, listedAt: C }
    expect(listItems(C, submitted, approved, unmet)).toEqual([`${C} unserved-need unmet`])
    expect(listItems(V1, submitted, approved, unmet)).toEqual([])
    expect(listItems(C, submitted, approved, unmet, { ...unlisted, listedAt: C })).toEqual([])
  })
  it('O19: waits for no order at an owner to whom it was given after the order', () => {
    const given = { ...moved, type: 'NeedMisrouted', to: V2, pending: { waits: 'order', dueAt: day(23) } }
    const ruled = { ...given, survivor: null, orders: [], duplicates: [] }
    const noted = { type: 'NeedOrderNoted', ...opened, orderId: 'O1', placedAt: V1, owner: V2, follows: true }
    expect(listItems(T2, submitted, approved, ruled)).toEqual([`${V2} need order`])
    expect(listItems(T2, submitted, approved, ruled, { ...noted, unwanted: null })).toEqual([])
    expect(listItems(T2, submitted, approved, ruled, { ...noted, unwanted: 'need-full' })).toEqual([`${V2} need order`])
  })
})

describe('a need that the city gives away', () => {
  const offer = { type: 'OwnershipOffered', ...ofNeed, unitId: C, to: V1, reason, offeredFrom: day(20) }
  const offeredAway = { ...offer, acceptBy: day(22), assumed: false, policyVersion: 'TEST-1' }
  it('O19: is in the to-do of the unit that may accept it, until that has answered', () => {
    expect(listItems(V1, offeredAway)).toEqual([`${V1} ownership ownership`])
    expect(listRunning(V1, offeredAway)).toEqual(['ownership 22'])
    const answers = [
      { type: 'OwnershipAccepted', ...opened, to: V1, reason },
      { type: 'OwnershipRefused', ...opened, to: V1, reason, acceptBy: null },
    ]
    for (const answer of answers) expect(listItems(V1, offeredAway, answer)).toEqual([])
  })
})

describe('what is urged', () => {
  const urgedNeed = { type: 'NeedUrged', ...ofNeed, by: 'r1', urgedAt: day(21) }
  const urgedOrder = { type: 'OrderUrged', ...orderKeys, by: 'r1', urgedAt: day(21) }
  it('N13: is marked in the to-do until the next step', () => {
    expect(readMarks(V1, submitted, urgedNeed)).toEqual([{ urgedAt: day(21), twins: [] }])
    expect(readMarks(V1, submitted, urgedNeed, approved)).toEqual([{ urgedAt: null, twins: [] }])
    expect(listItems(V1, submitted, approved, placed, urgedNeed)).toContain(`${V1} need urged`)
  })
  it('N13: is the handler’s, also while others are to act', () => {
    expect(listItems(V1, placed, offered)).toEqual([])
    expect(listItems(V1, placed, offered, urgedOrder)).toEqual([`${V1} order offer`])
  })
})

describe('an order whose need is gone', () => {
  it('O28: is to be aborted by its handler', () => {
    const asked = { type: 'AbortAsked', ...orderKeys, reason }
    expect(listItems(V1, placed, started, asked)).toEqual([`${V1} order abort`])
    const aborted = { type: 'OrderAborted', ...orderKeys, teamId: 'B1', seated: [], reason }
    expect(listItems(V1, placed, started, asked, aborted)).toEqual([])
  })
})
