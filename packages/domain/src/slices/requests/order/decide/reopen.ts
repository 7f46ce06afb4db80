import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { Round } from '../../../../vocabulary/values.ts'
import type { ReopenOrder } from '../order.codec.ts'
import { orderRoles } from '../order.roles.ts'
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
  also: {
    called: 'requester, contact and proxy of the order',
    is: ({ state, moment }) => reviewerKind(state, actingPerson(moment)) !== null,
  },
  reads: policyReads,
  decide:
    ({ round, reason }, { tree, policies }, { now }) =>
    (state): Decision => {
      const { handler, reopenableUntil } = state
      if (now >= reopenableUntil) return E.left({ type: 'ReopenWindowClosed', until: reopenableUntil })
      const due = startServiceDue(policies, now)
      if (E.isLeft(due)) return due
      const escalation = startEscalation(tree, policies, { handler, now })
      if (E.isLeft(escalation)) return escalation
      const supervision = startSupervision(policies, { now, day: null })
      if (E.isLeft(supervision)) return supervision
      const timers = { ...due.right, ...escalation.right, superviseAt: supervision.right }
      return E.right([
        { type: 'OrderReopened', ...copyOpened(state), round: (round + 1) as Round, handler, reason, ...timers },
      ])
    },
})
