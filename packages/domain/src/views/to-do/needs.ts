import type { UnitId } from '@zhiyuan/kernel'
import type { Pending } from '../../slices/requests/need/need.codec.ts'
import type { NeedId } from '../../vocabulary/ids.ts'
import type { Case, Cases, EventOf } from '../cases.ts'
import { caseHere, endWaiting, keepTimers, startWaiting } from './cases.ts'
import { noMarks, toDoKey, type RunningTimer, type Subject, type ToDoRow, type Waits } from './row.ts'

interface OfNeed {
  readonly needId: NeedId
}
interface AtOwner extends OfNeed {
  readonly unitId: UnitId
}
const nameNeed = ({ needId }: OfNeed): Subject => ({ type: 'need', needId })
const need = caseHere((event: AtOwner) => ({ place: event.unitId, subject: nameNeed(event) }))
const answered = need(endWaiting)

const waitForAnswer = need<AtOwner & { readonly answerDueAt: RunningTimer['at'] }>(({ answerDueAt }) =>
  startWaiting('answer', { clock: 'answer', at: answerDueAt }),
)
const waitForOrder = need<AtOwner & { readonly orderDueAt: RunningTimer['at'] | null }>(({ orderDueAt }) =>
  startWaiting('order', ...(orderDueAt === null ? [] : [{ clock: 'order', at: orderDueAt } as const])),
)

/** The answer clock runs on, and what is noted beside stays. */
const changeWait = (waits: Waits): Case<ToDoRow, AtOwner> => ({
  keys: need(endWaiting).keys,
  evolve: (row) => ({ ...row, ...startWaiting(waits, ...keepTimers(row, 'answer')) }),
})

/** The clocks of a need are called like what it waits for; that of the answer runs while it is held (N16). */
const startPending = ({ waits, dueAt }: Pending): ReturnType<typeof startWaiting> => {
  const clock = waits === 'release' ? 'answer' : waits
  return startWaiting(waits, ...(dueAt === null ? [] : [{ clock, at: dueAt }]))
}

/** The need leaves one owner and waits at the next for the same. */
const moves: Case<ToDoRow, EventOf<'NeedMisrouted' | 'NeedPassedOn'>> = {
  keys: (event) => [event.from, event.to].map((unit) => toDoKey(unit, nameNeed(event))),
  evolve: ({ details }, event, since, key) => {
    const subject = nameNeed(event)
    const here = key === toDoKey(event.to, subject) ? event.pending : null
    return { subject, since, marks: noMarks, details, ...(here === null ? endWaiting() : startPending(here)) }
  },
}

const nameListed = ({ needId }: OfNeed): Subject => ({ type: 'unserved-need', needId })
const listed = caseHere((event: OfNeed & { readonly listedAt: UnitId }) => ({
  place: event.listedAt,
  subject: nameListed(event),
}))

/** The need no longer waits for an order; an unmet one is listed at the city. */
const standing: Case<ToDoRow, EventOf<'StandingNoted'>> = {
  keys: (event) => [
    ...answered.keys(event),
    ...(event.listedAt === null ? [] : [toDoKey(event.listedAt, nameListed(event))]),
  ],
  evolve: (row, event, since, key) =>
    key === toDoKey(event.unitId, nameNeed(event))
      ? answered.evolve(row, event, since, key)
      : { subject: nameListed(event), since, marks: noMarks, details: row.details, ...startWaiting('unmet') },
}

/** The order was placed with the owner before: at this one the need waits for no order either (O19). */
const ordered: Case<ToDoRow, EventOf<'NeedOrderNoted'>> = {
  keys: (event) => [toDoKey(event.owner, nameNeed(event))],
  evolve: (row, event, since) =>
    event.unwanted !== null || event.placedAt === event.owner || row.subject === null
      ? row
      : { ...row, since, marks: noMarks, ...endWaiting() },
}

/** 催单: also where nothing waits at the owner, because an order serves the need (N13). */
const urged: Case<ToDoRow, EventOf<'NeedUrged'>> = {
  keys: need(endWaiting).keys,
  evolve: (row, event, noted) => ({
    ...row,
    subject: nameNeed(event),
    since: row.waits === null ? noted : row.since,
    waits: row.waits ?? 'urged',
    marks: { ...row.marks, urgedAt: event.urgedAt },
  }),
}

const ownership = caseHere(({ to, needId }: OfNeed & { readonly to: UnitId }) => ({
  place: to,
  subject: { type: 'ownership', needId },
}))

/** Items at the unit that owns the need: first the answer (N2), then the order for an approved need (N12). */
export const needs: Cases<ToDoRow> = {
  NeedSubmitted: waitForAnswer,
  NeedHeld: changeWait('release'),
  NeedReleased: changeWait('answer'),
  InformationRequested: need(({ lapsesAt }) => startWaiting('information', { clock: 'information', at: lapsesAt })),
  InformationSupplied: waitForAnswer,
  InformationMissing: waitForAnswer,
  InformationLapsed: answered,
  NeedApproved: waitForOrder,
  NeedRejected: answered,
  NeedReferred: answered,
  NeedMerged: answered,
  NeedUnmerged: waitForAnswer,
  MergedNeedReturned: waitForAnswer,
  NeedWithdrawn: answered,
  TwinsProposed: {
    keys: need(endWaiting).keys,
    evolve: (row, { twins }) => ({ ...row, marks: { ...row.marks, twins: [...row.marks.twins, ...twins] } }),
  },
  NeedUrged: urged,
  NeedOrderNoted: ordered,
  OrderAwaited: waitForOrder,
  OrderOverdue: listed(() => startWaiting('late-order')),
  StandingNoted: standing,
  NeedUnlisted: listed(endWaiting),
  NeedMisrouted: moves,
  NeedPassedOn: moves,
  OwnershipOffered: ownership(({ acceptBy }) => startWaiting('ownership', { clock: 'ownership', at: acceptBy })),
  OwnershipAccepted: ownership(endWaiting),
  OwnershipRefused: ownership(endWaiting),
}
