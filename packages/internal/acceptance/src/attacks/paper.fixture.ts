/** A small county that lives by paper: village V1 below township T1 and city C, by the national defaults, in 2020. All people are made up. */
import type { LedgerEvent } from '@zhiyuan/domain'
import type { Ledger } from '@zhiyuan/ledger'
import {
  actor,
  C,
  claim,
  foundLedger,
  instant,
  interval,
  openUnit,
  register,
  rules,
  T1,
  takePost,
  V1,
  type Words,
} from './county.fixture.ts'

export { interval, T1, V1 } from './county.fixture.ts'

/** k1 and q1 are of the village, kt and qt of the township; l answers for what the village hosts, and is no volunteer of the lists. */
export const who = {
  admin: actor('admin', 'administrator', C),
  k1: actor('k1', 'clerk', V1),
  k3: actor('k3', 'recorder', V1),
  q1: actor('q1', 'approver', V1),
  kt: actor('kt', 'clerk', T1),
  qt: actor('qt', 'approver', T1),
  l: actor('l', 'volunteer', V1),
} as const
export type Who = keyof typeof who

const imageHash = '5e'.repeat(32)

export const listNames = (people: number): ReadonlyArray<string> => Array.from({ length: people }, (_, n) => `v${n}`)

const organisation: ReadonlyArray<Words> = [
  openUnit(C, 'city', null),
  openUnit(T1, 'township', C),
  openUnit(V1, 'village', T1),
  takePost(V1, 'approver', 'q1'),
  takePost(T1, 'approver', 'qt'),
  takePost(C, 'approver', 'qc'),
  ...rules,
]

/** The county, and what a test does and counts in it. */
export interface County {
  readonly ledger: Ledger
  /** Moves the clock, and lets everything follow. */
  readonly at: (words: string) => Promise<void>
  /** Sends a command that has to be accepted, and lets everything follow. */
  readonly send: (by: Who, command: Words) => Promise<void>
  /** Sends a command that has to be refused, and says by which rejection. */
  readonly refuse: (by: Who, command: Words) => Promise<string>
  readonly listEvents: () => Promise<ReadonlyArray<LedgerEvent>>
  readonly countEvents: (type: LedgerEvent['type']) => Promise<number>
  /** How many records were verified, by their grade. */
  readonly countGrades: () => Promise<Readonly<Record<'system' | 'attested' | 'manual', number>>>
}

/** Opens the county with volunteers v0, v1 and so on. */
export const openCounty = async (people: number): Promise<County> => {
  const { clock, ledger } = await foundLedger('paper', '04-01 01:00')
  const ask = async (by: Who, command: Words) => ledger.sendUnknown(command, { actor: who[by] })
  const send = async (by: Who, command: Words) => {
    const outcome = await ask(by, command)
    if (!outcome.ok) throw new Error(`${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
    await ledger.settle()
  }
  const refuse = async (by: Who, command: Words): Promise<string> => {
    const outcome = await ask(by, command)
    return outcome.ok ? 'accepted' : outcome.rejection.type
  }
  const at = async (words: string) => {
    clock.set(instant(words))
    await ledger.settle()
  }
  for (const command of [
    ...organisation,
    ...listNames(people).flatMap((person) => [claim(person), register(person)]),
  ]) {
    const outcome = await ask('admin', command)
    if (!outcome.ok) throw new Error(`given: ${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
  }
  await ledger.settle()
  const listEvents = async () => (await ledger.read(null, 100_000)).events.map(({ data }) => data)
  const countEvents = async (type: LedgerEvent['type']) =>
    (await listEvents()).filter((event) => event.type === type).length
  const countGrades = async () => {
    const grades = { system: 0, attested: 0, manual: 0 }
    for (const event of await listEvents()) if (event.type === 'RecordVerified') grades[event.grade] += 1
    return grades
  }
  return { ledger, at, send, refuse, listEvents, countEvents, countGrades }
}

/** V1 announces a session on 04-24, from 01:00 to 05:00 UTC, and l answers for it. */
export const publish = (sessionId: string, planned = interval('04-24 01:00', '04-24 05:00')) => ({
  type: 'PublishSession',
  sessionId,
  host: V1,
  planned,
  content: 'culture-arts',
  seats: null,
  risks: { known: false, description: null },
  responsible: 'l',
})
export const tell = (sessionId: string, count: number) => ({
  type: 'TellHeadCount',
  occasion: { type: 'session', sessionId },
  count,
})

/** Two hours for each; people come one after the other, as they do. */
const makeLine = (volunteer: string, n: number) => {
  const minute = String(n % 60).padStart(2, '0')
  const hour = n % 120 < 60 ? 1 : 2
  return {
    volunteer,
    segments: [interval(`04-24 0${hour}:${minute}`, `04-24 0${hour + 2}:${minute}`)],
    minutes: 120,
  }
}
export const enter = (sheetId: string, sessionId: string, people: ReadonlyArray<string>, more: object = {}) => ({
  type: 'EnterSheet',
  sheetId,
  occasion: { type: 'session', sessionId, host: V1 },
  bodyId: V1,
  teamId: null,
  lines: people.map(makeLine),
  imageHash,
  content: 'culture-arts',
  responsible: 'l',
  reason: null,
  ...more,
})
export const approve = (sheetId: string) => ({ type: 'ApproveSheet', sheetId })
