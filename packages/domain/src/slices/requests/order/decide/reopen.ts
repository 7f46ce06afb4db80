import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { roles, Round } from '../../../../vocabulary/words.ts'
import type { ReopenOrder } from '../order.codec.ts'
import {
  notAllowed,
  on,
  personOf,
  reviewerKind,
  startEscalation,
  startServiceDue,
  unitsAndPolicy,
  type Decision,
} from './on.ts'

/** O8: by the requester's side or a clerk of the owner: the next round, back in the queue of its handler. */
export const reopenOrder = on<typeof ReopenOrder._A>()({
  reads: unitsAndPolicy,
  decide:
    (command, { tree, book }, moment) =>
    (state): Decision => {
      const { type, orderId, reason } = command
      const next: number = command.round + 1
      const known = state.type === 'None' ? undefined : state.reopened.find(({ round }) => round === next)
      if (known !== undefined && sameContent(known.reason, reason)) return E.right([])
      if (state.type !== 'Closed' || state.round !== command.round || !Round.is(next))
        return E.left(notAllowed(state, command))
      const refusal =
        reviewerKind(state, personOf(moment)) === null
          ? refuseAuthority(tree, moment.actor, { command: type, unit: state.owner, roles: [roles.clerk] })
          : null
      if (refusal !== null) return E.left(refusal)
      const { handler, reopenableUntil } = state
      const { now } = moment
      if (now >= reopenableUntil) return E.left({ type: 'ReopenWindowClosed', until: reopenableUntil })
      const due = startServiceDue(book, now)
      if (E.isLeft(due)) return due
      const escalation = startEscalation(tree, book, { handler, now })
      if (E.isLeft(escalation)) return escalation
      const clocks = { ...due.right, ...escalation.right }
      return E.right([{ type: 'OrderReopened', orderId, round: next, handler, reason, ...clocks }])
    },
})
