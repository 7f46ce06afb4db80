/** Those who asked for the service decide nothing about its minutes (G7). */
import { readMany, type Moment, type PersonId } from '@zhiyuan/kernel'
import { assignmentStream } from '../../../attendance/assignment/assignment.read.ts'
import { handsRead } from '../../../organisation/hands.ts'
import { listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import { findPrivateProxy, needRead, type NeedState } from '../../../requests/need/need.read.ts'
import { orderRead, orderStream, type OrderState } from '../../../requests/order/order.read.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { recordRoles } from '../record.roles.ts'
import type { ServiceRecord } from '../record.state.ts'

/** The order that the record is about, if it is about one. */
export const orderReads = (record: Pick<ServiceRecord, 'source'> | undefined) => ({
  order: record?.source.type === 'order' ? orderRead(record.source.orderId) : null,
})
/** Reads of the second round: the order names its need. */
export const needReads = ({ order }: { readonly order: OrderState | null }) => ({
  need: order === null || order.type === 'None' ? null : needRead(order.placed.needId),
})

export interface Asking {
  readonly humans: Humans
  readonly order: OrderState | null
  readonly need: NeedState | null
}

/** Requester, contact and private proxy of the service; null for each that there is none. */
const findAsking = ({ order, need }: Pick<Asking, 'order' | 'need'>) => {
  const placed = order === null || order.type === 'None' ? null : order.placed
  return {
    requester: [placed?.requester ?? null],
    contact: [placed?.contact ?? null],
    proxy: [need === null ? null : findPrivateProxy(need)],
  }
}

/** Who asked for the service. */
export const listAsking = (found: Pick<Asking, 'order' | 'need'>): ReadonlyArray<PersonId> =>
  Object.values(findAsking(found))
    .flat()
    .filter((one) => one !== null)

type ByThird = 'VerifyRecord' | 'ClearHold' | 'CorrectRecord' | 'UpholdRecord' | 'ReinstateRecord'

/** Null where the acting person neither asked for the service nor is credited by the record, under any registration. */
export const refuseAsking = (
  { volunteer }: ServiceRecord,
  { humans, order, need }: Asking,
  { actor }: Moment,
  { type }: { readonly type: ByThird },
): RecordRejection | null => {
  return refuseByRow(recordRoles[type], { humans, actor }, { volunteer: [volunteer], ...findAsking({ order, need }) })
}

type Hands = ReturnType<typeof handsRead>
type Recorded = Pick<ServiceRecord, 'source' | 'volunteer'> | undefined

/** Who dispatched or handled the order of a record (G8). */
export const orderHandReads = (record: Recorded) => ({
  orderHands: record?.source.type === 'order' ? handsRead(orderStream(record.source.orderId)) : null,
})
/** Who told of the presence or the absence, or confirmed it, under any registration (G8, G2): reads of the second round. */
export const presenceHandReads = (humans: Humans, record: Recorded) => {
  if (record?.source.type !== 'order') return { presenceHands: new Map<PersonId, Hands>() }
  const { source: occasion, volunteer: person } = record
  const readOne = (volunteer: PersonId) => handsRead(assignmentStream({ occasion, volunteer }))
  return { presenceHands: readMany(listRegistrations(humans, person), readOne) }
}
