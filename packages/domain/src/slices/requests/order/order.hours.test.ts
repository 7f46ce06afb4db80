import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  escalated,
  escalatedToCity,
  escalatesAt,
  extensionAsked,
  missed,
  needKnown,
  orderKeys,
  orderPasts,
  placed,
  placedAtCity,
  planned,
  reopened,
  reported,
  returned,
  serviceDueAt,
  supervisionBegan,
  superviseAt,
  transferred,
  type Told,
} from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-21T01:00:00.000Z', actor: people.dispatcherT1 },
)
const { C, T1, V1, T2, V2 } = units
const { b, r1, dispatcherT1, dispatcherC } = people
const why = { reason: reason('no-team-able') }
const round = { orderId: 'O1', round: 1 }
const transfer = { type: 'TransferOrder', ...round, from: V1, to: V2, ...why } as const
const tree = (...events: ReadonlyArray<object>) => ({
  'units-131081': [...(world['units-131081'] ?? []), ...events] as never,
})

describe('the 48 h', () => {
  it('O16: the running 48 h go on at the next handler, also those that ran at the top', () => {
    const down = { ...transfer, from: C }
    given(placedAtCity).by(dispatcherC).when(down).emits({ type: 'OrderTransferred', to: V2, escalatesAt })
    given(placed, escalated, escalatedToCity)
      .by(dispatcherC)
      .when(down)
      .emits({ type: 'OrderTransferred', to: V2, escalatesAt: '2020-04-24T02:20:00.000Z' })
    given(...orderPasts.Closed, makeEvent({ ...reopened, handler: C, escalatesAt: null }))
      .by(dispatcherC)
      .when({ ...down, round: 2 })
      .emits({ type: 'OrderTransferred', to: V2, escalatesAt: reopened.escalatesAt })
    given(placed)
      .knowing(tree({ type: 'UnitClosingBegan', unitId: V1 }))
      .by(timer)
      .when({ ...transfer, to: T1 })
      .emits({ type: 'OrderTransferred', to: T1, escalatesAt: placed.escalatesAt })
  })
  it('O16: in one round no unit handles an order twice but by the one return', () => {
    const atV2 = given(placed, transferred).by(dispatcherC)
    atV2.when({ ...transfer, from: V2, to: V1 }).isRefused({ type: 'HandledBefore', unit: V1 })
    given(placed, escalated, returned)
      .by(dispatcherC)
      .when(transfer)
      .emits({ type: 'OrderTransferred', from: V1, to: V2 })
    const again = given(...orderPasts.Closed, reopened, makeEvent({ ...transferred, round: 2 })).by(dispatcherC)
    again.when({ ...transfer, round: 2, from: V2, to: V1 }).isRefused({ type: 'HandledBefore', unit: V1 })
    given(...[placed, transferred], ...orderPasts.Closed.slice(1), makeEvent({ ...reopened, handler: V2 }))
      .by(dispatcherC)
      .when({ ...transfer, round: 2, from: V2, to: V1 })
      .emits({ type: 'OrderTransferred', from: V2, to: V1 })
  })
})

describe('an order that was passed down', () => {
  const escalate = (from: string) => ({ type: 'EscalateOrder', ...round, from, ...why }) as const
  const overdue = (from: string) => ({ type: 'EscalateOverdue', ...round, from }) as const
  /** V1 → T1 → V1b of the same township. */
  const village = { type: 'UnitOpened', unitId: 'V1b', level: 'village', parent: T1, name: 'V1b', code: null }
  const down = given(placed, escalated, makeEvent({ ...transferred, from: T1, to: 'V1b' })).knowing(tree(village))
  const atT2 = given(placedAtCity, makeEvent({ ...transferred, from: C, to: T2, escalatesAt: null }))

  it('O16: goes up past a unit that has had it in the round, by hand and by the clock', () => {
    down.by(dispatcherT1).when(escalate('V1b')).emits({ type: 'OrderEscalated', from: 'V1b', to: C, escalatesAt: null })
    down.by(timer).at(escalatesAt).when(overdue('V1b')).emits({ type: 'OrderEscalated', to: C, automatic: true })
    given(placed, transferred)
      .by(dispatcherC)
      .when(escalate(V2))
      .emits({ type: 'OrderEscalated', from: V2, to: T2, escalatesAt: '2020-04-23T01:00:00.000Z' })
  })
  it('O16, O19: that came back by the one return, it goes past the unit that returned it', () => {
    given(placed, escalated, returned).by(dispatcherT1).when(escalate(V1)).emits({ type: 'OrderEscalated', to: C })
  })
  it('O16: stays where it is when no unit above is left, and no 48 h are shown', () => {
    atT2.by(dispatcherC).when(escalate(T2)).isRefused({ type: 'HandledBefore', unit: C })
    atT2.by(timer).at('2020-05-20T00:00:00.000Z').when(overdue(T2)).isSilent()
    given(placed, escalated, escalatedToCity)
      .by(dispatcherC)
      .when({ ...transfer, from: C, to: T2 })
      .emits({ type: 'OrderTransferred', to: T2, escalatesAt: null })
    atT2
      .by(timer)
      .at(superviseAt)
      .when({ type: 'SuperviseOrder', ...round, dueAt: superviseAt })
      .emits({ type: 'SupervisionBegan', supervisor: C, byAssessor: true })
  })
  it('O16: in the next round each unit may have it again', () => {
    given(...orderPasts.Closed, makeEvent({ ...reopened, handler: V1 }))
      .by(dispatcherT1)
      .when({ ...escalate(V1), round: 2 })
      .emits({ type: 'OrderEscalated', from: V1, to: T1 })
  })
})

