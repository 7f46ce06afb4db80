/**
 * A small county whose orders people try to bend, by the national defaults, in 2020: villages V1 and V1b below township T1, and city C. All
 * people are made up.
 */
import { calendar2020to2026, nationalDefaultPolicy, type LedgerEvent, type RoleName } from '@zhiyuan/domain'
import type { Instant } from '@zhiyuan/kernel'
import { openLedger, type Ledger } from '@zhiyuan/ledger'
import { manualClock, seededRandomness } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'

type Words = Readonly<Record<string, unknown>> & { readonly type: string }
type Event<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>
const actor = (person: string, role: RoleName, unit: string) => ({ type: 'person' as const, person, role, unit })

export const C = '131081'
export const T1 = '131081104'
export const V1 = '131081104201'
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

/** An instant of 2020 in UTC, such as `05-06 01:00`. Beijing is 8 hours later. */
const instant = (words: string): Instant => `2020-${words.replace(' ', 'T')}:00.000Z` as Instant
export const interval = (start: string, end: string) => ({ start: instant(start), end: instant(end) })
export const why = (code: string) => ({ reason: { code, text: null } })
export const round = { orderId: 'O1', round: 1 }

const openUnit = (unitId: string, level: string, parent: string | null): Words => ({
  type: 'OpenUnit',
  unitId,
  level,
  parent,
  name: unitId,
  code: unitId,
})
const register = (person: string): ReadonlyArray<Words> => [
  { type: 'ClaimNumber', number: `no-${person}`, person },
  { type: 'RegisterVolunteer', person, number: `no-${person}`, ageBand: 'adult', home: V1, homeFrom: '2020-01-01' },
]
export const foundTeam = (teamId: string, unitId: string, leader: string): Words => ({
  type: 'FoundTeam',
  teamId,
  name: teamId,
  kind: 'brigade',
  unitId,
  bodyId: unitId,
  specialties: ['hardship-relief'],
  leader,
  open: { levels: ['city', 'township', 'village'], units: [] },
})

const organisation: ReadonlyArray<Words> = [
  openUnit(C, 'city', null),
  openUnit(T1, 'township', C),
  openUnit(V1, 'village', T1),
  openUnit(V1b, 'village', T1),
  { type: 'AdoptPolicy', ...nationalDefaultPolicy },
  ...calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear', ...year })),
  foundTeam('TA', V1, 'b'),
  foundTeam('TB', V1b, 'c'),
  ...['a', 'b', 'c', 'f'].flatMap(register),
]

/** What a person is told: the types of the events, or the refusal. */
export type Told = ReadonlyArray<string> | { readonly refused: string }

export interface County {
  readonly ledger: Ledger
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
  const clock = manualClock(instant('05-01 01:00'))
  const ports = { ...memoryStores(), clock, random: seededRandomness('orders') }
  const create = { administrator: 'admin', unit: C }
  const ledger = await openLedger({ ports, log: 'orders', jurisdiction: C, create })
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
  return { ledger, at, ask, send, listEvents, listWaiting, order, accept }
}
