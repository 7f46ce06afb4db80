import * as E from 'fp-ts/lib/Either.js'
import type { Instant, Moment } from '@zhiyuan/kernel'
import type { Interval, TeamSpecialty } from '../../../../vocabulary/values.ts'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { refuseSpecialties } from '../../../organisation/team/specialty.read.ts'
import { findUnit, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { humansRead } from '../../../people/humans/humans.read.ts'
import { needRead, type ApprovedNeed } from '../../need/need.read.ts'
import type { DayBy, PlaceIntendedOrder, PlaceOrder, ServiceDay } from '../order.codec.ts'
import { isCancelledByOffice } from '../order.read.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderRoles } from '../order.roles.ts'
import type { OrderState } from '../order.state.ts'
import { refuseTime } from './length.ts'
import { findIntention, sameAsPlaced, type PlacingCommand } from './placed.ts'
import {
  findSide,
  makeDay,
  on,
  startEscalation,
  startServiceDue,
  startSupervision,
  type Decision,
  type Side,
} from './shared.ts'
import { findTwins, readOrders } from './twins.ts'

/** By the need's own side, or a clerk of its unit or above. */
const refusePlacing = (
  tree: UnitTree,
  side: Side | null,
  { owner }: ApprovedNeed,
  { actor }: Moment,
): OrderRejection | null => {
  if (side !== null) return null
  const wanted = { command: 'PlaceOrder', unit: owner, roles: orderRoles.PlaceOrder.roles }
  return refuseAuthority(tree, actor, wanted)
}

/** Well below the number that a withdrawal can name, since the need learns of its orders a little later. */
const mostOrders = 100

/** O22: the day asked for, and whether the requester's side asked itself or the office noted it. */
const askDay = (policies: PolicyBook, planned: Interval | null, side: Side | null) => {
  const by: DayBy = side === null || side === 'office-proxy' ? 'office' : 'requester'
  return planned === null ? null : makeDay(policies, planned, by)
}

/** O16: orders of the same kind that the office placed and took back again have not ended the wait. */
const findWait = (specialty: TeamSpecialty, others: Iterable<OrderState>, now: Instant): Instant => {
  const before = [...others]
    .flatMap((one) => (one.type !== 'None' && one.placed.specialty === specialty ? [one] : []))
    .sort((a, b) => (a.placed.recordedAt < b.placed.recordedAt ? 1 : -1))
  const end = before.findIndex((one) => !isCancelledByOffice(one))
  return (end === -1 ? before : before.slice(0, end)).at(-1)?.began.from ?? now
}

interface Placing {
  readonly tree: UnitTree
  readonly policies: PolicyBook
  readonly day: ServiceDay | null
  readonly from: Instant
  readonly now: Moment['now']
}

/** The terms that begin with an order: of the service, of its first handler, and of supervision. */
const startTerms = ({ owner, approvedAt }: ApprovedNeed, { tree, policies, day, from, now }: Placing) => {
  const supervision = startSupervision(policies, { now, day, from })
  if (E.isLeft(supervision)) return supervision
  const escalation = startEscalation(tree, policies, { handler: owner, handled: [owner], now })
  if (E.isLeft(escalation)) return escalation
  const due = startServiceDue(policies, approvedAt)
  if (E.isLeft(due)) return due
  return E.right({ ...due.right, ...escalation.right, superviseFrom: from, superviseAt: supervision.right })
}

/** O1, O4, O22, O26: an order belongs to an approved need; its timers start. */
const definePlacing = <C extends PlacingCommand>() =>
  on<C>()({
    reads: ({ needId }, _state, { jurisdiction }) => ({
      need: needRead(needId),
      tree: unitsRead(jurisdiction),
      policies: policyRead(jurisdiction),
      humans: humansRead(jurisdiction),
    }),
    thenReads: ({ need }) => ({ others: readOrders(need) }),
    decide:
      (command, { need, tree, policies, humans, others }, moment) =>
      (state): Decision => {
        const { orderId, needId, specialty, seats, planned } = command
        const intended = findIntention(command)
        if (state.type !== 'None')
          return sameAsPlaced(state, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: orderId })
        if (need.type !== 'Approved') return E.left({ type: 'NeedNotApproved', needId })
        const side = findSide(need, { tree, humans, moment })
        const refusal = refusePlacing(tree, side, need, moment)
        if (refusal !== null) return E.left(refusal)
        if (need.orders.length >= mostOrders) return E.left({ type: 'TooManyOrders', needId, most: mostOrders })
        const { owner } = need
        const { requester, contact, proxy, recordedAt: needOpened } = need.submitted
        if (findUnit(tree, owner)?.status !== 'Open') return E.left({ type: 'UnitNotOpen', unit: owner })
        const unfit =
          refuseSpecialties(policies, moment, [specialty]) ??
          (planned === null ? null : refuseTime(policies, planned, moment.now))
        if (unfit !== null) return E.left(unfit)
        const twin = intended === null ? findTwins({ specialty, planned }, others.values())[0] : undefined
        if (twin !== undefined) return E.left({ type: 'TwinOrder', orderId: twin.placed.orderId })
        const day = askDay(policies, planned, side)
        const from = findWait(specialty, others.values(), moment.now)
        const terms = startTerms(need, { tree, policies, day, from, now: moment.now })
        if (E.isLeft(terms)) return terms
        const asked = { orderId, needId, needOpened, owner, requester, contact, proxy: proxy?.person ?? null }
        const service = { specialty, serviceClass: need.serviceClass, risks: need.risks, seats, planned, day, intended }
        return E.right([{ type: 'OrderPlaced', ...asked, ...service, recordedAt: moment.now, ...terms.right }])
      },
  })

export const placeOrder = definePlacing<PlaceOrder>()
export const placeIntendedOrder = definePlacing<PlaceIntendedOrder>()
