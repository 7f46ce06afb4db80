import * as E from 'fp-ts/lib/Either.js'
import type { Moment, UnitId } from '@zhiyuan/kernel'
import { refuseAuthority, refusePerson } from '../../authority.ts'
import { ancestorsOf, isWithin, parentOf, unitOf, type UnitTree } from '../../organisation/organisation.fact.ts'
import { policyNow, type PolicyBook } from '../../policy/policy.fact.ts'
import { roles, type Code, type Reason } from '../../words.ts'
import type {
  EscalateOrder,
  EscalateOverdue,
  OrderEvent,
  ReturnOrder,
  RuleMisrouted,
  TransferOrder,
} from '../order.codec.ts'
import type { Existing } from '../order.state.ts'
import { recalling } from './answer.ts'
import { escalatesFrom, noPolicy, notAllowed, on, refuseHandler, unitsAndPolicy, type Decision } from './on.ts'

interface Move {
  readonly to: UnitId
  readonly reason: Reason
}

/** What every change of handler says; a new handler starts the 48 h anew (O16). */
const moved = (
  state: Existing,
  { to, reason }: Move,
  clock: { readonly tree: UnitTree; readonly book: PolicyBook; readonly moment: Moment },
) => {
  const policy = policyNow(clock.book, clock.moment)
  if (policy === null) return null
  const escalatesAt = escalatesFrom(clock.tree, clock.book, { policy, handler: to, now: clock.moment.now })
  return { orderId: state.placed.orderId, round: state.round, from: state.handler, to, reason, escalatesAt }
}

/** O4, O5: exactly one level up; the city does not escalate. */
export const escalateOrder = on<typeof EscalateOrder._A>()(
  unitsAndPolicy,
  (command, { tree, book }, moment) =>
    (state): Decision => {
      if (state.type !== 'None' && state.handler !== command.from && state.cameFrom.includes(command.from))
        return E.right([])
      if (state.type !== 'Open' || state.round !== command.round || state.handler !== command.from)
        return E.left(notAllowed(state, command))
      const refusal = refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const to = parentOf(tree, state.handler)
      if (to === null) return E.left({ type: 'TopLevelCannotEscalate', unit: state.handler })
      const move = moved(state, { to, reason: command.reason }, { tree, book, moment })
      return move === null ? E.left(noPolicy(moment)) : E.right([{ type: 'OrderEscalated', ...move, automatic: false }])
    },
)

/** O4, O16: the 48 h ended; an offer that is open is recalled in the same decision. */
export const escalateOverdue = on<typeof EscalateOverdue._A>()(
  unitsAndPolicy,
  (command, { tree, book }, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      const offered = state.type === 'Offered' || state.type === 'Claimable'
      if (state.type !== 'Open' && !offered) return E.right([])
      if (state.round !== command.round || state.handler !== command.from || state.escalatesAt === null)
        return E.right([])
      if (moment.now < state.escalatesAt) return E.left({ type: 'NotYetDue', dueAt: state.escalatesAt })
      const to = parentOf(tree, state.handler)
      if (to === null) return E.right([])
      const reason = { code: 'not-met-in-time' as Code, text: null }
      const move = moved(state, { to, reason }, { tree, book, moment })
      if (move === null) return E.left(noPolicy(moment))
      const recalled: ReadonlyArray<OrderEvent> = offered ? [recalling(state, reason)] : []
      return E.right([...recalled, { type: 'OrderEscalated', ...move, automatic: true }])
    },
)

/** O19: once, with a reason, to the unit that it came from. */
export const returnOrder = on<typeof ReturnOrder._A>()(
  unitsAndPolicy,
  (command, { tree, book }, moment) =>
    (state): Decision => {
      if (state.type !== 'Open' || state.round !== command.round || state.handler !== command.from)
        return E.left(notAllowed(state, command))
      const refusal = refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const to = state.cameFrom.at(-1)
      if (state.returned || to === undefined)
        return E.left({ type: 'CannotReturn', because: state.returned ? 'returned-before' : 'never-escalated' })
      const move = moved(state, { to, reason: command.reason }, { tree, book, moment })
      return move === null ? E.left(noPolicy(moment)) : E.right([{ type: 'OrderReturned', ...move }])
    },
)

/** To an open unit of the dispatcher's own area; a closing unit's orders go to its parent by a process (G1). */
export const transferOrder = on<typeof TransferOrder._A>()(
  unitsAndPolicy,
  (command, { tree, book }, moment) =>
    (state): Decision => {
      if (state.type !== 'Open' || state.round !== command.round || state.handler !== command.from)
        return E.left(notAllowed(state, command))
      const { actor } = moment
      const refusal = actor.type === 'process' ? null : refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const { to } = command
      const reachable = actor.type === 'process' || isWithin(tree, to, actor.unit)
      if (!reachable || to === state.handler || unitOf(tree, to)?.status !== 'Open')
        return E.left({ type: 'TargetUnfit', unit: to })
      const move = moved(state, { to, reason: command.reason }, { tree, book, moment })
      return move === null ? E.left(noPolicy(moment)) : E.right([{ type: 'OrderTransferred', ...move }])
    },
)

/** O19: by a unit above the owner; the only change of owner. */
export const ruleMisrouted = on<typeof RuleMisrouted._A>()(
  unitsAndPolicy,
  (command, { tree }, moment) =>
    (state): Decision => {
      const ended = ['None', 'Closed', 'Cancelled', 'Aborted', 'Unmet']
      if (state.type === 'None' || ended.includes(state.type)) return E.left(notAllowed(state, command))
      const { orderId, to, reason } = command
      if (state.owner === to) return E.right([])
      const above = ancestorsOf(tree, state.owner)[0]
      if (above === undefined) return E.left({ type: 'TargetUnfit', unit: to })
      const refusal = refuseAuthority(tree, moment.actor, {
        command: command.type,
        unit: above,
        roles: [roles.dispatcher, roles.clerk],
      })
      if (refusal !== null) return E.left(refusal)
      if (unitOf(tree, to) === null) return E.left({ type: 'TargetUnfit', unit: to })
      const { needId } = state.placed
      return E.right([{ type: 'OrderMisrouted', orderId, needId, from: state.owner, to, reason }])
    },
)
