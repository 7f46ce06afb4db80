import type { Instant, UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Case, Cases, EventOf } from '../cases.ts'
import { endWaiting, caseHere, keepTimers, startWaiting, type Onward } from './cases.ts'
import { noMarks, toDoKey, type RunningTimer, type ToDoRow } from './row.ts'

interface Step {
  readonly handler: UnitId
  readonly orderId: OrderId
}
const order = caseHere(({ handler, orderId }: Step) => ({ place: handler, subject: { type: 'order', orderId } }))

/** The escalation clock; none at the top unit, which does not escalate (O5). */
const escalation = (escalatesAt: Instant | null): ReadonlyArray<RunningTimer> =>
  escalatesAt === null ? [] : [{ clock: 'escalation', at: escalatesAt }]

/** The day of service is the due date from now on, if there is one (O22). */
const serviceClock = (day: { readonly endsAt: Instant } | null, row: ToDoRow): ReadonlyArray<RunningTimer> =>
  day === null ? keepTimers(row, 'service') : [{ clock: 'service', at: day.endsAt }]

/** Another due date, while the order waits for its service (O22, O27). */
export const moveService = (row: ToDoRow, at: Instant): ToDoRow => ({
  ...row,
  due: row.due.map((one) => (one.clock === 'service' ? { ...one, at } : one)),
})

/** The order is back in the queue; its service due date does not move. */
const back = order<Step & { readonly escalatesAt: Instant | null }>(({ escalatesAt }, row) =>
  startWaiting('dispatch', ...escalation(escalatesAt), ...keepTimers(row, 'service')),
)

/** The team is gone, with the day that it had set. */
const backWithoutTeam = order<Step & { readonly escalatesAt: Instant | null; readonly serviceDueAt: Instant }>(
  ({ escalatesAt, serviceDueAt }) =>
    startWaiting('dispatch', ...escalation(escalatesAt), { clock: 'service', at: serviceDueAt }),
)

const waitForDispatch: Onward<{ readonly escalatesAt: Instant | null; readonly serviceDueAt: Instant }> = ({
  escalatesAt,
  serviceDueAt,
}) => startWaiting('dispatch', ...escalation(escalatesAt), { clock: 'service', at: serviceDueAt })

const listBoth = ({ orderId, from, to }: { readonly orderId: OrderId; readonly from: UnitId; readonly to: UnitId }) =>
  [from, to].map((unit) => toDoKey(unit, { type: 'order', orderId }))

/** The order leaves one handler and waits at the next. */
const moves: Case<ToDoRow, EventOf<'OrderEscalated' | 'OrderReturned' | 'OrderTransferred'>> = {
  keys: listBoth,
  evolve: (row, event, noted, key) => {
    const { orderId, to } = event
    const subject = { type: 'order', orderId } as const
    return {
      ...row,
      subject,
      since: noted,
      ...(key === toDoKey(to, subject) ? waitForDispatch(event, row) : endWaiting()),
    }
  },
}

/** The order is back at the handler of before, where its service goes on (A15). */
const undone: Case<ToDoRow, EventOf<'EscalationUndone'>> = {
  keys: listBoth,
  evolve: (row, { orderId, to, serviceDueAt }, noted, key) => {
    const subject = { type: 'order', orderId } as const
    const here = startWaiting('report', { clock: 'service', at: serviceDueAt })
    return { ...row, subject, since: noted, ...(key === toDoKey(to, subject) ? here : endWaiting()) }
  },
}

/** A placed order waits at its owner, and the need there no longer waits for an order. */
const placed: Case<ToDoRow, EventOf<'OrderPlaced'>> = {
  keys: ({ owner, orderId, needId }) => [
    toDoKey(owner, { type: 'order', orderId }),
    toDoKey(owner, { type: 'need', needId }),
  ],
  evolve: (row, event, noted, key) => {
    const { owner, orderId, needId } = event
    const subject = { type: 'order', orderId } as const
    return key === toDoKey(owner, subject)
      ? {
          ...row,
          subject,
          since: noted,
          ...waitForDispatch({ ...event, serviceDueAt: event.day?.endsAt ?? event.serviceDueAt }, row),
        }
      : { ...row, subject: { type: 'need', needId }, since: noted, marks: noMarks, ...endWaiting() }
  },
}

const over = order(endWaiting)

/** Items at the handler: whose turn it is, and until when. */
export const orders: Cases<ToDoRow> = {
  OrderPlaced: placed,
  OrderOffered: order(({ expiresAt }, row) =>
    startWaiting('offer', { clock: 'offer', at: expiresAt }, ...keepTimers(row, 'escalation', 'service')),
  ),
  ClaimOpened: order(({ lapsesAt }, row) =>
    startWaiting('claim', { clock: 'claim', at: lapsesAt }, ...keepTimers(row, 'escalation', 'service')),
  ),
  OfferDeclined: back,
  OfferExpired: back,
  OfferRecalled: back,
  ClaimLapsed: back,
  ClaimRecalled: back,
  OrderAccepted: order(({ day }, row) => startWaiting('schedule', ...serviceClock(day, row))),
  ServiceTimeAgreed: {
    keys: ({ handler, orderId }) => [toDoKey(handler, { type: 'order', orderId })],
    evolve: (row, { day }) => moveService(row, day.endsAt),
  },
  ServiceTimeSet: order(({ day }, row) => startWaiting('schedule', ...serviceClock(day, row))),
  LastSeatLost: order(({ refillAt }, row) =>
    startWaiting(
      'seats',
      ...(refillAt === null ? [] : [{ clock: 'refill', at: refillAt } as const]),
      ...keepTimers(row, 'service'),
    ),
  ),
  OrderScheduled: order(({ missedAt }, row) =>
    startWaiting('service', { clock: 'missed', at: missedAt }, ...keepTimers(row, 'service')),
  ),
  OrderHandedBack: backWithoutTeam,
  OrderMissed: backWithoutTeam,
  ServiceStarted: order((_event, row) => startWaiting('report', ...keepTimers(row, 'service'))),
  ServiceReported: order(({ lapsesAt }) => startWaiting('review', { clock: 'review', at: lapsesAt })),
  OrderClosed: order(({ reopenableUntil }) => ({ waits: null, due: [{ clock: 'reopen', at: reopenableUntil }] })),
  OrderReopened: order<EventOf<'OrderReopened'>>(waitForDispatch),
  OrderEscalated: moves,
  OrderReturned: moves,
  OrderTransferred: moves,
  OrderAborted: over,
  OrderCancelled: over,
  OrderUnmet: over,
  RoundTakenOn: order((_event, row) => startWaiting('report', ...keepTimers(row, 'service'))),
  EscalationUndone: undone,
  AbortAsked: order(() => startWaiting('abort')),
  OrderUrged: {
    keys: ({ handler, orderId }) => [toDoKey(handler, { type: 'order', orderId })],
    evolve: (row, { urgedAt }) => ({ ...row, marks: { ...row.marks, urgedAt } }),
  },
}
