/**
 * A small county whose orders people try to bend, by the national defaults, in 2020: villages V1 and V1b below township T1, and city C. All
 * people are made up.
 */
import type { LedgerEvent } from '@zhiyuan/domain'
import type { Ledger } from '@zhiyuan/ledger'
import type { ManualClock } from '@zhiyuan/runtime'
import {
  actor,
  C,
  claim,
  foundLedger,
  foundTeam,
  instant,
  interval,
  openUnit,
  register,
  rules,
  T1,
  V1,
  type Words,
} from './county.fixture.ts'

export { C, foundTeam, interval, T1, V1, why } from './county.fixture.ts'

type Event<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>

export const V1b = '131081104202'

/** a and f are members of team TA, which b leads; c leads TB of the other village. h is the grid worker. */
export const who = {
  admin: actor('admin', 'administrator', C),
  k1: actor('k1', 'clerk', V1),
  kt: actor('kt', 'clerk', T1),
  p1: actor('p1', 'dispatcher', T1),
  pc: actor('pc', 'dispatcher', C),
  m: actor('m', 'assessor', C),
  s: actor('s', 'star-authority', C),
  r1: actor('r1', 'resident', V1),
  h: actor('h', 'grid-worker', V1),
  a: actor('a', 'volunteer', V1),
  b: actor('b', 'volunteer', V1),
  c: actor('c', 'volunteer', V1b),
  f: actor('f', 'volunteer', V1),
} as const
export type Who = keyof typeof who

export const round = { orderId: 'O1', round: 1 }

const organisation: ReadonlyArray<Words> = [
  openUnit(C, 'city', null),
  openUnit(T1, 'township', C),
  openUnit(V1, 'village', T1),
  openUnit(V1b, 'village', T1),
  ...rules,
  foundTeam('TA', V1, 'b'),
  foundTeam('TB', V1b, 'c'),
  ...['a', 'b', 'c', 'f'].flatMap((person) => [claim(person), register(person)]),
]

/** What a person is told: the types of the events, or the refusal. */
export type Told = ReadonlyArray<string> | { readonly refused: string }

export interface County {
  readonly ledger: Ledger
  readonly clock: ManualClock
  /** Moves the clock, and lets everything follow. */
  readonly at: (words: string) => Promise<void>
  /** Sends a command, lets everything follow, and says what was answered. */
  readonly ask: (by: Who, command: Words) => Promise<Told>
  /** Sends commands that have to be accepted. */
  readonly send: (by: Who, ...commands: ReadonlyArray<Words>) => Promise<void>
  readonly listEvents: <T extends LedgerEvent['type']>(type: T) => Promise<ReadonlyArray<Event<T>>>
  /** What waits at a unit and below, as `subject waits`. */
  readonly listWaiting: (unit: string) => Promise<ReadonlyArray<string>>
  /** N1 of a requester, approved, and O1 placed for it. */
  readonly order: (
    planned?: object | null,
    more?: {
      readonly by?: Who
      readonly requester?: string
      readonly contact?: string | null
      readonly proxy?: object | null
      readonly placedBy?: Who
    },
  ) => Promise<void>
  /** Offered to TA and accepted by its leader. */
  readonly accept: (planned?: object | null) => Promise<void>
}

