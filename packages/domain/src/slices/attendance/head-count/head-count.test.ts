import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { PersonId } from '@zhiyuan/kernel'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { cancelled, published } from '../session/session.fixture.ts'
import type { Came } from './head-count.read.ts'
import { headCount, isOnCountedList, isWithinHeadCount, type HeadCountTold, type ListNoted } from './index.ts'
import {
  dropList,
  listDropped,
  listNoted,
  note,
  noteList,
  ofOrder,
  ofSession,
  planned,
  tell,
  told,
} from './head-count.fixture.ts'

const setting = { ...scene, actor: people.r1, now: told.at }
const given = stage(headCount, { ...world, ...planned }, setting)
const tellS1 = { type: 'TellHeadCount', occasion: ofSession, count: 200 } as const
const toldS1 = { ...told, occasion: ofSession, count: 200, at: '2020-04-29T02:00:00.000Z', day: '2020-04-29' }

describe('a head count', () => {
  it('H12: is told by the requester, a seated volunteer, the leader, or a clerk of the handler or above', () => {
    given().when(tell).emits(told)
    for (const actor of [people.f1, people.a, people.b, people.clerkV1, { ...people.clerkV1, unit: units.T1 }])
      given()
        .by(actor)
        .when(tell)
        .emits({ ...told, by: actor.person })
  })

  it('H12: is not told by a stranger, nor by a clerk of another unit', () => {
    given().by(people.e).when(tell).isRefused({ type: 'NotAuthorised' })
    given().by(people.clerkV2).when(tell).isRefused({ type: 'OutsideJurisdiction' })
  })

  it('H12: of a session is told by its responsible person, or a clerk of its host or above', () => {
    const at = toldS1.at
    given()
      .at(at)
      .by(people.b)
      .when(tellS1)
      .emits({ ...toldS1, by: 'b' })
    given()
      .at(at)
      .by(people.clerkV1)
      .when(tellS1)
      .emits({ ...toldS1, by: 'k1' })
    given().at(at).by(people.a).when(tellS1).isRefused({ type: 'NotAuthorised' })
  })

  it('H12: is told on the day itself, to its last millisecond and not after', () => {
    const last = '2020-04-22T15:59:59.999Z'
    given()
      .at(last)
      .when(tell)
      .emits({ ...told, at: last })
    given()
      .at('2020-04-22T16:00:00.000Z')
      .when(tell)
      .isRefused({ type: 'NotTheDay', from: '2020-04-22', to: '2020-04-22' })
    given().at('2020-04-21T15:59:59.999Z').when(tell).isRefused({ type: 'NotTheDay' })
  })

  it('H12: is of an occasion that the log knows', () => {
    given()
      .when({ ...tell, occasion: { ...ofSession, sessionId: 'S9' } })
      .isRefused({ type: 'NotThere', id: 'S9' })
    given()
      .when({ ...tell, occasion: { ...ofOrder, round: 2 } })
      .isRefused({ type: 'NotUnderWay', state: 'Scheduled' })
  })

  it('H12, O12: is of no session that was called off, which is there all the same', () => {
    given()
      .knowing({ 'session-S1': [published, cancelled] })
      .when({ ...tell, occasion: { type: 'session', sessionId: 'S1' } })
      .isRefused({ type: 'NotUnderWay', occasion: { type: 'session', sessionId: 'S1' }, state: 'Cancelled' })
  })

  it('A12: comes with a roll call as well, once', () => {
    const noted = { ...told, by: 'k1', caller: 'a', rollCallId: 'call1' } as const
    given().by(timer).when(note).emits(noted)
    given(noted).by(timer).when(note).isSilent()
    given().when(note).isRefused({ type: 'OnlyAProcess' })
    given()
      .by(timer)
      .when({ ...note, at: '2020-04-23T02:00:00.000Z' })
      .isSilent()
  })

  it('H14: has the lists of its occasion beside it, each once, until they are dropped', () => {
    given().by(timer).when(noteList).emits(listNoted)
    given(listNoted).by(timer).when(noteList).isSilent()
    given(listNoted).by(timer).when(dropList).emits(listDropped)
    given(listDropped).by(timer).when(noteList).isSilent()
    given(listDropped).by(timer).when(dropList).isSilent()
    given().when(noteList).isRefused({ type: 'OnlyAProcess' })
  })

  it('H12: is told again where it was another one, and stays beside the first', () => {
    given(told)
      .when({ ...tell, count: 3 })
      .emits({ ...told, count: 3 })
    given(told, { ...told, count: 3 } as const)
      .when(tell)
      .isSilent()
  })
})

