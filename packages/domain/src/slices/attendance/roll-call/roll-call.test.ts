import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { orderPasts } from '../../requests/order/order.fixture.ts'
import { ofSession, planned } from '../head-count/head-count.fixture.ts'
import { rollCall } from './index.ts'
import { called, roll, start } from './roll-call.fixture.ts'

const setting = { ...scene, actor: people.b, now: start }
const known = { ...world, ...planned }
const given = stage(rollCall, known, setting)
const call = { type: 'CallRoll', ...roll } as const
/** k1 types what a told by telephone. */
const typed = { ...call, volunteers: ['a', 'b'], caller: 'a' } as const
const typedDown = { ...called, volunteers: ['a', 'b'], caller: 'a', by: 'k1' } as const

describe('a roll call', () => {
  it('A12: the leader says who came, with place and head count', () => {
    given().when(call).emits(called)
    given()
      .when({ ...call, phase: 'left' })
      .emits({ ...called, phase: 'left' })
  })

  it('A12: the leader’s line is another member’s, under any registration', () => {
    given()
      .when({ ...call, volunteers: ['a', 'b'] })
      .isRefused({ type: 'InOwnFavour', person: 'b', as: 'volunteer' })
    stage(rollCall, { ...known, ...merged(['a', 'b']) }, setting)()
      .when(call)
      .isRefused({ type: 'InOwnFavour', person: 'b' })
  })

  it('A12: another volunteer who has a seat calls the leader’s line, and no line beside it', () => {
    const ofLeader = { ...call, volunteers: ['b'] } as const
    given()
      .by(people.a)
      .when(ofLeader)
      .emits({ ...called, volunteers: ['b'], by: 'a' })
    given()
      .by(people.a)
      .when({ ...call, volunteers: ['b', 'e'] })
      .isRefused({ type: 'NotAuthorised' })
    given().by(people.e).when(ofLeader).isRefused({ type: 'NotAuthorised' })
    given().when(ofLeader).isRefused({ type: 'InOwnFavour', person: 'b', as: 'volunteer' })
    stage(rollCall, { ...known, ...merged(['a', 'b']) }, setting)()
      .by(people.a)
      .when(ofLeader)
      .isRefused({ type: 'InOwnFavour', person: 'a', as: 'volunteer' })
  })

  it('A12: a clerk of the handler or of the unit above types it for the caller, whose line may stand on it', () => {
    given().by(people.clerkV1).when(typed).emits(typedDown)
    given()
      .by({ ...people.clerkV1, unit: units.T1 })
      .when(typed)
      .emits(typedDown)
    given().by(people.clerkV2).when(typed).isRefused({ type: 'OutsideJurisdiction' })
  })

  it('A12: a clerk names a caller who is there, and no one calls without leading', () => {
    given().by(people.clerkV1).when(call).isRefused({ type: 'NotAuthorised' })
    given().by(people.a).when(call).isRefused({ type: 'NotAuthorised' })
    given()
      .by(people.clerkV1)
      .when({ ...typed, caller: 'e' })
      .isRefused({ type: 'NotACaller', caller: 'e' })
    given()
      .by({ ...people.clerkV1, person: 'b' })
      .when({ ...typed, volunteers: ['a'], caller: 'b' })
      .isRefused({ type: 'NotACaller', caller: 'b' })
  })

  it('A12: on it stand only people with a seat, each once, and no more than were counted', () => {
    given()
      .when({ ...call, volunteers: ['a', 'e'] })
      .isRefused({ type: 'NoSeat', volunteers: ['e'] })
    given()
      .when({ ...call, volunteers: ['a', 'a'] })
      .isRefused({ type: 'ListedTwice', person: 'a' })
    given()
      .when({ ...call, headCount: 0 })
      .isRefused({ type: 'MoreThanCounted', names: 1, count: 0 })
    given()
      .when({ ...call, place: 'V9' })
      .isRefused({ type: 'UnknownUnit', unit: 'V9' })
  })

  it('A12, A14: serves where one’s own check-in would: also after a review closed the order in its time', () => {
    given().knowing({ 'order-O1': orderPasts.Closed }).when(call).emits({ type: 'RollCalled' })
  })

  it('A12: is of an order that is under way; sessions have no seats yet', () => {
    given()
      .when({ ...call, occasion: { ...roll.occasion, round: 2 } })
      .isRefused({ type: 'NotUnderWay', state: 'Scheduled' })
    given()
      .at('2020-04-29T01:00:00.000Z')
      .when({ ...call, occasion: ofSession })
      .isRefused({ type: 'NoSeat' })
  })

  it('A14: is told within the term of a capture: a millisecond before its end, and not at its end', () => {
    const byTerms = (attendance: object) =>
      stage(rollCall, { ...known, ...changePolicy('2020-04-01', { attendance }) }, setting)()
    const oneHour = byTerms({ told: 15, capture: { hours: 1 } })
    const toldAt = '2020-04-22T01:59:59.999Z'
    oneHour
      .at(toldAt)
      .occurring(start)
      .when(call)
      .emits({ ...called, toldAt })
    oneHour
      .at('2020-04-22T02:00:00.000Z')
      .occurring(start)
      .when(call)
      .isRefused({ type: 'RollTooLate', until: '2020-04-22T02:00:00.000Z' })
    const inTimeOnly = byTerms({ told: 15, capture: null })
    inTimeOnly
      .at('2020-04-22T01:15:00.000Z')
      .occurring(start)
      .when(call)
      .isRefused({ type: 'RollTooLate', until: '2020-04-22T01:15:00.000Z' })
  })

  it('A9: is called around the planned time', () => {
    const window = { from: '2020-04-21T23:00:00.000Z', until: '2020-04-22T05:00:00.000Z' }
    given()
      .at('2020-04-21T22:59:59.999Z')
      .when(call)
      .isRefused({ type: 'NotTheTime', ...window })
    given()
      .at(window.until)
      .when(call)
      .isRefused({ type: 'NotTheTime', ...window })
  })

  it('is called once', () => {
    given(called).when(call).isSilent()
    given(called)
      .when({ ...call, headCount: 3 })
      .isRefused({ type: 'SameIdOtherContent', id: 'call1' })
  })
})

describe('laws of a roll call', () => {
  it('events survive storage', () => {
    survivesStorage(rollCall)
  })
  it('evolve is total', () => {
    evolveIsTotal(rollCall, [[called]], { RollCallId: ['call1'] })
  })
  it('repeats say nothing new', () => {
    repeatsSayNothingNew(rollCall, { world: known, scene: setting }, [{ command: call }])
  })
})
