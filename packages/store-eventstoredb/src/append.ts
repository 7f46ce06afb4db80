import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type EventId } from '@zhiyuan/kernel'
import {
  judgeAppend,
  type Append,
  type Asked,
  type Appended,
  type AppendError,
  type Judgement,
  type Recorded,
} from '@zhiyuan/runtime'
import type { NewEvent } from './client.ts'
import { envelopeOfNew, newEventOf, recordedOf } from './envelope.ts'
import { kindOf } from './failure.ts'
import type { KnownStream, KnownStreams } from './known-streams.ts'
import { patiently } from './patience.ts'
import { positionOf } from './position.ts'
import type { Server } from './server.ts'

/** An append as it was when it was asked for: what the caller changes later does not reach the log. */
export interface Written extends Asked {
  readonly newEvents: NewEvent[]
}

/** Throws what JSON throws. */
export const writtenDown = ({ stream, expected, events }: Append): Written => ({
  stream,
  expected,
  events: events.map(({ id, stream: own, version }) => ({ id, stream: own, version })),
  newEvents: events.map(newEventOf),
})

type Answer = E.Either<AppendError, Appended>

const before = ({ expected }: Asked): number => (expected === 'no-stream' ? -1 : expected)

/** Refuses what could not be appended to any log. */
const judgeByItself = (append: Asked): Judgement =>
  judgeAppend(append, {
    kept: () => undefined,
    saysTheSame: () => false,
    head: () => (append.expected === 'no-stream' ? null : append.expected),
  })

/** What is at the server under ids of the append. */
const keptOf = async (server: Server, { stream, events }: Asked, { versions }: KnownStream, ms: number) => {
  const kept = new Map<EventId, Recorded>()
  for (const { id } of events) {
    const version = versions.get(id)
    if (version === undefined) continue
    const [event] = await server.stream(stream, version, 1, ms)
    if (event !== undefined) kept.set(id, recordedOf(event))
  }
  return kept
}

export const appending = (server: Server, streams: KnownStreams) => {
  /** Where the server says that the stream is not where it was expected, or events of this append may be there: what is there decides. */
  const judgeByReading = async (append: Written, ms: number): Promise<Judgement> => {
    const known = await streams.catchUp(append.stream, ms)
    const kept = await keptOf(server, append, known, ms)
    return judgeAppend(append, {
      kept: (id) => kept.get(id),
      saysTheSame: ({ event }, index) => sameContent(event, envelopeOfNew(append.newEvents[index] as NewEvent)),
      head: () => (known.head < 0 ? null : (known.head as Appended['version'])),
    })
  }

  /** Null where the answer lies in the stream. */
  const send = async (append: Written, ms: number): Promise<Appended | null> => {
    const { stream, expected, events, newEvents } = append
    const version = before(append) + events.length
    try {
      const came = await server.append(stream, expected, newEvents, ms)
      if (came.version !== version) return null
      streams.wrote(stream, events)
      return came.position === null
        ? null
        : { version: version as Appended['version'], position: positionOf(came.position) }
    } catch (why) {
      if (kindOf(why) === 'wrong-expected-version') return null
      throw why
    }
  }

  /** Every id up to the expected version must be known: the server compares ids only at the place where they would come. */
  const mayBeSent = async (append: Written, ms: number): Promise<boolean> => {
    const known = await streams.meet(append.stream, ms)
    const { head, versions } = known.head < before(append) ? await streams.catchUp(append.stream, ms) : known
    return head === before(append) && !append.events.some(({ id }) => versions.has(id))
  }

  /** One try; `sent` is told before anything could be written. */
  const attempt = async (append: Written, ms: number, sent: () => void): Promise<Answer> => {
    if (await mayBeSent(append, ms)) {
      sent()
      const appended = await send(append, ms)
      if (appended !== null) return E.right(appended)
    }
    const judged = await judgeByReading(append, ms)
    if (E.isLeft(judged)) return judged
    if (judged.right === null) throw new Error('the stream was elsewhere a moment ago')
    return E.right(judged.right)
  }

  return async (append: Written, patienceMs: number): Promise<Answer> => {
    const wrong = judgeByItself(append)
    if (E.isLeft(wrong)) return wrong
    let sent = false
    const answer = await patiently(patienceMs, (ms) => attempt(append, ms, () => void (sent = true)))
    if (E.isRight(answer)) return answer.right
    const error = answer.left
    return E.left(sent && error.type === 'StoreBusy' ? { type: 'UnknownOutcome', cause: error.cause } : error)
  }
}
