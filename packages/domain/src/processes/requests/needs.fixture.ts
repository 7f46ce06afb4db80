/** A county whose needs are all made in the test: a city over two townships, each over villages. */
import type { Plain, Typed } from '@zhiyuan/kernel'
import { asked, reason } from '../../slices/requests/need/need.fixture.ts'
import { people, units } from '../../fixtures/people.ts'
import { world } from '../../fixtures/world.ts'
import { county, type CountyCommand } from './county.fixture.ts'

const { C, T1 } = units
const { clerkV1 } = people

/** The second village of T1. */
export const V12 = '131081104202'
const opened: Typed = {
  type: 'UnitOpened',
  unitId: V12,
  level: 'village',
  parent: T1,
  name: V12,
  code: null,
} as Typed

export const needsCounty = {
  ...county,
  world: { ...world, 'units-131081': [...(world['units-131081'] ?? []), opened] },
}
export const clerkT1 = { ...clerkV1, person: 'kt1', unit: T1 }
export const clerkC = { ...clerkV1, person: 'kc', unit: C }
export const clerkV12 = { ...clerkV1, person: 'k12', unit: V12 }

type Say = Plain<CountyCommand>
const why = { reason: reason('because') }
export const submit = (needId: string, more: object = {}) =>
  ({
    ...asked,
    type: 'SubmitNeed',
    needId,
    proxy: null,
    contact: null,
    channel: 'app',
    kind: 'work-life',
    ...more,
  }) as Say
export const approve = (needId: string): Say => ({
  type: 'ApproveNeed',
  needId,
  serviceClass: 'individual',
  risks: { known: false, description: null },
})
export const reject = (needId: string): Say => ({ type: 'RejectNeed', needId, ...why })
export const refer = (needId: string): Say => ({ type: 'ReferNeed', needId, receiver: '12345', ...why })
export const merge = (needId: string, into: string): Say => ({ type: 'MergeNeed', needId, into })
export const unmerge = (needId: string): Say => ({ type: 'UnmergeNeed', needId, ...why })
export const askBack = (needId: string): Say => ({
  type: 'RequestInformation',
  needId,
  question: { id: `q-${needId}`, commitment: '0'.repeat(64) },
})
export const supply = (needId: string): Say => ({
  type: 'SupplyInformation',
  needId,
  answer: { id: `a-${needId}`, commitment: '0'.repeat(64) },
})
export const withdraw = (needId: string): Say => ({ type: 'WithdrawNeed', needId, reason: 'not-needed' })
export const rule = (needId: string, to: string): Say => ({ type: 'RuleMisrouted', needId, to, ...why })
export const accept = (needId: string, to: string): Say => ({
  type: 'AnswerOwnership',
  needId,
  to,
  accept: true,
  ...why,
})
export const place = (orderId: string, needId: string): Say => ({
  type: 'PlaceOrder',
  orderId,
  needId,
  specialty: 'hardship-relief',
  seats: 2,
  planned: null,
})
export const cancelOrder = (orderId: string): Say => ({ type: 'CancelOrder', orderId, ...why })
export const escalateOrder = (orderId: string, from: string): Say => ({
  type: 'EscalateOrder',
  orderId,
  round: 1,
  from,
  ...why,
})
export const endUnmet = (orderId: string): Say => ({ type: 'EndUnmet', orderId, ...why })
