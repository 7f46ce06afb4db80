import { describe, expect, it } from 'vitest'
import type { CommandHandler, Load, Plan, Typed, Plain } from '@zhiyuan/kernel'
import { startLoop, buildLog, type PendingCommand, type Loop, type PlainActor } from '@zhiyuan/testing'
import { order } from '../../slices/requests/order/index.ts'
import { points, type PointsState } from '../../slices/recognition/points/index.ts'
import { people } from '../../fixtures/people.ts'
import { record, type RecordEvent } from '../../slices/hours/record/index.ts'
import {
  star,
  starStateName,
  type StarCommand,
  type StarEvent,
  type StarRejection,
  type StarState,
} from '../../slices/recognition/star/index.ts'
import {
  applied,
  corrected,
  granted,
  questioned,
  R2,
  R3,
  R8,
  reason,
  reinstated,
  reviewed,
  suspended,
  verified,
  voided,
  type Served,
} from '../../slices/recognition/star/star.fixture.ts'
import { noteReview } from './note-review.ts'
import { reexamineStar } from './reexamine-star.ts'
import {
  apply,
  county,
  examine,
  grant,
  openNotice,
  reinstate,
  revoke,
  suspend,
  toEndOfNotice,
  toStar,
  uphold,
  verify,
  verifyAll,
  voidRecord,
  type CountyCommand,
} from './county.fixture.ts'

const { admin, approverC, approverV2, b, deputy, starAuthority } = people
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const balance = (loop: Loop<CountyCommand>, volunteer: string): number =>
  (loop.state(points, `points-${volunteer}`) as PointsState).balance
const readStar = (loop: Loop<CountyCommand>): StarState => loop.state(star, 'star-b') as StarState
/** Sends commands one after the other, without delivering those of processes. */
const say = (
  loop: Loop<CountyCommand>,
  ...commands: ReadonlyArray<readonly [PlainActor, Plain<CountyCommand>]>
): void => {
  for (const [actor, command] of commands) expect(loop.send(actor, command)).toMatchObject({ _tag: 'Right' })
}
const lastFirst = (waiting: ReadonlyArray<PendingCommand>): number => waiting.length - 1

type StarPlan = Plan<StarEvent, StarRejection>
type StarHandler = CommandHandler<StarCommand, StarState, StarEvent, StarRejection>

/** The same plan with another function that loads its reads. */
const replaceLoads = (plan: StarPlan, by: (load: Load) => Load): StarPlan =>
  plan.type === 'read' ? { ...plan, next: (load) => replaceLoads(plan.next(by(load)), by) } : plan

/** A county in which one command decides on outdated records, as if it had read them before later events were written. */
const asRead = (type: 'ApplyForStar' | 'GrantStar' | 'UpholdStar', records: ReadonlyArray<Served>): typeof county => {
  const early = records.flatMap(verified) as unknown as ReadonlyArray<RecordEvent>
  const handler = star.decider.handlers[type] as unknown as StarHandler
  const earlier =
    (load: Load): Load =>
    (read) =>
      read.stream === 'record-b' ? read.resume(read.initial, early) : load(read)
  const late: StarHandler = {
    ...handler,
    plan: (command, state, moment) => replaceLoads(handler.plan(command, state, moment), earlier),
  }
  const slow = { ...star, decider: { ...star.decider, handlers: { ...star.decider.handlers, [type]: late } } }
  return { ...county, slices: county.slices.map((slice) => (slice.name === star.name ? slow : slice)) }
}

/** A bad review of a round in which b served; the record of that round is not verified yet. */
const bad = { type: 'ReviewNoted', volunteer: 'b', orderId: 'O7', round: 1, rating: 1, reviewer: 'r1', orderVersion: 9 }

