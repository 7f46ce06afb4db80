/** Seats are taken, cleared and freed again. */
import type { PersonId } from '@zhiyuan/kernel'
import type { SeatFreedReason } from './order.codec.ts'
import type { Changes } from './order.facts.ts'
import type { OrderFacts } from './order.state.ts'

const dropSeat = (seated: OrderFacts['seated'], volunteer: PersonId): OrderFacts['seated'] =>
  new Map([...seated].filter(([person]) => person !== volunteer))

/** A8: a seat that was given up with notice, or lost through no one's fault, may be taken again. */
const barring: ReadonlyArray<SeatFreedReason> = ['absent', 'not-cleared']

export const seating: Changes<'SeatTaken' | 'SeatCleared' | 'SeatFreed' | 'SeatsChanged'> = {
  SeatTaken: (state, { volunteer }) => ({
    ...state,
    seated: new Map(state.seated).set(volunteer, false),
    performers: new Set(state.performers).add(volunteer),
  }),
  SeatCleared: (state, { volunteer }) => ({ ...state, seated: new Map(state.seated).set(volunteer, true) }),
  SeatFreed: (state, { volunteer, reason }) => ({
    ...state,
    seated: dropSeat(state.seated, volunteer),
    gone: barring.includes(reason) ? new Set(state.gone).add(volunteer) : state.gone,
    excused: reason === 'released' ? new Set(state.excused).add(volunteer) : state.excused,
  }),
  SeatsChanged: (state, { seats }) => ({ ...state, seats }),
}
