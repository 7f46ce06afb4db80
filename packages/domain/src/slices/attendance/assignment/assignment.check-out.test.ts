import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts } from '../../requests/order/order.fixture.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { commands, counting, elsewhere, missingAt, pasts, planned, ref } from './assignment.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const { CheckOut, TakeBackCheckOut: takeBack, NoteAttendanceVerified: note } = commands

describe('a check-out by mistake', () => {
  const left = given(...pasts.Left).at(instant('03:24'))

  it('A8: is taken back by oneself within the policy’s minutes, and service goes on', () => {
    const said = { at: instant('03:10'), cameAt: instant('01:00'), missingAt, attempt: 0 }
    const back = { type: 'CheckOutTakenBack', ...ref, bodyId: units.V1, ...said } as const
    left.when(takeBack).emits(back)
    left.at('2020-04-22T03:24:59.999Z').when(takeBack).emits(back)
    left
      .at(instant('03:25'))
      .when(takeBack)
      .isRefused({ type: 'TermEnded', endedAt: instant('03:25') })
    left.by(people.b).when(takeBack).isRefused({ type: 'NotTheVolunteer' })
    given(...pasts.Left, back as never)
      .at(instant('03:40'))
      .when(CheckOut)
      .emits({ type: 'CheckedOut', segments: [{ start: instant('01:00'), end: instant('03:40') }], attempt: 1 })
  })

  it('A8: stays once the service is reported or the record verified, where the timer made it, and where the policy says no', () => {
    left.knowing({ 'order-O1': orderPasts.AwaitingReview }).when(takeBack).isRefused({ type: 'ServiceIsReported' })
    const verified = { type: 'AttendanceVerified', ...ref, recordId: 'o.O1.1' }
    given(...pasts.Left, verified as never)
      .at(instant('03:24'))
      .when(takeBack)
      .isRefused({ type: 'RecordIsVerified', recordId: 'o.O1.1' })
    const byTimer = { ...pasts.Left[3], missingAt, at: instant('03:10') }
    given(...pasts.Paused, byTimer as never)
      .at(instant('03:11'))
      .when(takeBack)
      .isRefused({ type: 'CommandNotAllowed', state: 'Left' })
    const never = changePolicy('2020-04-22', { attendance: { checkOutBack: 0 } })
    left.at(instant('03:10')).knowing(never).when(takeBack).isRefused({ type: 'TermEnded' })
  })

  it('A8: a verified record is noted while the check-out could be taken back, and not later', () => {
    left
      .by(timer)
      .when(note)
      .emits({ type: 'AttendanceVerified', ...ref, recordId: 'o.O1.1' })
    left.by(timer).at(instant('03:25')).when(note).isSilent()
    left
      .by(timer)
      .when({ ...note, recordId: 'o.O1.1.again-1' })
      .isSilent()
  })
})

describe('on the word of another person', () => {
  const { CheckInListed: came, CheckOutListed: went } = commands
  const byList = given(...pasts.Cleared).by(timer)
  const { told } = came

  it('A12: a volunteer comes and leaves without a telephone: told in time, and never as if by herself', () => {
    byList
      .at(instant('01:05'))
      .when(came)
      .emits({ type: 'CheckedIn', ...ref, at: instant('01:00'), late: false, told })
    const [checkedIn] = byList.at(instant('01:05')).when(came).events()
    given(...pasts.Cleared, checkedIn as never)
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'CheckedOut', told: null, toldBefore: told, minutes: 130 })
    given(...pasts.Present)
      .by(timer)
      .at(instant('03:12'))
      .when(went)
      .emits({ type: 'CheckedOut', told: went.told, toldBefore: null, at: instant('03:10') })
  })

  it('A12: serves where one’s own check-in would, also against an allegation', () => {
    given(...pasts.AbsenceAlleged)
      .by(timer)
      .at(instant('01:05'))
      .when(came)
      .emits({ type: 'AbsenceRefuted' }, { type: 'CheckedIn', told })
    given(...pasts.Present)
      .by(timer)
      .at(instant('01:05'))
      .when(came)
      .isSilent()
    given(...pasts.Left)
      .by(timer)
      .at(instant('03:12'))
      .when(went)
      .isSilent()
    given(...pasts.Withdrawn)
      .by(timer)
      .at(instant('01:05'))
      .when(came)
      .isRefused({ type: 'CommandNotAllowed', state: 'Withdrawn' })
  })

  it('A12, A14: is late by when the ledger was told, not by when the command came', () => {
    byList.at(instant('20:00')).when(came).emits({ type: 'CheckedIn', late: false })
    const late = { ...came, told: { ...told, toldAt: '2020-04-22T13:00:00.001Z' } }
    byList.at(instant('20:00')).when(late).emits({ type: 'CheckedIn', late: true })
  })

  it('A12: no one lists herself, under any registration, and no person sends it', () => {
    const own = { ...came, told: { ...told, by: 'a' } }
    byList.at(instant('01:05')).when(own).isRefused({ type: 'NotASecondPerson', person: 'a' })
    byList
      .knowing(merged(['b', 'a']))
      .at(instant('01:05'))
      .when(came)
      .isRefused({ type: 'NotASecondPerson', person: 'b' })
    given(...pasts.Cleared)
      .by(people.b)
      .at(instant('01:05'))
      .when(came)
      .isRefused({ type: 'OnlyAProcess' })
    given(...pasts.Present)
      .by(people.b)
      .at(instant('03:12'))
      .when(went)
      .isRefused({ type: 'OnlyAProcess' })
  })
})

describe('coming elsewhere', () => {
  const end = commands.EndPresence
  const here = given(...pasts.Present).by(timer)

  it('A16: ends the presence as a missing check-out at that instant, which a second person confirms up to it', () => {
    const at = instant('02:30')
    here.at(at).when(end).emits({ type: 'CheckOutMissing', missingAt: at, proposedEnd: at, elsewhere })
    const [ended] = here.at(at).when(end).events()
    const confirm = { ...commands.ConfirmAttendance, end: planned.end }
    const missing = given(...pasts.Present, ended as never)
      .by(people.clerkV1)
      .at(instant('06:00'))
    missing.when(confirm).isRefused({ type: 'EndNotPlausible', until: at })
    missing.when({ ...confirm, end: at }).emits({ type: 'AttendanceConfirmed', minutes: 90 })
  })

  it('A16: bars no one who left before, and ends a pause at its start', () => {
    for (const state of ['Left', 'CheckOutMissing', 'Released'] as const)
      given(...pasts[state])
        .by(timer)
        .at(instant('02:30'))
        .when(end)
        .isSilent()
    here
      .at(instant('02:30'))
      .when({ ...end, at: instant('00:59') })
      .isSilent()
    given(...pasts.Paused)
      .by(timer)
      .at(instant('02:30'))
      .when(end)
      .emits({ type: 'CheckedOut', at: instant('02:00'), missingAt: instant('02:30'), elsewhere })
  })
})
