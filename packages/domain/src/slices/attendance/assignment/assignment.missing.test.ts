import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts, seatTaken } from '../../requests/order/order.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import {
  byTest1,
  cleared,
  commands,
  confirmBy,
  counting,
  inTime,
  missingAt,
  opened,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const here = given(...pasts.Present)
const { CheckOut, NoteCheckOutMissing } = commands

describe('a missing check-out', () => {
  const noted = here.by(timer)

  it('A9: proposes the planned end and counts nothing', () => {
    noted.at('2020-04-22T04:59:59.999Z').when(NoteCheckOutMissing).isRefused({ type: 'NotYetDue', dueAt: missingAt })
    noted
      .at(missingAt)
      .when(NoteCheckOutMissing)
      .emits({
        type: 'CheckOutMissing',
        ...ref,
        cameAt: instant('01:00'),
        attempt: 0,
        bodyId: units.V1,
        missingAt,
        proposedEnd: planned.end,
        elsewhere: null,
        confirmBy,
        ...byTest1,
      })
    noted.at('2020-04-25T05:00:00.000Z').when(NoteCheckOutMissing).emits({ type: 'CheckOutMissing', confirmBy })
    here.at(missingAt).when(NoteCheckOutMissing).isRefused({ type: 'OnlyAProcess' })
  })

  it('G5: a check-in’s hours are those of its day, and stay so under a later policy', () => {
    const ready = given(...pasts.Cleared).at(planned.start)
    const changed = changePolicy('2020-04-22', { orders: { missedCheckOut: { hours: 1 } } })
    const { CheckIn } = commands
    ready
      .knowing(changed)
      .when(CheckIn)
      .emits({ type: 'CheckedIn', missingAt: instant('04:00'), ...inTime, policyVersion: 'TEST-2' })
    noted
      .knowing(changed)
      .at(instant('04:00'))
      .when(NoteCheckOutMissing)
      .isRefused({ type: 'NotYetDue', dueAt: missingAt })
    noted.knowing(changed).at(missingAt).when(NoteCheckOutMissing).emits({ type: 'CheckOutMissing' })
  })

  it('G5: the term to confirm is that of the day on which the check-out is missing, however late that is noted', () => {
    const changed = changePolicy('2020-04-23', { attendance: { attest: { workingDays: 1 } } })
    noted
      .knowing(changed)
      .at('2020-04-25T05:00:00.000Z')
      .when(NoteCheckOutMissing)
      .emits({ type: 'CheckOutMissing', confirmBy, policyVersion: 'TEST-1' })
    const missing = given(...pasts.CheckOutMissing)
      .knowing(changed)
      .at('2020-05-08T15:59:59.999Z')
    missing.by(people.clerkV1).when(commands.ConfirmAttendance).emits({ type: 'AttendanceConfirmed' })
    missing.by(timer).when(commands.LapseConfirmation).isRefused({ type: 'NotYetDue', dueAt: confirmBy })
  })

  it('A9: never proposes an end before the last segment began', () => {
    const times = { at: instant('04:00'), toldAt: instant('04:00'), missingAt }
    const late = { type: 'CheckedIn', ...ref, ...times, ...inTime, policyVersion: 'TEST-1' }
    given(...pasts.Cleared, late)
      .by(timer)
      .at(missingAt)
      .when(NoteCheckOutMissing)
      .emits({ type: 'CheckOutMissing', proposedEnd: instant('04:00') })
  })

  it('A9, H13: a pause that was the end is a check-out at its start', () => {
    given(...pasts.Paused)
      .by(timer)
      .at(missingAt)
      .when(NoteCheckOutMissing)
      .emits({
        type: 'CheckedOut',
        segments: [{ start: instant('01:00'), end: instant('02:00') }],
        minutes: 60,
        at: instant('02:00'),
        missingAt,
      })
  })

  it.each(['Left', 'Confirmed', 'Unconfirmed', 'CheckOutMissing', 'Released'] as const)(
    'A9: the timer is a no-op in state %s',
    (state) => {
      given(...pasts[state])
        .by(timer)
        .at(missingAt)
        .when(NoteCheckOutMissing)
        .isSilent()
    },
  )

  it('A9: the timer of an earlier check-in is a no-op', () => {
    noted
      .at(missingAt)
      .when({ ...NoteCheckOutMissing, missingAt: instant('04:00') })
      .isSilent()
  })
})

