/** A small county in which the whole loop runs in this package's tests, and the commands that people send there. */
import type { Plain } from '@zhiyuan/kernel'
import { assignment } from '../../slices/attendance/assignment/index.ts'
import { diary } from '../../slices/attendance/diary/index.ts'
import { need } from '../../slices/requests/need/index.ts'
import { needKnown, place, planned, ranking } from '../../slices/requests/order/order.fixture.ts'
import { order } from '../../slices/requests/order/index.ts'
import { organisation } from '../../slices/organisation/units/index.ts'
import { policy } from '../../policy.ts'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { team } from '../../slices/organisation/team/index.ts'
import { humans } from '../../slices/people/humans/index.ts'
import { volunteer } from '../../slices/people/volunteer/index.ts'
import { servingProcesses } from '../index.ts'

/** N1 is approved; nothing is ordered yet. The time is 2020-04-20 02:00Z. */
export const county = {
  slices: [organisation, policy, team, volunteer, humans, need, order, assignment, diary],
  processes: servingProcesses,
  world: { ...world, ...needKnown },
  scene,
}

const why = { reason: { code: 'needed', text: null } }
const O1 = { orderId: 'O1' }
const assignmentRef = (person: string, round: number) => ({
  occasion: { type: 'order' as const, orderId: 'O1', round },
  volunteer: person,
})
export const assignmentStreamName = (person: string, round = 1) => `assignment-o.O1.${round}.${person}` as const

/** Two seats on 04-22, 01:00Z to 03:00Z. */
export const placeOrder = { ...place, type: 'PlaceOrder', planned } as const
export const dispatch = (offerId: string) =>
  ({ type: 'DispatchOrder', ...O1, offerId, teamId: 'B1', ranking, override: null }) as const
export const accept = (offerId: string, at: typeof planned | null = null) =>
  ({ type: 'AcceptOffer', ...O1, offerId, planned: at, risksSeen: true }) as const
export const decline = (offerId: string) => ({ type: 'DeclineOffer', ...O1, offerId, ...why }) as const
export const takeSeat = (round = 1) => ({ type: 'TakeSeat', ...O1, round, risksSeen: true }) as const
export const handBack = (round = 1) => ({ type: 'HandBackOrder', ...O1, round, ...why }) as const
export const cancel = { type: 'CancelOrder', ...O1, ...why } as const
export const report = (round = 1) => ({ type: 'ReportService', ...O1, round }) as const
export const abort = { type: 'AbortOrder', ...O1, round: 1, ...why } as const
export const review = (round = 1) =>
  ({ type: 'ReviewOrder', ...O1, round, rating: 5, verdict: 'solved', comment: null }) as const
export const reopen = { type: 'ReopenOrder', ...O1, round: 1, ...why } as const
export const checkIn = (person: string, round = 1) => ({ type: 'CheckIn', ...assignmentRef(person, round) }) as const
export const checkOut = (person: string, round = 1) => ({ type: 'CheckOut', ...assignmentRef(person, round) }) as const
export const withdraw = (person: string) =>
  ({ type: 'WithdrawAssignment', ...assignmentRef(person, 1), ...why }) as const
export const substitute = (person: string, by: string) =>
  ({ type: 'SubstituteAssignment', ...assignmentRef(person, 1), by }) as const
export const clear = (person: string) => ({ type: 'ClearAssignment', ...assignmentRef(person, 1) }) as const
export const confirm = (person: string) =>
  ({ type: 'ConfirmAttendance', ...assignmentRef(person, 1), end: planned.end, wasPresent: true }) as const
export const allege = (person: string) => ({ type: 'AllegeAbsence', ...assignmentRef(person, 1) }) as const
export const excuse = (person: string) => ({ type: 'ExcuseAbsence', ...assignmentRef(person, 1), ...why }) as const
export const withdrawNeed = { type: 'WithdrawNeed', needId: 'N1', reason: 'not-needed' } as const
export const beginClosing = (unitId: string) => ({ type: 'BeginClosingUnit', unitId }) as const
export const escalate = (from: string) => ({ type: 'EscalateOrder', ...O1, round: 1, from, ...why }) as const

/** The commands of people and processes there. */
export type CountyCommand = (typeof county)['slices'][number]['command']['_A']
interface Doing {
  readonly does: (actor: (typeof people)[keyof typeof people], ...commands: ReadonlyArray<Plain<CountyCommand>>) => void
  readonly restUntil: (now: string) => void
}
const { a, b, clerkV1, dispatcherT1 } = people

/** Placed, dispatched and accepted for 04-22. */
export const toAccepted = <L extends Doing>(loop: L): L => {
  loop.does(clerkV1, placeOrder)
  loop.does(dispatcherT1, dispatch('o1'))
  loop.does(b, accept('o1'))
  return loop
}
/** a and b are seated and cleared. */
export const toScheduled = <L extends Doing>(loop: L): L => {
  toAccepted(loop).does(a, takeSeat())
  loop.does(b, takeSeat())
  return loop
}
/** a and b have checked in at the planned start. */
export const toServing = <L extends Doing>(loop: L): L => {
  toScheduled(loop).restUntil(planned.start)
  loop.does(a, checkIn('a'))
  loop.does(b, checkIn('b'))
  return loop
}
