import * as E from 'fp-ts/lib/Either.js'
import type { Fact } from '@zhiyuan/kernel'
import { refuseAuthority, refusePerson } from '../../authority.ts'
import { orderFact, type OrderState } from '../../order/order.fact.ts'
import { unitsFact } from '../../organisation/organisation.fact.ts'
import { roles } from '../../words.ts'
import type { NoteDuplicate, NoteNeedOrder, WithdrawNeed } from '../need.codec.ts'
import type { NeedState } from '../need.state.ts'
import { notAllowed, on, onRequestersSide, type Decision } from './on.ts'

export const noteDuplicate = on<typeof NoteDuplicate._A>()(
  () => ({}),
  (command, _facts, { actor }) =>
    (state): Decision => {
      const { type, needId, duplicate, requester } = command
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      return E.right(
        state.duplicates.includes(duplicate) ? [] : [{ type: 'DuplicateNoted', needId, duplicate, requester }],
      )
    },
)

/** An order that slipped in after the withdrawal is noted as such, so that a process cancels it. */
export const noteNeedOrder = on<typeof NoteNeedOrder._A>()(
  () => ({}),
  (command, _facts, { actor }) =>
    (state): Decision => {
      const { type, needId, orderId } = command
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type !== 'Approved' && state.type !== 'Withdrawn') return E.left(notAllowed(state, command))
      if (state.orders.includes(orderId)) return E.right([])
      return E.right([{ type: 'NeedOrderNoted', needId, orderId, afterWithdrawal: state.type === 'Withdrawn' }])
    },
)

const orderFacts = (state: NeedState): Readonly<Record<string, Fact<OrderState>>> =>
  state.type === 'None' ? {} : Object.fromEntries(state.orders.map((orderId) => [orderId, orderFact(orderId)]))

/** Before it is met: orders not begun are cancelled by a process, those begun are asked about. */
export const withdrawNeed = on<typeof WithdrawNeed._A>()(
  (_command, state, { jurisdiction }) => ({ tree: unitsFact(jurisdiction), ...orderFacts(state) }),
  (command, { tree, ...orders }, moment) =>
    (state): Decision => {
      if (state.type === 'Withdrawn') return E.right([])
      const open = state.type === 'Submitted' || state.type === 'InfoRequested' || state.type === 'Approved'
      if (!open) return E.left(notAllowed(state, command))
      const unit = state.submitted.unitId
      const refusal = onRequestersSide(state, moment)
        ? null
        : refuseAuthority(tree, moment.actor, { command: command.type, unit, roles: [roles.clerk] })
      if (refusal !== null) return E.left(refusal)
      const met = state.orders.find(
        (orderId) => (orders as Readonly<Record<string, OrderState>>)[orderId]?.type === 'Closed',
      )
      if (met !== undefined) return E.left({ type: 'NeedMet', orderId: met })
      const unanswered = state.type === 'Submitted' && state.questions.length === 0
      return E.right([
        {
          type: 'NeedWithdrawn',
          needId: command.needId,
          unitId: unit,
          unanswered,
          recordedAt: moment.now,
          orders: state.orders,
        },
      ])
    },
)
