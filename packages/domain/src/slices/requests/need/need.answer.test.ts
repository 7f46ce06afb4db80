import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { need } from './index.ts'
import {
  approved,
  asked,
  clock,
  informationRequested,
  needPasts,
  noRisk,
  reason,
  submitted,
  textRef,
  makeEvent,
  needKeys,
} from './need.fixture.ts'

const given = stage(need, world, { ...scene, now: '2020-04-20T02:00:00.000Z', actor: people.clerkV1 })
const approve = { type: 'ApproveNeed', needId: 'N1', serviceClass: 'special-group', risks: null } as const
const reject = { type: 'RejectNeed', needId: 'N1', reason: reason('unlawful') } as const
const refer = { type: 'ReferNeed', needId: 'N1', receiver: '12345', reason: reason('municipal') } as const
const { clerkV1, clerkV2, r1, r2, f1, h1, dispatcherT1 } = people

describe('answering a need', () => {
  it('N2: row 3: k1 approves, 60 minutes after it was recorded', () => {
    given(submitted)
      .when(approve)
      .emits({ type: 'NeedApproved', unitId: units.V1, minutesToAnswer: 60, orderDueAt: approved.orderDueAt })
  })
  it('N2: row 24: a late answer counts its minutes, 1,500 here', () => {
    given(makeEvent({ ...submitted, recordedAt: '2020-04-24T01:00:00.000Z' }))
      .at('2020-04-25T02:00:00.000Z')
      .when(approve)
      .emits({ type: 'NeedApproved', minutesToAnswer: 1500 })
  })
  it('G5: a class that the policy in force does not offer is refused, and approved where the policy does', () => {
    const fewer = { needs: { classes: ['thematic', 'common'] } } as const
    const changed = given(submitted).knowing(changePolicy('2020-04-21', fewer))
    changed.when(approve).emits({ type: 'NeedApproved', serviceClass: 'special-group' })
    const next = changed.at('2020-04-21T02:00:00.000Z')
    next.when(approve).isRefused({ type: 'ServiceClassNotOffered', serviceClass: 'special-group' })
    next.when({ ...approve, serviceClass: 'common' }).emits({ type: 'NeedApproved', serviceClass: 'common' })
  })
  it('N2: a refusal carries its reason', () => {
    given(submitted)
      .when(reject)
      .emits({ type: 'NeedRejected', reason: { code: 'unlawful', text: null } })
  })
  it('N2, G4, C15: only a clerk of its unit or above answers', () => {
    const above = { ...clerkV1, unit: units.T1 }
    for (const command of [approve, reject, refer]) {
      given(submitted).by(above).when(command).events()
      given(submitted).by(clerkV2).when(command).isRefused({ type: 'OutsideJurisdiction', actsAt: units.V2 })
      given(submitted).by(dispatcherT1).when(command).isRefused({ type: 'NotAuthorised', command: command.type })
      given(submitted).by(r1).when(command).isRefused({ type: 'NotAuthorised' })
    }
  })
  it('N2: of two clerks who answer at once, the second is told the state, or the answer is a no-op', () => {
    given(...needPasts.Approved)
      .by({ ...clerkV1, person: 'k9' })
      .when(reject)
      .isRefused({ type: 'CommandNotAllowed', state: 'Approved', command: 'RejectNeed' })
    given(...needPasts.Approved)
      .by({ ...clerkV1, person: 'k9' })
      .when(approve)
      .isSilent()
  })
  it('N3: is approved only when a person has looked for risks', () => {
    const unasked = { ...submitted, risks: null }
    given(unasked).when(approve).isRefused({ type: 'RisksNotStated', needId: 'N1' })
    given(unasked)
      .when({ ...approve, risks: noRisk })
      .emits({ type: 'NeedApproved', risks: noRisk, risksStated: true })
  })
  it('N3: a known risk must be described, so that there is something to tell', () => {
    given(submitted)
      .when({ ...approve, risks: { known: true, description: null } })
      .isRefused({ type: 'RisksNotStated' })
    given(submitted).when(approve).emits({ type: 'NeedApproved', risks: asked.risks, risksStated: false })
  })
  it('N8: row 28: a need that is not for volunteers is referred to a named receiver', () => {
    given(submitted)
      .at('2020-04-20T01:30:00.000Z')
      .when(refer)
      .emits({ type: 'NeedReferred', receiver: '12345', minutesToAnswer: 30 })
  })
  it('G5: without a policy there is no approval', () => {
    given(submitted).knowing({ 'policy-131081': [] }).when(approve).isRefused({ type: 'PolicyMissing' })
  })
})

describe('an answer that is due', () => {
  const note = { type: 'NoteAnswerOverdue', needId: 'N1', dueAt: submitted.answerDueAt } as const
  const overdue = given(submitted).by(timer)
  it('N2: row 23: at its due instant it is still on time', () => {
    overdue
      .at('2020-04-21T01:00:00.000Z')
      .when(note)
      .isRefused({ type: 'NotYetDue', dueAt: '2020-04-21T01:00:00.001Z' })
  })
  it('N2: row 24: at any instant after it the answer is overdue, once', () => {
    overdue
      .at('2020-04-21T01:00:00.001Z')
      .when(note)
      .emits({ type: 'AnswerOverdue', unitId: units.V1, dueAt: submitted.answerDueAt })
    overdue
      .and(makeEvent({ type: 'AnswerOverdue', ...needKeys, dueAt: submitted.answerDueAt }))
      .at('2020-04-21T02:00:00.000Z')
      .when(note)
      .isSilent()
  })
  it('N2: an answer or a question stops the clock', () => {
    for (const past of [needPasts.Approved, needPasts.InfoRequested, needPasts.Withdrawn])
      given(...past)
        .by(timer)
        .at('2020-04-22T00:00:00.000Z')
        .when(note)
        .isSilent()
  })
  it('is noted by the timer only', () => {
    given(submitted).at('2020-04-22T00:00:00.000Z').when(note).isRefused({ type: 'OnlyAProcess' })
  })
})

