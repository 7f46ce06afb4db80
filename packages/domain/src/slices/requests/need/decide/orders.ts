import * as E from 'fp-ts/lib/Either.js'
import { readMany, type Moment } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/values.ts'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { orderRead } from '../../order/order.read.ts'
import {
  mostOrdersNamed,
  type NoteDuplicate,
  type NoteNeedOrder,
  type Unwanted,
  type WithdrawNeed,
} from '../need.codec.ts'
import { judgeStanding } from '../need.read.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState } from '../need.state.ts'
import { notAllowed, on, onProcess, copyOpened, findRequestersSide, copyKeys, type Decision } from './shared.ts'

export const noteDuplicate = onProcess<NoteDuplicate>()({
  about: ({ duplicate, requester }, state) =>
    state.type !== 'None' && !state.duplicates.includes(duplicate) ? { duplicate, requester, state } : null,
  then: ({ duplicate, requester, state }) =>
    E.right([{ type: 'DuplicateNoted', ...copyOpened(state), duplicate, requester }]),
})

const judgeUnwanted = ({ type, orders }: NeedFacts & { readonly type: 'Approved' | 'Withdrawn' }): Unwanted | null => {
  if (type === 'Withdrawn') return 'need-withdrawn'
  return orders.length < mostOrdersNamed ? null : 'need-full'
}

/** An order that came after the withdrawal, or is one too many, is noted as unwanted, so that a process cancels it. */
export const noteNeedOrder = onProcess<NoteNeedOrder>()({
  about: (command, state) =>
    state.type !== 'None' && !state.orders.includes(command.orderId) ? { command, state } : null,
  then: ({ command, state }): Decision =>
    state.type === 'Approved' || state.type === 'Withdrawn'
      ? E.right([
          { type: 'NeedOrderNoted', ...copyOpened(state), orderId: command.orderId, unwanted: judgeUnwanted(state) },
        ])
      : E.left(notAllowed(state, command)),
})

/** By the requester's side until the need is met. A clerk withdraws only after the approval; before it, the clerk has other answers. */
const findWithdrawer = (state: NeedFacts & { readonly type: NeedState['type'] }, tree: UnitTree, moment: Moment) => {
  const side = findRequestersSide(state, moment)
  if (side !== null) return E.right(side)
  const wanted = { command: 'WithdrawNeed', unit: state.submitted.unitId, roles: [roles.clerk] }
  const refusal: NeedRejection | null =
    state.type === 'Approved'
      ? refuseAuthority(tree, moment.actor, wanted)
      : { type: 'NotAuthorised', command: wanted.command }
  return refusal === null ? E.right('clerk' as const) : E.left(refusal)
}

/** A process cancels the orders that have not begun, and asks about the others. */
export const withdrawNeed = on<WithdrawNeed>()({
  reads: (_command, state, { jurisdiction }) => ({
    orders: readMany(state.type === 'None' ? [] : state.orders, orderRead),
    tree: unitsRead(jurisdiction),
  }),
  decide:
    (command, { tree, orders }, moment) =>
    (state): Decision => {
      if (state.type === 'Withdrawn') return E.right([])
      if (state.type !== 'Submitted' && state.type !== 'InfoRequested' && state.type !== 'Approved')
        return E.left(notAllowed(state, command))
      const by = findWithdrawer(state, tree, moment)
      if (E.isLeft(by)) return by
      const met = [...orders].find(([, { type }]) => type === 'Closed')
      if (met !== undefined && judgeStanding([...orders.values()].map(({ type }) => type)) === 'met')
        return E.left({ type: 'NeedMet', orderId: met[0] })
      return E.right([
        {
          type: 'NeedWithdrawn',
          ...copyKeys(state),
          by: by.right,
          unanswered: state.type === 'Submitted' && state.questions.length === 0,
          recordedAt: moment.now,
          // Orders beyond these were noted as unwanted, and are cancelled already.
          orders: state.orders.slice(0, mostOrdersNamed),
        },
      ])
    },
})
