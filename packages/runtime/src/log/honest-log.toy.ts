/** Logs as a ledger writes them, of any steps. */
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import {
  canonicalJson,
  closed,
  integer,
  literal,
  type AnyCodec,
  type Envelope,
  type Header,
  type RuleSet,
  type StreamName,
} from '@zhiyuan/kernel'
import type { StoredEvent } from '../ports/ports.ts'
import type { LogLaws } from './check-laws.ts'
import { storedEvent } from './stored-event.ts'
import { wordsReader } from './words.ts'

interface AmountBrand {
  readonly Amount: unique symbol
}
const Amount = integer<AmountBrand>('Amount', 0, 9)
const words: Readonly<Record<string, AnyCodec>> = {
  Founded: closed({ type: literal('Founded'), n: Amount }),
  Happened: closed({ type: literal('Happened'), n: Amount }),
}
export const laws: LogLaws = {
  founding: { type: 'Founded', stream: (log): StreamName => `log-${log}` },
  rules: 3 as RuleSet,
  readWords: wordsReader({ serving: () => undefined, eventCodec: (_, type) => words[type] }, {}),
}

export type Log = ReadonlyArray<StoredEvent>

export const canonical = (data: unknown): string => {
  const text = canonicalJson(data)
  if (E.isLeft(text)) throw new Error(JSON.stringify(text.left))
  return text.right
}
export const headerOf = ({ header }: StoredEvent): Header => JSON.parse(header) as Header
export const saying = (event: StoredEvent, change: object): StoredEvent => ({
  ...event,
  header: canonical({ ...headerOf(event), ...change }),
})
export const changing = (log: Log, at: number, change: (event: StoredEvent) => StoredEvent): Log =>
  log.map((event, index) => (index === at ? change(event) : event))
export const moved = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString()

/** What one command does: to which stream, with how many events, how long after the latest, reading what, for which cause. */
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

const written = (said: object): StoredEvent => {
  const event = storedEvent(said as Envelope<unknown>)
  if (E.isLeft(event)) throw new Error(JSON.stringify(event.left))
  return event.right
}

export const eventAt = (said: Partial<Record<keyof Envelope<unknown>, unknown>>, n: number): StoredEvent =>
  written({
    ...{ log: 'toy', jurisdiction: '131081', type: 'Happened', schema: 1, occurredAt: begin, recordedAt: begin },
    ...{ actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' }, commandId: `c${n}` },
    ...{ correlationId: `c${n}`, causationId: null, command: '0'.repeat(64), readSet: [], rules: 3 },
    traceparent: null,
    data: { type: said.type ?? 'Happened', n: n % 10 },
    ...said,
  })

export const founded = eventAt({ id: 'f', stream: 'log-toy', version: 0, type: 'Founded' }, 0)

/** A log as a ledger writes it that takes these steps, several of them at once. */
const honest = (steps: ReadonlyArray<Step>): Log => {
  const log: StoredEvent[] = [founded]
  const heads = new Map<string, number>()
  let latest = begin
  for (const [n, { stream: index, count, seconds, reads, cause: place }] of steps.entries()) {
    const at = moved(latest, seconds)
    const cause = place === null ? undefined : log[place % log.length]
    const by =
      cause === undefined
        ? {}
        : {
            actor: { type: 'process', process: 'clock', cause: cause.id },
            causationId: cause.id,
            correlationId: headerOf(cause).correlationId,
          }
    const readSet = reads.flatMap((read) => {
      const version = heads.get(`s-${read}`)
      return version === undefined ? [] : [{ stream: `s-${read}`, version }]
    })
    for (let nth = 0; nth < count; nth++) {
      const stream = `s-${index}`
      const version = (heads.get(stream) ?? -1) + 1
      heads.set(stream, version)
      log.push(eventAt({ id: `c${n}.${index}.${nth}`, stream, version, recordedAt: at, readSet, ...by }, n))
    }
    latest = at > latest ? at : latest
  }
  return log
}

export const histories = fc.array(step, { minLength: 3, maxLength: 25 }).map(honest)
