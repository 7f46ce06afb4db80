import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay, type PersonId } from '@zhiyuan/kernel'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { mergeEvents, merged, mergeProposed } from './humans.fixture.ts'
import {
  findSurvivor,
  humans,
  humansFold,
  isMerged,
  isSameHuman,
  listOthers,
  listRegistrations,
  mostRegistrations,
  type Humans,
  type HumansCommand,
  type HumansEvent,
  type HumansRejection,
} from './index.ts'

const byAdmin = { ...scene, actor: people.admin }
const given = stage(humans, world, byAdmin)
const merge = (person: string, survivor: string) => ({ type: 'MergeRegistrations', person, survivor }) as const
const proposeMerge = (person: string, survivor: string) => ({ type: 'ProposeMerge', person, survivor }) as const
const replayMerges = (...merges: ReadonlyArray<readonly [string, string]>): Humans =>
  replay(humansFold, mergeEvents(...merges) as unknown as ReadonlyArray<HumansEvent>)
const a = 'a' as PersonId
const b = 'b' as PersonId
const c = 'c' as PersonId
const e = 'e' as PersonId

describe('a merge', () => {
  it('G2: names both groups and their survivor', () => {
    given(mergeProposed('a', 'b'))
      .when(merge('a', 'b'))
      .emits({ type: 'RegistrationsMerged', survivor: 'b', joining: ['a'], there: ['b'] })
    given(...mergeEvents(['a', 'b'], ['c', 'e']), mergeProposed('e', 'b'))
      .when(merge('e', 'b'))
      .emits({ type: 'RegistrationsMerged', survivor: 'b', joining: ['e', 'c'], there: ['b', 'a'] })
  })

  it('G2: brings the whole human of the person, no matter which registration is named', () => {
    given(...mergeEvents(['a', 'b']), mergeProposed('a', 'c'))
      .when(merge('a', 'c'))
      .emits({ type: 'RegistrationsMerged', survivor: 'c', joining: ['b', 'a'], there: ['c'] })
  })

  it('G2: needs another registered volunteer who was not merged as the survivor, already when it is proposed', () => {
    for (const ask of [merge, proposeMerge]) {
      given().when(ask('a', 'a')).isRefused({ type: 'SurvivorUnfit', survivor: 'a' })
      given().when(ask('a', 'stranger')).isRefused({ type: 'SurvivorUnfit', survivor: 'stranger' })
      given().when(ask('stranger', 'a')).isRefused({ type: 'NotAVolunteer', person: 'stranger' })
      given(...mergeEvents(['b', 'c']))
        .when(ask('a', 'b'))
        .isRefused({ type: 'SurvivorUnfit', survivor: 'b' })
    }
  })

  it('G2: happens once; the same two the other way round are refused, so that there is no circle', () => {
    const now = given(...mergeEvents(['a', 'b']))
    now.when(merge('a', 'b')).isSilent()
    now.when(proposeMerge('a', 'b')).isSilent()
    now.when(merge('b', 'a')).isRefused({ type: 'SurvivorUnfit', survivor: 'a' })
  })

  it('G2: gives a human at most 200 registrations', () => {
    const many = Array.from({ length: mostRegistrations - 1 }, (_, n) => [`p${n}`, 'b'] as const)
    given(...mergeEvents(...many))
      .when(proposeMerge('a', 'b'))
      .isRefused({ type: 'TooManyRegistrations', most: 200 })
    given(...mergeEvents(...many.slice(1)), mergeProposed('a', 'b'))
      .when(merge('a', 'b'))
      .emits({ type: 'RegistrationsMerged' })
  })

  it('G4: is made by the administrator of the whole, and by no one where there is no unit', () => {
    const proposed = given(mergeProposed('a', 'b'))
    for (const by of [people.clerkV1, people.a, timer])
      proposed.by(by).when(merge('a', 'b')).isRefused({ type: 'NotAuthorised', command: 'MergeRegistrations' })
    proposed
      .by({ ...people.admin, unit: units.T1 })
      .when(merge('a', 'b'))
      .isRefused({ type: 'OutsideJurisdiction' })
    proposed.knowing({ 'units-131081': [] }).when(merge('a', 'b')).isRefused({ type: 'NotAuthorised' })
  })

  it('G2: takes two persons: one proposes, and another decides', () => {
    given().when(merge('a', 'b')).isRefused({ type: 'NeedsTwoPersons', command: 'MergeRegistrations', proposedBy: [] })
    given(mergeProposed('a', 'b', 'admin'))
      .when(merge('a', 'b'))
      .isRefused({ type: 'NeedsTwoPersons' })
    given(mergeProposed('b', 'a')).when(merge('a', 'b')).isRefused({ type: 'NeedsTwoPersons' })
    given(mergeProposed('a', 'b', 'admin'), mergeProposed('a', 'b', 'k1'))
      .when(merge('a', 'b'))
      .emits({ type: 'RegistrationsMerged' })
    given(...mergeEvents(['e', 'admin']), mergeProposed('a', 'b', 'e'))
      .when(merge('a', 'b'))
      .isRefused({ type: 'NeedsTwoPersons', proposedBy: ['e'] })
  })

  it('G2, G7: neither of the two is one of the registrations', () => {
    const asA = { ...people.admin, person: 'a' }
    given(mergeProposed('a', 'b')).by(asA).when(merge('a', 'b')).isRefused({ type: 'InOwnFavour', as: 'merged' })
    given(mergeProposed('b', 'a')).by(asA).when(merge('b', 'a')).isRefused({ type: 'InOwnFavour', as: 'merged' })
    given().by(asA).when(proposeMerge('b', 'a')).isRefused({ type: 'InOwnFavour', person: 'a', as: 'merged' })
    given(...mergeEvents(['a', 'c']), mergeProposed('c', 'b'))
      .by(asA)
      .when(merge('c', 'b'))
      .isRefused({ type: 'InOwnFavour', person: 'a' })
    given(mergeProposed('a', 'b', 'a'))
      .when(merge('a', 'b'))
      .isRefused({ type: 'NeedsTwoPersons', proposedBy: ['a'] })
  })

  it('G2, G4: is proposed by an officer of one of the homes or above, once', () => {
    const by = { by: 'k1', proposedAt: scene.now }
    const proposed = given().by(people.clerkV1).when(proposeMerge('a', 'c'))
    proposed.emits({ type: 'MergeProposed', person: 'a', survivor: 'c', ...by })
    given(mergeProposed('a', 'c', 'k1'))
      .by(people.clerkV1)
      .when(proposeMerge('a', 'c'))
      .isSilent()
    given().by(people.clerkV2).when(proposeMerge('a', 'b')).isRefused({ type: 'OutsideJurisdiction', unit: units.V1 })
    for (const one of [people.a, people.dispatcherT1, timer])
      given().by(one).when(proposeMerge('b', 'c')).isRefused({ type: 'NotAuthorised', command: 'ProposeMerge' })
  })
})

