/** Contact and family who hold an office over the need's unit speak for no resident: they count as the office (N15). */
import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { attemptDecider, replayPast, stage } from '@zhiyuan/testing'
import type { Typed } from '@zhiyuan/kernel'
import { people, units, type Sender } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { approved, duplicateNoted, makeEvent, submitted } from '../need/need.fixture.ts'
import { order } from './index.ts'
import { escalated, needKnown, place, planned, transferred } from './order.fixture.ts'
import { orderTrial } from './order.trial.fixture.ts'

type Histories = Parameters<typeof attemptDecider>[1]['world']
type Trial = Parameters<typeof orderTrial>
const { f1, r1 } = people
const { V1, T1, V2 } = units

const post = (person: string, unitId: string, held = 'approver') => ({
  'units-131081': [
    ...(world['units-131081'] ?? []),
    makeEvent({ type: 'PostTaken', unitId, post: held, person, office: null }),
  ],
})
const byFamily = {
  'need-N1': [makeEvent({ ...submitted, contact: null, proxy: { person: 'f1', kind: 'family' } }), approved],
}

const answer = (
  [state, command]: Trial,
  by: Sender,
  known: Histories = {},
  later: ReadonlyArray<Typed> = [],
): unknown => {
  const { past, knowing, command: words, now } = orderTrial(state, command)
  const setting = {
    world: { ...world, ...knowing, ...known },
    past: [...past, ...later],
    scene: { ...scene, now, actor: people.admin },
  }
  const outcome = attemptDecider(order, setting)(replayPast(order, setting), { command: words, actor: by })
  return E.isLeft(outcome) ? outcome.left : outcome.right[0]
}

const given = (actor: Sender) =>
  stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-20T02:20:00.000Z', actor: actor })()

const cancel = { type: 'OrderCancelled', by: 'office-proxy', beforeAcceptance: false }
const asOffice = [
  ['CancelOrder', ['Open', 'CancelOrder'], cancel, { by: 'contact', beforeAcceptance: true }],
  ['AgreeToTime', ['Accepted', 'AgreeToTime'], { type: 'NotAuthorised' }, { type: 'ServiceTimeAgreed', by: 'contact' }],
  ['AnswerExtension', ['Open', 'AnswerExtension'], {}, { type: 'ExtensionGranted', by: 'contact' }],
  ['ReviewOrder', ['AwaitingReview', 'ReviewOrder'], { type: 'NotAReviewer', person: 'f1' }, { as: 'contact' }],
] as const

describe.each(asOffice)('%s by the contact', (name, trial, official, own) => {
  const refused =
    name === 'AnswerExtension'
      ? { type: expect.stringMatching('NotAuthorised|OutsideJurisdiction') as string }
      : official

  it('N15: counts as the office where the contact acts in an office there or above, or has a post there', () => {
    for (const [role, unit] of [
      ['clerk', V1],
      ['dispatcher', V1],
      ['grid-worker', V1],
    ] as const)
      expect(answer([...trial], { ...f1, role, unit })).toMatchObject(refused)
    expect(answer([...trial], f1, post('f1', V1))).toMatchObject(refused)
    expect(answer([...trial], f1, post('f1', T1))).toMatchObject(refused)
    expect(answer([...trial], f1, { ...post('k9', V1), ...merged(['k9', 'f1']) })).toMatchObject(refused)
  })
  it('N15: and is the contact’s own without an office, with one in another village, and with a post that is none', () => {
    expect(answer([...trial], f1)).toMatchObject(own)
    expect(answer([...trial], f1, post('f1', V2))).toMatchObject(own)
    expect(answer([...trial], { ...f1, role: 'clerk', unit: V2 })).toMatchObject(own)
    expect(answer([...trial], f1, post('f1', V1, 'volunteer'))).toMatchObject(own)
  })
  it('N15: the requester in office speaks for the own need', () => {
    const mine = answer([...trial], { ...r1, role: 'clerk' })
    expect(mine).toMatchObject({ [name === 'ReviewOrder' ? 'as' : 'by']: 'requester' })
  })
})

describe('family', () => {
  it('N15: who took an office there later counts as the office; without one she is the proxy', () => {
    expect(answer(['AwaitingReview', 'ReviewOrder'], f1, { ...byFamily, ...post('f1', V1) })).toMatchObject({
      type: 'NotAReviewer',
    })
    expect(answer(['AwaitingReview', 'ReviewOrder'], f1, byFamily)).toMatchObject({ as: 'proxy' })
    expect(answer(['Open', 'CancelOrder'], f1, { ...byFamily, ...post('f1', V1) })).toMatchObject(cancel)
    expect(answer(['Open', 'CancelOrder'], f1, byFamily)).toMatchObject({ by: 'proxy', beforeAcceptance: true })
  })
})

describe('an office at the handler', () => {
  it('N15: counts as the office too: it works on the order', () => {
    const atV2 = makeEvent({ ...transferred, to: V2 })
    const trial: Trial = ['Open', 'CancelOrder']
    expect(answer(trial, f1, post('f1', V2), [escalated as Typed, atV2])).toMatchObject(cancel)
    expect(answer(trial, f1, {}, [escalated as Typed, atV2])).toMatchObject({ by: 'contact' })
  })
})

describe('the day that the contact names when placing', () => {
  const placeWithTime = { ...place, type: 'PlaceOrder', planned } as const

  it('O16, N15: is the office’s where the contact holds an office there, and the requester’s side’s otherwise', () => {
    given({ ...f1, role: 'clerk' })
      .when(placeWithTime)
      .emits({ type: 'OrderPlaced', day: { by: 'office' } })
    given(f1)
      .knowing(post('f1', V1))
      .when(placeWithTime)
      .emits({ type: 'OrderPlaced', day: { by: 'office' } })
    given(f1)
      .when(placeWithTime)
      .emits({ type: 'OrderPlaced', day: { by: 'requester' } })
    given({ ...r1, role: 'clerk' })
      .when(placeWithTime)
      .emits({ type: 'OrderPlaced', day: { by: 'requester' } })
  })
})

describe('who speaks for a need that was merged into the order’s', () => {
  const known = {
    'need-N1': [submitted, approved, makeEvent({ ...duplicateNoted, requester: 'e', contact: 'c' })],
  } as Histories

  it('N5, N15: does not review in office there; does otherwise', () => {
    const review: Trial = ['AwaitingReview', 'ReviewOrder']
    expect(answer(review, people.c, { ...known, ...post('c', V1) })).toMatchObject({ type: 'NotAReviewer' })
    expect(answer(review, people.c, known)).toMatchObject({ type: 'PartReviewed', as: 'contact' })
    expect(answer(review, people.e, { ...known, ...post('e', V1) })).toMatchObject({ as: 'requester' })
  })
})
