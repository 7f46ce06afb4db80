/** Needs beyond the day's number, and urging (N13, N16). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { abuse, need } from './index.ts'
import {
  clock,
  duplicateNoted,
  held,
  informationRequested,
  makeEvent,
  merged as needMerged,
  needKeys,
  needPasts,
  reason,
  submitted,
  textRef,
} from './need.fixture.ts'

const { clerkV1, clerkV2, r1, r2, f1, h1 } = people
const given = stage(need, world, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: clerkV1 })
const approve = { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null } as const
const release = { type: 'ReleaseNeed', needId: 'N1', reason: reason('seen') } as const
const released = makeEvent({ type: 'NeedReleased', ...needKeys, reason: release.reason })

describe('a need too many for one day', () => {
  const hold = { type: 'HoldNeed', needId: 'N1', most: 5 } as const
  it('N16: is held for its clerk, once, and by a process only', () => {
    given(submitted).by(timer).when(hold).emits({ type: 'NeedHeld', most: 5 })
    given(submitted, held).by(timer).when(hold).isSilent()
    given(submitted, held, released).by(timer).when(hold).isSilent()
    given(...needPasts.Approved)
      .by(timer)
      .when(hold)
      .isSilent()
    given(submitted).when(hold).isRefused({ type: 'OnlyAProcess' })
  })
  it('N16: is approved only after its clerk has released it', () => {
    given(submitted, held).when(approve).isRefused({ type: 'NeedIsHeld', needId: 'N1' })
    given(submitted, held).when(release).emits({ type: 'NeedReleased' })
    given(submitted, held, released).when(release).isSilent()
    given(submitted, held, released).when(approve).emits({ type: 'NeedApproved' })
    given(submitted, held).by(clerkV2).when(release).isRefused({ type: 'OutsideJurisdiction' })
    given(submitted).when(release).isRefused({ type: 'CommandNotAllowed', state: 'Submitted' })
  })
  it('N16: a clerk who asks about it has looked at it', () => {
    const supplied = makeEvent({ type: 'InformationSupplied', ...needKeys, answer: textRef('b001'), ...clock })
    given(submitted, held, informationRequested, supplied).when(approve).emits({ type: 'NeedApproved' })
  })
  it('N16, N5: a clerk who merges it has looked at it, also where it is unmerged', () => {
    const unmerged = makeEvent({ type: 'NeedUnmerged', ...needKeys, survivor: 'N0', reason: reason('two'), ...clock })
    given(submitted, held, needMerged, unmerged).when(approve).emits({ type: 'NeedApproved' })
  })
  it('N16, O19: a ruling on whose it is releases it not, and it waits for that at its new owner', () => {
    const rule = { type: 'RuleMisrouted', needId: 'N1', to: units.V2, reason: reason('elsewhere') } as const
    const ruling = given(submitted, held)
      .by({ ...people.clerkV1, unit: units.C })
      .when(rule)
    ruling.emits({ type: 'NeedMisrouted', pending: { waits: 'release', dueAt: submitted.answerDueAt } })
    given(submitted, held, ...(ruling.events() as never[]))
      .by(clerkV2)
      .when(approve)
      .isRefused({ type: 'NeedIsHeld' })
    given(submitted)
      .by({ ...people.clerkV1, unit: units.C })
      .when(rule)
      .emits({ type: 'NeedMisrouted', pending: { waits: 'answer', dueAt: submitted.answerDueAt } })
  })
  it('N16: its answer clock runs on, and a rejection as abuse says so', () => {
    given(submitted, held)
      .by(timer)
      .at('2020-04-21T01:00:00.001Z')
      .when({ type: 'NoteAnswerOverdue', needId: 'N1', dueAt: submitted.answerDueAt })
      .emits({ type: 'AnswerOverdue' })
    given(submitted, held)
      .when({ type: 'RejectNeed', needId: 'N1', reason: reason(abuse) })
      .emits({ type: 'NeedRejected', reason: { code: 'abuse', text: null } })
  })
})

describe('urging a need', () => {
  const urge = { type: 'UrgeNeed', needId: 'N1' } as const
  const urged = (urgedAt: string) => makeEvent({ type: 'NeedUrged', ...needKeys, by: 'r1', urgedAt })
  it('N13: is for requester and contact, also of a need that was merged into it', () => {
    for (const person of [r1, f1])
      given(submitted).by(person).when(urge).emits({ type: 'NeedUrged', by: person.person })
    for (const person of [h1, r2, clerkV1]) given(submitted).by(person).when(urge).isRefused({ type: 'NotAuthorised' })
    given(submitted, duplicateNoted).by(r2).when(urge).emits({ type: 'NeedUrged', by: 'r2' })
  })
  it('N13: is a fact once a local day, of each who may urge', () => {
    // Midnight in Beijing is at 16:00Z.
    const once = given(submitted, urged('2020-04-20T04:00:00.000Z')).by(r1)
    once.at('2020-04-20T15:59:59.999Z').when(urge).isRefused({ type: 'UrgedToday', most: 1 })
    once.at('2020-04-20T16:00:00.000Z').when(urge).emits({ type: 'NeedUrged', by: 'r1' })
    once.at('2020-04-20T15:59:59.999Z').by(f1).when(urge).emits({ type: 'NeedUrged', by: 'f1' })
  })
  it('N13, G2: once a day of one human, under any registration', () => {
    given(submitted, urged('2020-04-20T04:00:00.000Z'))
      .knowing(merged(['r1', 'e']))
      .by(people.e)
      .at('2020-04-20T15:59:59.999Z')
      .when(urge)
      .isRefused({ type: 'UrgedToday' })
    given(submitted, urged('2020-04-20T04:00:00.000Z')).by(r1).when(urge).isSilent()
  })
  it('N13: has no place after the need has ended', () => {
    for (const past of [needPasts.Rejected, needPasts.Withdrawn, needPasts.Lapsed, needPasts.Merged])
      given(...past)
        .by(r1)
        .when(urge)
        .isRefused({ type: 'CommandNotAllowed' })
  })
})
