/** A small county whose registrations, numbers and teams people try to bend, by the national defaults, in 2020. All people are made up. */
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
  takePost,
  V1,
  type Words,
} from './county.fixture.ts'

export { actor, C, claim, register, T1, V1, why } from './county.fixture.ts'

export const V2 = '131081104202'

/** deputy is a second administrator; b leads the open team B1 and g the agency squad K. */
export const who = {
  admin: actor('admin', 'administrator', C),
  deputy: actor('deputy', 'administrator', C),
  k1: actor('k1', 'clerk', V1),
  k2: actor('k2', 'clerk', V2),
  q1: actor('q1', 'approver', V1),
  a: actor('a', 'volunteer', V1),
  b: actor('b', 'volunteer', V1),
  d: actor('d', 'volunteer', V1),
  g: actor('g', 'volunteer', C),
  kid: actor('kid', 'volunteer', V1),
} as const

const noRisk = { known: false, description: null }

const given: ReadonlyArray<Words> = [
  openUnit(C, 'city', null),
  openUnit(T1, 'township', C),
  openUnit(V1, 'village', T1),
  openUnit(V2, 'village', T1),
  takePost(V1, 'approver', 'q1'),
  ...rules,
  ...['a', 'b', 'd', 'admin2'].flatMap((person) => [claim(person), register(person)]),
  foundTeam('B1', V1, 'b'),
  foundTeam('K', V1, 'g', 'agency-squad'),
]

/** The county on 2020-04-20, and what a test does there: each answer is `ok`, `silent`, or the name of the refusal. */
export const openCounty = async () => {
  const { clock, ledger } = await foundLedger('people', '04-01 01:00')
  const send = async (command: Words, by: ReturnType<typeof actor>) => {
    const outcome = await ledger.sendUnknown(command, { actor: by })
    await ledger.settle()
    return outcome
  }
  const does = async (command: Words, by: ReturnType<typeof actor>): Promise<string> => {
    const outcome = await send(command, by)
    if (!outcome.ok) return outcome.rejection.type
    return outcome.events.length === 0 ? 'silent' : 'ok'
  }
  for (const command of given) {
    const answer = await does(command, who.admin)
    if (answer !== 'ok') throw new Error(`${command.type}: ${answer}`)
  }
  clock.set(instant('04-20 01:00'))
  return { ledger, clock, send, does, at: (words: string) => clock.set(instant(words)) }
}
export type County = Awaited<ReturnType<typeof openCounty>>

/** A session that V1 published for a day of April, and each person's records of it: entered on the next day, verified on the one after. */
export const serve = async (
  { does, at }: County,
  day: number,
  served: ReadonlyArray<readonly [person: string, start: string, end: string, minutes: number]>,
): Promise<void> => {
  const date = (n: number): string => `04-${String(n).padStart(2, '0')}`
  const sessionId = `S${day}`
  const planned = interval(`${date(day)} 01:00`, `${date(day)} 05:00`)
  at(`${date(day - 1)} 01:00`)
  const session = {
    sessionId,
    host: V1,
    planned,
    content: 'hardship-relief',
    seats: null,
    risks: noRisk,
    responsible: 'b',
  }
  const published = await does({ type: 'PublishSession', ...session }, who.k1)
  if (published !== 'ok') throw new Error(published)
  at(`${date(day + 1)} 01:00`)
  for (const [person, start, end, minutes] of served) {
    const segments = [interval(`${date(day)} ${start}`, `${date(day)} ${end}`)]
    const record = { volunteer: person, recordId: `R-${person}-${day}`, segments, minutes, content: 'hardship-relief' }
    const body = { bodyId: V1, teamId: null, responsible: 'b', reason: null }
    const occasion = { type: 'session', sessionId, host: V1 }
    const entered = await does({ type: 'Backfill', occasion, ...record, ...body }, who.k1)
    if (entered !== 'ok') throw new Error(entered)
  }
  at(`${date(day + 4)} 01:00`)
  for (const [person] of served) {
    const verified = await does({ type: 'VerifyRecord', volunteer: person, recordId: `R-${person}-${day}` }, who.q1)
    if (verified !== 'ok') throw new Error(verified)
  }
}
