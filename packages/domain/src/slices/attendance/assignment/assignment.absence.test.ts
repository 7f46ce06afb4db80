import { describe, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { orderPasts } from '../../requests/order/order.fixture.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import {
  byTest1,
  cleared,
  commands,
  counting,
  excuseBy,
  opened,
  orderCancelled,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, now: instant('01:30'), actor: people.b })
const { AllegeAbsence: allege, ExcuseAbsence: excuse, LetAbsenceStand: stand } = commands
const awaited = given(...pasts.Cleared)
const alleged = given(...pasts.AbsenceAlleged).at(instant('04:00'))

describe('an absence', () => {
  it('A8: is alleged by a named person: the leader, or the handler’s dispatcher or clerk', () => {
    awaited.when(allege).emits({
      type: 'AbsenceAlleged',
      ...ref,
      bodyId: units.V1,
      by: 'b',
      allegedAt: instant('01:30'),
      excuseBy,
      ...byTest1,
    })
    awaited.by(people.clerkV1).when(allege).emits({ type: 'AbsenceAlleged', by: 'k1' })
    awaited.by(people.dispatcherT1).when(allege).emits({ type: 'AbsenceAlleged', by: 'p1' })
    awaited.by(people.e).when(allege).isRefused({ type: 'NotAuthorised' })
    awaited.by(people.clerkV2).when(allege).isRefused({ type: 'OutsideJurisdiction', unit: units.V1 })
    awaited.by(timer).when(allege).isRefused({ type: 'NotAuthorised' })
  })

  it('A8: is not alleged before the planned start', () => {
    awaited
      .at('2020-04-22T00:59:59.999Z')
      .when(allege)
      .isRefused({ type: 'StartNotReached', plannedStart: planned.start })
    awaited.at(planned.start).when(allege).emits({ type: 'AbsenceAlleged' })
  })

  it.each(['Present', 'Paused', 'Left', 'CheckOutMissing', 'Withdrawn', 'Released'] as const)(
    'A8: is not alleged of a volunteer who came, withdrew or was released: %s',
    (state) => {
      given(...pasts[state])
        .when(allege)
        .isRefused({ type: 'CommandNotAllowed', state, command: 'AllegeAbsence' })
    },
  )

  it('A11: is not alleged where the order is gone', () => {
    awaited.knowing(orderCancelled).when(allege).isRefused({ type: 'NotUnderWay', state: 'Cancelled' })
    awaited.knowing({ 'order-O1': orderPasts.Open }).when(allege).isRefused({ type: 'NotUnderWay', state: 'Open' })
  })

  it('A8: is never judged by the volunteer herself', () => {
    const own = { ...ref, volunteer: 'b' }
    const leader = given({ ...opened, ...own }, { ...cleared, ...own })
    leader.when({ ...allege, ...own }).isRefused({ type: 'NotASecondPerson', person: 'b' })
    const accused = leader.and({ ...pasts.AbsenceAlleged[2], ...own } as never)
    accused.when({ ...excuse, ...own }).isRefused({ type: 'NotASecondPerson', person: 'b' })
    accused
      .by(people.clerkV1)
      .when({ ...excuse, ...own })
      .emits({ type: 'AbsenceExcused', volunteer: 'b', by: 'k1' })
  })

  it('A8, G7: nor by the volunteer under another registration', () => {
    const known = merged(['k1', 'a'])
    awaited.knowing(known).by(people.clerkV1).when(allege).isRefused({ type: 'NotASecondPerson', person: 'k1' })
    alleged.knowing(known).by(people.clerkV1).when(excuse).isRefused({ type: 'NotASecondPerson', person: 'k1' })
    alleged.knowing(known).when(excuse).emits({ type: 'AbsenceExcused', by: 'b' })
  })

  it('A8: can be excused until the term ends', () => {
    alleged
      .by(people.clerkV1)
      .when(excuse)
      .emits({ type: 'AbsenceExcused', ...ref, bodyId: units.V1, by: 'k1', reason: excuse.reason })
    alleged.when(excuse).emits({ type: 'AbsenceExcused', by: 'b' })
    alleged.by(people.a).when(excuse).isRefused({ type: 'NotASecondPerson', person: 'a' })
    alleged.by(people.clerkV2).when(excuse).isRefused({ type: 'OutsideJurisdiction' })
    alleged.at(excuseBy).when(excuse).isRefused({ type: 'TermEnded', endedAt: excuseBy })
  })

  it('A8: stands unless it is excused', () => {
    alleged.by(timer).at('2020-04-26T15:59:59.999Z').when(stand).isRefused({ type: 'NotYetDue', dueAt: excuseBy })
    alleged
      .by(timer)
      .at(excuseBy)
      .when(stand)
      .emits({ type: 'AbsenceStood', ...ref, bodyId: units.V1 })
    alleged.at(excuseBy).when(stand).isRefused({ type: 'OnlyAProcess' })
    given(...pasts.Excused)
      .by(timer)
      .at(excuseBy)
      .when(stand)
      .isSilent()
  })

  it('A8, G8: one that stands is excused by an approver of the unit above, without a part in it, and by no one else', () => {
    const stands = given(...pasts.Absent).at('2020-05-20T01:00:00.000Z')
    stands.by(people.approverC).when(excuse).emits({ type: 'AbsenceExcused', by: 'qc', reason: excuse.reason })
    for (const other of [people.b, people.clerkV1, people.dispatcherT1, people.approverV1])
      stands.by(other).when(excuse).isRefused({ type: 'NotTheUnitAbove', ruler: units.C, propose: null })
    const bySelf = { ...pasts.AbsenceAlleged[2], by: 'qc' }
    given(...pasts.Cleared, bySelf as never, pasts.Absent[3] as never)
      .at('2020-05-20T01:00:00.000Z')
      .by(people.approverC)
      .when(excuse)
      .isRefused({ type: 'NotTheUnitAbove', propose: 'ExcuseAbsence.o_dO1_d1.a' })
  })

  it('A8: the own check-in up to the planned end answers it', () => {
    const came = alleged.by(people.a)
    came
      .at(planned.end)
      .when(commands.CheckIn)
      .emits(
        { type: 'AbsenceRefuted', ...ref, bodyId: units.V1, at: planned.end },
        { type: 'CheckedIn', at: planned.end, late: false },
      )
    came
      .at('2020-04-22T03:00:00.001Z')
      .when(commands.CheckIn)
      .isRefused({ type: 'PlannedEndPassed', plannedEnd: planned.end })
    given(...pasts.Absent)
      .by(people.a)
      .at(planned.end)
      .when(commands.CheckIn)
      .isRefused({ type: 'CommandNotAllowed', state: 'Absent' })
  })

  it('A8: said again it is a no-op', () => {
    alleged.when(allege).isSilent()
    alleged.by(people.clerkV1).when(allege).isRefused({ type: 'CommandNotAllowed', state: 'AbsenceAlleged' })
    given(...pasts.Excused)
      .by(people.clerkV1)
      .when(excuse)
      .isSilent()
  })

  it('G5: the term to excuse is that of the allegation’s day, and stays so under a later policy', () => {
    const changed = changePolicy('2020-04-23', { attendance: { excuse: { workingDays: 1 } } })
    awaited.knowing(changed).when(allege).emits({ type: 'AbsenceAlleged', excuseBy, policyVersion: 'TEST-1' })
    alleged
      .knowing(changed)
      .by(timer)
      .at('2020-04-24T16:00:00.000Z')
      .when(stand)
      .isRefused({ type: 'NotYetDue', dueAt: excuseBy })
    const before = changePolicy('2020-04-22', { attendance: { excuse: { workingDays: 1 } } })
    awaited
      .knowing(before)
      .when(allege)
      .emits({ type: 'AbsenceAlleged', excuseBy: '2020-04-23T16:00:00.000Z', policyVersion: 'TEST-2' })
  })

  it('A8: a term set before its calendar year was adopted is counted again', () => {
    const early = '2020-04-25T16:00:00.000Z'
    const assumedAbsence = { ...pasts.AbsenceAlleged[2], excuseBy: early, assumed: true } as Typed
    const old = given(...pasts.Cleared, assumedAbsence)
    old
      .by(timer)
      .at(early)
      .when({ ...stand, excuseBy: early })
      .isRefused({ type: 'NotYetDue', dueAt: excuseBy })
    old.by(people.clerkV1).at(early).when(excuse).emits({ type: 'AbsenceExcused' })
    old
      .by(timer)
      .at(excuseBy)
      .when({ ...stand, excuseBy: early })
      .emits({ type: 'AbsenceStood' })
  })
})