describe('what a head count proves', () => {
  const findHuman = (person: PersonId): PersonId => (person.split('~')[0] ?? person) as PersonId
  const names = (prefix: string, people: number) => Array.from({ length: people }, (_, n) => `${prefix}${n}`)
  // Drawn texts and numbers: the function under test reads them, and no codec.
  const list = (people: number, more: object = {}): ListNoted =>
    ({ ...listNoted, people: names('v', people), ...more }) as unknown as ListNoted
  const counted = (count: number, more: object = {}) => ({ ...told, count, ...more }) as unknown as HeadCountTold
  const proves = (
    counts: ReadonlyArray<HeadCountTold>,
    own: ListNoted,
    before: ReadonlyArray<ListNoted> = [],
  ): boolean => isWithinHeadCount({ told: counts, lists: [...before, own], dropped: new Set() }, own.listId, findHuman)

  it('H12: a list of as many people or fewer, and none of more', () => {
    expect(proves([counted(25)], list(25))).toBe(true)
    expect(proves([counted(25)], list(26))).toBe(false)
    expect(proves([], list(1))).toBe(false)
  })

  it('H12: only under another name and by another hand than the list, under any registration', () => {
    expect(proves([counted(25, { by: 'k2~2' })], list(25))).toBe(false)
    expect(proves([counted(25, { by: 'k1', caller: 'k2' })], list(25))).toBe(false)
    expect(proves([counted(25, { by: 'k2', caller: 'a' })], list(25))).toBe(false)
    expect(proves([counted(25, { by: 'k1', caller: 'a' })], list(25))).toBe(true)
  })

  it('H14, A14: who had come by the count is one of its heads, once and under any registration', () => {
    const { at } = counted(1)
    const came = (knownAt: string, ...people: ReadonlyArray<string>) =>
      people.map((person): Came => ({ person: person as PersonId, knownAt: knownAt as Came['knownAt'] }))
    const own = list(2)
    const holds = (heads: number, ...there: ReadonlyArray<Came>) => {
      const state = { told: [counted(heads)], lists: [own], dropped: new Set<never>() }
      return isWithinHeadCount(state, own.listId, findHuman, there)
    }
    expect(holds(2, ...came(at, 'a'))).toBe(false)
    expect(holds(3, ...came(at, 'a', 'a~2', 'v0', 'v1~2'))).toBe(true)
    // Who came after the count is none of its heads.
    expect(holds(2, ...came('2099-01-01T00:00:00.000Z', 'a'))).toBe(true)
  })

  it('H12: only of the day on which the service of all began', () => {
    expect(proves([counted(25, { day: '2020-04-23' })], list(25))).toBe(false)
    expect(proves([counted(25)], list(25, { day: null }))).toBe(false)
  })

  it('H12: the lowest one of the day, by any teller: a second call never makes room', () => {
    expect(proves([counted(200), counted(20, { by: 'a' })], list(200))).toBe(false)
    expect(proves([counted(20), counted(200)], list(200))).toBe(false)
    // The recorder makes the person who told the low count responsible for the list: the count holds all the same.
    expect(proves([counted(200), counted(20, { by: 'a' })], list(200, { hands: ['k2', 'a'] }))).toBe(false)
  })

  it('H12: all lists of an occasion share its heads, each person once', () => {
    const before = list(20, { listId: 'roll.call1', people: names('w', 20) })
    expect(proves([counted(25)], list(25), [before])).toBe(false)
    expect(proves([counted(45)], list(25), [before])).toBe(true)
    expect(proves([counted(25)], list(25), [list(20, { listId: 'roll.call1' })])).toBe(true)
    expect(proves([counted(25)], list(25), [list(20, { ...before, day: '2020-04-20' })])).toBe(true)
  })

  it('H12: those on such a list are no burst', () => {
    const state = { told: [counted(2)], lists: [list(2)], dropped: new Set<never>() }
    expect(isOnCountedList(state, 'v1~2' as PersonId, findHuman)).toBe(true)
    expect(isOnCountedList(state, 'v2' as PersonId, findHuman)).toBe(false)
  })

  it('H12: law: no more people than the lowest head count are let off, by any lists, hands and tellers', () => {
    const who = fc.constantFrom('k1', 'k2', 'a', 'b')
    const counts = fc.array(
      fc
        .record({ count: fc.nat(6), by: who, caller: fc.option(who) })
        .map(({ count, ...more }) => counted(count, more)),
      { maxLength: 4 },
    )
    const lists = fc
      .array(
        fc.record({
          hands: fc.array(who, { minLength: 1, maxLength: 2 }),
          people: fc.uniqueArray(fc.constantFrom(...names('v', 8)), { minLength: 1 }),
        }),
        { maxLength: 4 },
      )
      .map((some) => some.map((one, n) => ({ ...listNoted, ...one, listId: `sheet.L${n}.1` }) as unknown as ListNoted))
    fc.assert(
      fc.property(counts, lists, counts, (spoken, noted, later) => {
        const state = { told: spoken, lists: noted, dropped: new Set<never>() }
        const free = names('v', 8).filter((one) => isOnCountedList(state, one as PersonId, findHuman))
        const lowest = Math.min(...spoken.map(({ count: heads }) => heads))
        if (free.length > 0) expect(free.length).toBeLessThanOrEqual(lowest)
        // Another teller never lets more people off, where a count was there that spoke for the lists.
        const strangers = later.map((one) => ({ ...one, by: 'x' as PersonId, caller: null }))
        const more = { ...state, told: [...spoken, ...strangers] }
        for (const one of noted)
          if (isWithinHeadCount(more, one.listId, findHuman) && !isWithinHeadCount(state, one.listId, findHuman))
            expect(
              spoken.filter(({ by, caller }) => !one.hands.includes(by) && !one.hands.includes(caller ?? by)),
            ).toEqual([])
      }),
    )
  })
})

describe('laws of head counts', () => {
  it('events survive storage', () => {
    survivesStorage(headCount)
  })
  it('evolve is total', () => {
    evolveIsTotal(
      headCount,
      [
        [told, toldS1],
        [listNoted, listDropped],
      ],
      { OrderId: ['O1'] },
    )
  })
  it('repeats say nothing new', () => {
    repeatsSayNothingNew(headCount, { world: { ...world, ...planned }, scene: setting }, [
      { command: tell },
      { command: { ...tell, count: 3 } },
    ])
  })
})
