/** In office, no one decides about an order whose service the own household waits for (G7). */
import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import type { timer } from '../../../fixtures/people.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { approved, submitted } from '../need/need.fixture.ts'
import { order } from './index.ts'
import { orderTrial } from './order.trial.fixture.ts'

type Histories = Parameters<typeof attemptDecider>[1]['world']
type Command = Parameters<typeof orderTrial>[1]
type State = Parameters<typeof orderTrial>[0]
const { dispatcherC } = people
const cityClerk = { ...people.clerkV1, person: 'kc', unit: dispatcherC.unit }

/** What is answered to an officer of the city. */
const answer = (
  state: State,
  command: Command,
  by: typeof timer | typeof cityClerk,
  known: Histories = {},
): unknown => {
  const { past, knowing, command: words, now } = orderTrial(state, command)
  const setting = { world: { ...world, ...knowing, ...known }, past, scene: { ...scene, now, actor: people.admin } }
  const outcome = attemptDecider(order, setting)(replayPast(order, setting), { command: words, actor: by })
  return E.isLeft(outcome) ? outcome.left : outcome.right[0]?.type
}
const own = (person: string, as: string) => ({ type: 'InOwnFavour', person, as })
const byFamily = { 'need-N1': [{ ...submitted, proxy: { person: 'h1', kind: 'family' } }, approved] }

describe.each([
  ['Open', 'DispatchOrder', 'OrderOffered', people.dispatcherC],
  ['Open', 'OpenClaim', 'ClaimOpened', people.dispatcherC],
  ['Offered', 'RecallOffer', 'OfferRecalled', people.dispatcherC],
  ['Open', 'EscalateOrder', 'OrderEscalated', cityClerk],
  ['Open', 'ReturnOrder', 'OrderReturned', cityClerk],
  ['Open', 'ChangeSeats', 'SeatsChanged', cityClerk],
  ['Accepted', 'SetServiceTime', 'ServiceTimeSet', cityClerk],
  ['Scheduled', 'HandBackOrder', 'OrderHandedBack', cityClerk],
  ['Open', 'EndUnmet', 'OrderUnmet', cityClerk],
  ['Open', 'AskExtension', 'ExtensionAsked', cityClerk],
  ['InProgress', 'KeepTwin', 'TwinMeant', cityClerk],
  ['InProgress', 'AbortOrder', 'OrderAborted', cityClerk],
  ['AwaitingReview', 'FollowUpOrder', 'OrderFollowedUp', people.assessor],
] as const)('in the state %s: %s', (state, command, event, officer) => {
  it('G7: is refused to requester, contact and private proxy in office', () => {
    expect(answer(state, command, { ...officer, person: 'r1' })).toEqual(own('r1', 'requester'))
    expect(answer(state, command, { ...officer, person: 'f1' })).toEqual(own('f1', 'contact'))
    expect(answer(state, command, { ...officer, person: 'h1' }, byFamily)).toEqual(own('h1', 'proxy'))
  })
  it('G7: is refused to them under another registration', () => {
    const known = merged([officer.person, 'r1'])
    expect(answer(state, command, officer as never, known)).toEqual(own(officer.person, 'requester'))
  })
  it('G7: is taken from another officer, and from the grid worker who typed the need for a caller', () => {
    expect(answer(state, command, officer as never)).toBe(event)
    expect(answer(state, command, { ...officer, person: 'h1' })).toBe(event)
  })
})

describe('cancelling', () => {
  it('G7, N15: the requester cancels, in office too, and an officer who is no one of the need', () => {
    expect(answer('Open', 'CancelOrder', { ...cityClerk, person: 'r1' })).toBe('OrderCancelled')
    expect(answer('Open', 'CancelOrder', cityClerk, merged(['kc', 'r1']))).toBe('OrderCancelled')
    expect(answer('Open', 'CancelOrder', cityClerk)).toBe('OrderCancelled')
  })
})

describe('offering to a team', () => {
  it('G7: is refused to a dispatcher who leads it, under any registration, and taken from another one', () => {
    const leader = { ...dispatcherC, person: 'b' }
    const leads = (person: string) => ({ type: 'LeadsTheTeam', person, teamId: 'B1' })
    expect(answer('Open', 'DispatchOrder', leader)).toEqual(leads('b'))
    expect(answer('Open', 'DispatchOrder', dispatcherC as never, merged(['pc', 'b']))).toEqual(leads('pc'))
    expect(answer('Open', 'DispatchOrder', { ...dispatcherC, person: 'a' })).toBe('OrderOffered')
  })
})

describe('a leader whose own need it is', () => {
  it('G7: sets the time and hands back as the leader, and not as the office', () => {
    const leader = { ...people.b, role: 'volunteer' }
    expect(answer('Accepted', 'SetServiceTime', leader as never)).toBe('ServiceTimeSet')
    expect(answer('Scheduled', 'HandBackOrder', leader as never)).toBe('OrderHandedBack')
  })
})
