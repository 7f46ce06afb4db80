import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order, type OrderCommand, type OrderState } from './index.ts'
import { escalated, needKnown, placed, returned } from './order.fixture.ts'
import { orderTrial } from './order.trial.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, actor: people.dispatcherT1 })
const makeTrial = (state: OrderState['type'], type: OrderCommand['type']) => {
  const { past, now, actor, command } = orderTrial(state, type)
  return {
    told: given(...past)
      .at(now)
      .by(actor),
    another: { ...command, round: 2 } as typeof command,
  }
}

type TrialCommand = ReturnType<typeof orderTrial>['command']

describe('a command about a round', () => {
  it.each([
    ['Open', 'EscalateOrder'],
    ['Open', 'ReturnOrder'],
    ['Accepted', 'TakeSeat'],
    ['Accepted', 'HandBackOrder'],
    ['InProgress', 'ReportService'],
    ['AwaitingReview', 'ReportService'],
    ['InProgress', 'AbortOrder'],
    ['Aborted', 'AbortOrder'],
    ['AwaitingReview', 'ReviewOrder'],
    ['AwaitingReview', 'FollowUpOrder'],
    ['Closed', 'ReopenOrder'],
  ] as const)('O8: says nothing of another one: %s, %s', (state, type) => {
    const { told, another } = makeTrial(state, type)
    told.when(another).isRefused({ type: 'CommandNotAllowed', state, command: type, field: 'round' })
  })
  it.each([
    ['Open', 'EscalateOverdue'],
    ['Offered', 'EscalateOverdue'],
    ['Open', 'TransferOrder'],
    ['Accepted', 'ClearSeat'],
    ['Accepted', 'FreeSeat'],
    ['Accepted', 'NoteServiceDue'],
    ['Scheduled', 'StartService'],
    ['Scheduled', 'MissOrder'],
    ['AwaitingReview', 'LapseReview'],
  ] as const)('O8: a process or a timer that comes too late for it is silent: %s, %s', (state, type) => {
    const { told, another } = makeTrial(state, type)
    told.when(another).isSilent()
  })
})

describe('a command that the state does not list', () => {
  it('O8: names no field of the command where all that it says is so', () => {
    const { command, actor } = orderTrial('Accepted', 'TakeSeat')
    given(placed).by(actor).when(command).isRefused({ type: 'CommandNotAllowed', state: 'Open', field: null })
  })
})

describe('a command about a handler', () => {
  const atT1 = [placed, escalated]
  const named = (type: 'EscalateOrder' | 'ReturnOrder' | 'TransferOrder', from: string) =>
    ({ ...orderTrial('Open', type).command, from }) as Extract<TrialCommand, { readonly type: typeof type }>
  it('O19: is a no-op or refused where another unit handles the order', () => {
    for (const type of ['EscalateOrder', 'ReturnOrder', 'TransferOrder'] as const)
      given(...atT1)
        .when(named(type, units.V2))
        .isRefused({ type: 'CommandNotAllowed', state: 'Open', command: type, field: 'from' })
    given(...atT1)
      .by(timer)
      .at(escalated.escalatesAt)
      .when({ type: 'EscalateOverdue', orderId: 'O1', round: 1, from: units.V1 })
      .isSilent()
  })
  it('O4, O19: escalated, returned and escalated again is no repeat, nor is a return to another handler', () => {
    given(...atT1, returned)
      .when(named('EscalateOrder', units.V1))
      .emits({ type: 'OrderEscalated', from: units.V1, to: units.C })
    given(...atT1, returned)
      .when(named('ReturnOrder', units.T2))
      .isRefused({ type: 'CommandNotAllowed', state: 'Open', field: 'from' })
  })
  it('O19: is transferred to another unit that exists, and upwards by no one', () => {
    const closing = (unitId: string) => [
      makeEvent({ type: 'UnitClosingBegan', unitId }),
      makeEvent({ type: 'UnitClosed', unitId, parent: units.T2 }),
    ]
    const closed = { 'units-131081': [...(world['units-131081'] ?? []), ...closing(units.V2)] }
    const to = (unit: string) => ({ ...named('TransferOrder', units.V1), to: unit })
    for (const actor of [timer, people.dispatcherC])
      given(placed).by(actor).when(to(units.V1)).isRefused({ type: 'TargetUnfit', unit: units.V1 })
    for (const actor of [timer, people.dispatcherC])
      given(placed).knowing(closed).by(actor).when(to(units.V2)).isRefused({ type: 'TargetUnfit', unit: units.V2 })
    given(placed).by(people.dispatcherC).when(to(units.T1)).isRefused({ type: 'TargetUnfit', unit: units.T1 })
    given(placed).when(to(units.V2)).isRefused({ type: 'TargetUnfit', unit: units.V2 })
  })
})
