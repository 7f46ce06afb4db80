/** The end of a need that is no longer wanted (N10, N15). */
import * as E from 'fp-ts/lib/Either.js'
import { readMany, type Moment } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { orderRead } from '../../order/order.read.ts'
import { mostOrdersNamed, type Side, type WithdrawnBy, type WithdrawNeed } from '../need.codec.ts'
import { judgeSide, judgeStanding } from '../need.read.ts'
import { needRoles } from '../need.roles.ts'
import type { NeedRejection } from '../need.rejection.ts'
import type { NeedFacts, NeedState } from '../need.state.ts'
import { holdsOffice } from '../need.office.ts'
import { copyKeys, findOwnCapacity, notAllowed, on, unlist, type Decision } from './shared.ts'

/** By the requester's side or proxy until the need is met. A clerk withdraws only after the approval; before it, the clerk has other answers. */
const findWithdrawer = (
  state: NeedFacts & { readonly type: NeedState['type'] },
  { tree, humans }: { readonly tree: UnitTree; readonly humans: Humans },
  moment: Moment,
): E.Either<NeedRejection, WithdrawnBy> => {
  const capacity = findOwnCapacity(state, humans, moment)
  if (capacity !== null) return E.right(capacity)
  const wanted = { command: 'WithdrawNeed', unit: state.owner, roles: needRoles.WithdrawNeed.roles }
  const refusal: NeedRejection | null =
    state.type === 'Approved'
      ? refuseAuthority(tree, moment.actor, wanted)
      : { type: 'NotAuthorised', command: wanted.command }
  return refusal === null ? E.right('clerk') : E.left(refusal)
}

/** N15: contact and family who hold an office over the unit count as the office; the requester withdraws the own need. */
const findSide = (
  { owner }: NeedFacts,
  by: WithdrawnBy,
  found: Parameters<typeof holdsOffice>[0],
  moment: Moment,
): Side => (by !== 'requester' && holdsOffice(found, moment, owner) ? 'office' : judgeSide(by))

/** A process cancels the orders that have not begun, and asks to abort the others (O28). */
export const withdrawNeed = on<WithdrawNeed>()({
  reads: (_command, state, { jurisdiction }) => ({
    orders: readMany(state.type === 'None' ? [] : state.orders, orderRead),
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  decide:
    (command, { orders, ...found }, moment) =>
    (state): Decision => {
      if (state.type === 'Withdrawn') return E.right([])
      if (state.type !== 'Submitted' && state.type !== 'InfoRequested' && state.type !== 'Approved')
        return E.left(notAllowed(state, command))
      const by = findWithdrawer(state, found, moment)
      if (E.isLeft(by)) return by
      const met = [...orders].find(([, { type }]) => type === 'Closed')
      if (met !== undefined && judgeStanding([...orders.values()]) === 'met')
        return E.left({ type: 'NeedMet', orderId: met[0] })
      return E.right([
        {
          type: 'NeedWithdrawn',
          ...copyKeys(state),
          by: by.right,
          side: findSide(state, by.right, found, moment),
          reason: command.reason,
          unanswered: !state.answered,
          recordedAt: moment.now,
          // Orders beyond these were noted as unwanted, and are cancelled already.
          orders: state.orders.slice(0, mostOrdersNamed),
        },
        ...unlist(state),
      ])
    },
})
