import { describe, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { orderPasts } from '../order/order.fixture.ts'
import { need } from './index.ts'
import {
  approved,
  asked,
  duplicateNoted,
  makeEvent,
  merged,
  needPasts,
  olderNeed,
  orderNoted,
  reason,
  submitted,
  withOutcome,
} from './need.fixture.ts'

const given = stage(need, world, { ...scene, now: '2020-04-20T02:00:00.000Z', actor: people.clerkV1 })
const merge = { type: 'MergeNeed', needId: 'N1', into: 'N0' } as const
const { clerkV1, r1 } = people

describe('merging a duplicate', () => {
  const known = given(submitted).knowing({ 'need-N0': olderNeed })

  it('N5: row 3: both are kept, and the process tells the other whose duplicate it was', () => {
    known.when(merge).emits({ type: 'NeedMerged', into: 'N0', requester: 'r1', minutesToAnswer: 60 })
    given(...olderNeed)
      .by(timer)
      .when({ type: 'NoteDuplicate', needId: 'N0', duplicate: 'N1', requester: 'r1', contact: 'f1', proxy: null })
      .emits({ type: 'DuplicateNoted', duplicate: 'N1', requester: 'r1' })
  })
  it('N5: a target that was itself merged meanwhile still notes the duplicate', () => {
    given(...needPasts.Merged)
      .by(timer)
      .when({ type: 'NoteDuplicate', needId: 'N1', duplicate: 'N2', requester: 'r2', contact: null, proxy: null })
      .emits({ type: 'DuplicateNoted', duplicate: 'N2' })
  })
  it('N5: two merges at once cannot lead in a circle: an open need takes only younger ones', () => {
    given(...olderNeed)
      .knowing({ 'need-N1': [submitted] })
      .when({ ...merge, needId: 'N0', into: 'N1' })
      .isRefused({ type: 'MergeTargetUnfit', into: 'N1' })
    given(...olderNeed)
      .knowing({ 'need-N1': [submitted, approved] })
      .when({ ...merge, needId: 'N0', into: 'N1' })
      .emits({ type: 'NeedMerged', into: 'N1' })
  })
  it('N5: of two recorded at the same instant, the id decides', () => {
    const twin = (needId: string) => [{ ...submitted, needId }]
    given(submitted)
      .knowing({ 'need-N0': twin('N0') })
      .when(merge)
      .emits({ type: 'NeedMerged' })
    given(...twin('N0'))
      .knowing({ 'need-N1': [submitted] })
      .when({ ...merge, needId: 'N0', into: 'N1' })
      .isRefused({ type: 'MergeTargetUnfit' })
  })
  it('N5: never merges into a need with another answer, nor into itself', () => {
    const older = '2020-04-19T00:00:00.000Z'
    const dated = (event: Typed): Typed =>
      event.type === 'NeedSubmitted'
        ? makeEvent({ ...event, needId: 'N0', recordedAt: older })
        : makeEvent({ ...event, needId: 'N0', opened: older })
    for (const past of [needPasts.Rejected, needPasts.Referred, needPasts.Merged, needPasts.Withdrawn, needPasts.None])
      given(submitted)
        .knowing({ 'need-N0': past.map(dated) })
        .when(merge)
        .isRefused({ type: 'MergeTargetUnfit', into: 'N0' })
    given(submitted)
      .when({ ...merge, into: 'N1' })
      .isRefused({ type: 'MergeTargetUnfit' })
  })
  it('N5: never merges into a need that is met or unmet, and into one in service', () => {
    const into = (state: keyof typeof orderPasts) =>
      given(submitted).knowing({
        'need-N0': [submitted, approved, orderNoted].map((event) => makeEvent({ ...event, needId: 'N0' })),
        'order-O1': withOutcome(orderPasts[state], 'solved'),
      })
    for (const state of ['Closed', 'Unmet'] as const)
      into(state).when(merge).isRefused({ type: 'MergeTargetUnfit', into: 'N0' })
    for (const state of ['Open', 'InProgress', 'Cancelled'] as const)
      into(state).when(merge).emits({ type: 'NeedMerged', into: 'N0' })
  })
  it('N5: merges only into a need that the same clerk may handle', () => {
    const elsewhere = olderNeed.map((event) => makeEvent({ ...event, unitId: units.V2 }))
    const known = given(submitted).knowing({ 'need-N0': elsewhere })
    known.when(merge).isRefused({ type: 'OutsideJurisdiction', actsAt: units.V1, unit: units.V2 })
    known
      .by({ ...clerkV1, unit: units.C })
      .when(merge)
      .emits({ type: 'NeedMerged' })
  })
  it('N5, N14: says whether the two are likely twins', () => {
    const older = (more: object) => ({ 'need-N0': olderNeed.map((event) => makeEvent({ ...event, ...more })) })
    const judged = (more: object) => given(submitted).knowing(older(more)).when(merge)
    judged({}).emits({ type: 'NeedMerged', proposed: false })
    judged({ requester: 'r1' }).emits({ type: 'NeedMerged', proposed: true })
    judged({ contact: 'f1' }).emits({ type: 'NeedMerged', proposed: true })
    judged({ requester: 'r1', kind: 'health' }).emits({ type: 'NeedMerged', proposed: false })
    judged({ requester: 'r1', recordedAt: '2020-03-21T01:00:00.000Z' }).emits({ type: 'NeedMerged', proposed: true })
    judged({ requester: 'r1', recordedAt: '2020-03-21T00:59:59.999Z' }).emits({ type: 'NeedMerged', proposed: false })
  })
})

describe('the end of a merge', () => {
  const answerDueAt = '2020-04-21T02:00:00.000Z'
  const unmerge = { type: 'UnmergeNeed', needId: 'N1', reason: reason('not-the-same') } as const
  const back = { type: 'ReturnMergedNeed', needId: 'N1', survivor: 'N0' } as const

  it('N5: a wrong merge is undone with a reason, and the answer clock goes on', () => {
    given(...needPasts.Merged)
      .when(unmerge)
      .emits({ type: 'NeedUnmerged', survivor: 'N0', reason: unmerge.reason, answerDueAt: submitted.answerDueAt })
    given(...needPasts.Merged)
      .by(r1)
      .when(unmerge)
      .isRefused({ type: 'NotAuthorised' })
    given(submitted).when(unmerge).isRefused({ type: 'CommandNotAllowed', state: 'Submitted' })
  })
  it('N5: the survivor ended unserved, so the need is its clerk’s again, with a new answer clock', () => {
    given(...needPasts.Merged)
      .by(timer)
      .when(back)
      .emits({ type: 'MergedNeedReturned', survivor: 'N0', answerDueAt })
    given(...needPasts.Merged)
      .by(timer)
      .when({ ...back, survivor: 'N9' })
      .isSilent()
    given(submitted).by(timer).when(back).isSilent()
  })
  it('N5: once returned, the need is answered or merged again as any other', () => {
    const returned = { type: 'MergedNeedReturned', needId: 'N1', opened: submitted.recordedAt, unitId: units.V1 }
    const again = given(
      submitted,
      makeEvent(merged),
      makeEvent({ ...returned, survivor: 'N0', answerDueAt, assumed: false, policyVersion: 'TEST-1' }),
    ).knowing({ 'need-N0': [...olderNeed, makeEvent({ ...approved, needId: 'N0' })] })
    again
      .when({ type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null })
      .emits({ type: 'NeedApproved' })
    again.when(merge).emits({ type: 'NeedMerged', into: 'N0' })
    again
      .by(timer)
      .at('2020-04-21T02:00:00.001Z')
      .when({ type: 'NoteAnswerOverdue', needId: 'N1', dueAt: answerDueAt })
      .emits({ type: 'AnswerOverdue', dueAt: answerDueAt })
  })
  it('N5: the survivor forgets it', () => {
    const release = { type: 'ReleaseDuplicate', needId: 'N1', duplicate: 'N2' } as const
    given(submitted, duplicateNoted).by(timer).when(release).emits({ type: 'DuplicateReleased', duplicate: 'N2' })
    given(submitted).by(timer).when(release).isSilent()
  })
})

describe('likely twins', () => {
  const propose = { type: 'ProposeTwins', needId: 'N1', twins: ['N0'] } as const
  const twin = (past: ReadonlyArray<Typed>, more: object = {}) => ({
    'need-N0': past.map((event) =>
      makeEvent({ ...event, needId: 'N0', ...(event.type === 'NeedSubmitted' ? more : {}) }),
    ),
  })
  it('N14: are proposed to the clerk once, and never merged by themselves', () => {
    given(submitted)
      .knowing(twin([submitted]))
      .by(timer)
      .when(propose)
      .emits({ type: 'TwinsProposed', twins: ['N0'] })
    given(
      submitted,
      makeEvent({ type: 'TwinsProposed', needId: 'N1', opened: submitted.recordedAt, unitId: units.V1, twins: ['N0'] }),
    )
      .knowing(twin([submitted]))
      .by(timer)
      .when(propose)
      .isSilent()
  })
  it('N14: have the same requester or contact, kind and unit, within 30 days, and the other one can still be served', () => {
    const silent = (past: ReadonlyArray<Typed>, more: object = {}) =>
      given(submitted).knowing(twin(past, more)).by(timer).when(propose).isSilent()
    silent([submitted], { kind: 'health' })
    silent([submitted], { unitId: units.V2 })
    silent([submitted], { requester: 'r2', contact: null })
    silent([submitted], { recordedAt: '2020-03-21T00:59:59.999Z' })
    silent(needPasts.Rejected)
    given(submitted)
      .knowing(twin(needPasts.Approved, { requester: 'r2', contact: asked.contact }))
      .by(timer)
      .when(propose)
      .emits({ type: 'TwinsProposed' })
  })
  it('N14: nothing is proposed for a need that is answered, and by no person', () => {
    given(...needPasts.Approved)
      .knowing(twin([submitted]))
      .by(timer)
      .when(propose)
      .isSilent()
    given(submitted).when(propose).isRefused({ type: 'OnlyAProcess' })
  })
})
