/** b's service, points and stars in one small county, and what people send there, for this package's tests. */
import type { Typed } from '@zhiyuan/kernel'
import { points } from '../points/index.ts'
import { scene, world } from '../sample/world.ts'
import { service } from '../service/index.ts'
import { star } from '../star/index.ts'
import { reason, R2, R3, R8, reviews, verified, type Served } from '../star/star.sample.ts'
import { volunteer } from '../volunteer/index.ts'
import { rewardProcesses } from './reward.ts'
import { serviceProcesses } from './service.ts'

const entered = (...records: ReadonlyArray<Served>): ReadonlyArray<Typed> =>
  records.flatMap((record) => verified(record).slice(0, 1))

/** R2, R3 and R8 are entered and not verified yet; the rounds of R2 and R3 are reviewed, 3.50 together. */
export const county = {
  slices: [volunteer, service, points, star],
  processes: [...serviceProcesses, ...rewardProcesses],
  world: { ...world, 'service-b': entered(R2, R3, R8), 'star-b': reviews },
  scene: { ...scene, now: '2020-05-19T02:00:00.000Z' },
}

const of = (type: string, recordId: string, more: object = {}) => ({ type, volunteer: 'b', recordId, ...more })
const why = { reason: reason('looked-into') }
export const verify = (recordId: string) => of('VerifyRecord', recordId)
export const suspend = (recordId: string) => of('SuspendRecord', recordId, why)
export const reinstate = (recordId: string) => of('ReinstateRecord', recordId, why)
export const voidRecord = (recordId: string) => of('VoidRecord', recordId, why)
/** R8 lasted from 00:00 to `end` only. */
export const shorten = (correctionId: string, end: string, minutes: number) =>
  of('CorrectRecord', 'R8', {
    correctionId,
    segments: [{ start: '2020-04-29T00:00:00.000Z', end: `2020-04-29T${end}:00.000Z` }],
    minutes,
    ...why,
  })

const application = { volunteer: 'b', applicationId: 'star-b-1' }
export const apply = { type: 'ApplyForStar', ...application, level: 1 } as const
export const examine = { type: 'ExamineApplication', ...application, heard: 0 } as const
export const openNotice = { type: 'OpenNotice', ...application, heard: 0 } as const
export const grant = { type: 'GrantStar', ...application } as const
export const uphold = { type: 'UpholdStar', volunteer: 'b', examination: 1, ...why } as const
export const revoke = { type: 'RevokeStar', volunteer: 'b', examination: 1, ...why } as const
