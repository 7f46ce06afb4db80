import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts, scheduled, seatTaken, orderKeys } from '../../requests/order/order.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import {
  cleared,
  commands,
  counting,
  notCleared,
  occasion,
  open,
  opened,
  orderCancelled,
  pasts,
  ref,
  released,
} from './assignment.fixture.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { assignment } from './index.ts'

const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: timer })
const minor = {
  'volunteer-a': [
    {
      type: 'VolunteerRegistered',
      person: 'a',
      number: 'no-a',
      ageBand: '14-to-17',
      home: units.V1,
      homeFrom: '2020-01-01',
      ageSource: 'officer',
      outside: false,
    },
  ],
}
const anew = { ...open, seat: 'order-O1.9' } as const

describe('an assignment begins on a taken seat', () => {
  it('A1: the process opens it on the seat, with all that a record needs, and it is cleared', () => {
    given()
      .when(open)
      .emits(
        {
          type: 'AssignmentOpened',
          ...ref,
          seat: 'order-O1.3',
          teamId: 'B1',
          bodyId: units.V1,
          owner: units.V1,
          planned: open.planned,
        },
        { type: 'AssignmentCleared', ...ref },
      )
  })

  it('A1, A10: no person opens one, neither the leader nor the dispatcher', () => {
    for (const actor of [people.a, people.b, people.dispatcherT1])
      given().by(actor).when(open).isRefused({ type: 'OnlyAProcess', command: 'OpenAssignment' })
  })

  it('A1: a seat opens it once; a later seat of the same round opens it again', () => {
    given(...pasts.Cleared)
      .when(open)
      .isSilent()
    given(...pasts.Released)
      .when(open)
      .isSilent()
    given(...pasts.Released)
      .when(anew)
      .emits({ type: 'AssignmentOpened', seat: 'order-O1.9' }, { type: 'AssignmentCleared' })
    given(...pasts.Released, { ...opened, seat: 'order-O1.9' }, cleared)
      .when(open)
      .isSilent()
  })

  it.each(['Present', 'Paused', 'Left', 'CheckOutMissing', 'Confirmed', 'Unconfirmed', 'AbsenceAlleged'] as const)(
    'A1: once begun, no other seat of the round opens it: %s',
    (state) => {
      given(...pasts[state])
        .when(anew)
        .isRefused({ type: 'CommandNotAllowed', state, command: 'OpenAssignment' })
    },
  )

  it('A11: opening is a no-op where the order has let the seat go', () => {
    given().knowing(orderCancelled).when(open).isSilent()
    given().knowing({ 'order-O1': orderPasts.Open }).when(open).isSilent()
    given().knowing({ 'order-O1': [] }).when(open).isSilent()
    const freed = { type: 'SeatFreed', ...orderKeys, volunteer: 'a', reason: 'withdrawn' }
    given()
      .knowing({ 'order-O1': [...orderPasts.Scheduled, freed] })
      .when(open)
      .isSilent()
    given()
      .when({ ...open, occasion: { ...occasion, round: 2 } })
      .isSilent()
  })

  it('A1: who has no seat is told so, and not that the person is not there', () => {
    given()
      .by(people.a)
      .when(commands.CheckIn)
      .isRefused({ type: 'NoSeat', volunteers: ['a'] })
  })

  it('O12: none is opened for a session while no session is published', () => {
    const session = { type: 'session', sessionId: 'S' } as const
    given()
      .when({ ...open, occasion: session })
      .isRefused({ type: 'NotThere', id: 'S' })
    const kept = given({ ...opened, occasion: session } as never, { ...cleared, occasion: session } as never)
    kept
      .by(people.a)
      .when({ ...commands.CheckIn, occasion: session })
      .isRefused({ type: 'NotThere', id: 'S' })
  })
})

