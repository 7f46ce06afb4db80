import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { cancelled, orderPasts, reopened } from '../../requests/order/order.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, unitEvents, world } from '../../../fixtures/world.ts'
import {
  captured,
  checkedInLate,
  cleared,
  commands,
  confirmBy,
  listedLate,
  counting,
  opened,
  orderCancelled,
  orderMissed,
  orderReviewed,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const { CheckIn, CheckOut, ConfirmAttendance: confirm, ConfirmByReview: review, LapseConfirmation: lapse } = commands
const waiting = given(...pasts.Captured)
const evening = instant('14:00')
/** The same review, given at another time. */
const reviewedAt = (at: string) => ({
  'order-O1': (orderReviewed['order-O1'] ?? []).map((one) =>
    one.type === 'OrderReviewed' ? { ...one, reviewedAt: at } : one,
  ),
})

describe('presence that is told late', () => {
  it('A14: is a capture from the first late step on, also where the last was in time; it counts nothing yet', () => {
    const term = { toldAt: evening, confirmBy, assumed: false, policyVersion: 'TEST-1' }
    given(...pasts.Cleared, checkedInLate as never)
      .at(evening)
      .occurring(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'PresenceCaptured', minutes: 130, told: null, ...term })
    given(...pasts.Cleared, checkedInLate as never)
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'PresenceCaptured', toldAt: instant('03:10') })
    given(...pasts.Cleared, checkedInLate as never, pasts.Paused[3] as never)
      .by(timer)
      .at(instant('05:00'))
      .when(commands.NoteCheckOutMissing)
      .emits({ type: 'PresenceCaptured', minutes: 60, missingAt: instant('05:00') })
  })

  it('A14, A15: a roll that is told late bars no earlier check-in of her own, which is a capture', () => {
    const listed = given(...pasts.Cleared, listedLate as never)
    const own = listed.at(instant('15:00')).occurring(instant('01:00')).when(CheckIn)
    own.emits({ type: 'CheckedIn', at: instant('01:00'), toldAt: instant('15:00'), told: null, late: true })
    given(...pasts.Cleared, listedLate as never, ...(own.events() as never[]))
      .at(instant('15:01'))
      .occurring(instant('03:00'))
      .when(CheckOut)
      .emits({ type: 'PresenceCaptured', minutes: 120 })
    given(...pasts.Cleared, listedLate as never, pasts.CheckOutMissing.at(-1) as never)
      .at(instant('15:00'))
      .occurring(instant('01:00'))
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: instant('01:00'), late: true })
    listed
      .at('2020-04-26T02:00:00.000Z')
      .occurring(instant('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'CaptureTooLate' })
    listed.at(instant('15:00')).occurring(instant('01:20')).when(CheckIn).isRefused({ type: 'CommandNotAllowed' })
    const inTime = { ...listedLate, late: false, toldAt: instant('01:12') }
    given(...pasts.Cleared, inTime as never)
      .at(instant('15:00'))
      .occurring(instant('01:00'))
      .when(CheckIn)
      .isRefused({ type: 'CommandNotAllowed' })
  })

  it('A14: no one came before the seat was bound', () => {
    const late = { ...opened, boundAt: instant('01:30') }
    given(late as never, cleared as never)
      .at(instant('02:00'))
      .occurring(instant('01:29'))
      .when(CheckIn)
      .isRefused({ type: 'SeatNotBoundYet', boundAt: late.boundAt })
    given(late as never, cleared as never)
      .at(instant('02:00'))
      .occurring(late.boundAt)
      .when(CheckIn)
      .emits({ type: 'CheckedIn', at: late.boundAt })
  })

  it('G5: a laxer term does not reach back over the day on which it was adopted', () => {
    const lax = changePolicy('2020-04-01', { attendance: { capture: { days: 30 } } })
    const days = lax['policy-131081']?.map((one) =>
      'version' in one && one.version === 'TEST-2' ? { ...one, adoptedAt: instant('00:30') } : one,
    )
    const late = given(...pasts.Cleared)
      .at('2020-04-28T01:00:00.000Z')
      .occurring(instant('01:00'))
    late
      .knowing({ 'policy-131081': days ?? [] })
      .when(CheckIn)
      .isRefused({ type: 'CaptureTooLate' })
    late.knowing(lax).when(CheckIn).emits({ type: 'CheckedIn', late: true })
  })
})

