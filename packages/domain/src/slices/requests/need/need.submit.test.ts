import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { decode } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { Channel, need } from './index.ts'
import { asked, needPasts, submitted, textRef } from './need.fixture.ts'

const given = stage(need, world, { ...scene, now: '2020-04-20T01:00:00.000Z', actor: people.h1 })
const submit = { type: 'SubmitNeed', ...asked } as const
const own = { ...submit, needId: 'N2', requester: 'r2', proxy: null, contact: null, channel: 'app' } as const
const { h1, r1, r2, clerkV1, clerkV2 } = people

describe('submitting a need', () => {
  it('N1, N2, N4: row 1: h1 submits for r1: the requester stays, the proxy is named, the answer is due in 24 h', () => {
    given()
      .when(submit)
      .emits({
        type: 'NeedSubmitted',
        needId: 'N1',
        unitId: units.V1,
        requester: 'r1',
        proxy: { person: 'h1', kind: 'grid-worker' },
        contact: 'f1',
        channel: 'home-visit',
        voicedAt: '2020-04-20T00:30:00.000Z',
        recordedAt: '2020-04-20T01:00:00.000Z',
        answerDueAt: '2020-04-21T01:00:00.000Z',
        policyVersion: 'TEST-1',
      })
  })
  it('N1: row 2: r2 submits her own need', () => {
    given()
      .at('2020-04-20T01:10:00.000Z')
      .by(r2)
      .when(own)
      .emits({ type: 'NeedSubmitted', requester: 'r2', proxy: null })
  })
  it.each(['requester', 'channel', 'unitId'])('N1: without a %s it is no need', (key) => {
    const command = Object.fromEntries(Object.entries(submit).filter(([name]) => name !== key))
    expect(E.isLeft(decode(need.command)(command))).toBe(true)
  })
  it('N1: the unit has to exist and be open', () => {
    given()
      .when({ ...submit, unitId: 'nowhere' })
      .isRefused({ type: 'UnknownUnit', unit: 'nowhere' })
    const closing = [...(world['units-131081'] ?? []), { type: 'UnitClosingBegan', unitId: units.V1 }]
    given().knowing({ 'units-131081': closing }).when(submit).isRefused({ type: 'UnknownUnit', unit: units.V1 })
  })
  it('N4: a person who submits for another one is the named proxy', () => {
    given().by(r2).when(submit).isRefused({ type: 'ProxyMismatch', actor: 'r2' })
    given()
      .by(clerkV1)
      .when({ ...submit, proxy: null })
      .isRefused({ type: 'ProxyMismatch', actor: 'k1' })
  })
  it('N4: no one is her own proxy, or submits her own need under another’s name as proxy', () => {
    given()
      .by(r1)
      .when({ ...submit, proxy: { person: 'r1', kind: 'family' } })
      .isRefused({ type: 'ProxyMismatch' })
    given().by(r1).when(submit).isRefused({ type: 'ProxyMismatch', actor: 'r1' })
  })
  it('N4, C16: a proxy by office must hold the role, in the own area', () => {
    given()
      .by(clerkV1)
      .when({ ...submit, proxy: { person: 'k1', kind: 'grid-worker' } })
      .isRefused({ type: 'NotAuthorised' })
    const informed = { ...submit, proxy: { person: 'k1', kind: 'information-officer' } } as const
    given().by(clerkV1).when(informed).isRefused({ type: 'NotAuthorised' })
    given()
      .by({ ...clerkV1, role: 'information-officer' })
      .when(informed)
      .emits({ type: 'NeedSubmitted' })
    const station = { ...submit, proxy: { person: 'k2', kind: 'station-clerk' } } as const
    given().by(clerkV2).when(station).isRefused({ type: 'OutsideJurisdiction', actsAt: units.V2, unit: units.V1 })
    given()
      .by(clerkV1)
      .when({ ...submit, proxy: { person: 'k1', kind: 'station-clerk' } })
      .emits({ type: 'NeedSubmitted' })
    given()
      .by(people.f1)
      .when({ ...submit, proxy: { person: 'f1', kind: 'family' } })
      .emits({ type: 'NeedSubmitted' })
  })
  it.each(Channel.shape.kind === 'one-of' ? (Channel.shape.values as ReadonlyArray<Channel>) : [])(
    'C16: comes by %s',
    (channel) => {
      given()
        .by(r2)
        .when({ ...own, channel })
        .emits({ type: 'NeedSubmitted', channel })
    },
  )
  it.each(['thought', 'policy-law', 'work-life', 'health', 'feelings', 'environment'])(
    'C16: a need may be about %s; other kinds are not on the list of the policy',
    (kind) => {
      given()
        .by(r2)
        .when({ ...own, kind })
        .emits({ type: 'NeedSubmitted', kind })
      given()
        .by(r2)
        .when({ ...own, kind: `${kind}-x` })
        .isRefused({ type: 'UnknownNeedKind' })
    },
  )
  it('N2: a need voiced in the future is refused', () => {
    given()
      .when({ ...submit, voicedAt: '2020-04-20T01:00:00.001Z' })
      .isRefused({ type: 'VoicedInFuture' })
    given()
      .when({ ...submit, voicedAt: '2020-04-20T01:00:00.000Z' })
      .emits({ type: 'NeedSubmitted' })
  })
  it('G5: without a policy in force there is no term to answer', () => {
    given()
      .at('2019-12-31T15:59:59.999Z')
      .when({ ...submit, voicedAt: '2019-12-31T00:00:00.000Z' })
      .isRefused({ type: 'PolicyMissing', day: '2019-12-31' })
  })
  it('G5: a policy that comes later does not move a due instant', () => {
    const history = given(submitted).knowing(changePolicy('2020-04-20', { needs: { answer: { hours: 72 } } }))
    const note = { type: 'NoteAnswerOverdue', needId: 'N1', dueAt: submitted.answerDueAt } as const
    history
      .at('2020-04-21T01:00:00.001Z')
      .by({ type: 'process', process: 'timer', cause: 'e' })
      .when(note)
      .emits({ type: 'AnswerOverdue', dueAt: submitted.answerDueAt })
  })
  it('is recognised as a repeat by its content, in every state', () => {
    for (const past of [needPasts.Submitted, needPasts.Approved, needPasts.Withdrawn]) {
      given(...past)
        .by(h1)
        .when(submit)
        .isSilent()
      given(...past)
        .when({ ...submit, description: textRef('d009') })
        .isRefused({ type: 'SameIdOtherContent', id: 'N1' })
    }
  })
})
