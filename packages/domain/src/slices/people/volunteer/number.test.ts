import { describe, expect, it } from 'vitest'
import { evolveIsTotal, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../humans/humans.fixture.ts'
import { volunteer, volunteerNumber } from './index.ts'
import { claimed, confirmed, isRegistered, released } from './volunteer.fixture.ts'

const { T1, V1 } = units
const number = stage(volunteerNumber, world, { ...scene, actor: people.clerkV1 })
const [taken] = claimed['number-no-n']
const claim = (person: string, no = 'no-n') => ({ type: 'ClaimNumber', number: no, person }) as const
const reason = { code: 'mistyped', text: null } as const
const release = { type: 'ReleaseNumber', number: 'no-n', reason } as const
const noted = (no: string, second = false) => ({ type: 'NumberNoted', person: 'n', number: no, second }) as const

describe('a volunteer number', () => {
  it('G2: is given once, by an officer, to one person', () => {
    number().when(claim('n')).emits(taken)
    number(taken).when(claim('n')).isSilent()
    number(taken).when(claim('a')).isRefused({ type: 'NumberTaken', number: 'no-n' })
    number(taken, confirmed).when(claim('n')).isSilent()
  })

  it('G2, G4: is claimed by an officer at a unit of the tree, not by oneself and not from nowhere', () => {
    number()
      .by(people.admin)
      .when(claim('n'))
      .emits({ ...taken, unitId: units.C })
    for (const by of [{ ...people.a, person: 'n' }, people.a, timer])
      number().by(by).when(claim('n')).isRefused({ type: 'NotAuthorised', command: 'ClaimNumber' })
    number()
      .by({ ...people.clerkV1, unit: 'no-such-unit' })
      .when(claim('n'))
      .isRefused({ type: 'OutsideJurisdiction' })
  })

  it('G2, G4: of a person who is registered, is claimed by an officer of the home or above', () => {
    const registered = number().knowing({ 'volunteer-n': [{ ...isRegistered, number: 'no-9' }] as never })
    registered.by(people.clerkV2).when(claim('n')).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
  })

  it('G7: is not claimed by an officer for oneself, under any registration', () => {
    number().when(claim('k1')).isRefused({ type: 'InOwnFavour', person: 'k1', as: 'volunteer' })
    number()
      .knowing(merged(['n', 'k1']))
      .when(claim('n'))
      .isRefused({ type: 'InOwnFavour', person: 'k1' })
  })

  it('G2: is one a person at a time', () => {
    const one = { 'volunteer-n': [noted('no-1')] as never }
    const of = (...events: ReadonlyArray<object>) => ({
      'number-no-1': [{ ...taken, number: 'no-1' }, ...events] as never,
    })
    number()
      .knowing({ ...one, ...of() })
      .when(claim('n'))
      .isRefused({ type: 'HasNumber', person: 'n', number: 'no-1' })
    number()
      .knowing({ ...one, ...of({ ...released, number: 'no-1' }) })
      .when(claim('n'))
      .emits(taken)
    const registered = { 'volunteer-n': [{ ...isRegistered, number: 'no-1' }] as never }
    number()
      .knowing({ ...registered, ...of() })
      .when(claim('n'))
      .isRefused({ type: 'HasNumber' })
  })

  it('G2: claimed by mistake, is released with a reason while nothing rests on it, and is never given again', () => {
    number(taken).when(release).emits({ type: 'NumberReleased', number: 'no-n', person: 'n', by: 'k1', reason })
    const gone = number(taken, released)
    gone.when(release).isSilent()
    for (const person of ['n', 'a']) gone.when(claim(person)).isRefused({ type: 'NumberTaken', number: 'no-n' })
    const used = { 'volunteer-n': [isRegistered] as never }
    number(taken).knowing(used).when(release).isRefused({ type: 'NumberInUse', number: 'no-n', person: 'n' })
    number(taken, confirmed).when(release).isRefused({ type: 'NumberInUse' })
    number().when(release).isRefused({ type: 'CommandNotAllowed', state: 'Free' })
  })

  it('G4: is released by an officer of the unit that claimed it, or above', () => {
    number(taken)
      .by({ ...people.clerkV1, unit: T1 })
      .when(release)
      .emits({ type: 'NumberReleased' })
    number(taken).by(people.clerkV2).when(release).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    number(taken).by(people.a).when(release).isRefused({ type: 'NotAuthorised' })
  })

  it('has a stream of its own, so that two claims meet there', () => {
    const streams = ['a', 'n'].map((person) =>
      volunteerNumber.decider.stream(claim(person) as never, scene.jurisdiction as never),
    )
    expect(streams).toEqual(['number-no-n', 'number-no-n'])
  })

  it('events survive storage, and evolve is total', () => {
    survivesStorage(volunteerNumber)
    evolveIsTotal(volunteerNumber)
  })
})

describe('what a process notes of numbers', () => {
  const person = stage(volunteer, { ...world, ...claimed }, { ...scene, actor: timer })
  const note = (no: string) => ({ type: 'NoteNumber', person: 'n', number: no }) as const
  const first = { 'number-no-1': [{ ...taken, number: 'no-1' }] as never }

  it('G2: the second of two numbers is one too many, and is taken back', () => {
    person().when(note('no-n')).emits(noted('no-n'))
    person(noted('no-1')).knowing(first).when(note('no-n')).emits(noted('no-n', true))
    person(noted('no-n')).when(note('no-n')).isSilent()
    const back = { type: 'TakeBackNumber', number: 'no-n' } as const
    number(taken)
      .by(timer)
      .when(back)
      .emits({ type: 'NumberReleased', by: null, reason: { code: 'second-number' } })
    number(taken, confirmed).by(timer).when(back).isSilent()
    number(taken).by(people.admin).when(back).isRefused({ type: 'OnlyAProcess' })
  })

  it('G2: a registration keeps its number, also one that was released while it was decided', () => {
    const confirm = { type: 'ConfirmNumber', number: 'no-n', person: 'n' } as const
    number(taken).by(timer).when(confirm).emits(confirmed)
    number(taken, released).by(timer).when(confirm).emits(confirmed)
    number(taken, confirmed).by(timer).when(confirm).isSilent()
    number(taken)
      .by(timer)
      .when({ ...confirm, person: 'a' })
      .isSilent()
  })
})
