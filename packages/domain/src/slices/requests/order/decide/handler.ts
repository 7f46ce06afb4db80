import * as E from 'fp-ts/lib/Either.js'
import type { Moment, UnitId } from '@zhiyuan/kernel'
import type { Code, Reason, Round } from '../../../../vocabulary/words.ts'
import {
  ancestorsOf,
  isWithin,
  parentOf,
  unitOf,
  unitsRead,
  type UnitTree,
} from '../../../organisation/units/units.read.ts'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type {
  EscalateOrder,
  EscalateOverdue,
  OrderCommand,
  OrderEvent,
  ReturnOrder,
  RuleMisrouted,
  TransferOrder,
} from '../order.codec.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { recalling } from './answer.ts'
import {
  authorised,
  byHandler,
  on,
  onTimer,
  openedOf,
  policyBook,
  refuseHandler,
  startEscalation,
  tooLate,
  type Decision,
} from './on.ts'

interface Move {
  readonly to: UnitId
  readonly reason: Reason
}

interface Clock {
  readonly tree: UnitTree
  readonly book: PolicyBook
  readonly moment: Moment
}

/** What every change of handler says; a new handler starts the 48 h anew (O16). */
const moved = (state: Existing, { to, reason }: Move, { tree, book, moment }: Clock) => {
  const escalation = startEscalation(tree, book, { handler: to, now: moment.now })
  if (E.isLeft(escalation)) return escalation
  const { round, handler, serviceDue } = state
  const move = { ...openedOf(state), round, from: handler, to, reason, serviceDueAt: serviceDue.dueAt }
  return E.right({ ...move, ...escalation.right })
}

/** An offer that is open is recalled in the decision that moves the order. */
const recalledFirst = (state: Existing, reason: Reason): ReadonlyArray<OrderEvent> =>
  state.type === 'Offered' || state.type === 'Claimable' ? [recalling(state, reason)] : []

/** Whether the order is in the round, and at the handler, of which the command speaks. */
const atHandler = (command: { readonly round: Round; readonly from: UnitId }, { round, handler }: Existing): boolean =>
  round === command.round && handler === command.from

const unitsAndPolicy = (_command: OrderCommand, _state: OrderState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  book: policyRead(jurisdiction),
})

const wasEscalated = (state: Existing, { round, from }: EscalateOrder): boolean =>
  state.handler !== from && state.escalations.some((one) => one.round === round && one.from === from)

/** O4, O5: exactly one level up; the city does not escalate. */
export const escalateOrder = authorised<EscalateOrder>()({
  before: (command, state) => (state.type !== 'None' && wasEscalated(state, command) ? E.right([]) : null),
  states: ['Open'],
  fits: atHandler,
  ...byHandler,
  reads: policyBook,
  decide:
    ({ reason }, { tree, book }, moment) =>
    (state): Decision => {
      const to = parentOf(tree, state.handler)
      if (to === null) return E.left({ type: 'TopLevelCannotEscalate', unit: state.handler })
      const move = moved(state, { to, reason }, { tree, book, moment })
      return E.isLeft(move) ? move : E.right([{ type: 'OrderEscalated', ...move.right, automatic: false }])
    },
})

/** O4, O16: the 48 h ended; an offer that is open is recalled in the same decision. */
export const escalateOverdue = onTimer<EscalateOverdue>()({
  reads: unitsAndPolicy,
  running: (command, state) => {
    if (state.type !== 'Open' && state.type !== 'Offered' && state.type !== 'Claimable') return null
    return atHandler(command, state) && state.escalatesAt !== null ? { dueAt: state.escalatesAt, state } : null
  },
  end: ({ state }, { tree, book }, moment) => {
    const to = parentOf(tree, state.handler)
    if (to === null) return E.right([])
    const reason = { code: 'not-met-in-time' as Code, text: null }
    const move = moved(state, { to, reason }, { tree, book, moment })
    if (E.isLeft(move)) return move
    return E.right([...recalledFirst(state, reason), { type: 'OrderEscalated', ...move.right, automatic: true }])
  },
})

const wasReturned = ({ handler, returned }: Existing, { round, from }: ReturnOrder): boolean =>
  handler !== from && returned?.round === round && returned.from === from

/** O19: once, with a reason, to the unit that escalated it here. */
export const returnOrder = authorised<ReturnOrder>()({
  before: (command, state) => (state.type !== 'None' && wasReturned(state, command) ? E.right([]) : null),
  states: ['Open'],
  fits: atHandler,
  ...byHandler,
  reads: policyBook,
  decide:
    ({ reason }, { tree, book }, moment) =>
    (state): Decision => {
      const { soughtBy: to, returned } = state
      if (returned !== null) return E.left({ type: 'CannotReturn', because: 'returned-before' })
      if (to === null) return E.left({ type: 'CannotReturn', because: 'never-escalated' })
      if (unitOf(tree, to)?.status !== 'Open') return E.left({ type: 'TargetUnfit', unit: to })
      const move = moved(state, { to, reason }, { tree, book, moment })
      return E.isLeft(move) ? move : E.right([{ type: 'OrderReturned', ...move.right }])
    },
})

/** A dispatcher moves it within the own area, and never upwards: that is what escalation is for (O4). */
const isReachable = (state: Existing, to: UnitId, { tree, moment }: Omit<Clock, 'book'>): boolean => {
  const status = unitOf(tree, to)?.status
  if (to === state.handler || status === undefined) return false
  // A parent that closes too passes it on in its turn; one with a unit below it is never closed.
  if (moment.actor.type === 'process') return status !== 'Closed'
  return status === 'Open' && isWithin(tree, to, moment.actor.unit) && !ancestorsOf(tree, state.handler).includes(to)
}

/** To an open unit of the dispatcher's own area; what a closing unit has not begun goes to its parent by a process (G1). */
export const transferOrder = on<TransferOrder>()({
  reads: unitsAndPolicy,
  decide:
    (command, { tree, book }, moment) =>
    (state): Decision => {
      const byProcess = moment.actor.type === 'process'
      const movable = state.type === 'Open' || (byProcess && (state.type === 'Offered' || state.type === 'Claimable'))
      if (!movable || !atHandler(command, state)) return tooLate(state, command, moment)
      const refusal = byProcess ? null : refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const { to, reason } = command
      if (!isReachable(state, to, { tree, moment })) return E.left({ type: 'TargetUnfit', unit: to })
      const move = moved(state, { to, reason }, { tree, book, moment })
      if (E.isLeft(move)) return move
      return E.right([...recalledFirst(state, reason), { type: 'OrderTransferred', ...move.right }])
    },
})

/** O19: by a unit above the owner, where there is one; the only change of owner. */
export const ruleMisrouted = authorised<RuleMisrouted>()({
  states: ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled', 'InProgress', 'AwaitingReview'],
  done: ({ to }, { owner }) => owner === to,
  roles: byHandler.roles,
  unit: {
    called: 'the unit above the owner',
    of: ({ state, found }) => parentOf(found.tree, state.owner) ?? state.owner,
  },
  decide:
    ({ to, reason }, { tree }) =>
    (state): Decision => {
      if (unitOf(tree, to)?.status !== 'Open') return E.left({ type: 'TargetUnfit', unit: to })
      const { needId, needOpened } = state.placed
      const ruled = { needId, needOpened, from: state.owner, to, reason }
      return E.right([{ type: 'OrderMisrouted', ...openedOf(state), ...ruled }])
    },
})
