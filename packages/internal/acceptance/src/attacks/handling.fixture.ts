/** What the log says of an order and its handlers, in the words of the oracle of handlers. */
import type { LedgerEvent } from '@zhiyuan/domain'
import { localDay } from '../oracles/calendar.oracle.fixture.ts'
import type { OrderFact } from '../oracles/escalation.oracle.fixture.ts'
import type { NeedCounty } from './needs.fixture.ts'

export type Log = ReadonlyArray<{ readonly data: LedgerEvent; readonly at: number }>

export const readLog = async ({ ledger }: Pick<NeedCounty, 'ledger'>): Promise<Log> => {
  const { events } = await ledger.read(null, 100_000)
  return events.map(({ data, recordedAt }) => ({ data: data, at: Date.parse(recordedAt) }))
}

/** The day that ends at a midnight. */
const nameDay = (endsAt: string): string => localDay(Date.parse(endsAt) - 1, 480)

type Plain = 'offered' | 'claimable' | 'offer-ended' | 'accepted' | 'handed-back' | 'missed'
type Later = 'reported' | 'closed' | 'reopened' | 'ended'
const tell =
  (type: Plain | Later) =>
  (_event: unknown, at: number): readonly OrderFact[] => [{ type, at }]
type Teller<T extends LedgerEvent['type']> = (
  event: Extract<LedgerEvent, { readonly type: T }>,
  at: number,
) => readonly OrderFact[]

/** What the clock of the 48 h and a ruling lead to the oracle finds by itself. */
const tellers: { readonly [T in LedgerEvent['type']]?: Teller<T> } = {
  OrderPlaced: ({ owner, day }, at) => [
    { type: 'opened', at, owner },
    ...(day?.by === 'requester' ? [{ type: 'day-asked', at, day: nameDay(day.endsAt) } as const] : []),
  ],
  ServiceTimeAgreed: ({ day }, at) => [{ type: 'day-asked', at, day: nameDay(day.endsAt) }],
  OrderEscalated: ({ automatic }, at) => (automatic ? [] : [{ type: 'escalated', at }]),
  OrderReturned: ({ reason }, at) => [{ type: 'returned', at, reason: reason.code }],
  OrderTransferred: ({ reason, to }, at) => (reason.code === 'misrouted' ? [] : [{ type: 'transferred', at, to }]),
  OrderMisrouted: ({ to: owner }, at) => [{ type: 'ruled-misrouted', at, owner }],
  OrderOffered: tell('offered'),
  ClaimOpened: tell('claimable'),
  OfferDeclined: tell('offer-ended'),
  OfferExpired: tell('offer-ended'),
  OfferRecalled: tell('offer-ended'),
  ClaimLapsed: tell('offer-ended'),
  ClaimRecalled: tell('offer-ended'),
  OrderAccepted: tell('accepted'),
  OrderHandedBack: tell('handed-back'),
  OrderMissed: tell('missed'),
  ServiceReported: tell('reported'),
  OrderClosed: tell('closed'),
  OrderReopened: tell('reopened'),
  OrderCancelled: tell('ended'),
  OrderAborted: tell('ended'),
  OrderUnmet: tell('ended'),
}
export const tellFacts = (log: Log): readonly OrderFact[] =>
  log.flatMap(({ data, at }) => {
    // The entry of a type takes events of that type, which the type of an index by a union cannot express.
    const teller = tellers[data.type] as Teller<LedgerEvent['type']> | undefined
    return teller?.(data, at) ?? []
  })

const readDue = (words: string | null) => (words === null ? null : Date.parse(words))
const moves = ['OrderEscalated', 'OrderReturned', 'OrderTransferred'] as const
const isMove = (event: LedgerEvent): event is Extract<LedgerEvent, { readonly type: (typeof moves)[number] }> =>
  moves.some((type) => type === event.type)

/** Handler, owner and clock as the last event that names them says. */
export const readHandling = (log: Log) => {
  const said = { owner: '', handler: '', round: 1, due: null as number | null, steps: 0, automatic: 0, transfers: 0 }
  for (const { data } of log) {
    if (data.type === 'OrderPlaced')
      Object.assign(said, { owner: data.owner, handler: data.owner, due: readDue(data.escalatesAt) })
    if (data.type === 'OrderReopened')
      Object.assign(said, { handler: data.handler, round: data.round, due: readDue(data.escalatesAt) })
    if (data.type === 'OrderMisrouted') said.owner = data.to
    if (data.type === 'OrderEscalated') said.steps += 1
    if (data.type === 'OrderEscalated' && data.automatic) said.automatic += 1
    if (data.type === 'OrderTransferred' && data.reason.code !== 'misrouted') said.transfers += 1
    if (isMove(data)) Object.assign(said, { handler: data.to, due: readDue(data.escalatesAt) })
  }
  return said
}