describe('asking back', () => {
  const ask = { type: 'RequestInformation', needId: 'N1', question: textRef('a001') } as const
  const supply = { type: 'SupplyInformation', needId: 'N1', answer: textRef('b001') } as const
  const lapse = { type: 'LapseInformation', needId: 'N1', lapsesAt: informationRequested.lapsesAt } as const
  const waiting = given(...needPasts.InfoRequested)

  it('N7: lapses after 7 days', () => {
    given(submitted).when(ask).emits({ type: 'InformationRequested', lapsesAt: '2020-04-27T02:00:00.000Z' })
  })
  it('G5: runs by the policy of the question, and says which', () => {
    const changed = given(submitted).knowing(changePolicy('2020-04-21', { needs: { information: { days: 1 } } }))
    changed.when(ask).emits({ type: 'InformationRequested', policyVersion: 'TEST-1' })
    changed
      .at('2020-04-21T02:00:00.000Z')
      .when(ask)
      .emits({ type: 'InformationRequested', lapsesAt: '2020-04-22T02:00:00.000Z', policyVersion: 'TEST-2' })
  })
  const written = given(makeEvent({ ...submitted, channel: 'app', proxy: null }), informationRequested)
  it('N7: lapses at its end and tells the requester so', () => {
    written.by(timer).at('2020-04-27T01:59:59.999Z').when(lapse).isRefused({ type: 'NotYetDue' })
    written
      .by(timer)
      .at('2020-04-27T02:00:00.000Z')
      .when(lapse)
      .emits({ type: 'InformationLapsed', requester: 'r1', lapsesAt: lapse.lapsesAt })
  })
  it.each([
    ['telephone', null],
    ['home-visit', null],
    ['app', asked.proxy],
    ['app', { person: 'f1', kind: 'family' }],
  ] as const)(
    'N7: that came by %s, with proxy %j, does not lapse: its clerk decides it as it stands',
    (channel, proxy) => {
      const spoken = given(makeEvent({ ...submitted, channel, proxy }), informationRequested)
      const answerDueAt = '2020-04-28T02:00:00.000Z'
      spoken
        .by(timer)
        .at('2020-04-27T02:00:00.000Z')
        .when(lapse)
        .emits({ type: 'InformationMissing', lapsedAt: lapse.lapsesAt, answerDueAt })
      const back = spoken
        .and(makeEvent({ type: 'InformationMissing', ...needKeys, lapsedAt: lapse.lapsesAt, ...clock, answerDueAt }))
        .at('2020-04-27T03:00:00.000Z')
      back.when({ ...ask, question: textRef('a002') }).isRefused({ type: 'AskedEnough', asked: 1, most: 2 })
      back.when(approve).emits({ type: 'NeedApproved' })
      back.when(reject).emits({ type: 'NeedRejected' })
    },
  )
  it('N2: information that is supplied starts the answer clock anew', () => {
    waiting
      .by(r1)
      .at('2020-04-24T02:00:00.000Z')
      .when(supply)
      .emits({ type: 'InformationSupplied', answerDueAt: '2020-04-25T02:00:00.000Z', policyVersion: 'TEST-1' })
  })
  it('N2: is done at most twice', () => {
    const supplied = makeEvent({ type: 'InformationSupplied', ...needKeys, answer: textRef('b001'), ...clock })
    const once = waiting.and(supplied)
    const second = makeEvent({ ...informationRequested, question: textRef('a002') })
    const third = { ...ask, question: textRef('a003') }
    once.when(third).emits({ type: 'InformationRequested' })
    const twice = once.and(second).and(makeEvent({ ...supplied, answer: textRef('b002') }))
    twice.when(third).isRefused({ type: 'AskedEnough', asked: 2, most: 2 })
    twice.when(approve).emits({ type: 'NeedApproved' })
  })
  it('N7: at its end it is too late to answer, even if the timer has not fired yet', () => {
    waiting.by(r1).at('2020-04-27T01:59:59.999Z').when(supply).emits({ type: 'InformationSupplied' })
    waiting
      .by(r1)
      .at('2020-04-27T02:00:00.000Z')
      .when(supply)
      .isRefused({ type: 'InformationLapsedAlready', lapsedAt: '2020-04-27T02:00:00.000Z' })
  })
  it('N7: a question that was answered lapses no more; a later one has its own clock', () => {
    const answered = waiting.and(
      makeEvent({
        type: 'InformationSupplied',
        ...needKeys,
        answer: textRef('b001'),
        ...clock,
      }),
    )
    answered.by(timer).at('2020-04-27T02:00:00.000Z').when(lapse).isSilent()
    answered
      .and(makeEvent({ ...informationRequested, question: textRef('a002'), lapsesAt: '2020-04-28T02:00:00.000Z' }))
      .by(timer)
      .at('2020-04-27T02:00:00.000Z')
      .when(lapse)
      .isSilent()
  })
  it('N4, N10: is answered by requester, contact or proxy, or by the clerk for them', () => {
    for (const person of [r1, f1, h1, clerkV1]) waiting.by(person).when(supply).emits({ type: 'InformationSupplied' })
    waiting.by(r2).when(supply).isRefused({ type: 'NotAuthorised' })
  })
})
