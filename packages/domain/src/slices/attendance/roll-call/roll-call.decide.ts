import * as E from 'fp-ts/lib/Either.js'
import {
  localDay,
  msPerMinute,
  plusMillis,
  sameContent,
  toMillis,
  type Decider,
  type Instant,
  type Moment,
  type PersonId,
} from '@zhiyuan/kernel'
import { refuseAuthority } from '../../organisation/authority.ts'
import { handlerKit } from '../../organisation/handler-kit.ts'
import {
  computeDue,
  findGuardPolicy,
  findZone,
  policyMissing,
  policyRead,
  readTerms,
  runTimer,
  type Policy,
  type PolicyBook,
} from '../../organisation/policy/policy.read.ts'
import { nameStates } from '../../organisation/state-naming.ts'
import type { TeamState } from '../../organisation/team/team.read.ts'
import { findUnit, unitsRead, type UnitTree } from '../../organisation/units/units.read.ts'
import { findSurvivor, humansRead, isSameHuman, type Humans } from '../../people/humans/humans.read.ts'
import { refuseByRow } from '../../people/own-favour.ts'
import { orderTerms } from '../../requests/order/order.terms.ts'
import { attendanceTerms } from '../assignment/assignment.terms.ts'
import {
  findHappening,
  happeningReads,
  leads,
  refuseHappening,
  servingTeamReads,
  type Happening,
} from '../happening.ts'
import type { CallRoll, RollCallCommand, RollCalled, RollCallEvent } from './roll-call.codec.ts'
import { rollCallFold, rollCallStream, type RollCallState } from './roll-call.read.ts'
import { rollCallRoles } from './roll-call.roles.ts'
import type { RollCallRejection } from './roll-call.rejection.ts'

type Decision = E.Either<RollCallRejection, ReadonlyArray<RollCallEvent>>
const { on } = handlerKit<RollCallCommand, RollCallState, RollCallEvent, RollCallRejection>(
  nameStates(({ rollCallId }) => rollCallId),
)

/** What a roll call is judged by. */
interface Facts {
  readonly happening: Happening
  readonly team: TeamState | null
  readonly tree: UnitTree
  readonly humans: Humans
  readonly policies: PolicyBook
}

/** A12: the leader calls it, and the leader's own line another volunteer who has a seat there. */
const mayCall = ({ volunteers }: CallRoll, { happening, team }: Facts, person: PersonId): boolean =>
  leads(happening, team, person) ||
  (happening.hasSeat(person) && volunteers.every((one) => leads(happening, team, one)))

/** A12: who may call it does so, or a clerk types it for a caller who is there. */
const refuseCaller = (command: CallRoll, facts: Facts, { actor }: Moment): RollCallRejection | null => {
  const { type, caller } = command
  const { happening, team, tree, humans } = facts
  if (actor.type !== 'person') return { type: 'NotAuthorised', command: type }
  if (caller === null) return mayCall(command, facts, actor.person) ? null : { type: 'NotAuthorised', command: type }
  const refusal = refuseAuthority(tree, actor, {
    command: type,
    unit: happening.unit,
    roles: rollCallRoles.CallRoll.roles,
  })
  if (refusal !== null) return refusal
  const isThere = leads(happening, team, caller) || happening.hasSeat(caller)
  return isThere && !isSameHuman(humans, caller, actor.person) ? null : { type: 'NotACaller', caller }
}

const findTwice = (humans: Humans, people: ReadonlyArray<PersonId>): PersonId | undefined => {
  const survivors = people.map((person) => findSurvivor(humans, person))
  return people.find((_person, index) => survivors.indexOf(survivors[index] as PersonId) < index)
}

/** A12: people with a seat, each once, no more than heads; never the person who writes it down. */
const refuseNames = (
  { volunteers, headCount }: CallRoll,
  facts: Facts,
  { actor }: Moment,
): RollCallRejection | null => {
  const { happening, humans } = facts
  const twice = findTwice(humans, volunteers)
  if (twice !== undefined) return { type: 'ListedTwice', person: twice }
  const own = refuseByRow(rollCallRoles.CallRoll, { humans, actor }, { volunteer: volunteers })
  if (own !== null) return own
  const seatless = volunteers.filter((person) => !happening.hasSeat(person))
  if (seatless.length > 0) return { type: 'NoSeat', volunteers: seatless }
  const names = volunteers.length
  return names > headCount ? { type: 'MoreThanCounted', names, count: headCount } : null
}

/** A14: until when a roll that says what was at `at` may reach the log: as long as an own check-in counts at least as a capture. */
const findTellBy = (policies: PolicyBook, policy: Policy, at: Instant): Instant => {
  const { told, capture } = readTerms(attendanceTerms, policy)
  const inTime = plusMillis(at, told * msPerMinute)
  return capture === null ? inTime : computeDue(policies, policy, { term: capture, from: at }).dueAt
}

/** A9, A14: around the planned time, as one's own check-in, and told within the term of a capture. What it is worth, each assignment judges. */
const refuseTime = ({ happening, policies }: Facts, { occurredAt: at, now }: Moment): RollCallRejection | null => {
  const { planned } = happening
  const policy = findGuardPolicy(policies, at)
  if (policy === null) return policyMissing(policies, at)
  const term = { of: orderTerms, term: 'missedCheckOut' } as const
  const until = runTimer(policies, policy, { ...term, from: planned.end }).dueAt
  const from = plusMillis(planned.start, toMillis(planned.end) - toMillis(until))
  if (at < from || at >= until) return { type: 'NotTheTime', from, until }
  const tellBy = findTellBy(policies, policy, at)
  return now >= tellBy ? { type: 'RollTooLate', until: tellBy } : null
}

const copyRoll = ({ rollCallId, occasion, phase, volunteers, headCount, place, caller }: CallRoll | RollCalled) => ({
  rollCallId,
  occasion,
  phase,
  volunteers,
  headCount,
  place,
  caller,
})

const callRoll = on<CallRoll>()({
  allowed: {
    roles: rollCallRoles.CallRoll.roles,
    at: 'the handler or host or above',
    also: "the team's leader, or the session's responsible person; of the leader's own line, who has a seat",
  },
  reads: ({ occasion }, _state, { jurisdiction }) => ({
    ...happeningReads(occasion),
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  thenReads: (found, { occasion }) => servingTeamReads(occasion, found),
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const { rollCallId, occasion, place } = command
      if (state.type === 'Called')
        return sameContent(copyRoll(state.called), copyRoll(command))
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: rollCallId })
      const happening = findHappening(occasion, found)
      if (happening === null || !happening.isUnderWay) return E.left(refuseHappening(occasion, found))
      const facts = { ...found, happening }
      const refusal =
        refuseCaller(command, facts, moment) ?? refuseNames(command, facts, moment) ?? refuseTime(facts, moment)
      if (refusal !== null) return E.left(refusal)
      if (findUnit(found.tree, place) === null) return E.left({ type: 'UnknownUnit', unit: place })
      if (moment.actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: command.type })
      const { person: by } = moment.actor
      const { occurredAt: at, now: toldAt } = moment
      return E.right([
        { type: 'RollCalled', ...copyRoll(command), by, at, day: localDay(findZone(found.policies), at), toldAt },
      ])
    },
})

export const rollCallDecider: Decider<RollCallCommand, RollCallState, RollCallEvent, RollCallRejection> = {
  stream: ({ rollCallId }) => rollCallStream(rollCallId),
  fold: rollCallFold,
  handlers: { CallRoll: callRoll },
}