describe('clearing', () => {
  it.each([
    ['under 18', minor, 'under-age'],
    ['merged into another registration', merged(['a', 'e']), 'merged'],
    ['not registered', { 'volunteer-a': [] }, 'not-registered'],
  ])('A6: is refused to who is %s', (_who, knowing, reason) => {
    given()
      .knowing(knowing)
      .when(open)
      .emits({ type: 'AssignmentOpened' }, { type: 'AssignmentNotCleared', ...ref, reason })
  })

  it('A6: a volunteer who is not cleared neither checks in nor is absent', () => {
    const kept = given(...pasts.NotCleared).at('2020-04-22T01:30:00.000Z')
    kept.by(people.a).when(commands.CheckIn).isRefused({ type: 'CommandNotAllowed', state: 'NotCleared' })
    kept.by(people.b).when(commands.AllegeAbsence).isRefused({ type: 'CommandNotAllowed', state: 'NotCleared' })
  })

  it('A6, G4: the handler clears once the obstacle is gone', () => {
    const kept = given(...pasts.NotCleared)
    kept
      .by(people.clerkV1)
      .when(commands.ClearAssignment)
      .emits({ type: 'AssignmentCleared', ...ref })
    kept.by(people.dispatcherT1).when(commands.ClearAssignment).emits({ type: 'AssignmentCleared' })
    kept
      .by(people.dispatcherT2)
      .when(commands.ClearAssignment)
      .isRefused({ type: 'OutsideJurisdiction', unit: units.V1 })
    kept.by(people.b).when(commands.ClearAssignment).isRefused({ type: 'NotAuthorised' })
    kept
      .knowing(minor)
      .by(people.clerkV1)
      .when(commands.ClearAssignment)
      .isRefused({ type: 'StillNotCleared', reason: 'under-age' })
  })
})

describe('clearing', () => {
  it('G7: is never one’s own, under any registration; a colleague clears', () => {
    const kept = given(...pasts.NotCleared)
    const own = { ...people.clerkV1, person: 'a' }
    kept.by(own).when(commands.ClearAssignment).isRefused({ type: 'InOwnFavour', person: 'a', as: 'volunteer' })
    const merging = kept.knowing(merged(['k1', 'a'])).by(people.clerkV1)
    merging.when(commands.ClearAssignment).isRefused({ type: 'InOwnFavour', person: 'k1', as: 'volunteer' })
    kept.by(people.clerkV1).when(commands.ClearAssignment).emits({ type: 'AssignmentCleared' })
  })
})

describe('release', () => {
  const release = commands.ReleaseAssignment
  const gone = given(...pasts.Cleared).knowing(orderCancelled)

  it('A11: when the order is gone, volunteers are released, cleared or not', () => {
    gone.when(release).emits({ type: 'AssignmentReleased', ...ref, reason: 'cancelled' })
    given(opened, notCleared).knowing(orderCancelled).when(release).emits({ type: 'AssignmentReleased' })
  })

  it('A11: a volunteer who has a seat again by then keeps it', () => {
    given(...pasts.Cleared)
      .when({ ...release, reason: 'handed-back' })
      .isSilent()
  })

  it('A11: a volunteer who is not cleared is released while the order goes on', () => {
    const notFit = { ...release, reason: 'not-cleared' as const }
    given(...pasts.NotCleared)
      .when(notFit)
      .emits({ type: 'AssignmentReleased', reason: 'not-cleared' })
    given(...pasts.NotCleared)
      .by(people.clerkV1)
      .when(notFit)
      .emits({ type: 'AssignmentReleased', reason: 'not-cleared' })
    given(...pasts.NotCleared)
      .by(people.clerkV2)
      .when(notFit)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(...pasts.Cleared)
      .when(notFit)
      .isSilent()
  })

  it('A11: people release only volunteers who are not cleared', () => {
    gone.by(people.clerkV1).when(release).isRefused({ type: 'OnlyAProcess', command: 'ReleaseAssignment' })
    gone
      .by(people.clerkV1)
      .when({ ...release, reason: 'not-cleared' })
      .isRefused({ type: 'OnlyAProcess' })
  })

  it.each(['Present', 'Paused', 'CheckOutMissing', 'Left', 'Confirmed', 'Unconfirmed'] as const)(
    'A11: a release is a no-op once service has begun: %s',
    (state) => {
      given(...pasts[state])
        .knowing(orderCancelled)
        .when(release)
        .isSilent()
    },
  )

  it.each(['None', 'Released', 'Withdrawn', 'Substituted', 'AbsenceAlleged', 'Excused', 'Absent'] as const)(
    'A11: a release is a no-op where nothing is left to release: %s',
    (state) => {
      given(...pasts[state])
        .knowing(orderCancelled)
        .when(release)
        .isSilent()
    },
  )
})

