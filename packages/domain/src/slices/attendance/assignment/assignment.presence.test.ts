import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts, orderKeys } from '../../requests/order/order.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import {
  cleared,
  commands,
  counting,
  inTime,
  missingAt,
  occasion,
  opened,
  orderCancelled,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const ready = given(...pasts.Cleared)
const here = given(...pasts.Present)
const { CheckIn, CheckOut, PauseService, ResumeService } = commands

describe('checking in', () => {
  it('A1: is the volunteer’s own, and says when a check-out is missing', () => {
    ready
      .at(instant('01:00'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', ...ref, at: instant('01:00'), missingAt, ...inTime, policyVersion: 'TEST-1' })
    for (const actor of [people.b, people.clerkV1, timer])
      ready.at(instant('01:00')).by(actor).when(CheckIn).isRefused({ type: 'NotTheVolunteer', volunteer: 'a' })
  })

  it('A9: opens as long before the planned start as a check-out is missing after the planned end', () => {
    ready
      .at('2020-04-21T22:59:59.999Z')
      .when(CheckIn)
      .isRefused({ type: 'CheckInTooEarly', plannedStart: planned.start })
    ready.at('2020-04-21T23:00:00.000Z').when(CheckIn).emits({ type: 'CheckedIn' })
    ready.at('2020-04-22T04:59:59.999Z').when(CheckIn).emits({ type: 'CheckedIn', missingAt })
    ready.at(missingAt).when(CheckIn).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
  })

  it.each([
    ['accepted without a schedule', 'Accepted'],
    ['open', 'Open'],
    ['aborted', 'Aborted'],
  ] as const)('A11: not for an order that is %s', (_what, state) => {
    ready
      .knowing({ 'order-O1': orderPasts[state] })
      .at(instant('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'NotUnderWay', occasion, state })
  })

  it('A11: is refused for a cancelled order, and without the seat', () => {
    ready
      .knowing(orderCancelled)
      .at(instant('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'NotUnderWay', state: 'Cancelled' })
    const freed = { type: 'SeatFreed', ...orderKeys, volunteer: 'a', reason: 'withdrawn' }
    ready
      .knowing({ 'order-O1': [...orderPasts.Scheduled, freed] })
      .at(instant('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'NotUnderWay', state: 'Scheduled' })
  })

  it('is open while the service is under way, and to a late telephone after it was reported', () => {
    ready
      .knowing({ 'order-O1': orderPasts.InProgress })
      .at(instant('01:10'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: instant('01:10') })
    ready
      .knowing({ 'order-O1': orderPasts.AwaitingReview })
      .at(instant('04:30'))
      .occurring(instant('01:10'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: instant('01:10') })
  })

  it('A14: told within the policy’s minutes it is in time; later it is a capture, and keeps its own time', () => {
    const late = ready.occurring(instant('01:00'))
    late
      .at('2020-04-22T13:00:00.000Z')
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: instant('01:00'), late: false })
    late
      .at('2020-04-22T13:00:00.001Z')
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: instant('01:00'), late: true })
    late.at('2020-04-25T01:00:00.000Z').when(CheckIn).emits({ type: 'CheckedIn', late: true })
    late
      .at('2020-04-25T01:00:00.001Z')
      .when(CheckIn)
      .isRefused({ type: 'CaptureTooLate', until: '2020-04-25T01:00:00.000Z' })
  })

  it('A14: nothing is told before it happened', () => {
    ready
      .at(instant('01:00'))
      .occurring('2020-04-22T01:00:00.001Z')
      .when(CheckIn)
      .isRefused({ type: 'AheadOfTheClock', now: instant('01:00') })
  })

  it('happens once: the same instant again is a no-op, another instant is refused', () => {
    here.at(instant('02:00')).occurring(instant('01:00')).when(CheckIn).isSilent()
    here
      .at(instant('02:00'))
      .when(CheckIn)
      .isRefused({ type: 'CommandNotAllowed', state: 'Present', command: 'CheckIn' })
    given(...pasts.Left)
      .at(instant('04:00'))
      .occurring(instant('01:00'))
      .when(CheckIn)
      .isSilent()
  })

  it('G5: is refused where no policy was in force', () => {
    ready.knowing({ 'policy-131081': [] }).at(instant('01:00')).when(CheckIn).isRefused({ type: 'PolicyMissing' })
  })

  it('is refused where the planned stay is longer than a record holds', () => {
    const weeks = { start: planned.start, end: '2020-07-22T01:00:00.000Z' }
    given({ ...opened, planned: weeks } as never, cleared)
      .at(instant('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'ServiceTooLong' })
  })
})

describe('breaks', () => {
  it('H13, H1: a break ends a segment, and each segment rounds down to whole minutes', () => {
    const broken = here.and(
      { type: 'ServicePaused', ...ref, at: '2020-04-22T02:00:59.999Z', late: false } as never,
      { type: 'ServiceResumed', ...ref, at: instant('02:20'), late: false } as never,
    )
    broken
      .at('2020-04-22T03:00:59.999Z')
      .when(CheckOut)
      .emits({
        type: 'CheckedOut',
        segments: [
          { start: instant('01:00'), end: '2020-04-22T02:00:59.999Z' },
          { start: instant('02:20'), end: '2020-04-22T03:00:59.999Z' },
        ],
        minutes: 100,
      })
  })

  it('H13: the volunteer herself pauses and resumes, in turn', () => {
    here
      .at(instant('02:00'))
      .when(PauseService)
      .emits({ type: 'ServicePaused', ...ref, at: instant('02:00'), late: false })
    here
      .at(instant('02:00'))
      .when(ResumeService)
      .isRefused({ type: 'CommandNotAllowed', state: 'Present', command: 'ResumeService' })
    here.by(people.b).at(instant('02:00')).when(PauseService).isRefused({ type: 'NotTheVolunteer' })
    const paused = given(...pasts.Paused)
    paused
      .at(instant('02:20'))
      .when(ResumeService)
      .emits({ type: 'ServiceResumed', ...ref, at: instant('02:20'), late: false })
    paused.by(people.b).at(instant('02:20')).when(ResumeService).isRefused({ type: 'NotTheVolunteer' })
    paused.at(instant('02:20')).when(PauseService).isRefused({ type: 'CommandNotAllowed', state: 'Paused' })
    paused
      .at(instant('02:20'))
      .when(CheckOut)
      .isRefused({ type: 'CommandNotAllowed', state: 'Paused', command: 'CheckOut' })
  })

  it('H13: each step comes after the one before it, and before the check-out is missing', () => {
    here
      .at(instant('01:00'))
      .when(PauseService)
      .isRefused({ type: 'OutOfOrder', after: instant('01:00') })
    here
      .at(instant('01:30'))
      .occurring(instant('00:50'))
      .when(CheckOut)
      .isRefused({ type: 'OutOfOrder', after: instant('01:00') })
    here.at(missingAt).when(PauseService).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
    given(...pasts.Paused)
      .at(instant('02:00'))
      .when(ResumeService)
      .isRefused({ type: 'OutOfOrder', after: instant('02:00') })
    given(...pasts.Paused)
      .at(missingAt)
      .when(ResumeService)
      .isRefused({ type: 'CheckOutIsMissingBy', missingAt })
  })

  it('H13: a step that is sent twice is a no-op the second time', () => {
    const paused = given(...pasts.Paused)
    paused.at(instant('02:10')).occurring(instant('02:00')).when(PauseService).isSilent()
    const resumed = paused
      .and({ type: 'ServiceResumed', ...ref, at: instant('02:20'), late: false } as never)
      .at(instant('02:30'))
    resumed.occurring(instant('02:20')).when(ResumeService).isSilent()
    resumed.occurring(instant('02:00')).when(PauseService).isSilent()
    given(...pasts.Left)
      .at(instant('04:00'))
      .occurring(instant('03:10'))
      .when(CheckOut)
      .isSilent()
    given(...pasts.Left)
      .at(instant('04:00'))
      .when(CheckOut)
      .isRefused({ type: 'CommandNotAllowed', state: 'Left' })
  })

  it('H13: 49 breaks fit into a record, a 50th is refused', () => {
    const minute = (n: number): string =>
      `2020-04-22T0${1 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}:00.000Z`
    const breaks = (count: number) =>
      Array.from({ length: count }, (_, index) => [
        { type: 'ServicePaused', ...ref, at: minute(2 * index + 1), late: false },
        { type: 'ServiceResumed', ...ref, at: minute(2 * index + 2), late: false },
      ]).flat()
    here
      .and(...breaks(48))
      .at(instant('03:00'))
      .when(PauseService)
      .emits({ type: 'ServicePaused' })
    const most = here.and(...breaks(49))
    most.at(instant('03:00')).when(PauseService).isRefused({ type: 'TooManyBreaks' })
    const [left] = most.at(instant('03:00')).when(CheckOut).events()
    expect(left).toMatchObject({ type: 'CheckedOut', minutes: 71 })
  })
})

describe('checking out', () => {
  it('A9, H13: by the volunteer, before it is missing: grade system, with all that a record needs', () => {
    here
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({
        type: 'CheckedOut',
        ...ref,
        teamId: 'B1',
        bodyId: units.V1,
        owner: units.V1,
        specialty: 'hardship-relief',
        segments: [{ start: instant('01:00'), end: instant('03:10') }],
        minutes: 130,
        at: instant('03:10'),
        missingAt: null,
      })
    here.by(people.b).at(instant('03:10')).when(CheckOut).isRefused({ type: 'NotTheVolunteer' })
    here.at('2020-04-22T04:59:59.999Z').when(CheckOut).emits({ type: 'CheckedOut', minutes: 239 })
    here.at(missingAt).when(CheckOut).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
  })

  it('A9, H6: a planned day, the longest there is, is captured with at most two hours before and after it', () => {
    const day = { start: planned.start, end: '2020-04-23T01:00:00.000Z' }
    const [checkedIn] = given({ ...opened, planned: day } as never, cleared)
      .at('2020-04-21T23:00:00.000Z')
      .when(CheckIn)
      .events()
    const stays = given({ ...opened, planned: day } as never, cleared, checkedIn as never)
    stays.at('2020-04-23T02:59:59.999Z').when(CheckOut).emits({ type: 'CheckedOut', minutes: 1679 })
    const until = '2020-04-23T03:00:00.000Z'
    for (const late of [until, '2020-05-08T15:00:00.000Z'])
      stays.at(late).when(CheckOut).isRefused({ type: 'CheckOutIsMissingBy', missingAt: until })
    stays
      .by(timer)
      .at(until)
      .when({ ...commands.NoteCheckOutMissing, missingAt: until })
      .emits({ type: 'CheckOutMissing', proposedEnd: day.end })
  })

  it('A14, A15: a check-out told in time counts, whether the timer has noted it missing or not', () => {
    for (const past of [pasts.Present, pasts.CheckOutMissing]) {
      const late = given(...past).occurring(instant('03:00'))
      late.at(instant('06:00')).when(CheckOut).emits({ type: 'CheckedOut', minutes: 120 })
      late.at(instant('15:00')).when(CheckOut).emits({ type: 'CheckedOut', minutes: 120 })
      late.at('2020-04-22T15:00:00.001Z').when(CheckOut).emits({ type: 'PresenceCaptured', minutes: 120 })
      late
        .at('2020-04-25T03:00:00.001Z')
        .when(CheckOut)
        .isRefused({ type: 'CaptureTooLate', until: '2020-04-25T03:00:00.000Z' })
    }
  })
})
