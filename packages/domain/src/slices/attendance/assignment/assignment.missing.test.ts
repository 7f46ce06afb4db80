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
  missingAt,
  opened,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
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
        bodyId: units.V1,
        missingAt,
        proposedEnd: planned.end,
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
      .emits({ type: 'CheckedIn', missingAt: instant('04:00'), policyVersion: 'TEST-2' })
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
    const late = { type: 'CheckedIn', ...ref, at: instant('04:00'), missingAt, policyVersion: 'TEST-1' }
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

describe('confirming', () => {
  const { ConfirmAttendance: confirm, LapseConfirmation: lapse } = commands
  const missing = given(...pasts.CheckOutMissing)
    .at(instant('06:00'))
    .by(people.clerkV1)

  it('A9: a present second person says when it ended: attested', () => {
    missing.when(confirm).emits({
      type: 'AttendanceConfirmed',
      ...ref,
      bodyId: units.V1,
      segments: [{ start: instant('01:00'), end: instant('03:00') }],
      minutes: 120,
      confirmer: 'k1',
    })
  })

  it('A9: the volunteer does not confirm, not even under another registration', () => {
    missing.by(people.a).when(confirm).isRefused({ type: 'NotASecondPerson', person: 'a' })
    missing.by(people.e).when(confirm).emits({ type: 'AttendanceConfirmed' })
    missing
      .knowing(merged(['e', 'a']))
      .by(people.e)
      .when(confirm)
      .isRefused({ type: 'NotASecondPerson', person: 'e' })
    missing
      .knowing(merged(['a', 'e']))
      .by(people.e)
      .when(confirm)
      .isRefused({ type: 'NotASecondPerson', person: 'e' })
    missing.by(timer).when(confirm).isRefused({ type: 'NotAuthorised' })
  })

  it('A9, G2: nor under a registration that was merged into hers through a third one', () => {
    missing
      .knowing(merged(['a', 'e'], ['e', 'c']))
      .by(people.c)
      .when(confirm)
      .isRefused({ type: 'NotASecondPerson', person: 'c' })
  })

  it('A9: only a person who was present confirms', () => {
    missing.when({ ...confirm, wasPresent: false }).isRefused({ type: 'NotPresent', person: 'k1' })
  })

  it('A9: the end lies after the last step, and not in the future', () => {
    missing
      .when({ ...confirm, end: instant('01:00') })
      .isRefused({ type: 'EndNotPlausible', after: instant('01:00'), until: instant('06:00') })
    missing.when({ ...confirm, end: '2020-04-22T06:00:00.001Z' }).isRefused({ type: 'EndNotPlausible' })
    missing.when({ ...confirm, end: instant('06:00') }).emits({ type: 'AttendanceConfirmed', minutes: 300 })
  })

  it('A9: a forgotten check-out does not become days of service', () => {
    const late = missing.at('2020-05-08T15:00:00.000Z')
    late
      .when({ ...confirm, end: '2020-05-08T15:00:00.000Z' })
      .isRefused({ type: 'EndNotPlausible', until: '2020-04-23T01:00:00.000Z' })
    late.when({ ...confirm, end: '2020-04-23T01:00:00.000Z' }).emits({ type: 'AttendanceConfirmed', minutes: 1440 })
    const proposedEnd = '2020-04-25T01:00:00.000Z'
    const camp = { type: 'CheckOutMissing', ...ref, bodyId: units.V1, missingAt, proposedEnd, confirmBy, ...byTest1 }
    given(...pasts.Present, camp)
      .at('2020-05-08T15:00:00.000Z')
      .by(people.clerkV1)
      .when({ ...confirm, end: '2020-04-25T01:00:00.000Z' })
      .emits({ type: 'AttendanceConfirmed', minutes: 4320 })
  })

  it('A9: may be confirmed until the 10th working day has ended; then it stays at 0', () => {
    const last = missing.at('2020-05-08T15:59:59.999Z')
    last.when(confirm).emits({ type: 'AttendanceConfirmed' })
    last.by(timer).when(lapse).isRefused({ type: 'NotYetDue', dueAt: confirmBy })
    missing.at(confirmBy).when(confirm).isRefused({ type: 'TermEnded', endedAt: confirmBy })
    missing
      .at(confirmBy)
      .by(timer)
      .when(lapse)
      .emits({ type: 'AttendanceUnconfirmed', ...ref, bodyId: units.V1, confirmBy })
    missing.at(confirmBy).when(lapse).isRefused({ type: 'OnlyAProcess' })
  })

  it('A9: the lapse is a no-op after a confirmation; a confirmation is refused after the lapse', () => {
    given(...pasts.Confirmed)
      .by(timer)
      .at(confirmBy)
      .when(lapse)
      .isSilent()
    given(...pasts.Unconfirmed)
      .by(people.clerkV1)
      .at(confirmBy)
      .when(confirm)
      .isRefused({ type: 'CommandNotAllowed', state: 'Unconfirmed' })
    given(...pasts.Confirmed)
      .by(people.clerkV1)
      .at(instant('07:00'))
      .when(confirm)
      .isSilent()
    given(...pasts.Confirmed)
      .by(people.b)
      .at(instant('07:00'))
      .when(confirm)
      .isRefused({ type: 'CommandNotAllowed', state: 'Confirmed' })
  })

  it('A9: a term set before its calendar year was adopted is counted again', () => {
    const assumed = {
      type: 'CheckOutMissing',
      ...ref,
      bodyId: units.V1,
      missingAt,
      proposedEnd: planned.end,
      confirmBy: '2020-05-06T16:00:00.000Z',
      assumed: true,
      policyVersion: 'TEST-1',
    }
    const old = given(...pasts.Present, assumed)
    const early = { ...lapse, confirmBy: assumed.confirmBy }
    old.by(timer).at(assumed.confirmBy).when(early).isRefused({ type: 'NotYetDue', dueAt: confirmBy })
    old
      .knowing(changePolicy('2020-04-22', { attendance: { attest: { workingDays: 1 } } }))
      .by(timer)
      .at(assumed.confirmBy)
      .when(early)
      .isRefused({ type: 'NotYetDue', dueAt: confirmBy })
    old.by(people.clerkV1).at(assumed.confirmBy).when(confirm).emits({ type: 'AttendanceConfirmed' })
    old.by(timer).at(confirmBy).when(early).emits({ type: 'AttendanceUnconfirmed', confirmBy: assumed.confirmBy })
  })
})

describe('the golden story', () => {
  const b = { ...ref, volunteer: 'b' }
  const bHere = given({ ...opened, ...b }, { ...cleared, ...b })

  it('A9: row 15, b is confirmed by the clerk: 120 minutes', () => {
    const missing = bHere.and(
      { type: 'CheckedIn', ...b, at: instant('01:00'), missingAt, policyVersion: 'TEST-1' } as never,
      {
        type: 'CheckOutMissing',
        ...b,
        bodyId: units.V1,
        missingAt,
        proposedEnd: planned.end,
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
      { type: 'CheckedIn', ...d, at: day('06:00'), missingAt: day('11:00'), policyVersion: 'TEST-1' } as never,
      { type: 'ServicePaused', ...d, at: day('07:30') } as never,
      { type: 'ServiceResumed', ...d, at: day('07:50') } as never,
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
