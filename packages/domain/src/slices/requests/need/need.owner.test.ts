/** Another unit owns the need: by a ruling (O19), or because its owner closes (N12, G1). */
import { describe, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { need } from './index.ts'
import {
  duplicateNoted,
  makeEvent,
  needKeys,
  needPasts,
  orderNoted,
  ownershipOffered,
  reason,
  submitted,
} from './need.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const { clerkV1, clerkV2, dispatcherT1, dispatcherT2, dispatcherC } = people
const given = stage(need, world, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: dispatcherC })
const why = { reason: reason('misrouted') }
const rule = { type: 'RuleMisrouted', needId: 'N1', to: V2, ...why } as const
const tree = (...events: ReadonlyArray<object>) => ({
  'units-131081': [...(world['units-131081'] ?? []), ...events] as ReadonlyArray<Typed>,
})
const twoVillages = tree({ type: 'UnitOpened', unitId: 'V1b', level: 'village', parent: T1, name: 'V1b', code: null })
const ownedBy = (unitId: string) => makeEvent({ ...submitted, unitId })
const moved = makeEvent({
  type: 'NeedMisrouted',
  needId: 'N1',
  opened: submitted.recordedAt,
  from: V1,
  to: V2,
  ...why,
  pending: null,
  survivor: null,
  orders: [],
  duplicates: [],
})

describe('a ruling that a need was misrouted', () => {
  it('O19: is made by the lowest unit that has both below it, and names all orders and what is merged into it', () => {
    given(...needPasts.Approved, orderNoted, duplicateNoted)
      .when(rule)
      .emits({ type: 'NeedMisrouted', from: V1, to: V2, orders: ['O1'], duplicates: ['N2'], survivor: null })
    for (const by of [dispatcherT1, dispatcherT2, clerkV1, clerkV2])
      given(submitted).by(by).when(rule).isRefused({ type: 'OutsideJurisdiction', unit: C })
    given(submitted).by(people.r1).when(rule).isRefused({ type: 'NotAuthorised' })
  })
  it('O19: between two villages of one township the township rules, and not the city', () => {
    const within = given(submitted).knowing(twoVillages)
    within
      .by(dispatcherT1)
      .when({ ...rule, to: 'V1b' })
      .emits({ type: 'NeedMisrouted', from: V1, to: 'V1b' })
    within.when({ ...rule, to: 'V1b' }).isRefused({ type: 'OutsideJurisdiction', actsAt: C, unit: T1 })
  })
  it('O19: a township does not rule that a village’s need is its own: the city does', () => {
    given(submitted)
      .by(dispatcherT1)
      .when({ ...rule, to: T1 })
      .isRefused({ type: 'OutsideJurisdiction', unit: C })
    given(submitted)
      .when({ ...rule, to: T1 })
      .emits({ type: 'NeedMisrouted', from: V1, to: T1 })
    given(submitted)
      .when({ ...rule, to: C })
      .emits({ type: 'NeedMisrouted', from: V1, to: C })
  })
  it('O19: takes along what waits at the owner', () => {
    const dueAt = submitted.answerDueAt
    given(submitted)
      .when(rule)
      .emits({ type: 'NeedMisrouted', pending: { waits: 'answer', dueAt } })
    given(...needPasts.InfoRequested)
      .when(rule)
      .emits({ type: 'NeedMisrouted', pending: { waits: 'information' } })
    given(...needPasts.Approved)
      .when(rule)
      .emits({ type: 'NeedMisrouted', pending: { waits: 'order' } })
    given(...needPasts.Approved, orderNoted)
      .when(rule)
      .emits({ type: 'NeedMisrouted', pending: null })
  })
  it('O19, N12: an overdue one stands above its new owner from then on', () => {
    const dueAt = '2020-04-23T16:00:00.000Z'
    const overdue = { type: 'OrderOverdue', ...needKeys, listedAt: T1, byAssessor: false, dueAt, setFor: dueAt }
    given(...needPasts.Approved, makeEvent(overdue))
      .at('2020-04-24T00:00:00.000Z')
      .when(rule)
      .emits(
        { type: 'NeedMisrouted' },
        { type: 'NeedUnlisted', listedAt: T1 },
        { type: 'OrderOverdue', unitId: V2, listedAt: T2, dueAt },
      )
  })
  it('O19: is for a need under way, and an open unit', () => {
    for (const past of [needPasts.Rejected, needPasts.Withdrawn, needPasts.Merged])
      given(...past)
        .when(rule)
        .isRefused({ type: 'CommandNotAllowed' })
    const met = makeEvent({
      type: 'StandingNoted',
      ...needKeys,
      standing: 'met',
      requester: 'r1',
      reason: null,
      listedAt: null,
    })
    given(...needPasts.Approved, orderNoted, met)
      .when(rule)
      .isRefused({ type: 'CommandNotAllowed', state: 'Approved' })
    given(submitted)
      .knowing(tree({ type: 'UnitClosingBegan', unitId: V2 }))
      .when(rule)
      .isRefused({ type: 'NewOwnerUnfit', unit: V2 })
    given(submitted)
      .by(dispatcherT1)
      .when({ ...rule, to: 'nowhere' })
      .isRefused({ type: 'NewOwnerUnfit', unit: 'nowhere' })
  })
  it('O19: from then on the new owner answers, and the old one does not', () => {
    const approve = { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null } as const
    given(submitted, moved).by(clerkV2).when(approve).emits({ type: 'NeedApproved', unitId: V2 })
    given(submitted, moved).by(clerkV1).when(approve).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    given(submitted, moved).when(rule).isSilent()
  })
  it('O19: what is merged into it follows, and says which need was ruled on', () => {
    const follow = { type: 'FollowSurvivor', needId: 'N1', survivor: 'N0', to: V2, ...why } as const
    given(...needPasts.Merged)
      .by(timer)
      .when(follow)
      .emits({ type: 'NeedMisrouted', to: V2, survivor: 'N0', pending: null })
    given(submitted).by(timer).when(follow).isSilent()
  })
  it('O19: an order that was placed with the owner before is noted with both', () => {
    given(...needPasts.Approved, moved)
      .by(timer)
      .when({ type: 'NoteNeedOrder', needId: 'N1', orderId: 'O1', placedAt: V1 })
      .emits({ type: 'NeedOrderNoted', placedAt: V1, owner: V2, follows: true, unwanted: null })
  })
})

