/** Random minutes by hand, told to the ledger and to the oracle, contradict the log alike (H2a). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@zhiyuan/domain'
import {
  findContradictions,
  findLaterContradictions,
  type Claim,
  type Contradiction,
} from '../oracles/contradiction.oracle.fixture.ts'
import { actor, claim, register } from './county.fixture.ts'
import { C, interval, openCounty, round, T1, V1, why, type County } from './orders.fixture.ts'
import { listRegistrations, noteFact, openTold, showRound, showSession, type Told } from './contradiction.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const minute = 60_000
const terms = { fitMinutes: 30, publishedSessions: true }
const planned = interval('05-07 01:00', '05-07 02:00')
const begin = Date.parse(planned.start)
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')
const at = (volunteer: string) => ({ occasion: { type: 'order', ...round }, volunteer })
const hands = {
  admin: actor('admin', 'administrator', C),
  deputy: actor('deputy', 'administrator', C),
  k1: actor('k1', 'clerk', V1),
  p1: actor('p1', 'dispatcher', T1),
  q1: actor('q1', 'approver', V1),
  b: actor('b', 'volunteer', V1),
}
type Hand = ReturnType<typeof actor>
const self = (person: string): Hand => actor(person, 'volunteer', V1)
const tell = async ({ ledger }: County, by: Hand, command: object): Promise<boolean> => {
  const outcome = await ledger.sendUnknown(command, { actor: by })
  await ledger.settle()
  return outcome.ok
}
const post = { type: 'TakePost', unitId: V1, post: 'approver', person: 'q1', office: null }
const session = {
  type: 'PublishSession',
  sessionId: 'S1',
  host: V1,
  planned,
  content: 'hardship-relief',
  seats: null,
  risks: { known: false, description: null },
  responsible: 'b',
}

/** z is another registration that turns out to be a. */
const openStory = async (): Promise<County> => {
  const county = await openCounty()
  await county.send('admin', post, claim('z'), register('z'))
  await county.send('b', { type: 'JoinTeam', teamId: 'TA', person: 'z' })
  await county.at('05-06 00:00')
  await county.order(planned)
  await county.accept()
  await county.send('k1', { type: 'ChangeSeats', orderId: 'O1', seats: 4 }, session)
  return county
}

interface Step {
  readonly deed: string
  readonly who: string
  readonly wait: number
  readonly from: number
  readonly length: number
}
const enter = (occasion: object, { who, from, length }: Step, n: number) => ({
  type: 'Backfill',
  volunteer: who,
  recordId: `R${n}`,
  occasion,
  ...servedFor(from, length),
  content: 'hardship-relief',
  bodyId: V1,
  teamId: 'orderId' in occasion ? 'TA' : null,
  responsible: 'b',
  reason: null,
})
const servedFor = (from: number, length: number) => ({
  segments: [
    {
      start: new Date(begin + from * minute).toISOString(),
      end: new Date(begin + (from + length) * minute).toISOString(),
    },
  ],
  minutes: length,
})

type Deed = (step: Step, n: number) => readonly [by: Hand, command: object]
const ofOrder = { type: 'order', ...round }
const ofSession = { type: 'session', sessionId: 'S1', host: V1 }
const split = { person: 'a', others: [] }
const deeds: Readonly<Record<string, Deed>> = {
  seat: ({ who }) => [self(who), { type: 'TakeSeat', ...round, risksSeen: true }],
  in: ({ who }) => [self(who), { type: 'CheckIn', ...at(who) }],
  out: ({ who }) => [self(who), { type: 'CheckOut', ...at(who) }],
  withdraw: ({ who }) => [self(who), { type: 'WithdrawAssignment', ...at(who), ...why('ill') }],
  allege: ({ who }) => [hands.p1, { type: 'AllegeAbsence', ...at(who) }],
  excuse: ({ who }) => [hands.p1, { type: 'ExcuseAbsence', ...at(who), ...why('ill') }],
  cancel: () => [hands.k1, { type: 'CancelOrder', orderId: 'O1', ...why('rain') }],
  abort: () => [hands.p1, { type: 'AbortOrder', ...round, ...why('rain') }],
  report: () => [hands.b, { type: 'ReportService', ...round }],
  drop: () => [hands.k1, { type: 'CancelSession', sessionId: 'S1', ...why('rain') }],
  enter: (step, n) => [hands.k1, enter(ofOrder, step, n)],
  enterSession: (step, n) => [hands.k1, enter(ofSession, step, n)],
  return: ({ who, from }) => [
    hands.q1,
    { type: 'ReturnRecord', volunteer: who, recordId: `R${from & 7}`, ...why('x') },
  ],
  again: ({ who, from, length }) => [
    hands.k1,
    { type: 'ResubmitRecord', volunteer: who, recordId: `R${from & 7}`, ...servedFor(from, length) },
  ],
  propose: () => [hands.deputy, { type: 'ProposeMerge', person: 'a', survivor: 'z' }],
  merge: () => [hands.admin, { type: 'MergeRegistrations', person: 'a', survivor: 'z' }],
  proposeSplit: () => [hands.deputy, { type: 'ProposeSplit', ...split }],
  split: () => [hands.admin, { type: 'SplitRegistrations', ...split, ...why('two people') }],
}

