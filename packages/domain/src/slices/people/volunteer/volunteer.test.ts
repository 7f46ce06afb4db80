import { describe, expect, it } from 'vitest'
import { replay, type LocalDay } from '@zhiyuan/kernel'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../humans/humans.fixture.ts'
import { findHome, volunteer } from './index.ts'
import { claimed, isRegistered, registration, released } from './volunteer.fixture.ts'

const { T1, V1, V2 } = units
const n = { type: 'person', person: 'n', role: 'resident', unit: V1 } as const
const given = stage(volunteer, { ...world, ...claimed }, { ...scene, actor: n })
const register = { type: 'RegisterVolunteer', ...registration } as const
const move = (home: string, from: string) => ({ type: 'MoveHome', person: 'n', home, from }) as const
const moved = (home: string, from: string, outside = false) =>
  ({ type: 'HomeMoved', person: 'n', home, from, outside }) as const
const declare = {
  type: 'DeclareAgeBand',
  person: 'n',
  ageBand: '14-to-17',
  source: 'own-word',
  bornOn: null,
} as const
const told = { ...declare, source: 'officer' } as const

describe('registering', () => {
  it('G2: takes a number that this person has claimed', () => {
    given()
      .when(register)
      .emits({ type: 'VolunteerRegistered', ...registration, ageSource: 'own-word', outside: false })
    given().knowing({ 'number-no-n': [] }).when(register).isRefused({ type: 'NumberNotClaimed', number: 'no-n' })
    const anothers = { 'number-no-n': [{ type: 'NumberClaimed', number: 'no-n', person: 'a', unitId: V1 } as never] }
    given().knowing(anothers).when(register).isRefused({ type: 'NumberNotClaimed', number: 'no-n', unit: null })
    const gone = { 'number-no-n': [...claimed['number-no-n'], released] as never }
    given().knowing(gone).when(register).isRefused({ type: 'NumberNotClaimed', number: 'no-n' })
  })

  it('G2: takes a number that an officer of the home or above has claimed', () => {
    const claimedAt = (unitId: string) => ({ 'number-no-n': [{ ...claimed['number-no-n'][0], unitId }] as never })
    given().knowing(claimedAt(T1)).when(register).emits({ type: 'VolunteerRegistered' })
    given().knowing(claimedAt(V2)).when(register).isRefused({ type: 'NumberNotClaimed', unit: V2 })
  })

  it('A6: keeps from whom the age band comes', () => {
    given()
      .when({ ...register, ageBand: 'under-14' })
      .emits({ type: 'VolunteerRegistered', ageBand: 'under-14', ageSource: 'own-word' })
    given().by(people.clerkV1).when(register).emits({ type: 'VolunteerRegistered', ageSource: 'officer' })
  })

  it('G2: of a person who lives outside the tree, is kept by the unit that registers', () => {
    const out = { ...register, home: 'outside' } as const
    given().by(people.clerkV1).when(out).emits({ type: 'VolunteerRegistered', home: V1, outside: true })
    given().when(out).emits({ type: 'VolunteerRegistered', home: V1, outside: true })
    given().by(people.clerkV2).when(out).isRefused({ type: 'NumberNotClaimed', unit: V1 })
    given().by(people.a).when(out).isRefused({ type: 'NotAuthorised' })
    const kept = given({ ...isRegistered, outside: true })
    kept.when(out).isSilent()
    kept.when(register).isRefused({ type: 'SameIdOtherContent', id: 'n' })
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
    given(isRegistered).when(move('V9', '2020-05-01')).isRefused({ type: 'UnknownUnit' })
    given().when(move(V2, '2020-05-01')).isRefused({ type: 'NotThere' })
  })

  it('G2: is moved by the person, or by an officer of the home that is left or above, and not by the new home', () => {
    const away = move(V2, '2020-05-01')
    given(isRegistered).by(people.clerkV1).when(away).emits({ type: 'HomeMoved', home: V2 })
    given(isRegistered)
      .by({ ...people.clerkV1, unit: T1 })
      .when(away)
      .emits({ type: 'HomeMoved' })
    given(isRegistered).by(people.clerkV2).when(away).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given(isRegistered, moved(V2, '2020-05-01'))
      .by(people.clerkV2)
      .when(move(V1, '2020-06-01'))
      .emits({ type: 'HomeMoved' })
  })

  it('G2: outside the tree stays with the unit that kept the person last', () => {
    const out = move('outside', '2020-05-01')
    given(isRegistered)
      .when(out)
      .emits(moved(V1, '2020-05-01', true))
    given(isRegistered)
      .by(people.clerkV1)
      .when(out)
      .emits(moved(V1, '2020-05-01', true))
    given(isRegistered).by(people.clerkV2).when(out).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given(isRegistered, moved(V1, '2020-05-01', true))
      .when(out)
      .isSilent()
    given(isRegistered, moved(V1, '2020-05-01', true))
      .when(move(V1, '2020-05-01'))
      .emits(moved(V1, '2020-05-01'))
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
  const minor = given({ ...isRegistered, ageBand: '14-to-17' } as never)
  const grown = { ...declare, ageBand: 'adult' } as const
  const born = { id: 'birth', commitment: '0'.repeat(64) }

  it('G7: no officer declares the own one in office, by another registration', () => {
    given(isRegistered)
      .knowing(merged(['k1', 'n']))
      .by(people.clerkV1)
      .when(told)
      .isRefused({ type: 'InOwnFavour', person: 'k1', as: 'volunteer' })
    given(isRegistered)
      .knowing(merged(['k1', 'a']))
      .by(people.clerkV1)
      .when(told)
      .emits({ type: 'AgeBandDeclared' })
  })

  it('A6, G4: is declared by oneself or an officer of the home', () => {
    given(isRegistered).when(declare).emits({ type: 'AgeBandDeclared', ageBand: '14-to-17', source: 'own-word' })
    given(isRegistered)
      .when({ ...declare, ageBand: 'adult' })
      .isSilent()
    given(isRegistered).by(people.clerkV1).when(told).emits({ type: 'AgeBandDeclared', source: 'officer' })
    given(isRegistered).by(people.clerkV2).when(told).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given(isRegistered, moved(V2, '2020-05-01')).by(people.clerkV2).when(told).emits({ type: 'AgeBandDeclared' })
    given(isRegistered).by(people.a).when(declare).isRefused({ type: 'NotAuthorised' })
  })

  it('A6: becomes older by no word, neither the own nor an officer’s', () => {
    const refused = { type: 'AgeNotProven', from: '14-to-17', to: 'adult' } as const
    minor.when(grown).isRefused(refused)
    minor
      .by(people.clerkV1)
      .when({ ...grown, source: 'officer' })
      .isRefused(refused)
    given({ ...isRegistered, ageBand: 'under-14' } as never)
      .when(declare)
      .isRefused({ type: 'AgeNotProven' })
  })

  it('A6: becomes older by an officer who has seen a document, or by the date of birth in the vault', () => {
    const seen = { ...grown, source: 'document' } as const
    minor.by(people.clerkV1).when(seen).emits({ type: 'AgeBandDeclared', ageBand: 'adult', source: 'document' })
    minor.when(seen).isRefused({ type: 'AgeNotProven' })
    const dated = { ...grown, source: 'birth-date', bornOn: born } as const
    minor
      .by(people.clerkV1)
      .when(dated)
      .emits({ type: 'AgeBandDeclared', ageBand: 'adult', source: 'birth-date', bornOn: born })
    minor.when({ ...dated, bornOn: null }).isRefused({ type: 'AgeNotProven' })
    minor.when({ ...grown, bornOn: born }).isRefused({ type: 'AgeNotProven' })
    given(isRegistered)
      .by(people.clerkV1)
      .when({ ...seen, ageBand: 'adult' })
      .emits({ type: 'AgeBandDeclared', ageBand: 'adult', source: 'document' })
  })

  it('A6: the person comes of age by the date of birth that an officer gave, and by none of the own', () => {
    const dated = { ...grown, source: 'birth-date', bornOn: born } as const
    const noted = { type: 'AgeBandDeclared', person: 'n', ageBand: '14-to-17', source: 'birth-date', bornOn: born }
    minor.when(dated).isRefused({ type: 'AgeNotProven', from: '14-to-17', to: 'adult' })
    minor.when({ ...dated, ageBand: '14-to-17' }).isRefused({ type: 'AgeNotProven' })
    const known = minor.and(noted as never)
    known.when(dated).emits({ type: 'AgeBandDeclared', ageBand: 'adult', source: 'birth-date', bornOn: born })
    known.when({ ...dated, bornOn: { ...born, id: 'other' } }).isRefused({ type: 'AgeNotProven' })
    const later = { ...noted, source: 'officer', bornOn: null }
    known
      .and(later as never)
      .when(dated)
      .emits({ type: 'AgeBandDeclared', ageBand: 'adult' })
  })

  it('A6, G7: an officer sees no document of the own, under any registration', () => {
    const seen = { ...grown, source: 'document' } as const
    const officer = { ...people.clerkV1, person: 'n' }
    minor.by(officer).when(seen).isRefused({ type: 'AgeNotProven' })
    minor
      .knowing(merged(['k1', 'n']))
      .by(people.clerkV1)
      .when(seen)
      .isRefused({ type: 'InOwnFavour', person: 'k1' })
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
      { command: told },
    ]))

  it('G2: under any commands, a volunteer keeps the number, and has one home on any day from the first', () => {
    holdsAlways(volunteer, setting, { pools, known: [{ command: register }] }, (state, events) => {
      expect(state.type !== 'None' && state.number).toBe('no-n')
      const from = events.flatMap((event) => (event.type === 'VolunteerRegistered' ? event.homeFrom : [])).at(0)
      expect([V1, V2]).toContain(findHome(state, from ?? ('' as LocalDay)))
    })
  })
})