describe('withdrawing', () => {
  const before = given(...pasts.Cleared)
    .by(people.a)
    .at('2020-04-22T00:59:59.999Z')
  const { WithdrawAssignment: withdraw, SubstituteAssignment: substitute } = commands

  it('A8: a withdrawal before the planned start is no no-show', () => {
    before.when(withdraw).emits({ type: 'AssignmentWithdrawn', ...ref, reason: withdraw.reason })
    before
      .at('2020-04-22T01:00:00.000Z')
      .when(withdraw)
      .isRefused({ type: 'StartHasCome', plannedStart: open.planned.start })
  })

  it('A1, A8: no one withdraws for another', () => {
    before.by(people.b).when(withdraw).isRefused({ type: 'NotTheVolunteer', volunteer: 'a' })
    before.by(people.clerkV1).when(substitute).isRefused({ type: 'NotTheVolunteer', volunteer: 'a' })
    before.by(timer).when(withdraw).isRefused({ type: 'NotTheVolunteer', volunteer: 'a' })
  })

  it('A8: while no time is set it is never too late', () => {
    given({ ...opened, planned: null } as never, cleared)
      .by(people.a)
      .at('2020-04-30T01:00:00.000Z')
      .when(withdraw)
      .emits({ type: 'AssignmentWithdrawn' })
  })

  it('A8: said again it is a no-op, another reason is refused', () => {
    const over = given(...pasts.Withdrawn).by(people.a)
    over.when(withdraw).isSilent()
    over
      .when({ ...withdraw, reason: { code: 'bored', text: null } })
      .isRefused({ type: 'CommandNotAllowed', state: 'Withdrawn' })
  })

  it('A1, A8: the volunteer may name another member as substitute, which does not bind that member', () => {
    before.when(substitute).emits({ type: 'AssignmentSubstituted', ...ref, by: 'e' })
    for (const by of ['a', 'c']) before.when({ ...substitute, by }).isRefused({ type: 'SubstituteUnfit', by })
    before.at('2020-04-22T01:00:00.000Z').when(substitute).isRefused({ type: 'StartHasCome' })
    given(...pasts.Substituted)
      .by(people.a)
      .when(substitute)
      .isSilent()
  })
})

describe('an order taken up again in the same round', () => {
  it('A11: seats the same volunteer by a new seat, and the time of that seat counts', () => {
    const planned = { start: '2020-04-25T01:00:00.000Z', end: '2020-04-25T03:00:00.000Z' }
    const again = { ...opened, seat: 'order-O1.9', planned }
    const seated = {
      'order-O1': [
        ...orderPasts.Accepted,
        { ...seatTaken('a'), planned },
        { ...scheduled, planned, missedAt: '2020-04-25T05:00:00.000Z' },
      ],
    }
    const comes = given(opened, cleared, released, again, cleared).knowing(seated).by(people.a)
    comes.at('2020-04-22T01:00:00.000Z').when(commands.CheckIn).isRefused({ type: 'CheckInTooEarly' })
    comes
      .at('2020-04-25T01:00:00.000Z')
      .when(commands.CheckIn)
      .emits({ type: 'CheckedIn', missingAt: '2020-04-25T05:00:00.000Z' })
  })
})