describe('a need that the city gives away', () => {
  const atCity = ownedBy(C)
  const toV1 = { ...rule, to: V1 }
  const answer = (accept: boolean) =>
    ({ type: 'AnswerOwnership', needId: 'N1', to: V1, accept, reason: reason('ours') }) as const
  const offered = given(atCity, ownershipOffered)
  const lapse = { type: 'LapseOwnership', needId: 'N1', acceptBy: ownershipOffered.acceptBy } as const

  it('O19: is offered, to be accepted within 2 working days', () => {
    given(atCity)
      .when(toV1)
      .emits({ type: 'OwnershipOffered', unitId: C, to: V1, acceptBy: '2020-04-22T16:00:00.000Z' })
    offered.when(toV1).isSilent()
    offered.when({ ...rule, to: V2 }).isRefused({ type: 'OwnershipOpen', to: V1 })
  })
  it('O19: moves when the other unit accepts it there; the city does not accept for it', () => {
    offered
      .by(clerkV1)
      .when(answer(true))
      .emits(
        { type: 'OwnershipAccepted', to: V1 },
        { type: 'NeedMisrouted', from: C, to: V1, reason: ownershipOffered.reason },
      )
    offered.when(answer(true)).isRefused({ type: 'OutsideJurisdiction', actsAt: C, unit: V1 })
    offered.by(clerkV2).when(answer(true)).isRefused({ type: 'OutsideJurisdiction' })
  })
  it('O19: stays where the unit refuses it or does not answer', () => {
    offered.by(clerkV1).when(answer(false)).emits({ type: 'OwnershipRefused', to: V1, acceptBy: null })
    offered.by(timer).at('2020-04-22T15:59:59.999Z').when(lapse).isRefused({ type: 'NotYetDue' })
    offered
      .by(timer)
      .at(ownershipOffered.acceptBy)
      .when(lapse)
      .emits({ type: 'OwnershipRefused', to: V1, reason: null, acceptBy: ownershipOffered.acceptBy })
    offered
      .by(clerkV1)
      .at(ownershipOffered.acceptBy)
      .when(answer(true))
      .isRefused({ type: 'OwnershipLapsed', lapsedAt: ownershipOffered.acceptBy })
  })
})

describe('a need whose unit closes', () => {
  const passOn = { type: 'PassNeedOn', needId: 'N1', from: V1, reason: reason('unit-closing') } as const
  const closing = { type: 'UnitClosingBegan', unitId: V1 }
  it('N12, G1: goes to the parent, with what waits', () => {
    const known = given(submitted).knowing(tree(closing)).by(timer)
    known.when(passOn).emits({ type: 'NeedPassedOn', from: V1, to: T1, pending: { waits: 'answer' } })
    known.when({ ...passOn, from: T2 }).isSilent()
  })
  it('N12, G1: goes to the registered successor where there is one, and past a parent that closes too', () => {
    given(submitted)
      .knowing(tree(closing, { type: 'BodySucceeded', bodyId: V1, successor: V2 }))
      .by(timer)
      .when(passOn)
      .emits({ type: 'NeedPassedOn', to: V2 })
    given(submitted)
      .knowing(tree(closing, { type: 'UnitClosingBegan', unitId: T1 }))
      .by(timer)
      .when(passOn)
      .emits({ type: 'NeedPassedOn', to: C })
  })
  it('N12: what has ended stays', () => {
    for (const past of [needPasts.Rejected, needPasts.Merged, needPasts.Withdrawn])
      given(...past)
        .knowing(tree(closing))
        .by(timer)
        .when(passOn)
        .isSilent()
    given(submitted).when(passOn).isRefused({ type: 'OnlyAProcess' })
  })
})
