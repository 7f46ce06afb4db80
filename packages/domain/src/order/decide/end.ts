import * as E from 'fp-ts/lib/Either.js'
import { parentOf } from '../../organisation/organisation.fact.ts'
import type { CancelOrder, EndUnmet } from '../order.codec.ts'
import { stepOf, notAllowed, on, personOf, refuseHandler, reviewerKind, seatedOf, units, type Decision } from './on.ts'

/** By the requester's side, the handler, or a process when the need was withdrawn; not once service has begun. */
export const cancelOrder = on<typeof CancelOrder._A>()(units, (command, { tree }, moment) => (state): Decision => {
  if (state.type === 'Cancelled') return E.right([])
  const cancellable = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled']
  if (state.type === 'None' || !cancellable.includes(state.type)) return E.left(notAllowed(state, command))
  const requestersSide = moment.actor.type === 'process' || reviewerKind(state, personOf(moment)) !== null
  const refusal = requestersSide ? null : refuseHandler(tree, moment, state, command)
  if (refusal !== null) return E.left(refusal)
  const beforeAcceptance = requestersSide && !state.everAccepted
  const teamId = state.type === 'Offered' ? state.teamId : (state.team?.teamId ?? null)
  const { reason } = command
  return E.right([
    { type: 'OrderCancelled', ...stepOf(state), teamId, reason, beforeAcceptance, seated: seatedOf(state) },
  ])
})

/** O5, O17: only the city ends an order as unmet, with a reason. */
export const endUnmet = on<typeof EndUnmet._A>()(units, (command, { tree }, moment) => (state): Decision => {
  if (state.type === 'Unmet') return E.right([])
  if (state.type !== 'Open') return E.left(notAllowed(state, command))
  const refusal = refuseHandler(tree, moment, state, command)
  if (refusal !== null) return E.left(refusal)
  if (parentOf(tree, state.handler) !== null) return E.left({ type: 'NotAtTheTop', handler: state.handler })
  return E.right([{ type: 'OrderUnmet', ...stepOf(state), reason: command.reason }])
})
