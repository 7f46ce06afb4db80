import { describe, expect, it } from 'vitest'
import { replay, type LocalDay } from '@zhiyuan/kernel'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { roster, findRosterArea, rosterFold, listRosters, type RosterBook } from './index.ts'

const { C, T1, T2 } = units
const { 'roster-131081': _own, ...others } = world
const given = stage(roster, others, { ...scene, actor: people.admin })
const list = (rosterId: string, bodyId: string, effectiveFrom: string, ...heads: ReadonlyArray<string>) => ({
  rosterId,
  bodyId,
  area: T1,
  effectiveFrom,
  heads,
  source: 'synthetic',
})
const adopt = (...words: Parameters<typeof list>) => ({ type: 'AdoptRoster', ...list(...words) }) as const
const adopted = (...words: Parameters<typeof list>) => ({ type: 'RosterAdopted', ...list(...words) }) as const

describe('an in-service roster', () => {
  it('S9, G2: is adopted with body, area, day and heads, whether they have a number or not', () => {
    given()
      .when(adopt('r1', 'school', '2020-04-01', 'a', 'x'))
      .emits({
        type: 'RosterAdopted',
        rosterId: 'r1',
        bodyId: 'school',
        area: T1,
        heads: ['a', 'x'],
      })
    given()
      .when(adopt('r1', 'school', '2020-04-01'))
      .emits({ type: 'RosterAdopted', heads: [] })
  })

  it('has an id of its own', () => {
    const past = given(adopted('r1', 'school', '2020-04-01', 'a'))
    past.when(adopt('r1', 'school', '2020-04-01', 'a')).isSilent()
    past.when(adopt('r1', 'school', '2020-04-01', 'a', 'x')).isRefused({ type: 'SameIdOtherContent', id: 'r1' })
    past.when(adopt('r1', 'clinic', '2020-04-01', 'b')).isRefused({ type: 'SameIdOtherContent', id: 'r1' })
  })

  it('names a person once, and a unit that exists', () => {
    given()
      .when(adopt('r1', 'school', '2020-04-01', 'a', 'x', 'a'))
      .isRefused({ type: 'HeadTwice', person: 'a' })
    given()
      .when({ ...adopt('r1', 'school', '2020-04-01'), area: 'T9' })
      .isRefused({ type: 'UnknownUnit', unit: 'T9' })
  })

  it('G4: is adopted by the administrator of the whole', () => {
    const townships = { type: 'person', person: 'x', role: 'administrator', unit: T1 } as const
    given()
      .by(townships)
      .when(adopt('r1', 'school', '2020-04-01'))
      .isRefused({ type: 'OutsideJurisdiction', unit: C })
    given()
      .by(people.clerkV1)
      .when(adopt('r1', 'school', '2020-04-01'))
      .isRefused({ type: 'NotAuthorised' })
  })

  describe('G2: no one is on two bodies’ rosters on one day', () => {
    const school = adopted('r1', 'school', '2020-04-01', 'a')
    const refused = { type: 'OnAnotherRoster', person: 'a', bodyId: 'school' } as const

    it('G2: the day from which the new one holds', () => {
      given(school)
        .when(adopt('r2', 'clinic', '2020-04-01', 'a'))
        .isRefused(refused)
      given(school)
        .when(adopt('r2', 'clinic', '2020-05-01', 'b', 'a'))
        .isRefused(refused)
    })

    it('G2: a later day, when a roster adopted ahead takes effect', () => {
      given(school)
        .when(adopt('r2', 'clinic', '2020-03-01', 'a'))
        .isRefused(refused)
    })

    it('G2: one after the other is allowed', () => {
      const left = adopted('r3', 'school', '2020-05-01')
      given(school, left)
        .when(adopt('r2', 'clinic', '2020-05-01', 'a'))
        .emits({ type: 'RosterAdopted' })
      given(school, left)
        .when(adopt('r2', 'clinic', '2020-04-30', 'a'))
        .isRefused(refused)
      const until = adopted('r4', 'clinic', '2020-04-01')
      given(school, until)
        .when(adopt('r2', 'clinic', '2020-03-01', 'a'))
        .emits({ type: 'RosterAdopted' })
    })

    it('G2: a later list of the same body replaces its earlier one', () => {
      given(school)
        .when(adopt('r2', 'school', '2020-05-01', 'a', 'b'))
        .emits({ type: 'RosterAdopted' })
    })
  })
})

describe('the roster in effect', () => {
  const book: RosterBook = replay(rosterFold, [
    adopted('r1', 'school', '2020-04-01', 'a', 'x'),
    adopted('r2', 'school', '2020-06-01', 'x'),
    { ...adopted('r3', 'city-hall', '2020-05-01', 'd'), area: C },
    adopted('r4', 'school', '2020-06-01', 'x', 'y'),
  ] as never)
  const heads = (day: string) => listRosters(book, day as LocalDay).flatMap((one) => one.heads)
  const findArea = (person: string, day: string) => findRosterArea(book, person as never, day as LocalDay)?.area ?? null

  it('S9: is each body’s latest on that day; of two from one day, the one adopted later', () => {
    expect([heads('2020-03-31'), heads('2020-04-01'), heads('2020-05-31'), heads('2020-06-01')]).toEqual([
      [],
      ['a', 'x'],
      ['a', 'x', 'd'],
      ['x', 'y', 'd'],
    ])
  })

  it('S9, S11: says whose figure a person counts in', () => {
    expect([findArea('a', '2020-05-31'), findArea('a', '2020-06-01'), findArea('d', '2020-05-01')]).toEqual([
      T1,
      null,
      C,
    ])
  })
})

describe('laws of rosters', () => {
  const setting = { world, scene: { ...scene, actor: people.admin } }
  const pools = {
    RosterId: ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'],
    BodyId: ['school', 'clinic', 'mill'],
    UnitId: [T1, T2],
    LocalDay: ['2020-04-01', '2020-05-01', '2020-06-01'],
    PersonId: ['a', 'b', 'c', 'd', 'e', 'f'],
    PublicName: ['synthetic'],
  }

  it('events survive storage', () => survivesStorage(roster))
  it('evolve is total', () => evolveIsTotal(roster))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(roster, setting, [
      { command: adopt('r1', 'school', '2020-04-01', 'a') },
      { command: adopt('r2', 'school', '2020-05-01') },
      { command: adopt('r3', 'clinic', '2020-05-01', 'a') },
    ]))

  it('G2: under any lists in any order, no person is on two rosters on any day', () => {
    holdsAlways(roster, setting, { pools }, (book) => {
      for (const day of pools.LocalDay) {
        const all = listRosters(book, day as LocalDay).flatMap(({ heads }) => heads)
        expect(all.length, day).toBe(new Set(all).size)
      }
    })
  })
})
