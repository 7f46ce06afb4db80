import { describe, expect, it } from 'vitest'
import { isLeft } from 'fp-ts/lib/Either.js'
import { decode, replay, type Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import type { Minutes } from '../../../vocabulary/values.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { R2, R3, R8, corrected, reinstated, suspended, verified, voided } from '../star/star.fixture.ts'
import { PointsCommand, pointsFold, computePoints, type PointsEvent, points } from './index.ts'
import {
  cancel,
  cancelled,
  credit,
  credited,
  redeem,
  reverse,
  reversed,
  served,
  spent,
  thirteen,
} from './points.fixture.ts'

const given = stage(points, world, { ...scene, now: '2020-05-28T02:00:00.000Z', actor: timer })
const readBalance = (events: ReadonlyArray<unknown>): number =>
  replay(pointsFold, events as ReadonlyArray<PointsEvent>).balance

describe('a credit', () => {
  it('C31: is one point for each full 30 minutes of a record', () => {
    given()
      .when(credit('o.O1.2'))
      .emits({ type: 'PointsCredited', recordId: 'o.O1.2', minutes: 50, points: 1, policyVersion: 'TEST-1' })
    given()
      .when(credit('o.O1.1', { minutes: 29 }))
      .emits({ type: 'PointsCredited', minutes: 29, points: 0 })
  })

  it('is nothing under a policy that gives no points', () => {
    expect(computePoints({ minutesPerPoint: 0 as Minutes }, 600 as Minutes)).toBe(0)
  })

  it('G5: uses the policy in force on the service day, as known at the decision', () => {
    const stingy = {
      type: 'PolicyAdopted',
      adoptedAt: '2020-01-01T00:00:00.000Z',
      ...test1,
      version: 'TEST-2',
      effectiveFrom: '2020-05-01',
      sections: completeTerms({ points: { minutesPerPoint: 60 } }, test1.sections),
    }
    const policy = { 'policy-131081': [...(world['policy-131081'] ?? []), stingy] }
    given().knowing(policy).when(credit('R8')).emits({ type: 'PointsCredited', points: 8, policyVersion: 'TEST-1' })
    given()
      .knowing(policy)
      .when(credit('R8', { day: '2020-05-01' }))
      .emits({ type: 'PointsCredited', points: 4, policyVersion: 'TEST-2' })
  })

  it('is refused for a day without a policy', () => {
    given()
      .when(credit('R8', { day: '2019-12-31' }))
      .isRefused({ type: 'PolicyMissing', day: '2019-12-31' })
  })

  it('is sent by a process alone, as its reversal is', () => {
    given().by(people.b).when(credit('R8')).isRefused({ type: 'OnlyAProcess', command: 'CreditPoints' })
    given(...thirteen)
      .by(people.approverC)
      .when(reverse('R8'))
      .isRefused({ type: 'OnlyAProcess', command: 'ReversePoints' })
  })

  it('W4: a correction that changes the points takes the old credit back in full and gives the new one, in one decision', () => {
    given(...thirteen)
      .when(credit('R8', { revision: 1, minutes: 100 }))
      .emits(
        { type: 'PointsReversed', recordId: 'R8', revision: 1, points: 8, because: 'corrected' },
        { type: 'PointsCredited', recordId: 'R8', revision: 1, minutes: 100, points: 3 },
      )
  })

  it('W4: a correction that leaves the points equal moves none, and names the revision on which they rest from now on', () => {
    const wasLonger = { ...credited('o.O1.1'), minutes: 130 }
    const kept = given(wasLonger).when(credit('o.O1.1', { revision: 1 }))
    kept.emits({ type: 'CreditKept', recordId: 'o.O1.1', revision: 1, minutes: 120, points: 4 })
    expect(readBalance([wasLonger, ...kept.events()])).toBe(4)
  })

  it('W13: a correction may lead below zero too', () => {
    const past = [...thirteen, spent('red-1', 10)]
    const told = given(...past).when(credit('R8', { revision: 1, minutes: 30 }))
    expect(readBalance([...past, ...told.events()])).toBe(-4)
  })

  it('of an older revision is a no-op, and so is a repeat', () => {
    const correcting = given(...thirteen)
      .when(credit('R8', { revision: 2, minutes: 100 }))
      .events()
    const now = given(...thirteen, ...correcting)
    now.when(credit('R8', { revision: 1, minutes: 200 })).isSilent()
    now.when(credit('R8', { revision: 2, minutes: 100 })).isSilent()
    now.when(credit('R8')).isSilent()
  })
})

describe('a reversal', () => {
  it('W7, W13: is in full no matter what was spent, and may lead below zero', () => {
    const past = [...thirteen, spent('red-1', 10)]
    const told = given(...past).when(reverse('R8'))
    told.emits({ type: 'PointsReversed', recordId: 'R8', revision: 2, points: 8, because: 'voided' })
    expect(readBalance([...past, ...told.events()])).toBe(-5)
  })

  it('W4: before its credit it leaves a tombstone, so that the late credit is a no-op', () => {
    const forestalled = given().when(reverse('R8'))
    forestalled.emits({ type: 'CreditForestalled', recordId: 'R8', revision: 2 })
    given(...forestalled.events())
      .when(credit('R8'))
      .isSilent()
  })

  it('is final, and happens once', () => {
    const now = given(...thirteen, reversed('R8'))
    now.when(reverse('R8')).isSilent()
    now.when(credit('R8', { revision: 3 })).isSilent()
    given(...thirteen, reversed('R8'), { ...reverse('o.O1.1'), type: 'CreditForestalled' })
      .when(reverse('o.O1.1'))
      .isSilent()
  })

  it('W13: the debt is repaid by later credits', () => {
    const owing = [...thirteen, spent('red-1', 10), reversed('R8')]
    const repaid = given(...owing)
      .when({ ...credit('R8'), recordId: 'R20', minutes: 210 })
      .events()
    expect(readBalance(owing)).toBe(-5)
    expect(readBalance([...owing, ...repaid])).toBe(2)
  })
})

describe('a redemption', () => {
  const rich = given(...thirteen)
    .by(people.b)
    .knowing(served)

  it('W10: of two that one balance covers once, the first wins and the other is refused with what is left', () => {
    const first = rich.when(redeem('red-1', 10))
    first.emits({ type: 'PointsSpent', redemptionId: 'red-1', points: 10, item: 'soap' })
    rich
      .and(...first.events())
      .when(redeem('red-2', 10))
      .isRefused({ type: 'InsufficientPoints', balance: 3 })
  })

  it('W7: takes the balance to zero and never below', () => {
    rich.when(redeem('red-1', 13)).emits({ type: 'PointsSpent', points: 13 })
    rich.when(redeem('red-1', 14)).isRefused({ type: 'InsufficientPoints', balance: 13 })
  })

  it('W13: is blocked by a debt', () => {
    rich
      .and(spent('red-1', 10), reversed('R8'))
      .when(redeem('red-3', 1))
      .isRefused({ type: 'InsufficientPoints', balance: -5 })
  })

  it('W13, H5: leaves out points of a record that is suspended, changed since, or void, until its credit follows', () => {
    const now = (...later: ReadonlyArray<Typed>) => rich.knowing({ 'record-b': [...served['record-b'], ...later] })
    const left = (balance: number) => ({ type: 'InsufficientPoints', balance }) as const
    now(suspended(R8)).when(redeem('red-1', 6)).isRefused(left(5))
    now(suspended(R8)).when(redeem('red-1', 5)).emits({ type: 'PointsSpent', points: 5 })
    now(suspended(R8), voided(R8)).when(redeem('red-1', 6)).isRefused(left(5))
    now(corrected(R8, 60)).when(redeem('red-1', 6)).isRefused(left(5))
    const back = now(suspended(R8), reinstated(R8))
    const kept: Typed = { ...credited('R8'), ...credit('R8', { revision: 2 }), type: 'CreditKept' }
    back.when(redeem('red-1', 6)).isRefused(left(5))
    back.and(kept).when(redeem('red-1', 13)).emits({ type: 'PointsSpent' })
  })

  it('W13, G2: the survivor spends what all registrations of the human have together, and no other does', () => {
    const now = rich.knowing(merged(['b2', 'b'], ['b3', 'b']))
    // The other registrations served on other days.
    const serveMonth = (volunteer: string, month: string) =>
      [R2, R3, R8].flatMap((one, n) => verified({ ...one, volunteer, day: `2020-${month}-0${n + 1}` }))
    const records = { 'record-b2': serveMonth('b2', '02'), 'record-b3': serveMonth('b3', '03') }
    const elsewhere = (two: ReadonlyArray<Typed>, three: ReadonlyArray<Typed> = []) =>
      now.knowing({ ...records, 'points-b2': two, 'points-b3': three })
    const owing = [credited('R8'), spent('red-9', 5), reversed('R8')]
    elsewhere(owing).when(redeem('red-1', 9)).isRefused({ type: 'InsufficientPoints', balance: 8 })
    elsewhere(owing).when(redeem('red-1', 8)).emits({ type: 'PointsSpent', points: 8 })
    elsewhere(owing, [credited('o.O1.1')])
      .when(redeem('red-1', 13))
      .isRefused({ type: 'InsufficientPoints', balance: 12 })
    elsewhere(thirteen).when(redeem('red-1', 26)).emits({ type: 'PointsSpent', volunteer: 'b', points: 26 })
    elsewhere(thirteen).when(redeem('red-1', 27)).isRefused({ type: 'InsufficientPoints', balance: 26 })
    given(...thirteen)
      .by(people.b)
      .knowing(merged(['b', 'b2']))
      .when(redeem('red-1', 1))
      .isRefused({ type: 'MergedInto', survivor: 'b2' })
  })

  it('G2: what the survivor spent beyond the own is its debt after a split', () => {
    const split = {
      type: 'RegistrationsSplit',
      person: 'b2',
      leaving: ['b2'],
      staying: ['b'],
      by: 'admin',
      reason: { code: 'two-people', text: null },
    } as const
    const apart = { 'humans-131081': [...(merged(['b2', 'b'])['humans-131081'] ?? []), split] } as never
    rich
      .and(spent('red-1', 20))
      .knowing(apart)
      .when(redeem('red-2', 1))
      .isRefused({ type: 'InsufficientPoints', balance: -7 })
    given(credited('R8'))
      .by({ ...people.b, person: 'b2' })
      .knowing(apart)
      .knowing({ 'record-b2': verified({ ...R8, volunteer: 'b2' }), 'points-b': [...thirteen, spent('red-1', 20)] })
      .when({ ...redeem('red-2', 8), volunteer: 'b2' })
      .emits({ type: 'PointsSpent', volunteer: 'b2', points: 8 })
  })

  it('H5, G2: leaves out points of a record that gives way to another of the human, also while it is held', () => {
    const twin = { ...R8, volunteer: 'e', recordId: 'S1' }
    const ofE = [{ ...credited('R8'), volunteer: 'e', recordId: 'S1' } as Typed]
    // 13 of b's own and 8 of e's, for the same four hours: R8 of b was recorded first.
    const both = rich.knowing({ ...merged(['e', 'b']), ...served, 'record-e': verified(twin), 'points-e': ofE })
    both.when(redeem('red-1', 13)).emits({ type: 'PointsSpent', points: 13 })
    const left = { type: 'InsufficientPoints', balance: 13 } as const
    both.when(redeem('red-1', 14)).isRefused(left)
    both
      .knowing({ 'record-e': [...verified(twin), suspended(twin)] })
      .when(redeem('red-1', 14))
      .isRefused(left)
    const ended = { 'record-b': [...served['record-b'], suspended(R8), voided(R8)] }
    both.and(reversed('R8')).knowing(ended).when(redeem('red-1', 13)).emits({ type: 'PointsSpent', points: 13 })
  })

  it('is at least one point', () => {
    expect(isLeft(decode(PointsCommand)(redeem('red-1', 0)))).toBe(true)
    expect(isLeft(decode(PointsCommand)(redeem('red-1', 1)))).toBe(false)
  })

  it('is a no-op when repeated, and refused when the same id buys something else', () => {
    const now = rich.and(spent('red-1', 10))
    now.when(redeem('red-1', 10)).isSilent()
    now.when(redeem('red-1', 3)).isRefused({ type: 'SameIdOtherContent', id: 'red-1' })
    now.when(redeem('red-1', 10, 'towel')).isRefused({ type: 'SameIdOtherContent', id: 'red-1' })
  })

  it('is made by the volunteer alone', () => {
    for (const other of [people.a, people.clerkV1, people.starAuthority, timer])
      rich.by(other).when(redeem('red-1', 1)).isRefused({ type: 'NotAuthorised', command: 'RedeemPoints' })
  })

  it('is refused to a volunteer who never had a point', () => {
    given().by(people.b).when(redeem('red-1', 1)).isRefused({ type: 'InsufficientPoints', balance: 0 })
  })

  it('W13: a redemption that was not delivered is credited again, once, with a reason, by a clerk of the home', () => {
    const redeemed = given(...thirteen, spent('red-1', 10)).by(people.clerkV1)
    redeemed.when(cancel('red-1')).emits({ type: 'RedemptionCancelled', redemptionId: 'red-1', points: 10, by: 'k1' })
    const back = given(...thirteen, spent('red-1', 10), cancelled('red-1', 10))
    back.by(people.clerkV1).when(cancel('red-1')).isSilent()
    back.by(people.clerkV1).when(cancel('red-1', 'broken')).isRefused({ type: 'SameIdOtherContent', id: 'red-1' })
    back.knowing(served).by(people.b).when(redeem('red-2', 13)).emits({ type: 'PointsSpent', points: 13 })
    redeemed.when(cancel('red-9')).isRefused({ type: 'NotThere', id: 'red-9' })
    redeemed.by(people.clerkV2).when(cancel('red-1')).isRefused({ type: 'OutsideJurisdiction', unit: people.b.unit })
    redeemed.by(people.b).when(cancel('red-1')).isRefused({ type: 'NotAuthorised' })
    const own = { ...people.clerkV1, person: 'b' }
    redeemed.by(own).when(cancel('red-1')).isRefused({ type: 'InOwnFavour', person: 'b', as: 'volunteer' })
  })
})
