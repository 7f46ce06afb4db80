import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, unitEvents, world } from '../../../fixtures/world.ts'
import {
  commands,
  confirmBy,
  counting,
  missing as missingEvent,
  missingAt,
  orderReviewed,
  pasts,
  planned,
  ref,
} from './assignment.fixture.ts'
import { submitted } from '../../requests/need/need.fixture.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { assignment } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })

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
    const eWasThere = { 'assignment-o.O1.1.e': pasts.Left.map((event) => ({ ...event, volunteer: 'e' })) }
    missing.by(people.a).when(confirm).isRefused({ type: 'NotASecondPerson', person: 'a' })
    missing.knowing(eWasThere).by(people.e).when(confirm).emits({ type: 'AttendanceConfirmed', as: 'present' })
    for (const one of [merged(['e', 'a']), merged(['a', 'e'])])
      missing
        .knowing({ ...eWasThere, ...one })
        .by(people.e)
        .when(confirm)
        .isRefused({ type: 'NotASecondPerson', person: 'e' })
    missing.by(timer).when(confirm).isRefused({ type: 'NotAuthorised' })
  })

  it('A9: the confirmer is one whom the log places there', () => {
    missing.when(confirm).emits({ type: 'AttendanceConfirmed', as: 'clerk', clerkAt: units.V1 })
    missing.by(people.r1).when(confirm).emits({ type: 'AttendanceConfirmed', as: 'requester', clerkAt: null })
    missing.by(people.f1).when(confirm).emits({ type: 'AttendanceConfirmed', as: 'contact' })
    missing.by(people.h1).when(confirm).emits({ type: 'AttendanceConfirmed', as: 'proxy' })
    const otherNumber = {
      'assignment-o.O1.1.b': pasts.Left.map((event) => ({ ...event, volunteer: 'b' })),
      ...merged(['b', 'e']),
    }
    missing.knowing(otherNumber).by(people.e).when(confirm).emits({ type: 'AttendanceConfirmed', as: 'present' })
  })

  it('A9: a clerk who is proxy or contact counts as a clerk; a proxy of another kind and the requester do not', () => {
    const typed = (proxy: object) => ({ 'need-N1': [{ ...submitted, proxy }] as never[] })
    const byClerk = typed({ person: 'h1', kind: 'station-clerk' })
    const clerkH1 = { ...people.clerkV1, person: 'h1' }
    const says = (as: 'proxy' | 'contact' | 'requester', clerkAt: string | null) =>
      ({ type: 'AttendanceConfirmed', as, clerkAt }) as const
    missing.knowing(byClerk).by(people.h1).when(confirm).emits(says('proxy', units.V1))
    missing.knowing(byClerk).by(clerkH1).when(confirm).emits(says('proxy', units.V1))
    missing.by(clerkH1).when(confirm).emits(says('proxy', units.V1))
    missing
      .by({ ...people.clerkV1, person: 'f1' })
      .when(confirm)
      .emits(says('contact', units.V1))
    for (const kind of ['family', 'grid-worker'])
      missing
        .knowing(typed({ person: 'h1', kind }))
        .by(people.h1)
        .when(confirm)
        .emits(says('proxy', null))
    missing
      .by({ ...people.clerkV1, person: 'r1' })
      .when(confirm)
      .emits(says('requester', null))
  })

  it('A9: also one who holds a clerk’s post at the handler or above, in any role and under any registration', () => {
    const post = (unitId: string, role: string, person: string) => ({
      'units-131081': [...unitEvents, { type: 'PostTaken', unitId, post: role, person, office: null }] as never,
    })
    const says = (clerkAt: string | null) => ({ type: 'AttendanceConfirmed', as: 'contact', clerkAt }) as const
    missing
      .by(people.f1)
      .knowing(post(units.V1, 'clerk', 'f1'))
      .when(confirm)
      .emits(says(units.V1))
    missing
      .by(people.f1)
      .knowing(post(units.T1, 'clerk', 'f1'))
      .when(confirm)
      .emits(says(units.T1))
    missing
      .by(people.f1)
      .knowing({ ...post(units.V1, 'clerk', 'k7'), ...merged(['f1', 'k7']) })
      .when(confirm)
      .emits(says(units.V1))
    missing
      .by(people.f1)
      .knowing(post(units.V2, 'clerk', 'f1'))
      .when(confirm)
      .emits(says(null))
    missing
      .by(people.f1)
      .knowing(post(units.V1, 'approver', 'f1'))
      .when(confirm)
      .emits(says(null))
    const reviewed = (orderReviewed['order-O1'] ?? []).map((one) =>
      one.type === 'OrderReviewed' ? { ...one, reviewer: 'f1', as: 'contact' } : one,
    )
    given(...pasts.Captured)
      .by(timer)
      .at(instant('14:00'))
      .knowing({ ...post(units.V1, 'clerk', 'f1'), 'order-O1': reviewed })
      .when(commands.ConfirmByReview)
      .emits({ ...says(units.V1), byReview: true })
  })

  it('A9: no stranger confirms, no leader who was not there, no role elsewhere, and no one whose own coming was told late', () => {
    const wanted = ['present', 'requester', 'contact', 'proxy', 'clerk'] as const
    for (const stranger of [people.r2, people.b, people.e, people.clerkV2, people.recorderV1, people.dispatcherT1])
      missing.by(stranger).when(confirm).isRefused({ type: 'ConfirmerNotPlaced', person: stranger.person, wanted })
    const toldLate = { 'assignment-o.O1.1.b': pasts.Captured.map((event) => ({ ...event, volunteer: 'b' })) }
    missing.knowing(toldLate).by(people.b).when(confirm).isRefused({ type: 'ConfirmerNotPlaced', person: 'b' })
  })

  it('A9, G2: nor under a registration that was merged into hers through a third one', () => {
    missing
      .knowing(merged(['a', 'e'], ['e', 'c']))
      .by(people.c)
      .when(confirm)
      .isRefused({ type: 'NotASecondPerson', person: 'c' })
  })

  it('A9: a person whom the log places there does not say that it was not so', () => {
    const bWasThere = { 'assignment-o.O1.1.b': pasts.Left.map((event) => ({ ...event, volunteer: 'b' })) }
    const byB = missing.knowing(bWasThere).by(people.b)
    byB.when({ ...confirm, wasPresent: false }).isRefused({ type: 'NotPresent', person: 'b' })
    byB.when(confirm).emits({ type: 'AttendanceConfirmed', as: 'present' })
    missing.when({ ...confirm, wasPresent: false }).emits({ type: 'AttendanceConfirmed', as: 'clerk' })
  })

  it('A9: the end lies after the last step, not in the future, and at most the overrun after the planned end', () => {
    const until = instant('03:30')
    missing
      .when({ ...confirm, end: instant('01:00') })
      .isRefused({ type: 'EndNotPlausible', after: instant('01:00'), until })
    missing.when({ ...confirm, end: until }).emits({ type: 'AttendanceConfirmed', minutes: 150 })
    missing.when({ ...confirm, end: '2020-04-22T03:30:00.001Z' }).isRefused({ type: 'EndNotPlausible', until })
    missing
      .at('2020-05-08T15:00:00.000Z')
      .when({ ...confirm, end: '2020-04-23T01:00:00.000Z' })
      .isRefused({ type: 'EndNotPlausible', until })
    missing
      .at(instant('03:10'))
      .when({ ...confirm, end: instant('03:11') })
      .isRefused({ type: 'EndNotPlausible', until: instant('03:10') })
  })

  it('A9: a camp of days is confirmed to its planned end', () => {
    const camp = { start: planned.start, end: '2020-04-25T01:00:00.000Z' }
    const [open, ...others] = pasts.Present
    const left = { ...missingEvent, proposedEnd: camp.end, missingAt: '2020-04-25T03:00:00.000Z' }
    given({ ...open, planned: camp } as never, ...(others as never[]), left as never)
      .at('2020-05-08T15:00:00.000Z')
      .by(people.clerkV1)
      .when({ ...confirm, end: camp.end })
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
      cameAt: instant('01:00'),
      attempt: 0,
      bodyId: units.V1,
      missingAt,
      proposedEnd: planned.end,
      elsewhere: null,
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
