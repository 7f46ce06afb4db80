import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts, seatTaken } from '../order/order.sample.ts'
import { people, timer, units } from '../sample/people.ts'
import { scene, world } from '../sample/world.ts'
import {
  cleared,
  commands,
  confirmBy,
  counting,
  missingAt,
  opened,
  orderCancelled,
  pasts,
  planned,
  ref,
} from './assignment.sample.ts'
import { assignment } from './index.ts'

const at = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const ready = given(...pasts.Cleared)
const here = given(...pasts.Present)
const { CheckIn, CheckOut, PauseService, ResumeService, NoteCheckOutMissing } = commands

describe('checking in', () => {
  it('A1: is the volunteer’s own, and says when a check-out is missing', () => {
    ready
      .at(at('01:00'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', ...ref, at: at('01:00'), missingAt })
    for (const actor of [people.b, people.clerkV1, timer])
      ready.at(at('01:00')).by(actor).when(CheckIn).isRefused({ type: 'NotTheVolunteer', volunteer: 'a' })
  })

  it('A9: from as long before the planned start as a check-out is missing after the planned end', () => {
    ready
      .at('2020-04-21T22:59:59.999Z')
      .when(CheckIn)
      .isRefused({ type: 'CheckInTooEarly', plannedStart: planned.start })
    ready.at('2020-04-21T23:00:00.000Z').when(CheckIn).emits({ type: 'CheckedIn' })
    ready.at('2020-04-22T04:59:59.999Z').when(CheckIn).emits({ type: 'CheckedIn', missingAt })
    ready.at(missingAt).when(CheckIn).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
  })

  it.each([
    ['accepted without a schedule', orderPasts.Accepted],
    ['open', orderPasts.Open],
    ['closed', orderPasts.Closed],
    ['aborted', orderPasts.Aborted],
  ])('A11: not for an order that is %s', (_what, past) => {
    const [type] = Object.entries(orderPasts).find(([, one]) => one === past) ?? []
    ready
      .knowing({ 'order-O1': past })
      .at(at('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'OrderNotUnderWay', orderId: 'O1', order: type })
  })

  it('A11: not for a cancelled order, nor without the seat', () => {
    ready
      .knowing(orderCancelled)
      .at(at('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'OrderNotUnderWay', order: 'Cancelled' })
    const freed = { type: 'SeatFreed', orderId: 'O1', round: 1, handler: units.V1, volunteer: 'a', reason: 'withdrawn' }
    ready
      .knowing({ 'order-O1': [...orderPasts.Scheduled, freed] })
      .at(at('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'OrderNotUnderWay', order: 'Scheduled' })
  })

  it('is open while the service is under way, and to a late telephone after it was reported', () => {
    ready
      .knowing({ 'order-O1': orderPasts.InProgress })
      .at(at('01:10'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: at('01:10') })
    ready
      .knowing({ 'order-O1': orderPasts.AwaitingReview })
      .at(at('04:30'))
      .occurring(at('01:10'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: at('01:10') })
  })

  it('reaches the log within the term of capture, half-open, and keeps its own time', () => {
    const late = ready.occurring(at('01:00'))
    late
      .at('2020-04-22T12:59:59.999Z')
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: at('01:00') })
    late
      .at('2020-04-22T13:00:00.000Z')
      .when(CheckIn)
      .isRefused({ type: 'CaptureTooLate', until: at('13:00') })
  })

  it('is one: the same instant again is silent, another is refused', () => {
    here.at(at('02:00')).occurring(at('01:00')).when(CheckIn).isSilent()
    here.at(at('02:00')).when(CheckIn).isRefused({ type: 'CommandNotAllowed', state: 'Present', command: 'CheckIn' })
    given(...pasts.Left)
      .at(at('04:00'))
      .occurring(at('01:00'))
      .when(CheckIn)
      .isSilent()
  })

  it('G5: is refused where no policy was in force', () => {
    ready.knowing({ 'policy-131081': [] }).at(at('01:00')).when(CheckIn).isRefused({ type: 'PolicyMissing' })
  })

  it('is refused where the planned stay is longer than a record holds', () => {
    const weeks = { start: planned.start, end: '2020-07-22T01:00:00.000Z' }
    given({ ...opened, planned: weeks } as never, cleared as never)
      .at(at('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'ServiceTooLong' })
  })
})

describe('breaks', () => {
  it('H13, H1: a break ends a segment, and each segment rounds down to whole minutes', () => {
    const broken = here.and(
      { type: 'ServicePaused', ...ref, at: '2020-04-22T02:00:59.999Z' } as never,
      { type: 'ServiceResumed', ...ref, at: at('02:20') } as never,
    )
    broken
      .at('2020-04-22T03:00:59.999Z')
      .when(CheckOut)
      .emits({
        type: 'CheckedOut',
        segments: [
          { start: at('01:00'), end: '2020-04-22T02:00:59.999Z' },
          { start: at('02:20'), end: '2020-04-22T03:00:59.999Z' },
        ],
        minutes: 100,
      })
  })

  it('H13: pauses and resumes in turn, the volunteer herself', () => {
    here
      .at(at('02:00'))
      .when(PauseService)
      .emits({ type: 'ServicePaused', ...ref, at: at('02:00') })
    here
      .at(at('02:00'))
      .when(ResumeService)
      .isRefused({ type: 'CommandNotAllowed', state: 'Present', command: 'ResumeService' })
    here.by(people.b).at(at('02:00')).when(PauseService).isRefused({ type: 'NotTheVolunteer' })
    const paused = given(...pasts.Paused)
    paused
      .at(at('02:20'))
      .when(ResumeService)
      .emits({ type: 'ServiceResumed', ...ref, at: at('02:20') })
    paused.by(people.b).at(at('02:20')).when(ResumeService).isRefused({ type: 'NotTheVolunteer' })
    paused.at(at('02:20')).when(PauseService).isRefused({ type: 'CommandNotAllowed', state: 'Paused' })
    paused.at(at('02:20')).when(CheckOut).isRefused({ type: 'CommandNotAllowed', state: 'Paused', command: 'CheckOut' })
  })

  it('H13: each step comes after the one before it, and before the check-out is missing', () => {
    here
      .at(at('01:00'))
      .when(PauseService)
      .isRefused({ type: 'OutOfOrder', after: at('01:00') })
    here
      .at(at('01:30'))
      .occurring(at('00:50'))
      .when(CheckOut)
      .isRefused({ type: 'OutOfOrder', after: at('01:00') })
    here.at(missingAt).when(PauseService).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
    given(...pasts.Paused)
      .at(at('02:00'))
      .when(ResumeService)
      .isRefused({ type: 'OutOfOrder', after: at('02:00') })
    given(...pasts.Paused)
      .at(missingAt)
      .when(ResumeService)
      .isRefused({ type: 'CheckOutIsMissingBy', missingAt })
  })

  it('H13: a step that is sent twice is one', () => {
    const paused = given(...pasts.Paused)
    paused.at(at('02:10')).occurring(at('02:00')).when(PauseService).isSilent()
    const resumed = paused.and({ type: 'ServiceResumed', ...ref, at: at('02:20') } as never).at(at('02:30'))
    resumed.occurring(at('02:20')).when(ResumeService).isSilent()
    resumed.occurring(at('02:00')).when(PauseService).isSilent()
    given(...pasts.Left)
      .at(at('04:00'))
      .occurring(at('03:10'))
      .when(CheckOut)
      .isSilent()
    given(...pasts.Left)
      .at(at('04:00'))
      .when(CheckOut)
      .isRefused({ type: 'CommandNotAllowed', state: 'Left' })
  })

  it('H13: 49 breaks fit into a record, a 50th is refused', () => {
    const minute = (n: number): string =>
      `2020-04-22T0${1 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}:00.000Z`
    const breaks = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        { type: 'ServicePaused', ...ref, at: minute(2 * index + 1) },
        { type: 'ServiceResumed', ...ref, at: minute(2 * index + 2) },
      ]).flat()
    here
      .and(...breaks(48))
      .at(at('03:00'))
      .when(PauseService)
      .emits({ type: 'ServicePaused' })
    const most = here.and(...breaks(49))
    most.at(at('03:00')).when(PauseService).isRefused({ type: 'TooManyBreaks' })
    const [left] = most.at(at('03:00')).when(CheckOut).events()
    expect(left).toMatchObject({ type: 'CheckedOut', minutes: 71 })
  })
})

describe('checking out', () => {
  it('A9, H13: her own, before it is missing: grade system, with what a record needs', () => {
    here
      .at(at('03:10'))
      .when(CheckOut)
      .emits({
        type: 'CheckedOut',
        ...ref,
        teamId: 'B1',
        bodyId: units.V1,
        owner: units.V1,
        specialty: 'hardship-relief',
        segments: [{ start: at('01:00'), end: at('03:10') }],
        minutes: 130,
        at: at('03:10'),
        neverResumed: false,
      })
    here.by(people.b).at(at('03:10')).when(CheckOut).isRefused({ type: 'NotTheVolunteer' })
    here.at('2020-04-22T04:59:59.999Z').when(CheckOut).emits({ type: 'CheckedOut', minutes: 239 })
    here.at(missingAt).when(CheckOut).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
  })

  it('a check-out that happened in time counts until it is noted missing', () => {
    const late = here.at(at('06:00')).occurring(at('03:00'))
    late.when(CheckOut).emits({ type: 'CheckedOut', minutes: 120 })
    late
      .at(at('15:00'))
      .when(CheckOut)
      .isRefused({ type: 'CaptureTooLate', until: at('15:00') })
    given(...pasts.CheckOutMissing)
      .at(at('06:00'))
      .occurring(at('03:00'))
      .when(CheckOut)
      .isRefused({ type: 'CommandNotAllowed', state: 'CheckOutMissing' })
  })
})

describe('a missing check-out', () => {
  const noted = here.by(timer)

  it('A9: proposes the planned end and counts nothing', () => {
    noted.at('2020-04-22T04:59:59.999Z').when(NoteCheckOutMissing).isRefused({ type: 'NotYetDue', dueAt: missingAt })
    noted
      .at(missingAt)
      .when(NoteCheckOutMissing)
      .emits({ type: 'CheckOutMissing', ...ref, bodyId: units.V1, proposedEnd: planned.end, confirmBy, assumed: false })
    noted.at('2020-04-25T05:00:00.000Z').when(NoteCheckOutMissing).emits({ type: 'CheckOutMissing', confirmBy })
    here.at(missingAt).when(NoteCheckOutMissing).isRefused({ type: 'OnlyAProcess' })
  })

  it('A9: never proposes an end before the last segment began', () => {
    const late = { type: 'CheckedIn', ...ref, at: at('04:00'), missingAt }
    given(...pasts.Cleared, late as never)
      .by(timer)
      .at(missingAt)
      .when(NoteCheckOutMissing)
      .emits({ type: 'CheckOutMissing', proposedEnd: at('04:00') })
  })

  it('A9, H13: a pause that was the end is a check-out at its start', () => {
    given(...pasts.Paused)
      .by(timer)
      .at(missingAt)
      .when(NoteCheckOutMissing)
      .emits({
        type: 'CheckedOut',
        segments: [{ start: at('01:00'), end: at('02:00') }],
        minutes: 60,
        at: at('02:00'),
        neverResumed: true,
      })
  })

  it.each(['Left', 'Confirmed', 'Unconfirmed', 'CheckOutMissing', 'Released'] as const)(
    'A9: the clock no longer applies: %s',
    (state) => {
      given(...pasts[state])
        .by(timer)
        .at(missingAt)
        .when(NoteCheckOutMissing)
        .isSilent()
    },
  )

  it('A9: the clock of an earlier check-in does not count', () => {
    noted
      .at(missingAt)
      .when({ ...NoteCheckOutMissing, missingAt: at('04:00') })
      .isSilent()
  })
})

describe('confirming', () => {
  const { ConfirmAttendance: confirm, LapseConfirmation: lapse } = commands
  const missing = given(...pasts.CheckOutMissing)
    .at(at('06:00'))
    .by(people.clerkV1)

  it('A9: a present second person says when it ended: attested', () => {
    missing.when(confirm).emits({
      type: 'AttendanceConfirmed',
      ...ref,
      bodyId: units.V1,
      segments: [{ start: at('01:00'), end: at('03:00') }],
      minutes: 120,
      confirmer: 'k1',
    })
  })

  it('A9: not the volunteer, nor under another number of hers', () => {
    missing.by(people.a).when(confirm).isRefused({ type: 'NotASecondPerson', person: 'a' })
    const e = {
      'volunteer-e': [...(world['volunteer-e'] ?? []), { type: 'VolunteerMerged', person: 'e', survivor: 'a' }],
    }
    missing.by(people.e).when(confirm).emits({ type: 'AttendanceConfirmed' })
    missing.knowing(e).by(people.e).when(confirm).isRefused({ type: 'NotASecondPerson', person: 'e' })
    const a = {
      'volunteer-a': [...(world['volunteer-a'] ?? []), { type: 'VolunteerMerged', person: 'a', survivor: 'e' }],
    }
    missing.knowing(a).by(people.e).when(confirm).isRefused({ type: 'NotASecondPerson', person: 'e' })
    missing.by(timer).when(confirm).isRefused({ type: 'NotAuthorised' })
  })

  it('A9: only who was present', () => {
    missing.when({ ...confirm, wasPresent: false }).isRefused({ type: 'NotPresent', person: 'k1' })
  })

  it('A9: an end after the last step, and not still to come', () => {
    missing
      .when({ ...confirm, end: at('01:00') })
      .isRefused({ type: 'EndNotPlausible', after: at('01:00'), until: at('06:00') })
    missing.when({ ...confirm, end: '2020-04-22T06:00:00.001Z' }).isRefused({ type: 'EndNotPlausible' })
    missing.when({ ...confirm, end: at('06:00') }).emits({ type: 'AttendanceConfirmed', minutes: 300 })
  })

  it('A9: until the 10th working day has ended; then it stays at 0', () => {
    const last = missing.at('2020-05-08T15:59:59.999Z')
    last.when(confirm).emits({ type: 'AttendanceConfirmed' })
    last.by(timer).when(lapse).isRefused({ type: 'NotYetDue', dueAt: confirmBy })
    missing.at(confirmBy).when(confirm).isRefused({ type: 'TermEnded', endedAt: confirmBy })
    missing
      .at(confirmBy)
      .by(timer)
      .when(lapse)
      .emits({ type: 'AttendanceUnconfirmed', ...ref, bodyId: units.V1 })
    missing.at(confirmBy).when(lapse).isRefused({ type: 'OnlyAProcess' })
  })

  it('A9: confirmed, the lapse is silent; lapsed, it is confirmed no more', () => {
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
      .at(at('07:00'))
      .when(confirm)
      .isSilent()
    given(...pasts.Confirmed)
      .by(people.b)
      .at(at('07:00'))
      .when(confirm)
      .isRefused({ type: 'CommandNotAllowed', state: 'Confirmed' })
  })

  it('A9: a term set before its calendar year was adopted is counted again', () => {
    const assumed = {
      type: 'CheckOutMissing',
      ...ref,
      bodyId: units.V1,
      proposedEnd: planned.end,
      confirmBy: '2020-05-06T16:00:00.000Z',
      assumed: true,
    }
    const old = given(...pasts.Present, assumed as never)
    const early = { ...lapse, confirmBy: assumed.confirmBy }
    old.by(timer).at(assumed.confirmBy).when(early).isRefused({ type: 'NotYetDue', dueAt: confirmBy })
    old.by(people.clerkV1).at(assumed.confirmBy).when(confirm).emits({ type: 'AttendanceConfirmed' })
    old.by(timer).at(confirmBy).when(early).emits({ type: 'AttendanceUnconfirmed' })
  })
})

describe('the golden story', () => {
  const b = { ...ref, volunteer: 'b' }
  const bHere = given({ ...opened, ...b } as never, { ...cleared, ...b } as never)

  it('A9: row 15, b is confirmed by the clerk: 120 minutes', () => {
    const missing = bHere.and(
      { type: 'CheckedIn', ...b, at: at('01:00'), missingAt } as never,
      { type: 'CheckOutMissing', ...b, bodyId: units.V1, proposedEnd: planned.end, confirmBy, assumed: false } as never,
    )
    missing
      .by(people.clerkV1)
      .at(at('06:00'))
      .when({ ...commands.ConfirmAttendance, ...b })
      .emits({ type: 'AttendanceConfirmed', volunteer: 'b', minutes: 120 })
  })

  it('H13: row 32, a pause of twenty minutes leaves 90 and 90', () => {
    const day = (time: string): string => `2020-04-30T${time}:00.000Z`
    const slot = { start: day('06:00'), end: day('09:00') }
    const d = { orderId: 'O2', round: 1, volunteer: 'd' }
    const order = { 'order-O2': [...orderPasts.Scheduled, { ...seatTaken('d'), planned: slot }] }
    const dIn = given(
      { ...opened, ...d, planned: slot } as never,
      { ...cleared, ...d } as never,
      { type: 'CheckedIn', ...d, at: day('06:00'), missingAt: day('11:00') } as never,
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
