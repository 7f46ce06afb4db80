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
import type { AgeBand, NumberEvent, VolunteerEvent } from './volunteer.codec.ts'

export interface Home {
  readonly from: LocalDay
  readonly home: UnitId
}

interface Registration {
  readonly person: PersonId
  readonly number: VolunteerNo
  readonly ageBand: AgeBand
  /** The homes, in the order in which they were declared. */
  readonly homes: ReadonlyArray<Home>
  readonly registered: { readonly ageBand: AgeBand; readonly home: Home }
}

export type VolunteerState = { readonly type: 'None' } | ({ readonly type: 'Registered' } & Registration)

const evolve = (state: VolunteerState, event: VolunteerEvent): VolunteerState => {
  if (event.type === 'VolunteerRegistered') {
    const { person, number, ageBand, home, homeFrom: from } = event
    return {
      type: 'Registered',
      person,
      number,
      ageBand,
      homes: [{ from, home }],
      registered: { ageBand, home: { from, home } },
    }
  }
  if (state.type === 'None') return state
  switch (event.type) {
    case 'HomeMoved':
      return { ...state, homes: [...state.homes, { from: event.from, home: event.home }] }
    case 'AgeBandDeclared':
      return { ...state, ageBand: event.ageBand }
  }
}

export const volunteerFold: Fold<VolunteerState, VolunteerEvent> = { initial: { type: 'None' }, evolve }
export const volunteerStream = (person: PersonId): StreamName => `volunteer-${person}`
export const volunteerRead = (person: PersonId): StreamRead<VolunteerState> =>
  streamRead(volunteerStream(person), volunteerFold)

/** The last home in effect on a day; of two from one day, the one declared later (G2). */
export const pickHome = (homes: ReadonlyArray<Home>, day: LocalDay): UnitId | null =>
  homes.reduce<Home | null>(
    (best, one) => (one.from <= day && (best === null || one.from >= best.from) ? one : best),
    null,
  )?.home ?? null

export const findHome = (volunteer: VolunteerState, day: LocalDay): UnitId | null =>
  volunteer.type === 'None' ? null : pickHome(volunteer.homes, day)

/** The home that was declared last. */
export const findLastHome = (volunteer: VolunteerState): UnitId | null =>
  volunteer.type === 'None' ? null : (volunteer.homes.at(-1) ?? volunteer.registered.home).home

export type NumberState = { readonly type: 'Free' } | { readonly type: 'Claimed'; readonly person: PersonId }
export const numberFold: Fold<NumberState, NumberEvent> = {
  initial: { type: 'Free' },
  evolve: (_state, { person }) => ({ type: 'Claimed', person }),
}
export const numberStream = (number: VolunteerNo): StreamName => `number-${number}`
export const numberRead = (number: VolunteerNo): StreamRead<NumberState> => streamRead(numberStream(number), numberFold)
