/** The log of one round, one session and who is one human, as the oracle of H2a hears it. */
import type { LedgerEvent } from '@zhiyuan/domain'
import type { Interval, OrderRound, OwnPart, PublishedSession } from '../oracles/contradiction.oracle.fixture.ts'

type Part = { -readonly [K in keyof OwnPart]: OwnPart[K] }

export interface Told {
  readonly seated: Set<string>
  planned: Interval | null
  firstCheckIn: number | null
  report: number | null
  outcome: OrderRound['outcome']
  readonly absent: Set<string>
  readonly own: Map<string, Part>
  readonly survivors: Map<string, string>
  session: PublishedSession
}

export const openTold = (): Told => ({
  seated: new Set(),
  planned: null,
  firstCheckIn: null,
  report: null,
  outcome: null,
  absent: new Set(),
  own: new Map(),
  survivors: new Map(),
  session: { type: 'session', publishedAt: null, start: 0, end: 0, isCancelled: false },
})

type Hear<T extends LedgerEvent['type']> = (told: Told, event: Extract<LedgerEvent, { readonly type: T }>) => void
const readInterval = ({ start, end }: { readonly start: string; readonly end: string }): Interval => ({
  start: Date.parse(start),
  end: Date.parse(end),
})
const setProof =
  (proof: OwnPart['proof']) =>
  ({ own }: Told, { volunteer }: { readonly volunteer: string }): void => {
    const part = own.get(volunteer)
    if (part !== undefined) Object.assign(part, { proof, stay: [] })
  }
const giveUp = ({ own }: Told, { volunteer }: { readonly volunteer: string }): void => {
  const part = own.get(volunteer)
  if (part !== undefined) part.boundAt = null
}
interface Stay {
  readonly volunteer: string
  readonly segments: ReadonlyArray<{ readonly start: string; readonly end: string }>
}
const end = ({ own }: Told, { volunteer, segments }: Stay): void => {
  const part = own.get(volunteer)
  if (part !== undefined) Object.assign(part, { proof: 'ended', stay: segments.map(readInterval) })
}
const clear = ({ absent }: Told, { volunteer }: { readonly volunteer: string }): void => {
  absent.delete(volunteer)
}

const hearers: { readonly [T in LedgerEvent['type']]?: Hear<T> } = {
  OrderPlaced: (told, { planned }) => {
    told.planned = planned === null ? null : readInterval(planned)
  },
  SeatTaken: ({ seated }, { volunteer }) => void seated.add(volunteer),
  SeatFreed: ({ seated }, { volunteer }) => void seated.delete(volunteer),
  SeatReturned: ({ seated }, { volunteer }) => void seated.add(volunteer),
  ServiceStarted: (told, { at }) => {
    told.firstCheckIn = Date.parse(at)
  },
  RoundTakenOn: (told, { at, seated }) => {
    told.firstCheckIn = Date.parse(at)
    told.outcome = null
    for (const one of seated) told.seated.add(one)
  },
  ServiceReported: (told, { reportedAt }) => {
    told.report = Date.parse(reportedAt)
  },
  OrderCancelled: (told) => {
    told.outcome = 'cancelled'
  },
  OrderMissed: (told) => {
    told.outcome = 'missed'
    told.seated.clear()
  },
  OrderHandedBack: ({ seated }) => {
    seated.clear()
  },
  AssignmentOpened: ({ own }, { volunteer, boundAt }) => {
    own.set(volunteer, { boundAt: Date.parse(boundAt), proof: 'none-yet', stay: [] })
  },
  AssignmentWithdrawn: giveUp,
  AssignmentSubstituted: giveUp,
  CheckedIn: setProof('open'),
  CheckOutTakenBack: setProof('open'),
  PresenceCaptured: setProof('open'),
  CheckOutMissing: setProof('open'),
  CheckedOut: end,
  AttendanceConfirmed: end,
  PresenceProven: end,
  CaptureTakenOver: end,
  AttendanceUnconfirmed: setProof('denied'),
  CaptureRefused: setProof('denied'),
  AbsenceAlleged: ({ absent }, { volunteer }) => void absent.add(volunteer),
  AbsenceRefuted: clear,
  AbsenceOverruled: clear,
  ExcuseAnswered: clear,
  RegistrationsMerged: ({ survivors }, { joining, survivor }) => {
    for (const one of joining) survivors.set(one, survivor)
  },
  RegistrationsSplit: ({ survivors }, { leaving }) => {
    for (const one of leaving) survivors.delete(one)
  },
  SessionPublished: (told, { publishedAt, planned }) => {
    told.session = { ...told.session, publishedAt: Date.parse(publishedAt), ...readInterval(planned) }
  },
  SessionCancelled: (told) => {
    told.session = { ...told.session, isCancelled: true }
  },
}
export const noteFact = (told: Told, event: LedgerEvent): void => {
  // The entry of a type takes events of that type, which the type of an index by a union cannot express.
  const hear = hearers[event.type] as Hear<LedgerEvent['type']> | undefined
  hear?.(told, event)
}

const findHuman = ({ survivors }: Told, person: string): string => survivors.get(person) ?? person

export const listRegistrations = (told: Told, person: string): ReadonlyArray<string> => {
  const human = findHuman(told, person)
  return [...new Set([human, ...told.survivors.keys()])].filter((one) => findHuman(told, one) === human)
}

/** The round as it stands for one human, under every registration. */
export const showRound = (told: Told, person: string): OrderRound => {
  const registrations = listRegistrations(told, person)
  const { planned, firstCheckIn, report, outcome } = told
  const isOwn = (one: string): boolean => registrations.includes(one)
  return {
    type: 'order',
    seated: [...told.seated].some(isOwn) ? [person] : [],
    planned,
    firstCheckIn,
    report,
    outcome,
    absent: [...told.absent].some(isOwn) ? [person] : [],
    own: [...told.own].flatMap(([one, part]) => (isOwn(one) ? [part] : [])),
  }
}
export const showSession = ({ session }: Told): PublishedSession => session
