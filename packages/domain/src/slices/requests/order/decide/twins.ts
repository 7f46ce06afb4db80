/** Orders of one need that are alike: the same specialty, at times that overlap (O26). */
import * as E from 'fp-ts/lib/Either.js'
import { readMany, sameContent } from '@zhiyuan/kernel'
import type { OrderId } from '../../../../vocabulary/ids.ts'
import { needRead, type NeedState } from '../../need/need.read.ts'
import type { CheckTwins, KeepTwin } from '../order.codec.ts'
import { orderRead } from '../order.read.ts'
import type { Existing, OrderFacts, OrderState } from '../order.state.ts'
import { orderRoles } from '../order.roles.ts'
import { authorised, copyOpened, isLive, onProcess, ownerUnit, type Decision } from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

/** The other orders of the need, as far as it knows them. */
export const readOrders = (need: NeedState | null) =>
  readMany(need === null || need.type === 'None' ? [] : need.orders, orderRead)

interface Wanted extends Pick<OrderFacts, 'planned'>, Pick<OrderFacts['placed'], 'specialty'> {}

/** No time overlaps every time. */
const isOverlapping = (a: Wanted['planned'], b: Wanted['planned']): boolean =>
  a === null || b === null || (a.start < b.end && b.start < a.end)

/** The live ones among the orders that are like the one wanted. */
export const findTwins = ({ specialty, planned }: Wanted, others: Iterable<OrderState>): ReadonlyArray<Existing> =>
  [...others]
    .filter(isLive)
    .filter(({ placed, planned: time }) => placed.specialty === specialty && isOverlapping(planned, time))

/** Whether a reason was given for one order beside the other, and not for what came later (O26). `known` are the orders of the need, the first one first. */
const isMeantBeside = (one: Existing, { placed }: Existing, known: ReadonlyArray<OrderId>): boolean =>
  one.meantBeside.includes(placed.orderId) ||
  (one.placed.intended !== null && known.indexOf(placed.orderId) < known.indexOf(one.placed.orderId))

/** Its twins now; none where it has ended, and not those beside which one of the two is meant. */
const listTwins = (state: Existing, others: ReadonlyMap<OrderId, OrderState>): ReadonlyArray<OrderId> => {
  const known = [...others.keys()]
  return !isLive(state)
    ? []
    : findTwins({ specialty: state.placed.specialty, planned: state.planned }, others.values())
        .filter((other) => other.placed.orderId !== state.placed.orderId)
        .filter((other) => !isMeantBeside(state, other, known) && !isMeantBeside(other, state, known))
        .map(({ placed }) => placed.orderId)
        .sort()
}

/** O26: what slipped in by a time set later, or by two orders at once, is marked on both. */
export const checkTwins = onProcess<CheckTwins>()({
  reads: (_command, state) => ({
    // An order that has ended has no twins, so only marks that it has are looked at again.
    need: state.type === 'None' || (state.twins.length === 0 && !isLive(state)) ? null : needRead(state.placed.needId),
  }),
  thenReads: ({ need }) => ({ others: readOrders(need) }),
  about: (_command, state, { others }) => {
    if (state.type === 'None') return null
    const twins = listTwins(state, others)
    return sameContent(twins, state.twins) ? null : { twins, state }
  },
  then: ({ twins, state }) =>
    E.right([
      { type: 'TwinsNoted', ...copyOpened(state), owner: state.twinsAt ?? state.owner, twins, before: state.twins },
    ]),
})

/** O26: the owner says that both orders are meant. */
export const keepTwin = authorised<KeepTwin>()({
  states: ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled', 'InProgress', 'AwaitingReview'],
  done: (_command, { meantBeside, twins }) => meantBeside.length > 0 && twins.every((one) => meantBeside.includes(one)),
  fits: (_command, { meantBeside, twins }) => meantBeside.length + twins.length > 0,
  roles: orderRoles.KeepTwin.roles,
  unit: ownerUnit,
  reads: waitingReads,
  decide:
    ({ reason }, { need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.KeepTwin, state, { need, humans, actor })
      return own === null ? E.right([{ type: 'TwinMeant', ...copyOpened(state), reason }]) : E.left(own)
    },
})