describe('who is one human', () => {
  it('G2: every registration names its survivor directly', () => {
    const now = replayMerges(['a', 'b'], ['b', 'c'])
    expect([a, b, c, e].map((person) => findSurvivor(now, person))).toEqual(['c', 'c', 'c', 'e'])
    expect([a, c, e].map((person) => listRegistrations(now, person))).toEqual([['c', 'b', 'a'], ['c', 'b', 'a'], ['e']])
    expect([a, e].map((person) => listOthers(now, person))).toEqual([['c', 'b'], []])
    expect([isSameHuman(now, a, b), isSameHuman(now, a, e)]).toEqual([true, false])
    expect([a, b, c, e].map((person) => isMerged(now, person))).toEqual([true, true, false, false])
  })

  it('G2: equals merging group by group, in any order, and each earlier state stays as it was', () => {
    const pair = fc.tuple(fc.nat(30), fc.nat(30)).map(([one, other]) => [`p${one}`, `p${other}`] as const)
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        const naive = new Map<string, string>()
        const survivor = (person: string): string => naive.get(person) ?? person
        const merges: (readonly [string, string])[] = []
        const seen: (readonly [Humans, ReadonlyArray<string>])[] = []
        const persons = Array.from({ length: 31 }, (_, n) => `p${n}`)
        for (const [person, into] of pairs) {
          const from = survivor(person)
          const to = survivor(into)
          if (from === to) continue
          merges.push([from, to])
          for (const one of persons) if (survivor(one) === from) naive.set(one, to)
          seen.push([replayMerges(...merges), persons.map(survivor)])
        }
        for (const [humans_, survivors] of seen)
          expect(persons.map((one) => findSurvivor(humans_, one as PersonId))).toEqual(survivors)
      }),
      { numRuns: 100 },
    )
  })

  it('G2: under any groups that an event names, no registration leaves a human or is in two', () => {
    const person = fc.integer({ min: 0, max: 8 }).map((n) => `p${n}`)
    const group = fc.uniqueArray(person, { minLength: 1, maxLength: 4 })
    const event = fc.record({ person, survivor: person, joining: group, there: group })
    const persons = Array.from({ length: 9 }, (_, n) => `p${n}` as PersonId)
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        let before = humansFold.initial
        for (const said of events) {
          // Few letters stand for ids, so that groups occur which no decider writes: the fold accepts what any file says.
          const now = humansFold.evolve(before, { type: 'RegistrationsMerged', ...said } as unknown as HumansEvent)
          const named = [said.person, said.survivor, ...said.joining, ...said.there] as PersonId[]
          for (const one of persons) {
            const human = listRegistrations(now, one)
            expect(human).toEqual(expect.arrayContaining([...listRegistrations(before, one)]))
            for (const other of human) expect(listRegistrations(now, other)).toEqual(human)
          }
          for (const one of named) expect(isSameHuman(now, one, said.survivor as PersonId)).toBe(true)
          expect(findSurvivor(now, said.survivor as PersonId)).toBe(findSurvivor(before, said.survivor as PersonId))
          before = now
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is folded in about as many steps as there are merges: 40,000 take linear time', () => {
    const events = Array.from({ length: 40_000 }, (_, n) => mergeEvents([`p${2 * n}`, `p${2 * n + 1}`])[0])
    const { layers } = replay(humansFold, events as unknown as ReadonlyArray<HumansEvent>)
    expect(layers.length).toBeLessThan(20)
    expect(layers.reduce((sum, layer) => sum + layer.size, 0)).toBe(80_000)
  })
})

