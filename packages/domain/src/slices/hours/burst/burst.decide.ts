import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, readMany, type Decider, type PersonId } from '@zhiyuan/kernel'
import type { BurstId, OrderId } from '../../../vocabulary/ids.ts'
import { roles } from '../../../vocabulary/values.ts'
import { handlerKit } from '../../organisation/handler-kit.ts'
import { handsRead } from '../../organisation/hands.ts'
import { nameRuling, proposalRead } from '../../organisation/proposal/proposal.read.ts'
import { nameStates } from '../../organisation/state-naming.ts'
import { refuseRuler } from '../../organisation/unit-above.ts'
import { findJointUnit, unitsRead } from '../../organisation/units/units.read.ts'
import { humansRead, isSameHuman } from '../../people/humans/humans.read.ts'
import { findPrivateProxy, needRead } from '../../requests/need/need.read.ts'
import { orderRead, orderStream, type Existing, type OrderState } from '../../requests/order/order.read.ts'
import { listParts, recordRead, type RecordState } from '../record/record.read.ts'
import type { BurstCommand, BurstEntry, BurstEvent, CaseNumber, DoubtDay, NoteBurst, RuleBurst } from './burst.codec.ts'
import {
  burstFold,
  burstRead,
  burstStream,
  isDayBurst,
  isSameRecord,
  nameDayBurst,
  namePlaceBurst,
  type BurstCase,
  type BurstState,
} from './burst.read.ts'
import type { BurstRejection } from './burst.rejection.ts'
import { burstRoles } from './burst.roles.ts'

type Decision = E.Either<BurstRejection, ReadonlyArray<BurstEvent>>
const { on, onProcess } = handlerKit<BurstCommand, BurstState, BurstEvent, BurstRejection>({
  ...nameStates(({ burstId }) => burstId),
  isAbsent: () => false,
})

/** The bursts of the other kind in which the entries may lie already. A festival on paper is one case, though it is a burst of its day too. */
const listOtherBursts = ({ burstId, entries }: NoteBurst): ReadonlyArray<BurstId> => [
  ...new Set(
    entries.map(({ source, unit, day }) => (isDayBurst(burstId) ? namePlaceBurst(source) : nameDayBurst(unit, day))),
  ),
]

const isEntered = ({ entries }: BurstCase, entry: BurstEntry): boolean =>
  entries.some((one) => isSameRecord(one, entry) && one.enteredAt === entry.enteredAt)

/** Whether an entry was held in a case already, or its record is held in an open one of the other kind. */
const isSettled = (own: BurstState, others: ReadonlyArray<BurstState>, entry: BurstEntry): boolean => {
  const elsewhere = others.flatMap(({ cases }) => cases)
  return (
    [...own.cases, ...elsewhere].some((one) => isEntered(one, entry)) ||
    elsewhere.some(({ ruled, entries }) => ruled === null && entries.some((one) => isSameRecord(one, entry)))
  )
}

const noteBurst = onProcess<NoteBurst>()({
  reads: (command) => ({ others: readMany(listOtherBursts(command), burstRead) }),
  about: (command, state, { others }) => {
    const fresh = command.entries.filter((entry) => !isSettled(state, [...others.values()], entry))
    const [first] = fresh
    return first === undefined ? null : { command, state, fresh, first }
  },
  then: ({ command: { burstId, entries }, state: { cases }, fresh, first }): Decision => {
    const open = cases.find(({ ruled }) => ruled === null)
    const number = (open?.number ?? cases.length + 1) as CaseNumber
    const held = fresh.map(({ volunteer, recordId }) => ({ volunteer, recordId }))
    return E.right([{ type: 'BurstNoted', burstId, number, unit: cases[0]?.unit ?? first.unit, entries, held }])
  },
})

const doubtDay = onProcess<DoubtDay>()({
  about: (command, { doubts }) => (doubts.includes(command.because) ? null : command),
  then: ({ burstId, day, because }): Decision => E.right([{ type: 'DayDoubted', burstId, day, because }]),
})

