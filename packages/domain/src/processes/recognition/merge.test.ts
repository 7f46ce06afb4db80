import { describe, expect, it } from 'vitest'
import { startLoop, type Loop } from '@zhiyuan/testing'
import { points, type PointsState } from '../../slices/recognition/points/index.ts'
import { people } from '../../fixtures/people.ts'
import { record, type RecordState } from '../../slices/hours/record/index.ts'
import { R2, R3, R8, reason, verified } from '../../slices/recognition/star/star.fixture.ts'
import { county, redeem, suspend, verifyAll, voidRecord, type CountyCommand } from './county.fixture.ts'

const { admin, approverC, approverV2, b, deputy, e } = people
const balance = (loop: Loop<CountyCommand>, person: string): number =>
  (loop.state(points, `points-${person}`) as PointsState).balance
const readStatus = (loop: Loop<CountyCommand>, person: string, recordId: string) =>
  (loop.state(record, `record-${person}`) as RecordState).records.get(recordId as never)?.status
const pair = { person: 'b', survivor: 'e' } as const
const propose = { type: 'ProposeMerge', ...pair } as const
const merge = { type: 'MergeRegistrations', ...pair } as const
const byE = (redemptionId: string, price: number) => ({ ...redeem(redemptionId, price), volunteer: 'e' })

/** R9 of e has the same minutes as R8 of b, and was recorded later. */
const R9 = { ...R8, volunteer: 'e', recordId: 'R9' }
const entered = (served: typeof R8, recordedAt: string) =>
  verified(served)
    .slice(0, 1)
    .map((event) => ({ ...event, recordedAt }))
const both = {
  ...county,
  world: {
    ...county.world,
    'record-b': [R2, R3, R8].flatMap((one) => entered(one, '2020-05-18T01:00:00.000Z')),
    'record-e': entered(R9, '2020-05-18T02:00:00.000Z'),
  },
}
const withR9 = (more: object): typeof both => ({
  ...both,
  world: { ...both.world, 'record-e': entered({ ...R9, ...more }, '2020-05-18T02:00:00.000Z') },
})
/** R9 is of the next day: no copy of R8. */
const nextDay = withR9({ day: '2020-04-30' })
/** R9 was not typed by hand: no copy of R8 that is entered anew when that is voided (H9). */
const byPhone = withR9({ grade: 'system' })
/** b has 13 points, e 8; both have been verified. */
const begun = (served = both): Loop<CountyCommand> => {
  const loop = verifyAll(startLoop(served))
  loop.does(approverV2, { type: 'VerifyRecord', volunteer: 'e', recordId: 'R9' })
  return loop
}

describe('points of a human with two registrations', () => {
  it('W13, G2: a debt of one registration blocks redemptions by the other up to its amount', () => {
    const loop = begun(nextDay)
    loop.does(b, redeem('red-1', 13))
    loop.does(approverC, suspend('R8'), voidRecord('R8'))
    expect([balance(loop, 'b'), balance(loop, 'e')]).toEqual([-8, 8])
    loop.does(deputy, propose)
    loop.does(admin, merge)
    expect(loop.send(e, byE('red-2', 1))).toMatchObject({ left: { type: 'InsufficientPoints', balance: 0 } })
    expect(loop.send(b, redeem('red-3', 1))).toMatchObject({ left: { type: 'MergedInto', survivor: 'e' } })
    expect(loop.refused()).toEqual([])
  })

  it('H5, W13, G2: a minute that counted under both is spent once: points of the held record are blocked, and taken back in full at the void', () => {
    const loop = begun()
    loop.does(deputy, propose)
    loop.does(admin, merge)
    expect([readStatus(loop, 'b', 'R8'), readStatus(loop, 'e', 'R9')]).toEqual(['verified', 'suspended'])
    expect([balance(loop, 'b'), balance(loop, 'e')]).toEqual([13, 8])
    expect(loop.send(e, byE('red-1', 14))).toMatchObject({ left: { type: 'InsufficientPoints', balance: 13 } })
    loop.does(e, byE('red-2', 13))
    loop.does(approverC, { ...voidRecord('R9'), volunteer: 'e' })
    expect([balance(loop, 'b'), balance(loop, 'e')]).toEqual([13, -13])
    expect(loop.events('points-e').at(-1)).toMatchObject({ type: 'PointsReversed', recordId: 'R9', points: 8 })
    expect(loop.refused()).toEqual([])
  })

  it('H5, W13: those points become free when the hold is cleared after the other record has ended', () => {
    const loop = begun(byPhone)
    loop.does(deputy, propose)
    loop.does(admin, merge)
    loop.does(approverC, suspend('R8'))
    expect(loop.send(e, byE('red-1', 6))).toMatchObject({ left: { type: 'InsufficientPoints', balance: 5 } })
    loop.does(approverC, voidRecord('R8'))
    const hold = { volunteer: 'e', recordId: 'R9', holdId: 'overlap:b:R8:1', reason: reason('was-there') }
    loop.does(approverC, { type: 'ClearHold', ...hold })
    expect(readStatus(loop, 'e', 'R9')).toBe('verified')
    expect(loop.send(e, byE('red-1', 14))).toMatchObject({ left: { type: 'InsufficientPoints', balance: 13 } })
    loop.does(e, byE('red-1', 13))
    expect([balance(loop, 'b'), balance(loop, 'e')]).toEqual([5, -5])
    expect(loop.refused()).toEqual([])
  })

  it('W5, W13, G2: a debt takes no more than its amount from the points of the other registration', () => {
    const loop = begun(nextDay)
    loop.does(deputy, propose)
    loop.does(admin, merge)
    loop.does(e, byE('red-1', 13))
    loop.does(approverC, suspend('R8'), voidRecord('R8'))
    expect([balance(loop, 'b'), balance(loop, 'e')]).toEqual([5, -5])
    expect(loop.send(e, byE('red-2', 1))).toMatchObject({ left: { type: 'InsufficientPoints', balance: 0 } })
  })
})
