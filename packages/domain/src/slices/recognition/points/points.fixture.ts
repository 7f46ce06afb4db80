/** Points of volunteer b for this package's tests: R2 earned 4, R3 1 and R8 8, and 10 were spent on soap. */
import type { Typed } from '@zhiyuan/kernel'
import type { MakeTrial } from '../../../fixtures/lifecycle.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { R2, R3, R8, verified } from '../star/star.fixture.ts'
import type { PointsCommand } from './points.codec.ts'
import type { PointsStateName } from './points.state.ts'

type Plain = Readonly<Record<string, unknown>>
const recordMinutes = { 'o.O1.1': 120, 'o.O1.2': 50, R8: 240 } as const
const recordDays = { 'o.O1.1': '2020-04-22', 'o.O1.2': '2020-04-26', R8: '2020-04-29' } as const
type RecordName = keyof typeof recordMinutes

/** The command of a process when a record of b's counts; at the first verification unless stated otherwise. */
export const credit = (recordId: RecordName, more: Plain = {}) => ({
  type: 'CreditPoints' as const,
  volunteer: 'b',
  recordId,
  revision: 0,
  day: recordDays[recordId],
  minutes: recordMinutes[recordId],
  ...more,
})
/** The command of a process when a record of b's was suspended and then voided. */
export const reverse = (recordId: RecordName, revision = 2) => ({
  type: 'ReversePoints' as const,
  volunteer: 'b',
  recordId,
  revision,
})
export const redeem = (redemptionId: string, points: number, item = 'soap') => ({
  type: 'RedeemPoints' as const,
  volunteer: 'b',
  redemptionId,
  points,
  item,
})

export const credited = (recordId: RecordName) => ({
  ...credit(recordId),
  type: 'PointsCredited' as const,
  points: Math.floor(recordMinutes[recordId] / 30),
  policyVersion: 'TEST-1',
})
export const spent = (redemptionId: string, points: number) => ({
  ...redeem(redemptionId, points),
  type: 'PointsSpent' as const,
})
export const cancel = (redemptionId: string, code = 'not-delivered') => ({
  type: 'CancelRedemption' as const,
  volunteer: 'b',
  redemptionId,
  reason: { code, text: null },
})
export const cancelled = (redemptionId: string, points: number) => ({
  ...cancel(redemptionId),
  type: 'RedemptionCancelled' as const,
  points,
  by: 'k1',
})
export const reversed = (recordId: RecordName) => ({
  ...reverse(recordId),
  type: 'PointsReversed' as const,
  points: credited(recordId).points,
  because: 'voided' as const,
})

/** The records on which b's points rest; all of them count. */
export const served = { 'record-b': [R2, R3, R8].flatMap(verified) }
/** 13 points, and none spent. */
export const thirteen: ReadonlyArray<Typed> = [credited('o.O1.1'), credited('o.O1.2'), credited('R8')]

const pasts: Readonly<Record<PointsStateName, ReadonlyArray<Typed>>> = {
  None: [],
  Available: [credited('o.O1.1')],
  Spent: [credited('o.O1.1'), spent('red-0', 4)],
  Owing: [credited('o.O1.1'), credited('o.O1.2'), spent('red-0', 4), reversed('o.O1.1')],
}

export const pointsTrial: MakeTrial<PointsStateName, PointsCommand> = (state, type) => {
  const commands = {
    CreditPoints: credit('R8'),
    ReversePoints: reverse(state === 'Owing' ? 'o.O1.2' : 'o.O1.1'),
    RedeemPoints: redeem('red-1', 4),
    CancelRedemption: cancel('red-0'),
  }
  const actors = { RedeemPoints: people.b, CancelRedemption: people.clerkV1, CreditPoints: timer, ReversePoints: timer }
  const actor = actors[type]
  const redeemed = state === 'Available' && type === 'CancelRedemption'
  const past = redeemed ? [...pasts.Available, credited('o.O1.2'), spent('red-0', 4)] : pasts[state]
  return { past, knowing: served, command: commands[type], now: '2020-05-28T02:00:00.000Z', actor }
}