describe('a capture', () => {
  it('A14: is confirmed by one whom the log places there, within what was captured', () => {
    const end = instant('03:10')
    waiting
      .by(people.clerkV1)
      .at(evening)
      .when({ ...confirm, end })
      .emits({ type: 'AttendanceConfirmed', minutes: 130, as: 'clerk', byReview: false })
    waiting
      .by(people.r1)
      .at(evening)
      .when({ ...confirm, end: planned.end })
      .emits({ type: 'AttendanceConfirmed', minutes: 120, as: 'requester' })
    waiting
      .by(people.r1)
      .at(evening)
      .when({ ...confirm, end: instant('03:11') })
      .isRefused({ type: 'EndNotPlausible', until: end })
    waiting
      .by(people.r2)
      .at(evening)
      .when({ ...confirm, end })
      .isRefused({ type: 'ConfirmerNotPlaced' })
    waiting
      .by(people.a)
      .at(evening)
      .when({ ...confirm, end })
      .isRefused({ type: 'NotASecondPerson' })
    waiting
      .by(people.r1)
      .at(confirmBy)
      .when({ ...confirm, end })
      .isRefused({ type: 'TermEnded', endedAt: confirmBy })
  })

  it('A14: is confirmed by a review that says they came, and not by one that says nothing was done', () => {
    const told = waiting.by(timer).at(evening)
    told
      .knowing(orderReviewed)
      .when(review)
      .emits({ type: 'AttendanceConfirmed', confirmer: 'f1', as: 'contact', byReview: true, minutes: 130 })
    told.knowing({ 'order-O1': orderPasts.Closed }).when(review).isSilent()
    told.when(review).isSilent()
    told.at(confirmBy).knowing(reviewedAt(confirmBy)).when(review).isSilent()
    given(...pasts.Left)
      .by(timer)
      .at(evening)
      .knowing(orderReviewed)
      .when(review)
      .isSilent()
    told.by(people.r1).knowing(orderReviewed).when(review).isRefused({ type: 'OnlyAProcess' })
  })

  it('A14, O7: a review says nothing of a presence that was not known when it was given', () => {
    const told = waiting.by(timer).at(evening)
    told
      .knowing(reviewedAt(instant('13:59')))
      .when(review)
      .isSilent()
    told.knowing(reviewedAt(evening)).when(review).emits({ type: 'AttendanceConfirmed', byReview: true })
    given(...pasts.Cleared, { ...checkedInLate, toldAt: instant('13:00') }, captured as never)
      .by(timer)
      .at(evening)
      .knowing(reviewedAt(instant('13:59')))
      .when(review)
      .emits({ type: 'AttendanceConfirmed', byReview: true })
  })

  it('A9, A14: a review never makes more than the overrun of it', () => {
    const long = { ...captured, segments: [{ start: instant('01:00'), end: instant('04:50') }], minutes: 230 }
    given(...pasts.Cleared, checkedInLate as never, long as never)
      .by(timer)
      .at(evening)
      .knowing(orderReviewed)
      .when(review)
      .emits({ type: 'AttendanceConfirmed', minutes: 150 })
  })

  it('A14: waits at the body’s recorder once no one confirmed it', () => {
    waiting.by(timer).at('2020-05-08T15:59:59.999Z').when(lapse).isRefused({ type: 'NotYetDue', dueAt: confirmBy })
    waiting
      .by(timer)
      .at(confirmBy)
      .when(lapse)
      .emits({ type: 'CaptureUnconfirmed', ...ref, bodyId: units.V1 })
    const left = given(...pasts.CaptureUnconfirmed).at('2020-05-11T01:00:00.000Z')
    const { TakeOverCapture: enter, RefuseCapture: refuse } = commands
    left
      .by(people.recorderV1)
      .when(enter)
      .emits({ type: 'CaptureTakenOver', recorder: 'k1', minutes: 130, bodyId: units.V1 })
    left.by(people.recorderV1).when(refuse).emits({ type: 'CaptureRefused', by: 'k1', reason: refuse.reason })
    for (const command of [enter, refuse]) {
      left.by(people.recorderV2).when(command).isRefused({ type: 'OutsideJurisdiction', unit: units.V1 })
      left.by(people.a).when(command).isRefused({ type: 'NotAuthorised' })
      left
        .by({ ...people.recorderV1, person: 'a' })
        .when(command)
        .isRefused({ type: 'NotASecondPerson', person: 'a' })
      waiting
        .by(people.recorderV1)
        .at(evening)
        .when(command)
        .isRefused({ type: 'CommandNotAllowed', state: 'Captured' })
    }
  })

  it('H16, A14: waits at the unit above where the volunteer alone is recorder of the body', () => {
    const post = { type: 'PostTaken', unitId: units.V1, post: 'recorder', office: null } as const
    const left = given(...pasts.CaptureUnconfirmed).at('2020-05-11T01:00:00.000Z')
    const { TakeOverCapture: enter, RefuseCapture: refuse } = commands
    const knowing = (...people: ReadonlyArray<string>) =>
      left.knowing({ 'units-131081': [...unitEvents, ...people.map((person) => ({ ...post, person }))] as never })
    for (const [command, event] of [
      [enter, { type: 'CaptureTakenOver', bodyId: units.V1 }],
      [refuse, { type: 'CaptureRefused', bodyId: units.V1 }],
    ] as const) {
      const alone = knowing('a')
      alone.by(people.recorderV1).when(command).isRefused({ type: 'OutsideJurisdiction', unit: units.T1 })
      alone
        .by({ ...people.recorderV1, unit: units.T1 })
        .when(command)
        .emits(event)
      knowing('a', 'k1').by(people.recorderV1).when(command).emits(event)
    }
  })
})

