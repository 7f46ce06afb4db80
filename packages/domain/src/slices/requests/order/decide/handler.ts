import * as E from 'fp-ts/lib/Either.js'
import type { Moment, UnitId } from '@zhiyuan/kernel'
import type { Code, Reason, Round } from '../../../../vocabulary/values.ts'
import {
  listAncestors,
  isWithin,
  findParent,
  findUnit,
  unitsRead,
  type UnitTree,
} from '../../../organisation/units/units.read.ts'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type {
  EscalateOrder,
  EscalateOverdue,
  OrderCommand,
  OrderEscalated,
  OrderEvent,
  ReturnOrder,
  TransferOrder,
} from '../order.codec.ts'
import { keepDay } from '../order.facts.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { recallOffered } from './answer.ts'
import { orderRoles } from '../order.roles.ts'
import {
  authorised,
  atHandler,
  on,
  onTimer,
  copyOpened,
  findEscalationEnd,
  findEscalationTarget,
  findServiceDue,
  refuseHandler,
  startEscalation,
  answerLate,
  type Decision,
} from './shared.ts'
import { decidingReads, refuseWaiting, waitingReads } from './waiting.ts'

interface Move {
  readonly to: UnitId
  readonly reason: Reason
}

type Escalation = Pick<OrderEscalated, 'escalatesAt' | 'policyVersion'>

interface MoveSetting {
  readonly tree: UnitTree
  readonly policies: PolicyBook
  readonly moment: Moment
}

/** The fields of every change of handler. */
const copyMove = (state: Existing, { to, reason }: Move, policies: PolicyBook) => {
  const { round, handler } = state
  return { ...copyOpened(state), round, from: handler, to, reason, serviceDueAt: findServiceDue(policies, state) }
}

/** The new handler is one of those that have had the order in the round. */
const findHandling = ({ handled }: Existing, { to }: Move) => ({ handler: to, handled: [...handled, to] })

/** A level up, the 48 h begin again (O16). */
const startMove = (state: Existing, move: Move, { tree, policies, moment: { now } }: MoveSetting) =>
  E.map((escalation: Escalation) => ({ ...copyMove(state, move, policies), ...escalation, escalatedAt: now }))(
    startEscalation(tree, policies, { ...findHandling(state, move), now }),
  )

/** The running 48 h go on at the new handler, also those that ran unseen at the top (O16). */
export const keepClock = (state: Existing, move: Move, { tree, policies }: Omit<MoveSetting, 'moment'>) => {
  const goesUp = findEscalationTarget(tree, findHandling(state, move)) !== null
  const escalatesAt = goesUp ? findEscalationEnd(policies, state) : null
  return { ...copyMove(state, move, policies), escalatesAt, policyVersion: state.clock.policyVersion }
}

/** O19: once the team is gone nothing is accepted any more, and the handler follows an owner that a ruling has named meanwhile. */
export const followRuling = (state: Existing, { tree, policies }: Pick<MoveSetting, 'tree' | 'policies'>) => {
  const { owner: to, handler, handlerFollows } = state
  if (!handlerFollows || handler === to) return []
  const reason = { code: 'misrouted' as Code, text: null }
  const move = keepClock({ ...state, day: keepDay(state) }, { to, reason }, { tree, policies })
  return [{ type: 'OrderTransferred' as const, ...move }]
}

/** An open offer is recalled in the same decision that moves the order. */
export const recallFirst = (state: Existing, reason: Reason): ReadonlyArray<OrderEvent> =>
  state.type === 'Offered' || state.type === 'Claimable' ? [recallOffered(state, reason)] : []

/** Whether the order is in the round and at the handler that the command names. */
const isAtHandler = (
  command: { readonly round: Round; readonly from: UnitId },
  { round, handler }: Existing,
): boolean => round === command.round && handler === command.from

export const unitAndPolicyReads = (_command: OrderCommand, _state: OrderState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  policies: policyRead(jurisdiction),
})

const wasEscalated = (state: Existing, { round, from }: EscalateOrder): boolean =>
  state.handler !== from && state.escalations.some((one) => one.round === round && one.from === from)

