import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { Round } from '../../../../vocabulary/values.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import { needRead, type NeedState } from '../../need/need.read.ts'
import type { ReopenOrder } from '../order.codec.ts'
import { orderRoles } from '../order.roles.ts'
import type { OrderFacts } from '../order.state.ts'
import { findPart } from './review-part.ts'
import {
  authorised,
  copyOpened,
  ownerUnit,
  reviewerKind,
  startEscalation,
  startServiceDue,
  startSupervision,
  type Decision,
} from './shared.ts'

interface Asked {
  readonly state: OrderFacts
  readonly found: { readonly need: NeedState; readonly humans: Humans; readonly tree: UnitTree }
  readonly moment: Moment
}
/** Also of a need that was merged into the order's (N5), and under any registration (G2). */
const requestersSide = {
  called: 'requester, contact and proxy of the order',
  is: ({ state, found, moment }: Asked): boolean => {
    const person = actingPerson(moment)
    if (person === null) return false
    const { need, humans, tree } = found
    const isSide = listRegistrations(humans, person).some((one) => reviewerKind(state, one) !== null)
    return isSide || findPart(need, { tree, humans, moment }, state.handler) !== null
  },
}

const reopeningReads = (command: ReopenOrder, state: OrderFacts, moment: Moment) => ({
  ...policyReads(command, state, moment),
  need: needRead(state.placed.needId),
  humans: humansRead(moment.jurisdiction),
})

/** O8: the requester's side or a clerk of the owner reopens: the next round begins, in the queue of the handler. */
export const reopenOrder = authorised<ReopenOrder>()({
  before: ({ round, reason }, state) => {
    const known = state.type === 'None' ? undefined : state.reopened.find((one) => one.round === round + 1)
    return known !== undefined && sameContent(known.reason, reason) ? E.right([]) : null
  },
  states: ['Closed'],
  fits: ({ round }, state) => state.round === round && Round.is(round + 1),
  roles: orderRoles.ReopenOrder.roles,
  unit: ownerUnit,
  also: requestersSide,
  reads: reopeningReads,
  decide:
    ({ round, reason }, { tree, policies }, { now }) =>
    (state): Decision => {
      const { reopenableUntil } = state
      // A new owner takes over with the new round (O19).
      const handler = state.handlerFollows ? state.owner : state.handler
      if (now >= reopenableUntil) return E.left({ type: 'ReopenWindowClosed', until: reopenableUntil })
      const due = startServiceDue(policies, now)
      if (E.isLeft(due)) return due
      const escalation = startEscalation(tree, policies, { handler, handled: [handler], now })
      if (E.isLeft(escalation)) return escalation
      const supervision = startSupervision(policies, { now, day: null, from: now })
      if (E.isLeft(supervision)) return supervision
      const timers = { ...due.right, ...escalation.right, superviseAt: supervision.right }
      return E.right([
        { type: 'OrderReopened', ...copyOpened(state), round: (round + 1) as Round, handler, reason, ...timers },
      ])
    },
})
