/** Builds logs as a ledger writes them, from any steps. */
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import {
  canonicalJson,
  closed,
  integer,
  Jurisdiction,
  literal,
  LogId,
  type AnyCodec,
  type CommandId,
  type Envelope,
  type Header,
  type RuleSet,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import { digestCommand } from '../commands/command-digest.ts'
import { deriveEventIds } from '../commands/event-ids.ts'
import type { StoredEvent } from '../ports/ports.ts'
import type { AnySlice, LedgerIdentity } from '../wiring.ts'
import type { LogLaws } from './check-laws.ts'
import { decisionRestorer } from './restore-decision.ts'
import { storedEvent } from './stored-event.ts'
import { storedEventReader } from './read-stored-event.ts'

interface AmountBrand {
  readonly Amount: unique symbol
}
const Amount = integer<AmountBrand>('Amount', 0, 9)
const words: Readonly<Record<string, AnyCodec>> = {
  Founded: closed({ type: literal('Founded'), n: Amount, log: LogId, jurisdiction: Jurisdiction }),
  Happened: closed({ type: literal('Happened'), n: Amount, s: Amount }),
}

interface FixtureData extends Typed {
  readonly n: number
  readonly s?: number
  readonly log?: LogId
}
interface FixtureCommand extends Typed {
  readonly stream: StreamName
  readonly amounts: ReadonlyArray<number>
}
const makeCommand = ([first, ...rest]: readonly [FixtureData, ...ReadonlyArray<FixtureData>]): FixtureCommand => ({
  type: `Make${first.type}`,
  stream: first.log === undefined ? `s-${first.s ?? 0}` : `log-${first.log}`,
  amounts: [first, ...rest].map(({ n }) => n),
})
const slice = (name: string, codec: AnyCodec): AnySlice => ({
  name,
  command: codec,
  event: codec,
  restoreCommand: makeCommand,
  decider: { stream: ({ stream }: FixtureCommand) => stream, fold: { initial: 0, evolve: () => 0 }, handlers: {} },
})

const rightOrThrow = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

/** The digest of the command that these events answer. */
export const digestOfEvents = (first: FixtureData, ...rest: ReadonlyArray<FixtureData>): string =>
  rightOrThrow(digestCommand(makeCommand([first, ...rest])))

export const laws: LogLaws = {
  founding: {
    type: 'Founded',
    stream: (log): StreamName => `log-${log}`,
    identity: (founding) => founding as unknown as LedgerIdentity,
  },
  rules: 3 as RuleSet,
  readEvent: storedEventReader({ serving: () => undefined, eventCodec: (_, type) => words[type] }, {}),
  restore: decisionRestorer([slice('log', words['Founded'] as AnyCodec), slice('s', words['Happened'] as AnyCodec)]),
  currentSchema: () => 1,
}

export type Log = ReadonlyArray<StoredEvent>

export const canonical = (data: unknown): string => rightOrThrow(canonicalJson(data))
export const readHeader = ({ header }: StoredEvent): Header => JSON.parse(header) as Header
export const changeHeader = (event: StoredEvent, change: object): StoredEvent => ({
  ...event,
  header: canonical({ ...readHeader(event), ...change }),
})
export const changeEvent = (log: Log, at: number, change: (event: StoredEvent) => StoredEvent): Log =>
  log.map((event, index) => (index === at ? change(event) : event))
export const addSeconds = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString()

/** One command's effect: its stream, the number of events, the seconds since the latest event, its read set and its cause. */
interface Step {
  readonly stream: number
  readonly count: number
  readonly seconds: number
  readonly reads: ReadonlyArray<number>
  readonly cause: number | null
}

const step = fc.record<Step>({
  stream: fc.nat(4),
  count: fc.integer({ min: 1, max: 3 }),
  seconds: fc.integer({ min: -120, max: 300 }),
  reads: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
  cause: fc.option(fc.nat(1000)),
})

export const begin = '2020-04-20T12:00:00.000Z'

export const readData = ({ data }: StoredEvent): FixtureData => JSON.parse(data) as FixtureData

/** By default the only event of a command. */
export const makeEvent = (said: Partial<Record<keyof Envelope<unknown>, unknown>>, n: number): StoredEvent => {
  const stream = (said.stream ?? 's-0') as StreamName
  const data = (said.data ?? { type: 'Happened', n: n % 10, s: Number(stream.slice(2)) }) as FixtureData
  const envelope = {
    id: deriveEventIds(`c${n}` as CommandId, stream)(0),
    stream,
    version: 0,
    type: data.type,
    schema: 1,
    log: 'toy',
    jurisdiction: '131081',
    occurredAt: addSeconds(begin, -3600),
    recordedAt: begin,
    actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
    commandId: `c${n}`,
    correlationId: `c${n}`,
    causationId: null,
    command: digestOfEvents(data),
    readSet: [],
    rules: 3,
    traceparent: null,
    data,
    ...said,
  }
  return rightOrThrow(storedEvent(envelope as unknown as Envelope<unknown>))
}

export const founded = makeEvent(
  { stream: 'log-toy', data: { type: 'Founded', n: 0, log: 'toy', jurisdiction: '131081' } },
  0,
)

interface Begun extends Partial<Record<keyof Header, unknown>> {
  readonly stream: StreamName
  readonly version: number
}

/** Events of one command, from a version on. */
export const makeDecision = (said: Begun, n: number, count: number): ReadonlyArray<StoredEvent> => {
  const idOf = deriveEventIds(`c${n}` as CommandId, said.stream)
  const makeData = (nth: number): FixtureData => ({
    type: 'Happened',
    n: (n + nth) % 10,
    s: Number(said.stream.slice(2)),
  })
  const all = Array.from({ length: count }, (_, nth) => makeData(nth))
  const command = digestOfEvents(makeData(0), ...all.slice(1))
  return all.map((data, nth) => makeEvent({ ...said, id: idOf(nth), version: said.version + nth, command, data }, n))
}

/** The log that a ledger writes when it takes these steps, several of them at once. */
const buildHonestLog = (steps: ReadonlyArray<Step>): Log => {
  const log: StoredEvent[] = [founded]
  const heads = new Map<string, number>()
  let latest = begin
  for (const [n, { stream: index, count, seconds, reads, cause: place }] of steps.entries()) {
    const at = addSeconds(latest, seconds)
    const cause = place === null ? undefined : log[place % log.length]
    const by =
      cause === undefined
        ? {}
        : {
            actor: { type: 'process', process: 'clock', cause: cause.id },
            causationId: cause.id,
            correlationId: readHeader(cause).correlationId,
          }
    const readSet = reads.flatMap((read) => {
      const version = heads.get(`s-${read}`)
      return version === undefined ? [] : [{ stream: `s-${read}`, version }]
    })
    const stream: StreamName = `s-${index}`
    const version = (heads.get(stream) ?? -1) + 1
    heads.set(stream, version + count - 1)
    log.push(...makeDecision({ stream, version, recordedAt: at, readSet, ...by }, n + 1, count))
    latest = at > latest ? at : latest
  }
  return log
}

export const histories = fc.array(step, { minLength: 3, maxLength: 25 }).map(buildHonestLog)
