import * as E from 'fp-ts/lib/Either.js'
import { findParent, unitsRead } from '../../../organisation/units/units.read.ts'
import type { NeedState } from '../../need/need.read.ts'
import type { Reason } from '../../../../vocabulary/values.ts'
import type { CancelOrder, CancelledBy, EndUnmet, OrderEvent } from '../order.codec.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { recallOffered } from './answer.ts'
import { orderRoles } from '../order.roles.ts'
import {
  authorised,
  atHandler,
  on,
  endSupervision,
  findSide,
  refuseHandler,
  listSeated,
  copyKeys,
  answerLate,
  type Decision,
} from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

const judgeUnwanted = (need: NeedState | null): CancelledBy => {
  if (need?.type === 'Withdrawn') return 'need-withdrawn'
  return need?.type === 'Referred' ? 'need-referred' : 'need-full'
}

const findCanceller = (
  need: NeedState | null,
  found: Parameters<typeof findSide>[1],
  { handler }: Existing,
): CancelledBy =>
  found.moment.actor.type === 'process' ? judgeUnwanted(need) : (findSide(need, found, handler) ?? 'handler')

/** What was offered is taken back first, so that the offer has ended too (I13). */
const recallFirst = (state: Existing, reason: Reason): ReadonlyArray<OrderEvent> =>
  state.type === 'Offered' || state.type === 'Claimable' ? [recallOffered(state, reason)] : []

const cancellable: ReadonlyArray<OrderState['type']> = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled']

/**
 * By the requester's side, the handler, or a process when the need was withdrawn or is full; refused once service has begun. Only orders
 * that the requester's side gave up leave the figures: otherwise a clerk could improve them by withdrawing needs (I05).
 */
export const cancelOrder = on<CancelOrder>()({
  reads: (command, state, moment) => ({
    ...waitingReads(command, state, moment),
    tree: unitsRead(moment.jurisdiction),
  }),
  decide:
    (command, { tree, need, humans }, moment) =>
    (state): Decision => {
      if (state.type === 'Cancelled') return E.right([])
      if (state.type === 'None' || !cancellable.includes(state.type)) return answerLate(state, command, moment)
      const by = findCanceller(need, { tree, humans, moment }, state)
      const inOffice = by === 'handler'
      const refusal = inOffice
        ? (refuseHandler(tree, moment, state, command) ??
          refuseWaiting(orderRoles.CancelOrder, state, { need, humans, actor: moment.actor }))
        : null
      if (refusal !== null) return E.left(refusal)
      const byTheOffice =
        by === 'need-withdrawn'
          ? need?.type === 'Withdrawn' && need.side === 'office'
          : by === 'handler' || by === 'office-proxy' || by === 'need-full' || by === 'need-referred'
      const beforeAcceptance = !byTheOffice && !state.everAccepted
      const teamId = state.type === 'Offered' ? state.teamId : (state.team?.teamId ?? null)
      const { reason } = command
      const cancelled = { teamId, by, reason, beforeAcceptance, seated: listSeated(state) }
      return E.right([
        ...recallFirst(state, reason),
        { type: 'OrderCancelled', ...copyKeys(state), ...cancelled },
        ...endSupervision(state),
      ])
    },
})

/** O5, O17: only the city ends an order as unmet, with a reason. */
export const endUnmet = authorised<EndUnmet>()({
  before: (_command, state) => (state.type === 'Unmet' ? E.right([]) : null),
  states: ['Open'],
  ...atHandler(orderRoles.EndUnmet),
  reads: waitingReads,
  decide:
    ({ reason }, { tree, need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.EndUnmet, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      return findParent(tree, state.handler) === null
        ? E.right([{ type: 'OrderUnmet', ...copyKeys(state), reason }, ...endSupervision(state)])
        : E.left({ type: 'NotAtTheTop', handler: state.handler })
    },
})
