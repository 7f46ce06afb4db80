/** Rules of needs that no single stream can keep: the other side writes before any process command is delivered. */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop, type Pick } from '@zhiyuan/testing'
import { need } from '../../slices/requests/need/index.ts'
import { order } from '../../slices/requests/order/index.ts'
import { people, units } from '../../fixtures/people.ts'
import { abort, beginClosing, county, toServing, withdrawNeed } from './county.fixture.ts'
import {
  approve,
  cancelOrder,
  clerkC,
  clerkT1,
  endUnmet,
  escalateOrder,
  merge,
  needsCounty,
  place,
  refer,
  reject,
  rule,
  submit,
  unmerge,
  V12,
  withdraw,
} from './needs.fixture.ts'

const { C, T1, V1, V2 } = units
const { a, b, r1, h1, admin, deputy, clerkV1, dispatcherC, dispatcherT1 } = people
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)

/** The orders in which waiting process commands are delivered. */
const picks: ReadonlyArray<readonly [string, Pick]> = [
  ['as it came', () => 0],
  ['the newest first', (waiting) => waiting.length - 1],
]
const begin = () => {
  const loop = startLoop(needsCounty)
  loop.does(r1, submit('N1'), submit('N2', { kind: 'health' }))
  return loop
}

describe.each(picks)('a merge and the end of its survivor; delivered %s', (_name, pick) => {
  it.each([
    ['rejected', clerkV1, reject('N1')],
    ['referred', clerkV1, refer('N1')],
    ['withdrawn', r1, withdraw('N1')],
  ] as const)('N5: is %s: the merged need returns with a new answer clock', (_how, actor, end) => {
    const loop = begin()
    loop.does(clerkV1, merge('N2', 'N1'))
    loop.at('2020-04-20T06:00:00.000Z')
    loop.send(actor, end)
    loop.rest(pick)
    expect(loop.state(need, 'need-N2')).toMatchObject({
      type: 'Submitted',
      answerDueAt: '2020-04-21T06:00:00.000Z',
    })
    expect(loop.state(need, 'need-N1')).toMatchObject({ duplicates: [] })
    expect(loop.refused()).toEqual([])
  })
  it('N5: a merge that was decided before and written after the rejection of its survivor comes back too', () => {
    const loop = begin()
    const slipsIn = loop.sendLate(clerkV1, merge('N2', 'N1'))
    loop.does(clerkV1, reject('N1'))
    slipsIn()
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Merged' })
    loop.rest(pick)
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Submitted' })
    expect(loop.refused()).toEqual([])
  })
  it('N5, N12: is unmet at the city', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'), merge('N2', 'N1'), place('O1', 'N1'), escalateOrder('O1', V1))
    loop.does(dispatcherC, escalateOrder('O1', T1))
    loop.send(dispatcherC, endUnmet('O1'))
    loop.rest(pick)
    expect(loop.state(need, 'need-N1')).toMatchObject({ standing: 'unmet', listedAt: C })
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Submitted' })
  })
  it('N5: while the survivor is served, or met, the merged need stays merged', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'), merge('N2', 'N1'), place('O1', 'N1'), cancelOrder('O1'))
    loop.rest(pick)
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Merged', into: 'N1' })
    loop.does(clerkV1, unmerge('N2'))
    expect(loop.state(need, 'need-N1')).toMatchObject({ duplicates: [] })
  })
})

describe.each(picks)('a need and the end of its order; delivered %s', (_name, pick) => {
  it.each([
    ['the requester starts the clock anew', r1, '2020-04-24T16:00:00.000Z'],
    ['the office lets the clock run on', clerkV1, '2020-04-23T16:00:00.000Z'],
  ] as const)('N12: an order that is placed and cancelled before the need has noted it by %s', (_how, by, dueAt) => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'))
    loop.at('2020-04-21T05:00:00.000Z')
    loop.send(clerkV1, place('O1', 'N1'))
    loop.send(by, cancelOrder('O1'))
    loop.rest(pick)
    expect(types(loop.events('need-N1')).slice(-2)).toEqual(['NeedOrderNoted', 'OrderAwaited'])
    expect(loop.state(need, 'need-N1')).toMatchObject({ standing: 'approved', orderDue: { dueAt } })
  })
  it('N12: an order that was decided before and written after the referral is cancelled', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'))
    const slipsIn = loop.sendLate(clerkV1, place('O1', 'N1'))
    loop.does(clerkV1, refer('N1'))
    slipsIn()
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Cancelled' })
    expect(loop.events('order-O1').at(-1)).toMatchObject({ by: 'need-referred', beforeAcceptance: false })
    expect(loop.refused()).toEqual([])
  })
  it('N12: without an order for 3 working days it is told to the unit above, until one is placed', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'))
    loop.restUntil('2020-04-23T15:59:59.999Z')
    expect(types(loop.events('need-N1'))).not.toContain('OrderOverdue')
    loop.restUntil('2020-04-23T16:00:00.000Z')
    expect(loop.events('need-N1').at(-1)).toMatchObject({ type: 'OrderOverdue', listedAt: T1 })
    loop.send(clerkV1, place('O1', 'N1'))
    loop.rest(pick)
    expect(types(loop.events('need-N1')).slice(-2)).toEqual(['NeedOrderNoted', 'NeedUnlisted'])
  })
  it('O28: withdrawn while its order is under way: the handler is asked to abort it', () => {
    const loop = toServing(startLoop(county))
    loop.send(r1, withdrawNeed)
    loop.rest(pick)
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'AbortAsked', handler: V1 })
    loop.does(clerkV1, abort)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Aborted' })
  })
})