describe('laws of humans', () => {
  const setting = { world, scene: byAdmin }
  const pools = { PersonId: ['a', 'b', 'c', 'd', 'e', 'g'] }

  it('events survive storage', () => survivesStorage(humans))
  it('evolve is total', () => evolveIsTotal(humans, [mergeEvents(['a', 'b'])], pools))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew<HumansCommand, Humans, HumansEvent, HumansRejection>(humans, setting, [
      ...[
        ['a', 'b'],
        ['c', 'b'],
        ['b', 'e'],
      ].flatMap(([person = '', survivor = '']) => [
        { command: proposeMerge(person, survivor), actor: people.deputy },
        { command: merge(person, survivor) },
      ]),
    ]))
  it('G2: under any commands, a survivor is its own survivor, and every registration is in one human', () => {
    holdsAlways(humans, setting, { pools }, (state) => {
      for (const person of pools.PersonId as PersonId[]) {
        const registrations = listRegistrations(state, person)
        expect(findSurvivor(state, findSurvivor(state, person))).toBe(registrations[0])
        expect(registrations.map((one) => listRegistrations(state, one))).toEqual(
          registrations.map(() => registrations),
        )
        expect(new Set(registrations).size).toBe(registrations.length)
      }
    })
  })
  it('the fixture uses the events of the slice', () => {
    for (const event of merged(['a', 'b'], ['b', 'c'])['humans-131081'] ?? [])
      expect(humans.event.decode(event)).toMatchObject({ _tag: 'Right' })
  })
})
