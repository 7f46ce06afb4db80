import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import type { NeedId } from '../../../../vocabulary/ids.ts'
import { needRead, type NeedState } from '../../need/need.read.ts'
import { parentOf, unitsRead } from '../../../organisation/units/units.read.ts'
import type { CancelOrder, CancelledBy, EndUnmet } from '../order.codec.ts'
import type { Existing, OrderState } from '../order.state.ts'
import {
  stepOf,
  notAllowed,
  tooLate,
  on,
  personOf,
  refuseHandler,
  reviewerKind,
  seatedOf,
  units,
  type Decision,
} from './on.ts'

const needId = (state: OrderState): NeedId => (state.type === 'None' ? ('none' as NeedId) : state.placed.needId)

const canceller = (state: Existing, need: NeedState, moment: Moment): CancelledBy => {
  if (moment.actor.type === 'process') return need.type === 'Withdrawn' ? 'need-withdrawn' : 'need-full'
  return reviewerKind(state, personOf(moment)) ?? 'handler'
}

/**
 * By the requester's side, the handler, or a process when the need was withdrawn or is full; not once service has begun. Only what the
 * requester's side gave up itself leaves the figures: a clerk could otherwise tidy them by withdrawing needs (I05).
 */
export const cancelOrder = on<typeof CancelOrder._A>()({
  reads: (_command, state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction), need: needRead(needId(state)) }),
  decide:
    (command, { tree, need }, moment) =>
    (state): Decision => {
      if (state.type === 'Cancelled') return E.right([])
      const cancellable = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled']
      if (state.type === 'None' || !cancellable.includes(state.type)) return tooLate(state, command, moment)
      const by = canceller(state, need, moment)
      const refusal = by === 'handler' ? refuseHandler(tree, moment, state, command) : null
      if (refusal !== null) return E.left(refusal)
      const withdrawnByClerk = by === 'need-withdrawn' && need.type === 'Withdrawn' && need.by === 'clerk'
      const byTheOffice = by === 'handler' || by === 'need-full' || withdrawnByClerk
      const beforeAcceptance = !byTheOffice && !state.everAccepted
      const teamId = state.type === 'Offered' ? state.teamId : (state.team?.teamId ?? null)
      const { reason } = command
      return E.right([
        { type: 'OrderCancelled', ...stepOf(state), teamId, by, reason, beforeAcceptance, seated: seatedOf(state) },
      ])
    },
})

/** O5, O17: only the city ends an order as unmet, with a reason. */
export const endUnmet = on<typeof EndUnmet._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      if (state.type === 'Unmet') return E.right([])
      if (state.type !== 'Open') return E.left(notAllowed(state, command))
      const refusal = refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      if (parentOf(tree, state.handler) !== null) return E.left({ type: 'NotAtTheTop', handler: state.handler })
      return E.right([{ type: 'OrderUnmet', ...stepOf(state), reason: command.reason }])
    },
})
