/** A volunteer was there: the service of the round begins, or began before a clock concluded otherwise (A15). */
import * as E from 'fp-ts/lib/Either.js'
import type { UnitId } from '@zhiyuan/kernel'
import type { Code } from '../../../../vocabulary/values.ts'
import { findUnit, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import type { CancelFirstService, OrderEvent, StartService } from '../order.codec.ts'
import { mayReturn } from '../order.read.ts'
import type { Existing, Missed, OrderFacts, OrderState } from '../order.state.ts'
import { recallOffered } from './answer.ts'
import { orderRoles } from '../order.roles.ts'
import { atHandler, authorised, copyKeys, copyOpened, onProcess, type Decision } from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

type Idle = (OrderFacts & { readonly type: 'Open' }) | Extract<OrderState, { readonly type: 'Offered' | 'Claimable' }>
type Bound = Extract<OrderState, { readonly type: 'Accepted' | 'Scheduled' }>

const isIdle = (state: Existing): state is Idle =>
  state.type === 'Open' || state.type === 'Offered' || state.type === 'Claimable'
const isBound = (state: Existing): state is Bound => state.type === 'Accepted' || state.type === 'Scheduled'

interface Start {
  readonly command: StartService
  readonly tree: UnitTree
}

const reason = { code: 'service-had-begun' as Code, text: null }

/** Only what a clock did is undone: a person who moved the order on has it stay there. */
const undoEscalation = (state: Idle, handler: UnitId): ReadonlyArray<OrderEvent> => {
  const { handler: from, round, serviceDue } = state
  if (handler === from) return []
  const move = { ...copyOpened(state), round, from, to: handler, reason, serviceDueAt: serviceDue.dueAt }
  return [{ type: 'EscalationUndone', ...move }]
}

/** The handler of the miss, where only a clock has moved the order since and the unit is still there. */
const findHandler = (state: Idle, { handling }: Missed, tree: UnitTree): UnitId =>
  handling === null || findUnit(tree, handling.handler)?.status === 'Closed' ? state.handler : handling.handler

const takeOn = (state: Idle, missed: Missed, { command, tree }: Start): ReadonlyArray<OrderEvent> => {
  const { volunteer, at, late } = command
  const { team, planned } = missed
  const handler = findHandler(state, missed, tree)
  const keys = { ...copyKeys(state), handler }
  return [
    ...(state.type === 'Open' ? [] : [recallOffered(state, reason)]),
    ...undoEscalation(state, handler),
    { type: 'RoundTakenOn', ...keys, volunteer, at, ...team, planned, seated: [...missed.seated.keys()], late },
  ]
}

/** A14: what began on word told late is proven by the first presence that was told in time, or is confirmed. */
const findProof = (state: Existing, { volunteer, at, late }: StartService): ReadonlyArray<OrderEvent> =>
  late || state.isProven || (state.startedAt === null && state.missed?.isDoubled !== true)
    ? []
    : [{ type: 'ServiceProven', ...copyKeys(state), volunteer, at }]

/** A8: who was excused and alone has the seat again, and service had begun. */
const returnAlone = (state: Bound, { command }: Start): ReadonlyArray<OrderEvent> => {
  const { volunteer, at, late } = command
  const { team, planned } = state
  if (planned === null) return []
  const seated = [...state.seated.keys(), volunteer]
  return [
    { type: 'SeatReturned', ...copyKeys(state), volunteer, at, late },
    { type: 'RoundTakenOn', ...copyKeys(state), volunteer, at, ...team, planned, seated, late },
  ]
}

const findStart = (state: Existing, start: Start): ReadonlyArray<OrderEvent> => {
  const { round, volunteer, at, late } = start.command
  const isBack = mayReturn(state, round, volunteer)
  if (state.type === 'Accepted' && isBack) return returnAlone(state, start)
  const back: ReadonlyArray<OrderEvent> = isBack
    ? [{ type: 'SeatReturned', ...copyKeys(state), volunteer, at, late }]
    : []
  if (state.type === 'Scheduled' && (isBack || state.seated.has(volunteer)))
    return [...back, { type: 'ServiceStarted', ...copyKeys(state), volunteer, at, late }]
  const proof = findProof(state, start.command)
  if (isBack) return [...back, ...proof]
  const { missed } = state
  if (missed === null || !missed.seated.has(volunteer)) return proof
  // Once the second team is let go the first one, which was proven, goes on (A15).
  if (late && missed.needsProof && !missed.isDoubled) return []
  if (isIdle(state)) return takeOn(state, missed, start)
  if (proof.length > 0) return proof
  return isBound(state) && !missed.isDoubled
    ? [{ type: 'ServiceDoubled', ...copyKeys(state), volunteer, at, teamId: missed.team.teamId, late }]
    : []
}

/** A15: the handler may cancel either one before the second start. This is the first one; HandBackOrder is the other. */
export const cancelFirstService = authorised<CancelFirstService>()({
  states: ['Accepted', 'Scheduled'],
  fits: ({ round }, state) => state.round === round && state.missed?.isDoubled === true,
  ...atHandler(orderRoles.CancelFirstService),
  reads: waitingReads,
  decide:
    ({ reason }, { need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.CancelFirstService, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      const { missed } = state
      return missed === null
        ? E.right([])
        : E.right([{ type: 'FirstServiceCancelled', ...copyKeys(state), teamId: missed.team.teamId, reason }])
    },
})

/** Sent at each check-in. */
export const startService = onProcess<StartService>()({
  reads: (_command, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction) }),
  about: (command, state) => (state.type !== 'None' && state.round === command.round ? { command, state } : null),
  then: ({ command, state }, { tree }) => E.right(findStart(state, { command, tree })),
})
