import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { findParent, unitsRead } from '../../../organisation/units/units.read.ts'
import { needRead, type NeedState } from '../../need/need.read.ts'
import type { CancelOrder, CancelledBy, EndUnmet } from '../order.codec.ts'
import type { Existing, OrderState } from '../order.state.ts'
import {
  authorised,
  byHandler,
  on,
  refuseHandler,
  reviewerKind,
  listSeated,
  copyKeys,
  answerLate,
  type Decision,
} from './shared.ts'

const findCanceller = (state: Existing, need: NeedState | null, moment: Moment): CancelledBy => {
  if (moment.actor.type === 'process') return need?.type === 'Withdrawn' ? 'need-withdrawn' : 'need-full'
  return reviewerKind(state, actingPerson(moment)) ?? 'handler'
}

const cancellable: ReadonlyArray<OrderState['type']> = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled']

/**
 * By the requester's side, the handler, or a process when the need was withdrawn or is full; refused once service has begun. Only orders
 * that the requester's side gave up leave the figures: otherwise a clerk could improve them by withdrawing needs (I05).
 */
export const cancelOrder = on<CancelOrder>()({
  reads: (_command, state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    need: state.type === 'None' ? null : needRead(state.placed.needId),
  }),
  decide:
    (command, { tree, need }, moment) =>
    (state): Decision => {
      if (state.type === 'Cancelled') return E.right([])
      if (state.type === 'None' || !cancellable.includes(state.type)) return answerLate(state, command, moment)
      const by = findCanceller(state, need, moment)
      const refusal = by === 'handler' ? refuseHandler(tree, moment, state, command) : null
      if (refusal !== null) return E.left(refusal)
      const withdrawnByClerk = by === 'need-withdrawn' && need?.type === 'Withdrawn' && need.by === 'clerk'
      const byTheOffice = by === 'handler' || by === 'need-full' || withdrawnByClerk
      const beforeAcceptance = !byTheOffice && !state.everAccepted
      const teamId = state.type === 'Offered' ? state.teamId : (state.team?.teamId ?? null)
      const { reason } = command
      return E.right([
        { type: 'OrderCancelled', ...copyKeys(state), teamId, by, reason, beforeAcceptance, seated: listSeated(state) },
      ])
    },
})

/** O5, O17: only the city ends an order as unmet, with a reason. */
export const endUnmet = authorised<EndUnmet>()({
  before: (_command, state) => (state.type === 'Unmet' ? E.right([]) : null),
  states: ['Open'],
  ...byHandler,
  decide:
    ({ reason }, { tree }) =>
    (state): Decision =>
      findParent(tree, state.handler) === null
        ? E.right([{ type: 'OrderUnmet', ...copyKeys(state), reason }])
        : E.left({ type: 'NotAtTheTop', handler: state.handler }),
})
