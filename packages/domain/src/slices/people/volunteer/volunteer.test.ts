import { describe, expect, it } from 'vitest'
import { replay, type LocalDay } from '@zhiyuan/kernel'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../humans/humans.fixture.ts'
import { findHome, volunteer, volunteerNumber } from './index.ts'
import { claimed, isRegistered, registration } from './volunteer.fixture.ts'

const { T1, V1, V2 } = units
const n = { type: 'person', person: 'n', role: 'resident', unit: V1 } as const
const given = stage(volunteer, { ...world, ...claimed }, { ...scene, actor: n })
const register = { type: 'RegisterVolunteer', ...registration } as const
const move = (home: string, from: string) => ({ type: 'MoveHome', person: 'n', home, from }) as const
const moved = (home: string, from: string) => ({ type: 'HomeMoved', person: 'n', home, from }) as const
const declare = { type: 'DeclareAgeBand', person: 'n', ageBand: '14-to-17' } as const

describe('a volunteer number', () => {
  const number = stage(volunteerNumber, {}, { ...scene, actor: n })
  const claim = (person: string) => ({ type: 'ClaimNumber', number: 'no-1', person }) as const
  const taken = { type: 'NumberClaimed', number: 'no-1', person: 'n' } as const

  it('G2: is claimed once, for ever, by one person', () => {
    number().when(claim('n')).emits(taken)
    number(taken).when(claim('n')).isSilent()
    number(taken).by(people.admin).when(claim('a')).isRefused({ type: 'NumberTaken', number: 'no-1' })
  })

  it('is claimed for oneself, or by an officer', () => {
    number().by(people.clerkV1).when(claim('n')).emits(taken)
    number().by(people.a).when(claim('n')).isRefused({ type: 'NotAuthorised', command: 'ClaimNumber' })
    number().by(timer).when(claim('n')).isRefused({ type: 'NotAuthorised' })
  })

  it('has a stream of its own, so that two claims meet there', () => {
    const streams = ['a', 'n'].map((person) =>
      volunteerNumber.decider.stream(claim(person) as never, scene.jurisdiction as never),
    )
    expect(streams).toEqual(['number-no-1', 'number-no-1'])
  })

  it('events survive storage, and evolve is total', () => {
    survivesStorage(volunteerNumber)
    evolveIsTotal(volunteerNumber)
  })
})

describe('registering', () => {
  it('G2: takes a number that this person has claimed', () => {
    given()
      .when(register)
      .emits({ type: 'VolunteerRegistered', ...registration })
    given().knowing({ 'number-no-n': [] }).when(register).isRefused({ type: 'NumberNotClaimed', number: 'no-n' })
    const anothers = { 'number-no-n': [{ type: 'NumberClaimed', number: 'no-n', person: 'a' } as never] }
    given().knowing(anothers).when(register).isRefused({ type: 'NumberNotClaimed', number: 'no-n' })
  })

  it('is done once; later changes do not make its repeat another content', () => {
    given(isRegistered, moved(V2, '2020-03-01')).when(register).isSilent()
    given(isRegistered)
      .when({ ...register, home: V2 })
      .isRefused({ type: 'SameIdOtherContent', id: 'n' })
    given(isRegistered)
      .when({ ...register, number: 'no-2' })
      .isRefused({ type: 'SameIdOtherContent', id: 'n' })
  })

  it('G4: is done by oneself, or by an officer of the home or above', () => {
    given().by(people.clerkV1).when(register).emits({ type: 'VolunteerRegistered' })
    given().by(people.clerkV2).when(register).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given().by(people.a).when(register).isRefused({ type: 'NotAuthorised' })
    given()
      .when({ ...register, home: 'V9' })
      .isRefused({ type: 'UnknownUnit', unit: 'V9' })
  })
})