export const openCounty = async (): Promise<County> => {
  const { clock, ledger } = await foundLedger('orders', '05-01 01:00')
  const ask = async (by: Who, command: Words): Promise<Told> => {
    const outcome = await ledger.sendUnknown(command, { actor: who[by] })
    await ledger.settle()
    return outcome.ok ? outcome.events.map(({ data }) => data.type) : { refused: outcome.rejection.type }
  }
  const send = async (by: Who, ...commands: ReadonlyArray<Words>) => {
    for (const command of commands) {
      const outcome = await ledger.sendUnknown(command, { actor: who[by] })
      if (!outcome.ok) throw new Error(`${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
      await ledger.settle()
    }
  }
  const at = async (words: string) => {
    clock.set(instant(words))
    await ledger.settle()
  }
  await send('admin', ...organisation)
  const joining = (person: string) => ({ type: 'JoinTeam', teamId: 'TA', person })
  await send('b', joining('a'), joining('f'))
  const listEvents = async <T extends LedgerEvent['type']>(type: T) =>
    (await ledger.read(null, 100_000)).events.flatMap(({ data }) => (data.type === type ? [data as Event<T>] : []))
  const listWaiting = async (unit: string) =>
    (await ledger.toDo(unit)).map(({ subject, waits }) => `${subject.type} ${waits}`)
  const order: County['order'] = async (
    planned = null,
    { by = 'r1', requester = 'r1', contact = null, proxy = null, placedBy = 'k1' } = {},
  ) => {
    const [description] = await ledger.keep(['words of N1'])
    const asked = { needId: 'N1', unitId: V1, requester, proxy, contact, channel: 'telephone', kind: 'work-life' }
    const risks = { known: false, description: null }
    await send(by, { type: 'SubmitNeed', ...asked, description, risks, voicedAt: clock.now(), sourceDate: null })
    await send('k1', { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null })
    await send(placedBy, {
      type: 'PlaceOrder',
      orderId: 'O1',
      needId: 'N1',
      specialty: 'hardship-relief',
      seats: 2,
      planned,
    })
  }
  const accept: County['accept'] = async (planned = null) => {
    const offer = { orderId: 'O1', offerId: 'F1' }
    await send('p1', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
    await send('b', { type: 'AcceptOffer', ...offer, planned, risksSeen: true })
  }
  return { ledger, clock, at, ask, send, listEvents, listWaiting, order, accept }
}

/** O2 of one seat for another need, accepted by TA for the same time. */
export const addOrder = async (county: County, planned: object): Promise<void> => {
  const [description] = await county.ledger.keep(['words of N2'])
  const asked = { needId: 'N2', unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
  const risks = { known: false, description: null }
  const voiced = { voicedAt: instant('05-06 00:00'), sourceDate: null, kind: 'health' }
  await county.send('r1', { type: 'SubmitNeed', ...asked, ...voiced, description, risks })
  await county.send('k1', { type: 'ApproveNeed', needId: 'N2', serviceClass: 'individual', risks: null })
  const wanted = { specialty: 'hardship-relief', seats: 1, planned }
  await county.send('k1', { type: 'PlaceOrder', orderId: 'O2', needId: 'N2', ...wanted })
  await county.send('p1', { type: 'DispatchOrder', orderId: 'O2', offerId: 'F2', teamId: 'TA', override: null })
  await county.send('b', { type: 'AcceptOffer', orderId: 'O2', offerId: 'F2', planned: null, risksSeen: true })
}

/** When the order of these stories is to be served. */
export const morning = interval('05-07 01:00', '05-07 02:00')
export const seat = { type: 'TakeSeat', ...round, risksSeen: true }
export const review = (verdict: string, rating: number) => ({
  type: 'ReviewOrder',
  ...round,
  rating,
  verdict,
  comment: null,
})
export const present = (person: string) => ({ occasion: { type: 'order', ...round }, volunteer: person })

/** Those seated come, leave at the planned end, and the leader reports. */
export const serve = async (county: County, seated: ReadonlyArray<Who> = ['a']): Promise<void> => {
  for (const one of seated) await county.send(one, seat)
  await county.at('05-07 01:00')
  for (const one of seated) await county.send(one, { type: 'CheckIn', ...present(one) })
  await county.at('05-07 02:00')
  for (const one of seated) await county.send(one, { type: 'CheckOut', ...present(one) })
  await county.send('b', { type: 'ReportService', ...round })
}

/** A county with an order, the day before. */
export const begin = async (...asked: Parameters<County['order']>): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(...asked)
  return county
}