describe('stars follow service', () => {
  it('C30, W4: rows 41 to 50 of the golden story: a star is granted, is under examination after the void, and is revoked only by a decision', () => {
    const loop = toStar(verifyAll(startLoop(county)))
    expect(readStar(loop).held).toMatchObject({ level: 1, cited: { policyVersion: 'TEST-1', guardVersion: 'TEST-1' } })
    loop.does(approverC, suspend('R8'))
    expect(starStateName(readStar(loop))).toBe('UnderExamination')
    loop.does(approverC, voidRecord('R8'))
    expect(readStar(loop).examinations).toBe(1)
    expect(readStar(loop).held?.level).toBe(1)
    loop.does(starAuthority, revoke)
    expect(starStateName(readStar(loop))).toBe('Revoked')
    expect(loop.refused()).toEqual([])
  })

  it('W12: a loss of service before the grant has the application lapse; a grant that comes before the lapse is refused', () => {
    const loop = toEndOfNotice(verifyAll(startLoop(county)))
    say(loop, [approverC, suspend('R8')])
    expect(loop.send(starAuthority, grant)).toMatchObject({ left: { type: 'NotEligible', short: 130 } })
    loop.rest()
    expect(types(loop.events('star-b')).at(-1)).toBe('ApplicationLapsed')
    expect(loop.send(starAuthority, grant)).toMatchObject({ left: { type: 'CommandNotAllowed', state: 'Lapsed' } })
  })

  it('W4: a grant that had read the records before a void is examined, in either order of delivery', () => {
    for (const pick of [undefined, lastFirst]) {
      const loop = toEndOfNotice(verifyAll(startLoop(asRead('GrantStar', [R2, R3, R8]))))
      say(loop, [approverC, suspend('R8')], [approverC, voidRecord('R8')], [starAuthority, grant])
      loop.rest(pick)
      expect(types(loop.events('star-b')).slice(-2)).toEqual(['StarGranted', 'StarPutUnderExamination'])
    }
  })

  it('W12: an application that had read the records before a void lapses, also where the void was delivered before the application', () => {
    const loop = verifyAll(startLoop(asRead('ApplyForStar', [R2, R3, R8])))
    loop.does(approverC, suspend('R8'), voidRecord('R8'))
    loop.does(b, apply)
    expect(types(loop.events('star-b')).slice(-2)).toEqual(['StarApplied', 'ApplicationLapsed'])
  })

  it('W4: an upholding that had read the records before a void is examined again', () => {
    const loop = toStar(verifyAll(startLoop(asRead('UpholdStar', [R2, R3, R8]))))
    loop.does(approverC, suspend('R8'), voidRecord('R8'))
    loop.does(starAuthority, uphold)
    expect(types(loop.events('star-b')).slice(-2)).toEqual(['StarUpheld', 'StarPutUnderExamination'])
    expect(readStar(loop)).toMatchObject({ examinations: 2, held: { underExamination: true } })
  })

  it('W4: an application, a grant and an upholding are examined again once they are written', () => {
    const loop = verifyAll(startLoop(county))
    const expectReexamination = (actor: PlainActor, command: Plain<CountyCommand>): void => {
      say(loop, [actor, command])
      expect(loop.waiting().map(({ command: next }) => next)).toEqual([
        { type: 'ReexamineStar', volunteer: 'b', tell: false },
      ])
      loop.rest()
    }
    loop.at('2020-05-20T01:00:00.000Z')
    expectReexamination(b, apply)
    loop.does(starAuthority, examine, openNotice)
    loop.at('2020-05-28T01:00:00.000Z')
    expectReexamination(starAuthority, grant)
    loop.does(approverC, suspend('R8'))
    expectReexamination(starAuthority, uphold)
    expect(readStar(loop).held?.upheld?.minutes).toBe(170)
  })

  it('W4: a reinstated record does not end the examination; upholding does, and a further loss begins another', () => {
    const loop = toStar(verifyAll(startLoop(county)))
    loop.does(approverC, suspend('R8'), reinstate('R8'))
    expect(starStateName(readStar(loop))).toBe('UnderExamination')
    loop.does(starAuthority, uphold)
    expect(starStateName(readStar(loop))).toBe('Granted')
    loop.does(approverC, suspend('R8', 'not-there-again'))
    expect(readStar(loop)).toMatchObject({ examinations: 2, held: { underExamination: true } })
  })

  it('W11: a record that begins to count may close the gate with its round’s review', () => {
    const loop = startLoop({
      ...county,
      world: { ...county.world, 'star-b': [...county.world['star-b'], bad] },
    })
    verifyAll(loop)
    toStar(loop)
    const late = { ...R3, recordId: 'o.O7.1', source: { type: 'order', orderId: 'O7', round: 1 }, day: '2020-05-02' }
    const reviewedBadly = startLoop({
      ...county,
      world: {
        ...county.world,
        'record-b': [...loop.events('record-b'), ...verified(late).slice(0, 1)],
        'star-b': loop.events('star-b'),
      },
    })
    reviewedBadly.does(approverV2, verify('o.O7.1'))
    expect(readStar(reviewedBadly)).toMatchObject({ held: { underExamination: true } })
  })

  const { tell: _tell, ...found } = questioned()
  const upheld = { ...found, type: 'StarUpheld', reason: reason('kept'), records: [] }
  const { lost: _lost, ...ending } = upheld
  const heard = [
    verified(R8)[1],
    corrected(R8, 60),
    suspended(R8),
    reinstated(R8),
    voided(R8),
    reviewed(1, 2),
    applied(),
    granted(),
    ending,
    { ...ending, type: 'StarLowered', from: 2 },
  ].flatMap((event) => (event === undefined ? [] : [event]))
  it.each(heard)('W4, W12: $type has the own star examined again, and those of the same human', (event) => {
    const [envelope] = buildLog([record, star], [{ at: '2020-06-17T08:00:00.000Z', by: approverC, event }])
    if (envelope === undefined) return expect.fail('no event')
    expect(reexamineStar.keys(envelope.data)).toEqual(['b'])
    const looked = (tell: boolean) => [{ type: 'command', command: { type: 'ReexamineStar', volunteer: 'b', tell } }]
    expect(reexamineStar.react(envelope, [{ applied: true, merged: false }])).toEqual(looked(false))
    expect(reexamineStar.react(envelope, [{ applied: false, merged: true }])).toEqual(looked(true))
    expect(reexamineStar.react(envelope, [{ applied: false, merged: false }])).toEqual([])
  })

  it('a volunteer without an application is not examined at every record', () => {
    const loop = startLoop(county)
    say(loop, [approverV2, verify('R8')])
    expect(loop.waiting().map(({ process }) => process)).toEqual(['credit-points', 'vouchings'])
  })

  it('W11, O9: a review is noted for each volunteer who had a seat, with its version in the order’s stream; one of the own team is not', () => {
    const orderReviewed = {
      type: 'OrderReviewed',
      orderId: 'O1',
      opened: '2020-04-20T02:20:00.000Z',
      round: 2,
      handler: 'V1',
      reviewer: 'r1',
      as: 'requester',
      rating: 5,
      verdict: 'solved',
      comment: null,
      seated: ['a', 'b'],
      ownTeam: false,
      replaces: null,
      reviewedAt: '2020-04-26T02:30:00.000Z',
      replaceableUntil: null,
      policyVersion: 'TEST-1',
    }
    const [envelope] = buildLog([order], [{ at: '2020-04-26T02:30:00.000Z', by: people.r1, event: orderReviewed }])
    const noted = ['a', 'b'].map((volunteer) => ({
      type: 'command',
      command: { type: 'NoteReview', volunteer, orderId: 'O1', round: 2, rating: 5, reviewer: 'r1', orderVersion: 0 },
    }))
    expect(envelope === undefined ? [] : noteReview.react(envelope, [])).toEqual(noted)
    const [own] = buildLog(
      [order],
      [{ at: '2020-04-26T02:30:00.000Z', by: people.r1, event: { ...orderReviewed, ownTeam: true } }],
    )
    expect(own === undefined ? [] : noteReview.react(own, [])).toEqual([])
  })
})

