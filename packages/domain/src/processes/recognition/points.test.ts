import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { Typed, Plain } from '@zhiyuan/kernel'
import { startLoop, type PendingCommand, type Loop, type PlainActor } from '@zhiyuan/testing'
import { points, type PointsState } from '../../slices/recognition/points/index.ts'
import { people, timer } from '../../fixtures/people.ts'
import { countedRecords, record, type RecordState } from '../../slices/hours/record/index.ts'
import { star, type StarState } from '../../slices/recognition/star/index.ts'
import {
  askForCorrection,
  county,
  redeem,
  reinstate,
  shorten,
  suspend,
  toStar,
  verify,
  verifyAll,
  voidRecord,
  type CountyCommand,
} from './county.fixture.ts'

const { approverC, approverV2, b } = people
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const balance = (loop: Loop<CountyCommand>): number => (loop.state(points, 'points-b') as PointsState).balance
const records = (loop: Loop<CountyCommand>): RecordState => loop.state(record, 'record-b') as RecordState
const minutes = (loop: Loop<CountyCommand>): number =>
  countedRecords([records(loop)]).reduce((sum, one) => sum + one.minutes, 0)
/** Sends commands one after the other, without delivering those of processes. */
const say = (
  loop: Loop<CountyCommand>,
  ...commands: ReadonlyArray<readonly [PlainActor, Plain<CountyCommand>]>
): void => {
  for (const [actor, command] of commands) expect(loop.send(actor, command)).toMatchObject({ _tag: 'Right' })
}
const lastFirst = (waiting: ReadonlyArray<PendingCommand>): number => waiting.length - 1

describe('points follow service', () => {
  it('rows 19, 27, 40, 44, 48 and 49 of the golden story: b’s passbook is +4 +1 +8 −10 −8', () => {
    const loop = verifyAll(startLoop(county))
    expect(balance(loop)).toBe(13)
    say(loop, [b, redeem('red-1', 10)])
    expect(loop.send(b, redeem('red-2', 10))).toMatchObject({ left: { type: 'InsufficientPoints', balance: 3 } })
    loop.does(approverC, suspend('R8'))
    expect(balance(loop)).toBe(3)
    loop.does(approverC, voidRecord('R8'))
    expect(balance(loop)).toBe(-5)
    expect(loop.send(b, redeem('red-3', 1))).toMatchObject({ left: { type: 'InsufficientPoints', balance: -5 } })
    const passbook = loop.events('points-b').map((event) => {
      const { type, points: amount } = event as Typed & { readonly points: number }
      return type === 'PointsCredited' ? amount : -amount
    })
    expect(passbook).toEqual([4, 1, 8, -10, -8])
    expect(loop.refused()).toEqual([])
  })

  it('W5: spending points changes neither hours nor the service behind stars', () => {
    const loop = verifyAll(startLoop(county))
    const before = [loop.events('record-b'), loop.events('star-b'), minutes(loop)]
    loop.does(b, redeem('red-1', 13))
    expect([loop.events('record-b'), loop.events('star-b'), minutes(loop)]).toEqual(before)
    toStar(loop)
    expect((loop.state(star, 'star-b') as StarState).held?.level).toBe(1)
  })

  it('W13: taking points back does not change them either', () => {
    const loop = verifyAll(startLoop(county))
    loop.does(approverC, suspend('R8'), voidRecord('R8'))
    expect(minutes(loop)).toBe(170)
    expect(balance(loop)).toBe(5)
  })

  it('W4: a reinstated record keeps its points, which belong to its new revision from then on', () => {
    const loop = verifyAll(startLoop(county))
    loop.does(approverC, suspend('R8'), reinstate('R8'))
    expect(loop.events('points-b').at(-1)).toMatchObject({ type: 'CreditKept', recordId: 'R8', revision: 2, points: 8 })
    expect(balance(loop)).toBe(13)
  })

  it('W4: where a void overtakes the credit of the same record, the late credit is a no-op', () => {
    const loop = startLoop(county)
    say(loop, [approverV2, verify('R8')], [approverC, suspend('R8')], [approverC, voidRecord('R8')])
    loop.rest(lastFirst)
    expect(types(loop.events('points-b'))).toEqual(['CreditForestalled'])
    expect(balance(loop)).toBe(0)
  })

  it('W4: where a correction races a void, none of the record’s points are left, in either order of delivery', () => {
    for (const pick of [undefined, lastFirst]) {
      const loop = verifyAll(startLoop(county))
      say(loop, [b, askForCorrection('fix-1')], [approverV2, shorten('fix-1', '01:00', 60)])
      say(loop, [approverC, suspend('R8')], [approverC, voidRecord('R8')])
      expect(loop.waiting().map(({ command }) => command.type)).toEqual(['CreditPoints', 'ReversePoints'])
      loop.rest(pick)
      expect(balance(loop)).toBe(5)
    }
  })

  it('W4, W6: for any order of delivery, also twice, the points in the end are those of the counting records', () => {
    const deeds = [
      [approverV2, verify('o.O1.1')],
      [approverV2, verify('R8')],
      [b, askForCorrection('fix-1')],
      [approverV2, shorten('fix-1', '03:10', 190)],
      [b, askForCorrection('fix-2')],
      [approverV2, shorten('fix-2', '02:00', 120)],
      [approverC, suspend('R8')],
      [approverC, reinstate('R8')],
      [b, askForCorrection('fix-3')],
      [approverV2, shorten('fix-3', '01:00', 60)],
      [approverC, suspend('o.O1.1')],
      [approverC, voidRecord('o.O1.1')],
    ] as const
    fc.assert(
      fc.property(fc.nat(deeds.length), fc.infiniteStream(fc.nat(1000)), fc.boolean(), (told, numbers, twice) => {
        const loop = startLoop(county)
        const pick = (waiting: ReadonlyArray<PendingCommand>): number => (numbers.next().value ?? 0) % waiting.length
        for (const deed of deeds.slice(0, told)) {
          say(loop, deed)
          // Some waiting process commands are delivered in between.
          if (loop.waiting().length > 0 && pick([...loop.waiting(), ...loop.waiting()]) === 0) loop.deliver()
        }
        const again = loop.waiting().map(({ command }) => command)
        loop.rest(pick)
        if (twice) for (const command of again) loop.send(timer, command as Plain<CountyCommand>)
        const worth = [...records(loop).records.values()]
          .filter(({ approver, status }) => approver !== null && status !== 'voided')
          .reduce((sum, one) => sum + Math.floor(one.minutes / 30), 0)
        expect(balance(loop)).toBe(worth)
      }),
      { numRuns: 50 },
    )
  })
})