describe.each(picks)('a ruling and what belongs to the need; delivered %s', (_name, pick) => {
  it('O19: all orders and what is merged into it follow, and the handler where nothing is accepted', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'), merge('N2', 'N1'), place('O1', 'N1'))
    loop.send(dispatcherC, rule('N1', V2))
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ owner: V2, handler: V2 })
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Merged', owner: V2 })
    expect(loop.refused()).toEqual([])
  })
  it('O19: an order that was decided before and written after the ruling follows too', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'))
    const slipsIn = loop.sendLate(clerkV1, place('O1', 'N1'))
    loop.does(dispatcherC, rule('N1', V2))
    slipsIn()
    expect(loop.state(order, 'order-O1')).toMatchObject({ owner: V1 })
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ owner: V2, handler: V2 })
  })
  it('O19: what the city gives away stays, unless it is accepted in 2 working days', () => {
    const loop = startLoop(needsCounty)
    loop.does(r1, submit('N1', { unitId: C }))
    loop.does(clerkC, rule('N1', V1))
    loop.restUntil('2020-04-22T16:00:00.000Z')
    expect(loop.events('need-N1').at(-1)).toMatchObject({ type: 'OwnershipRefused', to: V1 })
    expect(loop.state(need, 'need-N1')).toMatchObject({ owner: C, offered: null })
  })
})

describe.each(picks)('a closing unit and its needs; delivered %s', (_name, pick) => {
  it('N12, G1: passes the unfinished ones to its parent, where they can be answered and ordered', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'))
    loop.send(admin, beginClosing(V1))
    loop.rest(pick)
    for (const one of ['need-N1', 'need-N2'] as const) expect(loop.state(need, one)).toMatchObject({ owner: T1 })
    loop.does(clerkT1, place('O1', 'N1'), approve('N2'))
    expect(loop.state(order, 'order-O1')).toMatchObject({ owner: T1, handler: T1 })
    expect(loop.refused()).toEqual([])
  })
  it('N12, G1: one that was decided before and written after the closing passes on too', () => {
    const loop = startLoop(needsCounty)
    const slipsIn = loop.sendLate(r1, submit('N1'))
    loop.does(admin, beginClosing(V1))
    slipsIn()
    loop.rest(pick)
    expect(loop.state(need, 'need-N1')).toMatchObject({ owner: T1 })
  })
  it('N12, G1: one that is merged passes on when it comes back', () => {
    const loop = begin()
    loop.does(clerkV1, approve('N1'), merge('N2', 'N1'))
    loop.does(admin, beginClosing(V1))
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Merged', owner: V1 })
    loop.send(clerkT1, refer('N1'))
    loop.rest(pick)
    expect(loop.state(need, 'need-N2')).toMatchObject({ type: 'Submitted', owner: T1 })
  })
  it('N12, O19: a need ruled to a unit that closes at the same moment passes on from there', () => {
    const loop = begin()
    const slipsIn = loop.sendLate(dispatcherT1, rule('N1', V12))
    loop.does(admin, beginClosing(V12))
    slipsIn()
    loop.rest(pick)
    expect(loop.state(need, 'need-N1')).toMatchObject({ owner: T1 })
  })
})

