/** An allegation, or its excuse, and a volunteer who was there (A8, A14). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts, seatTaken } from '../../requests/order/order.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import {
  captured,
  commands,
  confirmBy,
  contestedTakenOver,
  counting,
  excuseBy,
  missing,
  orderReviewed,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const { CheckIn, ConfirmAttendance: confirm, ConfirmByReview: review, LapseConfirmation: lapse } = commands
const evening = instant('14:00')
const bodyId = units.V1
/** Alleged, and told in the evening that she had come. */
const came = contestedTakenOver.slice(0, 5) as never[]
const answer = { type: 'AbsenceRefuted', ...ref, bodyId, at: instant('01:00') } as const

describe('an allegation that a volunteer answers too late for `system`', () => {
  it('A8, A14: waits, and is refuted by no word of her own', () => {
    given(...pasts.AbsenceAlleged)
      .at(evening)
      .occurring(instant('01:00'))
      .when(CheckIn)
      .emits({ type: 'AbsenceContested', ...ref, bodyId, at: instant('01:00') }, { type: 'CheckedIn', late: true })
    given(...came)
      .by(timer)
      .at(excuseBy)
      .when(commands.LetAbsenceStand)
      .isSilent()
  })

  it('A8, A14: is refuted once one whom the log places there, or a review given afterwards, confirms that she came', () => {
    const told = given(...came, captured as never)
    told
      .by(people.clerkV1)
      .at(evening)
      .when({ ...confirm, end: planned.end })
      .emits(answer, { type: 'AttendanceConfirmed', minutes: 120 })
    told
      .by(timer)
      .at(evening)
      .knowing(orderReviewed)
      .when(review)
      .emits(answer, { type: 'AttendanceConfirmed', byReview: true })
  })

  it('A8: stands where no one confirms it, and the unit above may still excuse it', () => {
    const waits = given(...came, captured as never)
    waits.by(timer).at(confirmBy).when(lapse).emits({ type: 'CaptureUnconfirmed' })
    const stood = { type: 'AbsenceStood', ...ref, bodyId, excuseBy } as const
    given(...contestedTakenOver.slice(0, 7))
      .by(people.recorderV1)
      .at(confirmBy)
      .when(commands.RefuseCapture)
      .emits({ type: 'CaptureRefused' }, stood)
    given(...came, { ...missing, confirmBy } as never)
      .by(timer)
      .at(confirmBy)
      .when(lapse)
      .emits({ type: 'CaptureUnconfirmed' })
    given(...came, { ...missing, confirmBy, proposedEnd: instant('01:00') } as never)
      .by(timer)
      .at(confirmBy)
      .when(lapse)
      .emits({ type: 'AttendanceUnconfirmed' }, stood)
    given(
      ...came,
      captured as never,
      { type: 'CaptureRefused', ...ref, bodyId, by: 'k1', reason: { code: 'x', text: null } } as never,
      stood as never,
    )
      .by(people.approverC)
      .at(confirmBy)
      .when(commands.ExcuseAbsence)
      .emits({ type: 'AbsenceExcused', by: 'qc' })
  })

  it('H2a: stands beside a capture that the recorder took over, until the unit above rules that it took place', () => {
    const { EndAbsence: end } = commands
    given(...contestedTakenOver)
      .by(timer)
      .at(confirmBy)
      .when(end)
      .emits({ type: 'AbsenceOverruled', by: 'qc' })
    given(...pasts.TakenOver)
      .by(timer)
      .at(confirmBy)
      .when(end)
      .isSilent()
  })
})

describe('an absence that is excused at once', () => {
  /** b serves, and the seat of a was freed by the excuse. */
  const freed = {
    type: 'SeatFreed',
    orderId: 'O1',
    opened: '2020-04-20T02:20:00.000Z',
    round: 1,
    handler: units.V1,
    volunteer: 'a',
    reason: 'released',
  }
  const knowing = (...more: ReadonlyArray<object>) => ({
    'order-O1': [...orderPasts.InProgress, freed, ...more] as never[],
  })
  const excused = given(...pasts.Excused).at(instant('01:10'))

  it('A8: shuts no one out who comes by the planned end: the seat is hers again', () => {
    excused
      .knowing(knowing())
      .when(CheckIn)
      .emits({ type: 'ExcuseAnswered', ...ref, bodyId, at: instant('01:10') }, { type: 'CheckedIn', late: false })
    excused.at(planned.end).knowing(knowing()).when(CheckIn).emits({ type: 'ExcuseAnswered' }, { type: 'CheckedIn' })
    excused
      .at('2020-04-22T03:00:00.001Z')
      .knowing(knowing())
      .when(CheckIn)
      .isRefused({ type: 'PlannedEndPassed', plannedEnd: planned.end })
  })

  it('A14: what is told late is a capture, also once the order is closed', () => {
    for (const order of [orderPasts.InProgress, orderPasts.AwaitingReview, orderPasts.Closed])
      excused
        .at(evening)
        .occurring(instant('01:00'))
        .knowing({ 'order-O1': [...order, freed] as never[] })
        .when(CheckIn)
        .emits({ type: 'ExcuseAnswered' }, { type: 'CheckedIn', late: true })
  })

  it('O11: a seat that another volunteer has taken meanwhile is no one else’s', () => {
    const full = { 'order-O1': [...orderPasts.Scheduled, seatTaken('b'), freed, seatTaken('e')] as never[] }
    excused.knowing(full).when(CheckIn).isRefused({ type: 'NotUnderWay', state: 'Scheduled' })
  })
})
