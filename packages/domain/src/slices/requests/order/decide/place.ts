import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/values.ts'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import { findUnit, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { needRead, type ApprovedNeed } from '../../need/need.read.ts'
import type { PlaceOrder } from '../order.codec.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { OrderState } from '../order.state.ts'
import { refuseLength } from './length.ts'
import { on, startEscalation, startServiceDue, type Decision } from './shared.ts'

type Command = PlaceOrder

const sameAsPlaced = (state: Exclude<OrderState, { readonly type: 'None' }>, command: Command): boolean => {
  const { needId, specialty, seats, planned } = state.placed
  return sameContent(
    { needId, specialty, seats, planned },
    { needId: command.needId, specialty: command.specialty, seats: command.seats, planned: command.planned },
  )
}

/** By the need's own side, or a clerk of its unit or above. */
const refusePlacing = (tree: UnitTree, moment: Moment, { submitted }: ApprovedNeed): OrderRejection | null => {
  const person = actingPerson(moment)
  const side = [submitted.requester, submitted.contact, submitted.proxy?.person]
  if (person !== null && side.includes(person)) return null
  const wanted = { command: 'PlaceOrder', unit: submitted.unitId, roles: [roles.clerk, roles.stationClerk] }
  return refuseAuthority(tree, moment.actor, wanted)
}

/** Well below the number that a withdrawal can name, since the need learns of its orders a little later. */
const mostOrders = 100

/** O1, O4, O22: an order belongs to an approved need; its timers start. */
export const placeOrder = on<Command>()({
  reads: ({ needId }, _state, { jurisdiction }) => ({
    need: needRead(needId),
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  decide:
    (command, { need, tree, policies }, moment) =>
    (state): Decision => {
      const { orderId, needId, specialty, seats, planned } = command
      if (state.type !== 'None')
        return sameAsPlaced(state, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: orderId })
      if (need.type !== 'Approved') return E.left({ type: 'NeedNotApproved', needId })
      const refusal = refusePlacing(tree, moment, need)
      if (refusal !== null) return E.left(refusal)
      if (need.orders.length >= mostOrders) return E.left({ type: 'TooManyOrders', needId, most: mostOrders })
      const { unitId: owner, requester, contact, proxy, recordedAt: needOpened } = need.submitted
      if (findUnit(tree, owner)?.status !== 'Open') return E.left({ type: 'UnitNotOpen', unit: owner })
      if (planned !== null && (planned.start >= planned.end || planned.start <= moment.now))
        return E.left({ type: 'TimeNotAhead' })
      const tooLong = planned === null ? null : refuseLength(policies, planned)
      if (tooLong !== null) return E.left(tooLong)
      const escalation = startEscalation(tree, policies, { handler: owner, now: moment.now })
      if (E.isLeft(escalation)) return escalation
      const due = startServiceDue(policies, need.approvedAt)
      if (E.isLeft(due)) return due
      const asked = { orderId, needId, needOpened, owner, requester, contact, proxy: proxy?.person ?? null }
      const service = { specialty, serviceClass: need.serviceClass, risks: need.risks, seats, planned }
      const timers = { ...due.right, ...escalation.right }
      return E.right([{ type: 'OrderPlaced', ...asked, ...service, recordedAt: moment.now, ...timers }])
    },
})
