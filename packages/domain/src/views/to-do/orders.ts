import type { Instant, UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Case, Cases, EventOf } from '../cases.ts'
import { done, here, still, waiting, type Onward } from './here.ts'
import { toDoKey, type RunningClock, type ToDoRow } from './row.ts'

interface Step {
  readonly handler: UnitId
  readonly orderId: OrderId
}
const order = here(({ handler, orderId }: Step) => ({ place: handler, subject: { type: 'order', orderId } }))

/** Null at the top, which does not escalate (O5). */
const escalation = (escalatesAt: Instant | null): ReadonlyArray<RunningClock> =>
  escalatesAt === null ? [] : [{ clock: 'escalation', at: escalatesAt }]

/** Back in the queue; the date by which it is to be served does not move. */
const back = order<Step & { readonly escalatesAt: Instant | null }>(({ escalatesAt }, row) =>
  waiting('dispatch', ...escalation(escalatesAt), ...still(row, 'service')),
)

const opened: Onward<{ readonly escalatesAt: Instant | null; readonly serviceDueAt: Instant }> = ({
  escalatesAt,
  serviceDueAt,
}) => waiting('dispatch', ...escalation(escalatesAt), { clock: 'service', at: serviceDueAt })

/** Leaves the one handler and waits at the next. */
const moves: Case<ToDoRow, EventOf<'OrderEscalated' | 'OrderReturned' | 'OrderTransferred'>> = {
  keys: ({ orderId, from, to }) => [from, to].map((unit) => toDoKey(unit, { type: 'order', orderId })),
  evolve: (row, event, said, key) => {
    const { orderId, to } = event
    const subject = { type: 'order', orderId } as const
    return { subject, since: said, ...(key === toDoKey(to, subject) ? opened(event, row) : done()) }
  },
}

/** The order, and the need that waited for one: its owner is the unit that owns the need. */
const placed: Case<ToDoRow, EventOf<'OrderPlaced'>> = {
  keys: ({ owner, orderId, needId }) => [
    toDoKey(owner, { type: 'order', orderId }),
    toDoKey(owner, { type: 'need', needId }),
  ],
  evolve: (row, event, said, key) => {
    const { owner, orderId, needId } = event
    const subject = { type: 'order', orderId } as const
    return key === toDoKey(owner, subject)
      ? { subject, since: said, ...opened(event, row) }
      : { subject: { type: 'need', needId }, since: said, ...done() }
  },
}

const over = order(done)

/** At the handler: whose turn it is, and until when. */
export const orders: Cases<ToDoRow> = {
  OrderPlaced: placed,
  OrderOffered: order(({ expiresAt }, row) =>
    waiting('offer', { clock: 'offer', at: expiresAt }, ...still(row, 'escalation', 'service')),
  ),
  ClaimOpened: order(({ lapsesAt }, row) =>
    waiting('claim', { clock: 'claim', at: lapsesAt }, ...still(row, 'escalation', 'service')),
  ),
  OfferDeclined: back,
  OfferExpired: back,
  OfferRecalled: back,
  ClaimLapsed: back,
  ClaimRecalled: back,
  OrderAccepted: order((_event, row) => waiting('schedule', ...still(row, 'service'))),
  OrderScheduled: order(({ missedAt }, row) =>
    waiting('service', { clock: 'missed', at: missedAt }, ...still(row, 'service')),
  ),
  OrderHandedBack: back,
  OrderMissed: back,
  ServiceStarted: order((_event, row) => waiting('report', ...still(row, 'service'))),
  ServiceReported: order(({ lapsesAt }) => waiting('review', { clock: 'review', at: lapsesAt })),
  OrderClosed: order(({ reopenableUntil }) => ({ waits: null, due: [{ clock: 'reopen', at: reopenableUntil }] })),
  OrderReopened: order<EventOf<'OrderReopened'>>(opened),
  OrderEscalated: moves,
  OrderReturned: moves,
  OrderTransferred: moves,
  OrderAborted: over,
  OrderCancelled: over,
  OrderUnmet: over,
}