describe.each(picks)('many needs of one person at once; delivered %s', (_name, pick) => {
  const send = (count: number, more: (index: number) => object) => {
    const loop = startLoop(needsCounty)
    // All are decided before the first is written, as from two telephones at once.
    const writes = Array.from({ length: count }, (_, index) => {
      const by = 'proxy' in more(index) ? h1 : r1
      return loop.sendLate(by, submit(`M${index}`, more(index)))
    })
    writes.forEach((write) => write())
    loop.rest(pick)
    const holds = Array.from({ length: count }, (_, index) => types(loop.events(`need-M${index}`)).includes('NeedHeld'))
    return holds.filter((held) => held).length
  }
  it('N16: the sixth of a day is held, though no stream has them all', () => {
    expect(send(5, () => ({}))).toBe(0)
    expect(send(7, () => ({}))).toBe(2)
  })
  it('N16: a proxy of the office has 20 a day', () => {
    const byOffice = (index: number) => ({ requester: `r${index}x`, proxy: { person: 'h1', kind: 'grid-worker' } })
    expect(send(20, byOffice)).toBe(0)
    expect(send(21, byOffice)).toBe(1)
  })
  it('N16, G2: is counted by human: what merged registrations submit is one person’s, and what two people do is not', () => {
    const sendBoth = (isMerged: boolean) => {
      const loop = startLoop(needsCounty)
      const pair = { person: 'a', survivor: 'b' }
      if (isMerged) loop.does(deputy, { type: 'ProposeMerge', ...pair })
      if (isMerged) loop.does(admin, { type: 'MergeRegistrations', ...pair })
      for (const index of [0, 1, 2]) {
        loop.does(a, submit(`A${index}`, { requester: 'a' }))
        loop.does(b, submit(`B${index}`, { requester: 'b' }))
      }
      loop.rest(pick)
      return ['A2', 'B2'].filter((one) => types(loop.events(`need-${one}`)).includes('NeedHeld'))
    }
    expect(sendBoth(true)).toEqual(['B2'])
    expect(sendBoth(false)).toEqual([])
  })
  it('N16: a volunteer visitor holds no office, and has the five of a person', () => {
    const visiting = (index: number) => ({
      requester: `r${index}x`,
      proxy: { person: 'h1', kind: 'volunteer-visitor' },
    })
    expect(send(5, visiting)).toBe(0)
    expect(send(7, visiting)).toBe(2)
  })
  it('N16: the day begins anew at local midnight', () => {
    const loop = startLoop(needsCounty)
    loop.does(r1, ...Array.from({ length: 5 }, (_, index) => submit(`M${index}`)))
    loop.at('2020-04-20T16:00:00.000Z')
    loop.does(r1, submit('M5'))
    expect(types(loop.events('need-M5'))).not.toContain('NeedHeld')
  })
})

describe('likely twins', () => {
  it('N14: the younger one is proposed, also where both were submitted at once', () => {
    const loop = startLoop(needsCounty)
    const second = loop.sendLate(r1, submit('N2'))
    loop.send(r1, submit('N1'))
    second()
    loop.rest()
    expect(loop.events('need-N2').at(-1)).toMatchObject({ type: 'TwinsProposed', twins: ['N1'] })
    expect(types(loop.events('need-N1'))).toEqual(['NeedSubmitted'])
  })
  it('N14, G2: under another registration too, and never of two people', () => {
    const submitBoth = (isMerged: boolean) => {
      const loop = startLoop(needsCounty)
      const pair = { person: 'a', survivor: 'b' }
      loop.does(a, submit('A1', { requester: 'a' }))
      if (isMerged) loop.does(deputy, { type: 'ProposeMerge', ...pair })
      if (isMerged) loop.does(admin, { type: 'MergeRegistrations', ...pair })
      loop.at('2020-05-06T01:00:00.000Z')
      loop.does(b, submit('B1', { requester: 'b' }))
      loop.rest()
      return loop.events('need-B1').flatMap((event) => (event.type === 'TwinsProposed' ? [event] : []))
    }
    expect(submitBoth(true)).toMatchObject([{ twins: ['A1'] }])
    expect(submitBoth(false)).toEqual([])
  })
  it('N14: also of a need that has come to the unit from another one', () => {
    const loop = startLoop(needsCounty)
    loop.does(r1, submit('N1', { unitId: V2 }))
    loop.does(clerkC, rule('N1', V1))
    loop.does(r1, submit('N2'), submit('N3', { unitId: V2 }))
    loop.rest()
    expect(loop.events('need-N2').at(-1)).toMatchObject({ type: 'TwinsProposed', twins: ['N1'] })
    expect(types(loop.events('need-N3'))).not.toContain('TwinsProposed')
  })
})