interface Entry extends Claim {
  readonly ofSession: boolean
  found: readonly Contradiction[]
}
type Entries = Map<string, Entry>
type Entering = Extract<LedgerEvent, { readonly type: 'RecordSubmitted' | 'RecordResubmitted' }>
const isEntering = (event: LedgerEvent): event is Entering =>
  (event.type === 'RecordSubmitted' || event.type === 'RecordResubmitted') && event.grade === 'manual'

const compare = (told: Told, entry: Entry, isNew: boolean): readonly Contradiction[] => {
  const place = entry.ofSession ? showSession(told) : showRound(told, entry.human)
  return (isNew ? findContradictions : findLaterContradictions)(entry, place, terms)
}

/** What the deed brought: the log first, then the entries, and each entry of before is compared with what the log says now. */
const note = (told: Told, entries: Entries, events: ReadonlyArray<{ readonly data: LedgerEvent }>) => {
  for (const { data } of events) noteFact(told, data)
  const now = new Set<string>()
  for (const { data } of events)
    if (isEntering(data)) {
      const { volunteer: human, segments, source } = data
      const intervals = segments.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
      const key = `${human} ${data.recordId}`
      now.add(key)
      entries.set(key, { human, intervals, ofSession: source.type === 'session', found: [] })
    }
  for (const [key, entry] of entries) if (entry.found.length === 0) entry.found = compare(told, entry, now.has(key))
}

const found = new Map<Contradiction | 'fits', number>()
const count = (what: Contradiction | 'fits') => found.set(what, (found.get(what) ?? 0) + 1)

const agree = async (steps: ReadonlyArray<Step>) => {
  const county = await openStory()
  const told = openTold()
  const entries: Entries = new Map()
  let seen = 0
  const hear = async () => {
    const { events } = await county.ledger.read(null, 100_000)
    note(told, entries, events.slice(seen))
    seen = events.length
  }
  await hear()
  let now = begin - 45 * minute
  for (const [n, step] of steps.entries()) {
    now += step.wait * minute
    await county.at(say(now))
    await hear()
    const [by, command] = deeds[step.deed]?.(step, n) ?? expect.fail(step.deed)
    await tell(county, by, command)
    await hear()
  }
  const held = new Set(
    (await county.listEvents('RecordHeld'))
      .filter(({ kind }) => kind === 'contradicts-the-log')
      .map(({ volunteer, recordId }) => `${volunteer} ${recordId}`),
  )
  for (const [key, { found: why }] of entries) {
    expect({ key, why, isHeld: held.has(key) }).toEqual({ key, why, isHeld: why.length > 0 })
    for (const one of why) count(one)
    if (why.length === 0) count('fits')
  }
  expect(listRegistrations(told, 'f')).toEqual(['f'])
}

const drawStep = fc.record({
  deed: fc.constantFrom(...Object.keys(deeds), 'enter', 'enter', 'enter', 'enterSession', 'seat', 'in', 'out'),
  who: fc.constantFrom('a', 'a', 'z', 'f'),
  wait: fc.constantFrom(0, 0, 5, 5, 15, 30, 120),
  from: fc.constantFrom(-31, -30, -30, 0, 0, 15, 29, 60, 89, 90),
  length: fc.constantFrom(1, 15, 30, 60, 90, 91, 120),
})
/** Most stories seat people and have them come, since nothing fits a round that never began. */
const opening = (deed: string, who: string, wait = 0): Step => ({ deed, who, wait, from: 0, length: 1 })
const drawStory = fc
  .record({ begun: fc.boolean(), merged: fc.boolean(), steps: fc.array(drawStep, { minLength: 4, maxLength: 14 }) })
  .map(({ begun, merged, steps }) => [
    ...(begun ? [opening('seat', 'a'), opening('seat', 'f'), opening('in', 'f', 15)] : []),
    ...(merged ? [opening('propose', 'a'), opening('merge', 'a')] : []),
    ...steps,
  ])

describe('minutes by hand, by the ledger and by the oracle', () => {
  it(
    'H2a: the same contradict the log, when they are entered and by what it says later',
    { timeout: 240_000 },
    async () => {
      const kinds = ['fits', 'not-seated', 'other-time'] as const
      await holdUntilMet(fc.asyncProperty(drawStory, agree), { numRuns: 25 }, () =>
        kinds.every((one) => found.has(one)),
      )
      expect([...found.keys()]).toEqual(expect.arrayContaining([...kinds]))
    },
  )
})
