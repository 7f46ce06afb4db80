import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { PersonId } from '@zhiyuan/kernel'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { headCount, isWithinHeadCount, type HeadCountTold, type PeopleList } from './index.ts'
import { note, ofOrder, ofSession, planned, tell, told } from './head-count.fixture.ts'

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
      .isRefused({ type: 'NotThere', id: 'O1' })
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

  it('H12: is put right by telling it again', () => {
    given(told)
      .when({ ...tell, count: 3 })
      .emits({ ...told, count: 3 })
    given(told, { ...told, count: 3 } as const)
      .when(tell)
      .isSilent()
  })
})

describe('what a head count proves', () => {
  const isSame = (one: PersonId, other: PersonId): boolean => one.split('~')[0] === other.split('~')[0]
  const list = (people: number, more: Partial<PeopleList> = {}): PeopleList => ({
    hands: ['k2' as PersonId],
    days: Array.from({ length: people }, () => ['2020-04-22' as never]),
    ...more,
  })
  const counted = (count: number, more: object = {}) => ({ ...told, count, ...more }) as unknown as HeadCountTold
  const proves = (counts: ReadonlyArray<HeadCountTold>, people: PeopleList): boolean =>
    isWithinHeadCount({ told: counts }, people, isSame)

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

  it('H12: only of the day on which the people were there', () => {
    expect(proves([counted(25, { day: '2020-04-23' })], list(25))).toBe(false)
    const overnight = list(25, { days: Array.from({ length: 25 }, () => ['2020-04-22', '2020-04-23'] as never) })
    expect(proves([counted(25, { day: '2020-04-23' })], overnight)).toBe(true)
  })

  it('H12: the lowest one where tellers differ, and the last one of each', () => {
    expect(proves([counted(200), counted(20, { by: 'a' })], list(200))).toBe(false)
    expect(proves([counted(20), counted(200)], list(200))).toBe(true)
    // The recorder makes the person who told the low count responsible for the list: the count holds all the same.
    expect(proves([counted(200), counted(20, { by: 'a' })], list(200, { hands: ['k2', 'a'] as never }))).toBe(false)
  })

  it('H12: law: a longer list, or one more hand or teller, never proves more', () => {
    const names = fc.constantFrom('k1', 'k2', 'a', 'b')
    const counts = fc.array(
      fc
        .record({ count: fc.nat(6), by: names, caller: fc.option(names) })
        .map(({ count, ...who }) => counted(count, who)),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 6 }), names, fc.nat(6), (told, people, hand, count) => {
        if (proves(told, list(people))) return
        expect(proves(told, list(people + 1))).toBe(false)
        expect(proves(told, list(people, { hands: ['k2', hand] as never }))).toBe(false)
        const another = counted(count, { by: 'x' })
        if (proves(told, list(1))) expect(proves([...told, another], list(people))).toBe(false)
      }),
    )
  })
})

describe('laws of head counts', () => {
  it('events survive storage', () => {
    survivesStorage(headCount)
  })
  it('evolve is total', () => {
    evolveIsTotal(headCount, [[told, toldS1]], { OrderId: ['O1'] })
  })
  it('repeats say nothing new', () => {
    repeatsSayNothingNew(headCount, { world: { ...world, ...planned }, scene: setting }, [
      { command: tell },
      { command: { ...tell, count: 3 } },
    ])
  })
})
