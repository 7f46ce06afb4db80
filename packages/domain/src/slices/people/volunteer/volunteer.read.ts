/** What others may read of a volunteer and of numbers. */
import {
  streamRead,
  type Fold,
  type LocalDay,
  type PersonId,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { VolunteerNo } from '../../../vocabulary/ids.ts'
import type { TextRef } from '../../../vocabulary/values.ts'
import type { AgeBand, AgeSource, VolunteerEvent } from './volunteer.codec.ts'

export * from './number.read.ts'

export { outsideHome } from '../../organisation/units/units.read.ts'

export interface Home {
  readonly from: LocalDay
  /** Where the person lives; for one who lives outside the tree, the unit that keeps the registration. */
  readonly home: UnitId
  readonly outside: boolean
}

export interface Registration {
  readonly person: PersonId
  readonly number: VolunteerNo
  readonly ageBand: AgeBand
  readonly ageSource: AgeSource
  /** The date of birth in the vault that an officer gave last; null without one (A6). */
  readonly bornOn: TextRef | null
  /** The homes, in the order in which they were declared. */
  readonly homes: ReadonlyArray<Home>
  readonly registered: { readonly ageBand: AgeBand; readonly home: Home }
}

/** `noted` are the numbers that were claimed for the person, also those that were released since. */
export interface NotedNumbers {
  readonly noted: ReadonlyArray<VolunteerNo>
}
export type VolunteerState =
  (NotedNumbers & { readonly type: 'None' }) | (NotedNumbers & { readonly type: 'Registered' } & Registration)

const addNumber = (noted: ReadonlyArray<VolunteerNo>, number: VolunteerNo): ReadonlyArray<VolunteerNo> =>
  noted.includes(number) ? noted : [...noted, number]

const evolve = (state: VolunteerState, event: VolunteerEvent): VolunteerState => {
  if (event.type === 'NumberNoted')
    return event.second ? state : { ...state, noted: addNumber(state.noted, event.number) }
  if (event.type === 'VolunteerRegistered') {
    const { person, number, ageBand, ageSource, home, homeFrom: from, outside } = event
    return {
      type: 'Registered',
      noted: addNumber(state.noted, number),
      person,
      number,
      ageBand,
      ageSource,
      bornOn: null,
      homes: [{ from, home, outside }],
      registered: { ageBand, home: { from, home, outside } },
    }
  }
  if (state.type === 'None') return state
  switch (event.type) {
    case 'HomeMoved': {
      const { from, home, outside } = event
      return { ...state, homes: [...state.homes, { from, home, outside }] }
    }
    case 'AgeBandDeclared':
      return { ...state, ageBand: event.ageBand, ageSource: event.source, bornOn: event.bornOn ?? state.bornOn }
  }
}

export const volunteerFold: Fold<VolunteerState, VolunteerEvent> = { initial: { type: 'None', noted: [] }, evolve }
export const volunteerStream = (person: PersonId): StreamName => `volunteer-${person}`
export const volunteerRead = (person: PersonId): StreamRead<VolunteerState> =>
  streamRead(volunteerStream(person), volunteerFold)

/** The last home in effect on a day; of two from one day, the one declared later (G2). */
export const pickHome = <H extends Pick<Home, 'from'>>(homes: ReadonlyArray<H>, day: LocalDay): H | null =>
  homes.reduce<H | null>(
    (best, one) => (one.from <= day && (best === null || one.from >= best.from) ? one : best),
    null,
  )

export const findHome = (volunteer: VolunteerState, day: LocalDay): UnitId | null =>
  volunteer.type === 'None' ? null : (pickHome(volunteer.homes, day)?.home ?? null)

/** The home that was declared last. */
export const findLastHome = (volunteer: VolunteerState): UnitId | null =>
  volunteer.type === 'None' ? null : (volunteer.homes.at(-1) ?? volunteer.registered.home).home
