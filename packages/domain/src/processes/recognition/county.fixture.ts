/** b's records, points and stars in a small county, and the commands that people send there, for this package's tests. */
import type { Plain, Typed } from '@zhiyuan/kernel'
import { points } from '../../slices/recognition/points/index.ts'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { record } from '../../slices/hours/record/index.ts'
import { watch } from '../../slices/hours/watch/index.ts'
import { star } from '../../slices/recognition/star/index.ts'
import { reason, R2, R3, R8, reviews, verified, type Served } from '../../slices/recognition/star/star.fixture.ts'
import { humans } from '../../slices/people/humans/index.ts'
import { volunteer } from '../../slices/people/volunteer/index.ts'
import { rewardProcesses } from '../index.ts'

const entered = (...records: ReadonlyArray<Served>): ReadonlyArray<Typed> =>
  records.flatMap((served) => verified(served).slice(0, 1))

/** R2, R3 and R8 are entered and not verified yet. The rounds of R2 and R3 are reviewed, with a mean of 3.50. */
export const county = {
  slices: [volunteer, humans, record, points, star, watch],
  processes: rewardProcesses,
  world: { ...world, 'record-b': entered(R2, R3, R8), 'star-b': reviews },
  scene: { ...scene, now: '2020-05-19T02:00:00.000Z' },
}

const recordRef = (recordId: string) => ({ volunteer: 'b', recordId })
const why = { reason: reason('looked-into') }
export const verify = (recordId: string) => ({ type: 'VerifyRecord', ...recordRef(recordId) }) as const
export const suspend = (recordId: string, code = 'not-there') =>
  ({ type: 'SuspendRecord', ...recordRef(recordId), reason: reason(code) }) as const
export const reinstate = (recordId: string) => ({ type: 'ReinstateRecord', ...recordRef(recordId), ...why }) as const
export const voidRecord = (recordId: string) => ({ type: 'VoidRecord', ...recordRef(recordId), ...why }) as const
export const askForCorrection = (correctionId: string) =>
  ({ type: 'RequestCorrection', ...recordRef('R8'), correctionId, ...why }) as const
/** Corrects R8: it lasted from 00:00 to `end` only. */
export const shorten = (correctionId: string, end: string, minutes: number) =>
  ({
    type: 'CorrectRecord',
    ...recordRef('R8'),
    correctionId,
    segments: [{ start: '2020-04-29T00:00:00.000Z', end: `2020-04-29T${end}:00.000Z` }],
    minutes,
    ...why,
  }) as const

export const redeem = (redemptionId: string, price: number) =>
  ({ type: 'RedeemPoints', volunteer: 'b', redemptionId, points: price, item: 'soap' }) as const
const application = { volunteer: 'b', applicationId: 'star-b-1' }
export const apply = { type: 'ApplyForStar', ...application, level: 1 } as const
export const examine = { type: 'ExamineApplication', ...application, heard: 0 } as const
export const openNotice = { type: 'OpenNotice', ...application, heard: 0 } as const
export const grant = { type: 'GrantStar', ...application } as const
export const uphold = { type: 'UpholdStar', volunteer: 'b', examination: 1, ...why } as const
export const revoke = { type: 'RevokeStar', volunteer: 'b', examination: 1, ...why } as const

/** The commands of people and processes there. */
export type CountyCommand = (typeof county)['slices'][number]['command']['_A']
interface Doing {
  readonly at: (now: string) => void
  readonly does: (actor: (typeof people)[keyof typeof people], ...commands: ReadonlyArray<Plain<CountyCommand>>) => void
}
/** R2, R3 and R8 count: 410 minutes, 13 points. */
export const verifyAll = <L extends Doing>(loop: L): L => {
  loop.does(people.approverV2, verify('o.O1.1'), verify('o.O1.2'), verify('R8'))
  return loop
}
/** b's application is on notice, and the notice has ended. */
export const toEndOfNotice = <L extends Doing>(loop: L): L => {
  loop.at('2020-05-20T01:00:00.000Z')
  loop.does(people.b, apply)
  loop.does(people.starAuthority, examine, openNotice)
  loop.at('2020-05-28T01:00:00.000Z')
  return loop
}
/** b holds star 1. */
export const toStar = <L extends Doing>(loop: L): L => {
  toEndOfNotice(loop).does(people.starAuthority, grant)
  return loop
}
