import * as E from 'fp-ts/lib/Either.js'
import { msPerMinute, sameContent, toMillis, type Decider, type Instant, type UnitId } from '@zhiyuan/kernel'
import type { Interval } from '../../../vocabulary/values.ts'
import { actingPerson, refuseAuthority } from '../../organisation/authority.ts'
import { handlerKit } from '../../organisation/handler-kit.ts'
import {
  findPolicy,
  policyMissing,
  policyRead,
  readTerms,
  type PolicyBook,
} from '../../organisation/policy/policy.read.ts'
import { nameStates } from '../../organisation/state-naming.ts'
import { refuseSpecialties } from '../../organisation/team/specialty.read.ts'
import { findUnit, unitsRead } from '../../organisation/units/units.read.ts'
import { orderTerms } from '../../requests/order/order.terms.ts'
import type { CancelSession, PublishSession, SessionCommand, SessionEvent, SessionPublished } from './session.codec.ts'
import { sessionStream } from './session.read.ts'
import type { SessionRejection } from './session.rejection.ts'
import { sessionRoles } from './session.roles.ts'
import { sessionFold, type SessionState } from './session.state.ts'

type Decision = E.Either<SessionRejection, ReadonlyArray<SessionEvent>>
const { on, authorised } = handlerKit<SessionCommand, SessionState, SessionEvent, SessionRejection>(
  nameStates(({ sessionId }) => sessionId),
)

/** H13: what may be said of a session is bounded by its plan, so the plan is bounded as an order's is. */
const refuseLength = (policies: PolicyBook, { start, end }: Interval): SessionRejection | null => {
  const policy = findPolicy(policies, start)
  if (policy === null) return policyMissing(policies, start)
  const most = readTerms(orderTerms, policy).longestPlanned
  return toMillis(end) - toMillis(start) > most * msPerMinute ? { type: 'SessionTooLong', most } : null
}

const refusePlan = (policies: PolicyBook, planned: Interval, now: Instant): SessionRejection | null =>
  planned.start <= now || planned.end <= planned.start ? { type: 'SessionNotAhead' } : refuseLength(policies, planned)

const copyAnnounced = ({ sessionId, host, planned, content, seats, risks, responsible }: PublishSession) => ({
  sessionId,
  host,
  planned,
  content,
  seats,
  risks,
  responsible,
})
const isRepeat = ({ publishedAt: _at, ...published }: SessionPublished, command: PublishSession): boolean =>
  sameContent({ ...published, type: command.type }, command)

/** O12: a session is published by its host before it begins, so that no record can be made up for it afterwards (H2a). */
const publishSession = on<PublishSession>()({
  allowed: { roles: sessionRoles.PublishSession.roles, at: 'the host unit or above', also: null },
  reads: (_command, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  decide:
    (command, { tree, policies }, moment) =>
    (state): Decision => {
      const { actor, now } = moment
      const { sessionId, host, planned, type } = command
      if (state.type !== 'None')
        return isRepeat(state.published, command) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: sessionId })
      if (findUnit(tree, host)?.status !== 'Open') return E.left({ type: 'UnknownUnit', unit: host })
      const refusal =
        refuseAuthority(tree, actor, { command: type, unit: host, roles: sessionRoles.PublishSession.roles }) ??
        refuseSpecialties(policies, moment, [command.content]) ??
        refusePlan(policies, planned, now)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'SessionPublished', ...copyAnnounced(command), publishedAt: now }])
    },
})

/** A session is called off by its host before it begins; then no record of it fits the log (H2a). */
const cancelSession = authorised<CancelSession>()({
  before: ({ reason }, state, moment) =>
    state.type === 'Cancelled' && state.by === actingPerson(moment) && sameContent(state.reason, reason)
      ? E.right([])
      : null,
  states: ['Published'],
  roles: sessionRoles.CancelSession.roles,
  unit: { called: 'the host unit', of: ({ state }): UnitId => state.published.host },
  decide:
    (command, _found, moment) =>
    ({ published }): Decision => {
      const { sessionId, host, planned } = published
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      return moment.now >= planned.start
        ? E.left({ type: 'SessionHasBegun', plannedStart: planned.start })
        : E.right([{ type: 'SessionCancelled', sessionId, host, by, reason: command.reason }])
    },
})

export const sessionDecider: Decider<SessionCommand, SessionState, SessionEvent, SessionRejection> = {
  stream: ({ sessionId }) => sessionStream(sessionId),
  fold: sessionFold,
  handlers: { PublishSession: publishSession, CancelSession: cancelSession },
}