describe('one human in two registrations', () => {
  const propose = { type: 'ProposeMerge', person: 'a', survivor: 'b' } as const
  const merge = { type: 'MergeRegistrations', person: 'a', survivor: 'b' } as const
  const mine = { ...R8, volunteer: 'a', recordId: 'S1', day: '2020-05-02' }
  const suspendOfA = { type: 'SuspendRecord', volunteer: 'a', recordId: 'S1', reason: reason('not-there') } as const
  const both = (): Loop<CountyCommand> =>
    startLoop({ ...county, world: { ...county.world, 'record-a': [...verified(mine)] } })

  it('G2: the service of both counts for the survivor’s star, and a loss of the other is examined too; each keeps its own points', () => {
    const loop = both()
    loop.does(approverV2, verify('o.O1.1'), verify('o.O1.2'))
    loop.at('2020-05-20T01:00:00.000Z')
    expect(loop.send(b, apply)).toMatchObject({ left: { type: 'NotEligible', short: 130 } })
    loop.does(deputy, propose)
    loop.does(admin, merge)
    toStar(loop)
    expect(readStar(loop).held).toMatchObject({ level: 1, records: [{}, {}, { volunteer: 'a', recordId: 'S1' }] })
    loop.does(approverC, suspendOfA)
    expect(starStateName(readStar(loop))).toBe('UnderExamination')
    expect([balance(loop, 'a'), balance(loop, 'b')]).toEqual([0, 5])
    expect(loop.refused()).toEqual([])
  })

  it('G2: a merge that brings in a bad review closes the gate of a star that was granted before', () => {
    const withStar = toStar(verifyAll(startLoop(county)))
    const round = { type: 'order', orderId: 'O7', round: 1 }
    const loop = startLoop({
      ...county,
      world: {
        ...county.world,
        'record-b': withStar.events('record-b'),
        'star-b': withStar.events('star-b'),
        'record-a': [...verified({ ...mine, source: round })],
        'star-a': [{ ...bad, volunteer: 'a' }],
      },
    })
    loop.does(deputy, propose)
    loop.does(admin, merge)
    expect(starStateName(readStar(loop))).toBe('UnderExamination')
  })
})
