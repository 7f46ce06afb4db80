/** What others may read of volunteer numbers. */
import { streamRead, type Fold, type PersonId, type StreamName, type StreamRead, type UnitId } from '@zhiyuan/kernel'
import type { VolunteerNo } from '../../../vocabulary/ids.ts'
import type { NumberEvent } from './number.codec.ts'

export interface NumberClaim {
  readonly person: PersonId
  /** The unit whose officer claimed it. */
  readonly unitId: UnitId
}
export type NumberState =
  { readonly type: 'Free' } | ({ readonly type: 'Claimed' | 'InUse' | 'Released' } & NumberClaim)

const evolve = (state: NumberState, event: NumberEvent): NumberState => {
  switch (event.type) {
    case 'NumberClaimed':
      return { type: 'Claimed', person: event.person, unitId: event.unitId }
    case 'NumberReleased':
      return state.type === 'Free' ? state : { ...state, type: 'Released' }
    case 'NumberConfirmed':
      return state.type === 'Free' ? state : { ...state, type: 'InUse' }
  }
}

export const numberFold: Fold<NumberState, NumberEvent> = { initial: { type: 'Free' }, evolve }
export const numberStream = (number: VolunteerNo): StreamName => `number-${number}`
export const numberRead = (number: VolunteerNo): StreamRead<NumberState> => streamRead(numberStream(number), numberFold)

/** Whether a number is a person's, and not released. */
export const isNumber = (state: NumberState, person: PersonId): boolean =>
  (state.type === 'Claimed' || state.type === 'InUse') && state.person === person
