/** Of one human, each registration speaks for what another one asked (G2). */
import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { attemptDecider, replayPast } from '@zhiyuan/testing'
import type { Typed } from '@zhiyuan/kernel'
import type { Trial } from '../../../fixtures/lifecycle.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { need } from '../need/index.ts'
import { needTrial } from '../need/need.fixture.ts'
import { order } from './index.ts'
import { orderTrial } from './order.trial.fixture.ts'

const resident = { ...people.r1, person: 'e' }

/** What is answered to a resident who is no one in the case, unless merged with the one who asked. */
const ask = (slice: typeof order | typeof need, { past, knowing, command, now }: Trial<Typed>, isOne: boolean) => {
  const known = isOne ? merged(['e', 'r1']) : {}
  const setting = { world: { ...world, ...knowing, ...known }, past, scene: { ...scene, now, actor: resident } }
  const outcome = attemptDecider(slice as typeof order, setting)(replayPast(slice as typeof order, setting), {
    command: command as never,
  })
  return E.isLeft(outcome) ? outcome.left : outcome.right[0]
}

describe.each([
  ['PlaceOrder', order, orderTrial('None', 'PlaceOrder'), 'OrderPlaced'],
  ['CancelOrder', order, orderTrial('Open', 'CancelOrder'), 'OrderCancelled'],
  ['UrgeOrder', order, orderTrial('Open', 'UrgeOrder'), 'OrderUrged'],
  ['AgreeToTime', order, orderTrial('Accepted', 'AgreeToTime'), 'ServiceTimeAgreed'],
  ['AnswerExtension', order, orderTrial('Open', 'AnswerExtension'), 'ExtensionGranted'],
  ['WithdrawNeed', need, needTrial('Submitted', 'WithdrawNeed'), 'NeedWithdrawn'],
  ['SupplyInformation', need, needTrial('InfoRequested', 'SupplyInformation'), 'InformationSupplied'],
  ['UrgeNeed', need, needTrial('Submitted', 'UrgeNeed'), 'NeedUrged'],
] as const)('%s', (_name, slice, trial, event) => {
  it('G2: is taken from the requester under another registration, and refused to a stranger', () => {
    expect(ask(slice, trial, true)).toMatchObject({ type: event })
    expect(ask(slice, trial, false)).not.toMatchObject({ type: event })
  })
})

it('G2, N15: who cancels under another registration does so as the requester', () => {
  expect(ask(order, orderTrial('Open', 'CancelOrder'), true)).toMatchObject({ by: 'requester', beforeAcceptance: true })
})