describe('a clock that concluded otherwise', () => {
  const told = (...past: ReadonlyArray<object>) =>
    given(...(past as never[]))
      .at(evening)
      .occurring(instant('01:00'))
  const released = (reason: string) => [...pasts.Cleared, { type: 'AssignmentReleased', ...ref, reason }]

  it('A15: a round that was missed takes the presence that is told within its term', () => {
    const late = { type: 'CheckedIn', late: true } as const
    told(...released('missed'))
      .knowing(orderMissed)
      .when(CheckIn)
      .emits(late)
    told(...pasts.Cleared)
      .knowing(orderMissed)
      .when(CheckIn)
      .emits(late)
    told(...pasts.AbsenceAlleged)
      .knowing(orderMissed)
      .when(CheckIn)
      .emits({ type: 'AbsenceContested' }, late)
    told(...released('closed'))
      .knowing({ 'order-O1': orderPasts.Closed })
      .when(CheckIn)
      .emits(late)
  })

  it('A14: a service that was reported and reviewed in its first minutes bars no seated volunteer who comes in time', () => {
    for (const past of [pasts.Cleared, released('closed') as never[]])
      given(...past)
        .knowing({ 'order-O1': orderPasts.Closed })
        .at(instant('01:05'))
        .when(CheckIn)
        .emits({ type: 'CheckedIn', late: false })
  })

  it('A15: what people concluded stands', () => {
    told(...released('cancelled'))
      .knowing(orderCancelled)
      .when(CheckIn)
      .isRefused({ type: 'CommandNotAllowed', state: 'Released' })
    told(...pasts.Cleared)
      .knowing(orderCancelled)
      .when(CheckIn)
      .isRefused({ type: 'NotUnderWay', state: 'Cancelled' })
    told(...released('closed'))
      .knowing({ 'order-O1': [...orderPasts.Closed, reopened] })
      .when(CheckIn)
      .isRefused({ type: 'NotUnderWay' })
    const cancelledLater = { 'order-O1': [...(orderMissed['order-O1'] ?? []), cancelled] }
    told(...released('missed'))
      .knowing(cancelledLater)
      .when(CheckIn)
      .isRefused({ type: 'NotUnderWay', state: 'Cancelled' })
    told(...pasts.Withdrawn)
      .knowing(orderMissed)
      .when(CheckIn)
      .isRefused({ type: 'CommandNotAllowed' })
  })
})