/** O4, O5, O16: one level up, past a unit that has had the order in the round; the city does not escalate. */
export const escalateOrder = authorised<EscalateOrder>()({
  before: (command, state) => (state.type !== 'None' && wasEscalated(state, command) ? E.right([]) : null),
  states: ['Open'],
  fits: isAtHandler,
  ...atHandler(orderRoles.EscalateOrder),
  reads: decidingReads,
  decide:
    ({ reason }, { tree, policies, need, humans }, moment) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.EscalateOrder, state, { need, humans, actor: moment.actor })
      if (own !== null) return E.left(own)
      const parent = findParent(tree, state.handler)
      if (parent === null) return E.left({ type: 'TopLevelCannotEscalate', unit: state.handler })
      const to = findEscalationTarget(tree, state)
      if (to === null) return E.left({ type: 'HandledBefore', unit: parent })
      const move = startMove(state, { to, reason }, { tree, policies, moment })
      return E.isLeft(move) ? move : E.right([{ type: 'OrderEscalated', ...move.right, automatic: false }])
    },
})

/** O4, O16: the 48 h have ended; an open offer is recalled in the same decision. */
export const escalateOverdue = onTimer<EscalateOverdue>()({
  reads: unitAndPolicyReads,
  running: (command, state) => {
    if (state.type !== 'Open' && state.type !== 'Offered' && state.type !== 'Claimable') return null
    return isAtHandler(command, state) && state.escalatesAt !== null ? { dueAt: state.escalatesAt, state } : null
  },
  end: ({ state }, { tree, policies }, moment) => {
    const to = findEscalationTarget(tree, state)
    if (to === null) return E.right([])
    const reason = { code: 'not-met-in-time' as Code, text: null }
    const move = startMove(state, { to, reason }, { tree, policies, moment })
    if (E.isLeft(move)) return move
    return E.right([...recallFirst(state, reason), { type: 'OrderEscalated', ...move.right, automatic: true }])
  },
})

const wasReturned = ({ handler, returned }: Existing, { round, from }: ReturnOrder): boolean =>
  handler !== from && returned?.round === round && returned.from === from

/** O19: once a round, with a reason, to the unit that escalated it here in this round. */
export const returnOrder = authorised<ReturnOrder>()({
  before: (command, state) => (state.type !== 'None' && wasReturned(state, command) ? E.right([]) : null),
  states: ['Open'],
  fits: isAtHandler,
  ...atHandler(orderRoles.ReturnOrder),
  reads: decidingReads,
  decide:
    ({ round, reason }, { tree, policies, need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.ReturnOrder, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      const { soughtBy: to, returned } = state
      if (returned?.round === round) return E.left({ type: 'CannotReturn', because: 'returned-before' })
      if (to === null) return E.left({ type: 'CannotReturn', because: 'never-escalated' })
      if (findUnit(tree, to)?.status !== 'Open') return E.left({ type: 'TargetUnfit', unit: to })
      return E.right([{ type: 'OrderReturned', ...keepClock(state, { to, reason }, { tree, policies }) }])
    },
})

/** A dispatcher moves an order within the own area, and never upwards, which is what escalation is for (O4). */
const isReachable = (state: Existing, to: UnitId, { tree, moment }: Omit<MoveSetting, 'policies'>): boolean => {
  const status = findUnit(tree, to)?.status
  if (to === state.handler || status === undefined) return false
  // A parent that is closing too passes the order on later; a unit never closes while a unit below it is open.
  if (moment.actor.type === 'process') return status !== 'Closed'
  return status === 'Open' && isWithin(tree, to, moment.actor.unit) && !listAncestors(tree, state.handler).includes(to)
}

/** To an open unit of the dispatcher's own area that has not handled the order in this round (O16). A process moves what a closing unit has not begun to its parent (G1). */
export const transferOrder = on<TransferOrder>()({
  reads: (command, state, moment) => ({
    ...unitAndPolicyReads(command, state, moment),
    ...waitingReads(command, state, moment),
  }),
  decide:
    (command, { tree, policies, need, humans }, moment) =>
    (state): Decision => {
      const byProcess = moment.actor.type === 'process'
      const movable = state.type === 'Open' || (byProcess && (state.type === 'Offered' || state.type === 'Claimable'))
      if (!movable || !isAtHandler(command, state)) return answerLate(state, command, moment)
      const refusal = byProcess
        ? null
        : (refuseHandler(tree, moment, state, command) ??
          refuseWaiting(orderRoles.TransferOrder, state, { need, humans, actor: moment.actor }))
      if (refusal !== null) return E.left(refusal)
      const { to, reason } = command
      if (!isReachable(state, to, { tree, moment })) return E.left({ type: 'TargetUnfit', unit: to })
      if (!byProcess && state.handled.includes(to)) return E.left({ type: 'HandledBefore', unit: to })
      const move = keepClock(state, { to, reason }, { tree, policies })
      return E.right([...recallFirst(state, reason), { type: 'OrderTransferred', ...move }])
    },
})