describe('supervision (督办)', () => {
  const supervise = { type: 'SuperviseOrder', ...round, dueAt: superviseAt } as const
  const late = (...past: ReadonlyArray<Told>) =>
    given(...past)
      .by(timer)
      .at(superviseAt)

  it('O16: an order unserved 7 working days after its round began stands at the unit above the highest that handled it', () => {
    late(placed).at('2020-04-28T15:59:59.999Z').when(supervise).isRefused({ type: 'NotYetDue', dueAt: superviseAt })
    late(placed).when(supervise).emits({ type: 'SupervisionBegan', supervisor: T1, byAssessor: false, owner: V1 })
    late(placed, transferred).when(supervise).emits({ type: 'SupervisionBegan', supervisor: T2 })
    late(placed, escalated).when(supervise).emits({ type: 'SupervisionBegan', supervisor: C, byAssessor: false })
    late(placed, escalated, returned).when(supervise).emits({ type: 'SupervisionBegan', supervisor: C })
  })
  it('O16, O27: a later day moves it by the word of the requester’s side, and not by that of the unit above alone', () => {
    const granted = (by: string): Told => ({
      type: 'ExtensionGranted',
      ...orderKeys,
      asker: V1,
      from: serviceDueAt,
      to: extensionAsked.to,
      by,
    })
    late(placed, extensionAsked, granted('unit-above')).when(supervise).emits({ type: 'SupervisionBegan' })
    for (const by of ['requester', 'contact', 'proxy'])
      late(placed, extensionAsked, granted(by))
        .when(supervise)
        .isRefused({ type: 'NotYetDue', dueAt: '2020-05-13T16:00:00.000Z' })
  })
  it('O16: at the top the assessor has it', () => {
    late(placedAtCity).when(supervise).emits({ type: 'SupervisionBegan', supervisor: C, byAssessor: true })
  })
  it('O16, A14: begins again where the report that had ended it is missed after all', () => {
    const ended = { type: 'SupervisionEnded', ...orderKeys, supervisor: T1 }
    const waits = [...orderPasts.InProgress, supervisionBegan, reported, ended]
    late(...waits)
      .when(supervise)
      .isSilent()
    late(...waits, missed)
      .when(supervise)
      .emits({ type: 'SupervisionBegan', supervisor: T1 })
  })
  it('O16: also while a team is bound, not beside one that runs, and by a timer alone', () => {
    for (const state of ['Offered', 'Claimable', 'Accepted', 'Scheduled', 'InProgress'] as const)
      late(...orderPasts[state])
        .when(supervise)
        .emits({ type: 'SupervisionBegan' })
    late(placed, supervisionBegan).when(supervise).isSilent()
    late(...orderPasts.AwaitingReview)
      .when(supervise)
      .isSilent()
    given(placed).at(superviseAt).when(supervise).isRefused({ type: 'OnlyAProcess', command: 'SuperviseOrder' })
  })
  it('O16, O22: a later day to which the requester’s side gave its word lets it wait', () => {
    const asked = { ...placed, day: { endsAt: '2020-04-29T16:00:00.000Z', by: 'requester' } }
    late(asked).when(supervise).isRefused({ type: 'NotYetDue', dueAt: '2020-05-12T16:00:00.000Z' })
    late({ ...asked, day: { ...asked.day, by: 'office' } })
      .when(supervise)
      .emits({ type: 'SupervisionBegan' })
  })
  it('O16: ends in the same decision as the wait for the service', () => {
    const seen = makeEvent(supervisionBegan)
    given(...orderPasts.InProgress, seen)
      .by(b)
      .at('2020-04-22T03:00:00.000Z')
      .when({ type: 'ReportService', ...round })
      .emits({ type: 'ServiceReported' }, { type: 'SupervisionEnded', supervisor: T1 })
    given(...orderPasts.InProgress, seen)
      .by(dispatcherT1)
      .when({ type: 'AbortOrder', ...round, ...why })
      .emits({ type: 'OrderAborted' }, { type: 'SupervisionEnded' })
    given(placed, seen)
      .by(r1)
      .when({ type: 'CancelOrder', orderId: 'O1', ...why })
      .emits({ type: 'OrderCancelled' }, { type: 'SupervisionEnded' })
    given(placedAtCity, makeEvent({ ...supervisionBegan, supervisor: C }))
      .by(dispatcherC)
      .when({ type: 'EndUnmet', orderId: 'O1', ...why })
      .emits({ type: 'OrderUnmet' }, { type: 'SupervisionEnded', supervisor: C })
  })
  it('O16, G5: a policy without the term has none', () => {
    const none = changePolicy('2020-04-20', { orders: { supervise: null } })
    given()
      .at('2020-04-20T02:20:00.000Z')
      .knowing(none)
      .by(people.clerkV1)
      .when({ type: 'PlaceOrder', orderId: 'O1', needId: 'N1', specialty: 'hardship-relief', seats: 2, planned })
      .emits({ type: 'OrderPlaced', superviseAt: null, day: { endsAt: '2020-04-22T16:00:00.000Z', by: 'office' } })
  })
})
