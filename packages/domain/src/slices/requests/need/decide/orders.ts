/** The orders of a need, and its standing (N6, N12). */
import * as E from 'fp-ts/lib/Either.js'
import { readMany } from '@zhiyuan/kernel'
import type { Reason } from '../../../../vocabulary/values.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { findCurrentPolicy, policyMissing, policyRead } from '../../../organisation/policy/policy.read.ts'
import { findParent, unitsRead } from '../../../organisation/units/units.read.ts'
import { isCancelledByOffice, orderRead, type OrderState } from '../../order/order.read.ts'
import {
  mostOrdersNamed,
  type CheckStanding,
  type NeedEvent,
  type NoteNeedOrder,
  type NoteOrderOverdue,
  type Unwanted,
} from '../need.codec.ts'
import { judgeStanding } from '../need.read.ts'
import type { ApprovedNeed, NeedFacts, NeedState } from '../need.state.ts'
import { findOrderDue, startOrderDue } from './order-due.ts'
import { copyKeys, copyOpened, notAllowed, onProcess, onTimer, unlist, type Decision } from './shared.ts'

type Ordering = NeedFacts & { readonly type: 'Approved' | 'Withdrawn' | 'Referred' }
const takesOrders = (state: NeedState): state is Ordering & NeedState =>
  state.type === 'Approved' || state.type === 'Withdrawn' || state.type === 'Referred'

const judgeUnwanted = ({ type, orders }: Ordering): Unwanted | null => {
  if (type === 'Withdrawn') return 'need-withdrawn'
  if (type === 'Referred') return 'need-referred'
  return orders.length < mostOrdersNamed ? null : 'need-full'
}

/** An order that came after the need was withdrawn or referred, or is one too many, is noted as unwanted, so that a process cancels it. */
export const noteNeedOrder = onProcess<NoteNeedOrder>()({
  about: (command, state) =>
    state.type !== 'None' && !state.orders.includes(command.orderId) ? { command, state } : null,
  then: ({ command, state }): Decision => {
    if (!takesOrders(state)) return E.left(notAllowed(state, command))
    const { orderId, placedAt } = command
    const unwanted = judgeUnwanted(state)
    // A closing unit passes a need on from that day: an order that it placed before stays its own (O19).
    const follows = placedAt !== state.owner && !state.passedOn.includes(placedAt)
    const noted = { orderId, placedAt, owner: state.owner, follows, unwanted }
    return E.right([
      { type: 'NeedOrderNoted', ...copyOpened(state), ...noted },
      ...(unwanted === null ? unlist(state) : []),
    ])
  },
})

/** Why the last order that was unmet could not be met. */
const findUnmetReason = (orders: ReadonlyArray<OrderState>): Reason | null =>
  orders.reduce<Reason | null>((reason, order) => (order.type === 'Unmet' ? order.reason : reason), null)

/** N12: the clock that runs on where the office itself took back each order that was placed since it started; null where it starts anew. */
const findStoppedDue = ({ lastOrderDue }: ApprovedNeed, orders: ReadonlyArray<OrderState>) => {
  if (lastOrderDue === null) return null
  const { from: awaitedFrom, dueAt: orderDueAt, assumed, policyVersion } = lastOrderDue
  const placedSince = orders.filter((one) => one.type !== 'None' && one.placed.recordedAt >= awaitedFrom)
  return placedSince.every(isCancelledByOffice) ? { awaitedFrom, orderDueAt, assumed, policyVersion } : null
}

/** N12: what the orders have come to. Where they ended unserved, the clock of the missing order runs anew, or on where the office took them back. */
export const checkStanding = onProcess<CheckStanding>()({
  reads: (_command, state, { jurisdiction }) => ({
    orders: readMany(state.type === 'Approved' ? state.orders : [], orderRead),
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  about: (_command, state, { orders }) => {
    if (state.type !== 'Approved') return null
    const standing = judgeStanding([...orders.values()])
    return standing === state.standing ? null : { standing, state }
  },
  then: ({ standing, state }, { orders, tree, policies }, moment): Decision => {
    const keys = copyKeys(state)
    const { requester } = state.submitted
    if (standing !== 'approved') {
      const isUnmet = standing === 'unmet'
      const listedAt = isUnmet ? tree.root : null
      const reason = isUnmet ? findUnmetReason([...orders.values()]) : null
      const noted: NeedEvent = { type: 'StandingNoted', ...keys, standing, requester, reason, listedAt }
      return E.right([noted, ...unlist(state)])
    }
    const resumed = findStoppedDue(state, [...orders.values()])
    if (resumed !== null) return E.right([{ type: 'OrderAwaited', ...keys, ...resumed }, ...unlist(state)])
    const policy = findCurrentPolicy(policies, moment)
    if (policy === null) return E.left(policyMissing(policies, moment.now))
    const due = startOrderDue(policies, policy, moment)
    return E.right([{ type: 'OrderAwaited', ...keys, awaitedFrom: moment.now, ...due }, ...unlist(state)])
  },
})

/** N12: the need stands in the to-do of the unit above as well; at the top it is its assessor's. */
export const noteOrderOverdue = onTimer<NoteOrderOverdue>()({
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    tree: unitsRead(moment.jurisdiction),
  }),
  running: ({ dueAt: setFor }, state, { policies }) => {
    if (state.type !== 'Approved' || state.listedAt !== null || state.orderDue?.dueAt !== setFor) return null
    return { dueAt: findOrderDue(policies, state.orderDue), setFor, state }
  },
  end: ({ dueAt, setFor, state }, { tree }) => {
    const above = findParent(tree, state.owner)
    const listed = { listedAt: above ?? state.owner, byAssessor: above === null, dueAt, setFor }
    return E.right([{ type: 'OrderOverdue', ...copyKeys(state), ...listed }])
  },
})