describe('a home', () => {
  const replayHome = (day: string, ...events: ReadonlyArray<object>) =>
    findHome(replay(volunteer.decider.fold, events as never), day as LocalDay)

  it('G2: moves from a day on', () => {
    given(isRegistered).when(move(V2, '2020-05-01')).emits(moved(V2, '2020-05-01'))
    given(isRegistered, moved(V2, '2020-05-01')).when(move(V2, '2020-05-01')).isSilent()
    given(isRegistered).by(people.clerkV2).when(move(V2, '2020-05-01')).emits({ type: 'HomeMoved' })
    given(isRegistered)
      .by(people.clerkV1)
      .when(move(V2, '2020-05-01'))
      .isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    given(isRegistered).when(move('V9', '2020-05-01')).isRefused({ type: 'UnknownUnit' })
    given().when(move(V2, '2020-05-01')).isRefused({ type: 'CommandNotAllowed', state: 'None' })
  })

  it('G2: is one at a time: the last in effect; of two from one day, the one declared later', () => {
    const events = [isRegistered, moved(V2, '2020-05-01'), moved(T1, '2020-03-01')]
    expect(['2019-12-31', '2020-02-29', '2020-03-01', '2020-05-01'].map((day) => replayHome(day, ...events))).toEqual([
      null,
      V1,
      T1,
      V2,
    ])
    expect(replayHome('2020-05-01', ...events, moved(V1, '2020-05-01'))).toBe(V1)
    expect(replayHome('2020-05-01')).toBeNull()
  })
})

describe('an age band', () => {
  it('G7: no officer declares the own one in office, by another registration', () => {
    given(isRegistered)
      .knowing(merged(['k1', 'n']))
      .by(people.clerkV1)
      .when(declare)
      .isRefused({ type: 'InOwnFavour', person: 'k1', as: 'volunteer' })
    given(isRegistered)
      .knowing(merged(['k1', 'a']))
      .by(people.clerkV1)
      .when(declare)
      .emits({ type: 'AgeBandDeclared' })
  })

  it('A6, G4: is declared by oneself or an officer of the home', () => {
    given(isRegistered).when(declare).emits({ type: 'AgeBandDeclared', person: 'n', ageBand: '14-to-17' })
    given(isRegistered)
      .when({ ...declare, ageBand: 'adult' })
      .isSilent()
    given(isRegistered).by(people.clerkV1).when(declare).emits({ type: 'AgeBandDeclared' })
    given(isRegistered).by(people.clerkV2).when(declare).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given(isRegistered, moved(V2, '2020-05-01')).by(people.clerkV2).when(declare).emits({ type: 'AgeBandDeclared' })
    given(isRegistered).by(people.a).when(declare).isRefused({ type: 'NotAuthorised' })
  })
})

describe('a registration that was merged', () => {
  const gone = given(isRegistered).knowing(merged(['n', 'a']))

  it('G2: takes no new facts: they go to the survivor’s', () => {
    gone.when(declare).isRefused({ type: 'MergedInto', survivor: 'a' })
    gone.when(move(V2, '2020-05-01')).isRefused({ type: 'MergedInto', survivor: 'a' })
    gone.when(register).isSilent()
    given(isRegistered)
      .knowing(merged(['a', 'n']))
      .when(declare)
      .emits({ type: 'AgeBandDeclared' })
  })
})

describe('laws of a volunteer', () => {
  const setting = { world: { ...world, ...claimed }, scene: { ...scene, actor: people.admin } }
  const pools = {
    PersonId: ['n', 'a'],
    UnitId: [V1, V2],
    VolunteerNo: ['no-n'],
    LocalDay: ['2020-01-01', '2020-05-01'],
  }

  it('events survive storage', () => survivesStorage(volunteer))
  it('evolve is total', () => evolveIsTotal(volunteer, [[isRegistered]], pools))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(volunteer, setting, [
      { command: register },
      { command: move(V2, '2020-05-01') },
      { command: declare },
    ]))

  it('G2: under any commands, a volunteer keeps the number, and has one home on any day from the first', () => {
    holdsAlways(volunteer, setting, { pools, known: [{ command: register }] }, (state, events) => {
      expect(state.type !== 'None' && state.number).toBe('no-n')
      const from = events.flatMap((event) => (event.type === 'VolunteerRegistered' ? event.homeFrom : [])).at(0)
      expect([V1, V2]).toContain(findHome(state, from ?? ('' as LocalDay)))
    })
  })
})