const findCase = ({ cases }: BurstState, { number }: RuleBurst): BurstCase | undefined =>
  cases.find((one) => one.number === number)

/** All who had a part in one of the case's records (G8). */
const listCaseParts = (
  { entries }: BurstCase,
  records: ReadonlyMap<PersonId, RecordState>,
): ReadonlyArray<PersonId> => {
  const parts = entries.flatMap(({ volunteer, recordId }) => {
    const record = records.get(volunteer)?.records.get(recordId)
    return record === undefined ? [volunteer] : listParts(record)
  })
  return [...new Set(parts)]
}

/** The orders in whose rounds the case's records lie. */
const listOrders = (there: BurstCase | undefined): ReadonlyArray<OrderId> => [
  ...new Set((there?.entries ?? []).flatMap(({ source }) => (source.type === 'order' ? [source.orderId] : []))),
]

const isThere = (order: OrderState): order is Existing => order.type !== 'None'

/** G8: the two who rule together find the same. */
const nameCase = ({ burstId, number, verdict }: RuleBurst) => nameRuling('RuleBurst', burstId, number, verdict)

/** H12, G8, G7: an approver of the body never rules on it, nor who had a hand in its orders or asked for them. */
const ruleBurst = on<RuleBurst>()({
  allowed: {
    roles: burstRoles.RuleBurst.roles,
    at: 'the unit above that of the records, without a part in them',
    also: null,
  },
  reads: (command, state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    proposals: proposalRead(nameCase(command)),
    records: readMany([...new Set((findCase(state, command)?.entries ?? []).map((one) => one.volunteer))], recordRead),
    orders: readMany(listOrders(findCase(state, command)), orderRead),
    hands: readMany(listOrders(findCase(state, command)), (order) => handsRead(orderStream(order))),
  }),
  thenReads: ({ orders }) => ({
    needs: readMany([...new Set([...orders.values()].filter(isThere).map(({ placed }) => placed.needId))], needRead),
  }),
  decide:
    (command, { tree, humans, proposals, records, orders, hands, needs }, moment) =>
    (state): Decision => {
      const { type, burstId, number, verdict, reason } = command
      const there = findCase(state, command)
      if (there === undefined) return E.left({ type: 'NotThere', id: `${burstId}.${number}` })
      const by = moment.actor.type === 'person' ? moment.actor.person : null
      if (there.ruled !== null) {
        const { ruled } = there
        const isRepeat = ruled.by === by && ruled.verdict === verdict && ruled.reason.code === reason.code
        return isRepeat ? E.right([]) : E.left(commandNotAllowed('Ruled', type))
      }
      const units = there.entries.map(({ unit }) => unit)
      const below = findJointUnit(tree, units)
      if (by === null || below === null) return E.left({ type: 'NotAuthorised', command: type })
      const asking = [...orders.values()].filter(isThere).flatMap(({ placed }) => [placed.requester, placed.contact])
      const proxies = [...needs.values()].map(findPrivateProxy)
      const parts = [...listCaseParts(there, records), ...[...hands.values()].flatMap((one) => [...one])]
      const involved = [...parts, ...asking, ...proxies].filter((one) => one !== null)
      const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
      const hasPart = (person: PersonId): boolean => involved.some((one) => isSame(one, person))
      const together = { rulingId: nameCase(command), proposals, isSame }
      const refusal = refuseRuler(tree, moment, { below, post: roles.approver, hasPart, together })
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'BurstRuled', burstId, number, unit: there.unit, verdict, by, reason }])
    },
})

export const burstDecider: Decider<BurstCommand, BurstState, BurstEvent, BurstRejection> = {
  stream: ({ burstId }) => burstStream(burstId),
  fold: burstFold,
  handlers: { NoteBurst: noteBurst, RuleBurst: ruleBurst, DoubtDay: doubtDay },
}
