import type { AnyCodec, Envelope, Projection } from '@zhiyuan/kernel'
import { AssignmentEvent } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { LedgerEvent } from '../../ledger.ts'
import { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import { RecordEvent } from '../../slices/hours/record/record.codec.ts'
import {
  needKey,
  occasionRowKey,
  orderKey,
  recordKey,
  type TimelineEvent,
  type TimelineRow,
  type TimelineStep,
} from './row.ts'

/** Makes a test for the events of a slice, by their type. */
const makeEventGuard = <E extends LedgerEvent>({ shape }: AnyCodec & { readonly _A: E }) => {
  const types = new Set(shape.kind === 'variants' ? Object.keys(shape.members) : [])
  return (event: LedgerEvent): event is E => types.has(event.type)
}
const ofNeed = makeEventGuard(NeedEvent)
const ofOrder = makeEventGuard(OrderEvent)
const ofAssignment = makeEventGuard(AssignmentEvent)
const ofService = makeEventGuard(RecordEvent)

/** The key of the row to which an event belongs; null where it belongs to none. */
const ownKey = (event: LedgerEvent): string | null => {
  if (ofNeed(event)) return needKey(event.needId)
  if (ofOrder(event)) return orderKey(event.orderId)
  if (ofAssignment(event) || event.type === 'SeatsOverlap') return occasionRowKey(event.occasion)
  return ofService(event) && 'recordId' in event ? recordKey(event.volunteer, event.recordId) : null
}

/** The link between two rows that an event makes. */
const findLink = (event: LedgerEvent): { readonly from: string; readonly to: string } | null => {
  if (event.type === 'OrderPlaced') return { from: needKey(event.needId), to: orderKey(event.orderId) }
  if (event.type === 'NeedMerged') return { from: needKey(event.needId), to: needKey(event.into) }
  return event.type === 'RecordSubmitted'
    ? { from: occasionRowKey(event.source), to: recordKey(event.volunteer, event.recordId) }
    : null
}

const makeTimelineStep = ({
  id,
  causationId,
  occurredAt,
  recordedAt,
  actor,
  data,
}: Envelope<LedgerEvent>): TimelineStep => {
  const { type, ...words } = data as TimelineEvent
  const facts = Object.fromEntries(Object.entries(words).filter(([name]) => name !== 'ranking'))
  // The event without its ranking: the type and the other fields stay the same.
  const step = { type, facts } as Pick<TimelineStep, 'type' | 'facts'>
  return { eventId: id, causedBy: causationId, at: occurredAt, recordedAt, who: actor, ...step } as TimelineStep
}

/** Every step of every need, order, session and record (N6). */
export const timeline: Projection<TimelineRow, LedgerEvent> = {
  name: 'timeline',
  version: 1,
  initial: () => ({ steps: [], leadsTo: [] }),
  keys: (event) => {
    const own = ownKey(event)
    const link = findLink(event)
    return [...new Set([own, link?.from].filter((key) => key !== null && key !== undefined))]
  },
  evolve: (row, envelope, key) => {
    const link = findLink(envelope.data)
    return {
      steps: ownKey(envelope.data) === key ? [...row.steps, makeTimelineStep(envelope)] : row.steps,
      leadsTo: link?.from === key ? [...row.leadsTo, link.to] : row.leadsTo,
    }
  },
}