describe('the golden story', () => {
  const b = { ...ref, volunteer: 'b' }
  const bHere = given({ ...opened, ...b }, { ...cleared, ...b })

  it('A9: row 15, b is confirmed by the clerk: 120 minutes', () => {
    const missing = bHere.and(
      {
        type: 'CheckedIn',
        ...b,
        at: instant('01:00'),
        toldAt: instant('01:00'),
        missingAt,
        ...inTime,
        policyVersion: 'TEST-1',
      } as never,
      {
        type: 'CheckOutMissing',
        ...b,
        cameAt: instant('01:00'),
        attempt: 0,
        bodyId: units.V1,
        missingAt,
        proposedEnd: planned.end,
        elsewhere: null,
        confirmBy,
        ...byTest1,
      } as never,
    )
    missing
      .by(people.clerkV1)
      .at(instant('06:00'))
      .when({ ...commands.ConfirmAttendance, ...b })
      .emits({ type: 'AttendanceConfirmed', volunteer: 'b', minutes: 120 })
  })

  it('H13: row 32, a pause of twenty minutes leaves 90 and 90', () => {
    const day = (time: string): string => `2020-04-30T${time}:00.000Z`
    const slot = { start: day('06:00'), end: day('09:00') }
    const d = { occasion: { ...ref.occasion, orderId: 'O2' }, volunteer: 'd' }
    const order = { 'order-O2': [...orderPasts.Scheduled, { ...seatTaken('d'), planned: slot }] }
    const dIn = given(
      { ...opened, ...d, planned: slot } as never,
      { ...cleared, ...d },
      {
        type: 'CheckedIn',
        ...d,
        at: day('06:00'),
        toldAt: day('06:00'),
        missingAt: day('11:00'),
        ...inTime,
        policyVersion: 'TEST-1',
      } as never,
      { type: 'ServicePaused', ...d, at: day('07:30'), late: false } as never,
      { type: 'ServiceResumed', ...d, at: day('07:50'), late: false } as never,
    )
    dIn
      .knowing(order)
      .by(people.d)
      .at(day('09:20'))
      .when({ ...CheckOut, ...d })
      .emits({
        type: 'CheckedOut',
        segments: [
          { start: day('06:00'), end: day('07:30') },
          { start: day('07:50'), end: day('09:20') },
        ],
        minutes: 180,
      })
  })
})

describe('a check-in told late, whose check-out is missing', () => {
  it('A14, A9: a check-in that was told late waits at the recorder where no one confirmed it: up to the planned end', () => {
    const late = [...pasts.CaptureUnconfirmed.slice(0, 3), pasts.CheckOutMissing.at(-1) as never]
    const unconfirmed = given(...late)
      .by(timer)
      .at(confirmBy)
    unconfirmed
      .when(commands.LapseConfirmation)
      .emits({ type: 'CaptureUnconfirmed', ...ref, bodyId: units.V1, confirmBy })
    unconfirmed
      .and(...(unconfirmed.when(commands.LapseConfirmation).events() as never[]))
      .by(people.recorderV1)
      .when(commands.TakeOverCapture)
      .emits({ type: 'CaptureTakenOver', recorder: 'k1', minutes: 120, segments: [planned] })
    given(...pasts.CheckOutMissing)
      .by(timer)
      .at(confirmBy)
      .when(commands.LapseConfirmation)
      .emits({ type: 'AttendanceUnconfirmed' })
  })
})
