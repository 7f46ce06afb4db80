import { describe, expect, it } from 'vitest'
import { replay, type PersonId } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { mergeEvents, splitProposed } from './humans.fixture.ts'
import { humans, humansFold, listRegistrations, type Humans, type HumansEvent } from './index.ts'

const given = stage(humans, world, { ...scene, actor: people.admin })
const merge = (person: string, survivor: string) => ({ type: 'MergeRegistrations', person, survivor }) as const
const replayMerges = (...merges: ReadonlyArray<readonly [string, string]>): Humans =>
  replay(humansFold, mergeEvents(...merges) as unknown as ReadonlyArray<HumansEvent>)
const a = 'a' as PersonId
const b = 'b' as PersonId
const c = 'c' as PersonId
const e = 'e' as PersonId

describe('a split', () => {
  const three = mergeEvents(['a', 'b'], ['e', 'b'])
  const split = (person: string, ...others: ReadonlyArray<string>) =>
    ({ type: 'SplitRegistrations', person, others, reason: { code: 'two-people', text: null } }) as const
  const proposeSplit = (person: string, ...others: ReadonlyArray<string>) =>
    ({ type: 'ProposeSplit', person, others }) as const

  it('G2: makes two humans of one, by a reasoned decision', () => {
    given(...three, splitProposed('a'))
      .when(split('a'))
      .emits({
        type: 'RegistrationsSplit',
        person: 'a',
        leaving: ['a'],
        staying: ['b', 'e'],
        by: 'admin',
        reason: { code: 'two-people' },
      })
    given(...three, splitProposed('b', 'e'))
      .when(split('b', 'e'))
      .emits({ type: 'RegistrationsSplit', leaving: ['b', 'e'], staying: ['a'] })
  })

  it('G2: takes two persons, neither of them one of the registrations', () => {
    given(...three)
      .when(split('a'))
      .isRefused({ type: 'NeedsTwoPersons', command: 'SplitRegistrations' })
    given(...three, splitProposed('e'))
      .when(split('a'))
      .isRefused({ type: 'NeedsTwoPersons' })
    given(...three, splitProposed('a'))
      .by({ ...people.admin, person: 'e' })
      .when(split('a'))
      .isRefused({ type: 'InOwnFavour', person: 'e', as: 'merged' })
    given(...three)
      .by({ ...people.clerkV1, person: 'b' })
      .when(proposeSplit('a'))
      .isRefused({ type: 'InOwnFavour', person: 'b' })
  })

  it('G4: is proposed by an officer of a home or above, and decided by the administrator of the whole', () => {
    given(...three)
      .by(people.clerkV1)
      .when(proposeSplit('e'))
      .emits({ type: 'SplitProposed', person: 'e', by: 'k1' })
    given(...three)
      .by(people.clerkV2)
      .when(proposeSplit('a'))
      .emits({ type: 'SplitProposed' })
    given(...mergeEvents(['a', 'b']))
      .by(people.clerkV2)
      .when(proposeSplit('a'))
      .isRefused({ type: 'OutsideJurisdiction' })
    for (const by of [people.clerkV1, people.a, timer])
      given(...three, splitProposed('a'))
        .by(by)
        .when(split('a'))
        .isRefused({ type: 'NotAuthorised' })
  })

  it('G2: names everyone who leaves once, so that the event gives back what was said', () => {
    for (const ask of [split, proposeSplit])
      for (const [person, ...others] of [['a'], ['e', 'e']] as const)
        given(...three)
          .when(ask('a', person, ...others))
          .isRefused({ type: 'LeavesTwice', person })
  })

  it('G2: is of registrations of one human only, and says nothing where they are apart', () => {
    for (const ask of [split, proposeSplit]) {
      given(...three)
        .when(ask('a', 'c'))
        .isRefused({ type: 'NotThere', id: 'c' })
      given().when(ask('a')).isSilent()
      given(...three)
        .when(ask('b', 'a', 'e'))
        .isSilent()
    }
    const apart = { type: 'RegistrationsSplit', person: 'a', leaving: ['a'], staying: ['b', 'e'], by: 'admin' } as const
    const now = given(...three, { ...apart, reason: { code: 'two-people', text: null } })
    now.when(split('a')).isSilent()
    now.when(merge('a', 'b')).isRefused({ type: 'NeedsTwoPersons', proposedBy: [] })
  })

  it('G2: the two may be merged again, and each later state knows the registrations that are left', () => {
    const applySplit = (humans_: Humans, leaving: ReadonlyArray<PersonId>, staying: ReadonlyArray<PersonId>): Humans =>
      humansFold.evolve(humans_, {
        type: 'RegistrationsSplit',
        person: leaving[0] ?? a,
        leaving,
        staying,
        by: c,
        reason: { code: 'x', text: null } as never,
      })
    const before = replayMerges(['a', 'b'], ['e', 'b'])
    const now = applySplit(before, [b], [e, a])
    expect([a, b, e].map((one) => listRegistrations(now, one))).toEqual([['e', 'a'], ['b'], ['e', 'a']])
    expect(listRegistrations(applySplit(before, [a], []), b)).toEqual(['b', 'e'])
    expect(listRegistrations(applySplit(before, [c, a], [b]), c)).toEqual(['c'])
  })
})
