import * as E from 'fp-ts/lib/Either.js'
import {
  localDay,
  commandNotAllowed,
  type CommandNotAllowed,
  type Decider,
  type Instant,
  type LocalDay,
  type PersonId,
} from '@zhiyuan/kernel'
import type { NotAuthorised, NotThere, OnlyAProcess, OutsideJurisdiction } from '../../../vocabulary/rejections.ts'
import { refuseAuthority } from '../../organisation/authority.ts'
import { handlerKit } from '../../organisation/handler-kit.ts'
import { findZone, policyRead, type PolicyBook } from '../../organisation/policy/policy.read.ts'
import type { StateNaming } from '../../organisation/state-naming.ts'
import type { TeamState } from '../../organisation/team/team.read.ts'
import { unitsRead } from '../../organisation/units/units.read.ts'
import {
  findHappening,
  happeningReads,
  leads,
  refuseHappening,
  servingTeamReads,
  type Happening,
  type NotUnderWay,
} from '../happening.ts'
import type {
  DropList,
  HeadCountCommand,
  HeadCountEvent,
  NoteHeadCount,
  NoteList,
  TellHeadCount,
} from './head-count.codec.ts'
import { headCountRoles } from './head-count.roles.ts'
import { findTeller, headCountFold, headCountStream, type HeadCountState } from './head-count.read.ts'

/** H12: a head count is told on the day of the occasion, from the first local day to the last. */
export interface NotTheDay {
  readonly type: 'NotTheDay'
  readonly from: LocalDay
  readonly to: LocalDay
}

export type HeadCountRejection =
  CommandNotAllowed | NotAuthorised | NotTheDay | NotThere | NotUnderWay | OnlyAProcess | OutsideJurisdiction

type Decision = E.Either<HeadCountRejection, ReadonlyArray<HeadCountEvent>>

/** Head counts have no states: each stands beside the others. */
const naming: StateNaming<HeadCountCommand, HeadCountState, CommandNotAllowed> = {
  notAllowed: (_state, { type }) => commandNotAllowed('Told', type),
  isAbsent: () => false,
}
const { on, onProcess } = handlerKit<HeadCountCommand, HeadCountState, HeadCountEvent, HeadCountRejection>(naming)

/** Whether the person was where the volunteers are: the requester's side, a seated volunteer or the leader. */
const isOnTheSpot = (happening: Happening, team: TeamState | null, person: PersonId): boolean =>
  happening.requesters.includes(person) || happening.hasSeat(person) || leads(happening, team, person)

/** H12: "the same day". A later count is refused, so that no list is proved by a number that was chosen to fit it. */
const refuseDay = (policies: PolicyBook, { planned }: Happening, at: Instant): NotTheDay | null => {
  const zone = findZone(policies)
  const [from, to, day] = [localDay(zone, planned.start), localDay(zone, planned.end), localDay(zone, at)]
  return from <= day && day <= to ? null : { type: 'NotTheDay', from, to }
}

/** A teller says each figure once a day. */
const isRepeat = ({ told }: HeadCountState, person: PersonId, count: number, day: LocalDay): boolean =>
  told.some((one) => findTeller(one) === person && one.count === count && one.day === day)

const tellHeadCount = on<TellHeadCount>()({
  allowed: {
    roles: headCountRoles.TellHeadCount.roles,
    at: 'the handler or host or above',
    also: "requester, contact or proxy, a seated volunteer, the team's leader, or the session's responsible person",
  },
  reads: ({ occasion }, _state, { jurisdiction }) => ({
    ...happeningReads(occasion),
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  thenReads: (found, { occasion }) => servingTeamReads(occasion, found),
  decide:
    ({ type, occasion, count }, found, { actor, now }) =>
    (state): Decision => {
      if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const happening = findHappening(occasion, found)
      if (happening === null) return E.left(refuseHappening(occasion, found))
      const refusal = isOnTheSpot(happening, found.team, actor.person)
        ? null
        : refuseAuthority(found.tree, actor, {
            command: type,
            unit: happening.unit,
            roles: headCountRoles.TellHeadCount.roles,
          })
      if (refusal !== null) return E.left(refusal)
      const late = refuseDay(found.policies, happening, now)
      if (late !== null) return E.left(late)
      const by = actor.person
      const day = localDay(findZone(found.policies), now)
      if (isRepeat(state, by, count, day)) return E.right([])
      return E.right([{ type: 'HeadCountTold', occasion, count, by, caller: null, rollCallId: null, at: now, day }])
    },
})

/** A roll call tells a head count with it, once (A12). */
const noteHeadCount = onProcess<NoteHeadCount>()({
  reads: ({ occasion }, _state, { jurisdiction }) => ({
    ...happeningReads(occasion),
    policies: policyRead(jurisdiction),
  }),
  about: (command, { told }, found) => {
    const happening = findHappening(command.occasion, found)
    const isTold = told.some(({ rollCallId }) => rollCallId === command.rollCallId)
    const isOfTheDay = happening !== null && refuseDay(found.policies, happening, command.at) === null
    return isTold || !isOfTheDay ? null : command
  },
  then: ({ occasion, count, by, caller, rollCallId, at }, { policies }) => {
    const day = localDay(findZone(policies), at)
    return E.right([{ type: 'HeadCountTold', occasion, count, by, caller, rollCallId, at, day }])
  },
})

/** A list is noted once, and not after it was dropped. */
const noteList = onProcess<NoteList>()({
  about: (command, { lists, dropped }) =>
    dropped.has(command.listId) || lists.some(({ listId }) => listId === command.listId) ? null : command,
  then: ({ occasion, listId, hands, people, day }) =>
    E.right([{ type: 'ListNoted', occasion, listId, hands, people, day }]),
})

const dropList = onProcess<DropList>()({
  about: (command, state) => (state.dropped.has(command.listId) ? null : { command, state }),
  then: ({ command: { occasion, listId }, state: { lists } }) => {
    const day = lists.find((one) => one.listId === listId)?.day ?? null
    return E.right([{ type: 'ListDropped', occasion, listId, day }])
  },
})

export const headCountDecider: Decider<HeadCountCommand, HeadCountState, HeadCountEvent, HeadCountRejection> = {
  stream: ({ occasion }) => headCountStream(occasion),
  fold: headCountFold,
  handlers: { TellHeadCount: tellHeadCount, NoteHeadCount: noteHeadCount, NoteList: noteList, DropList: dropList },
}
