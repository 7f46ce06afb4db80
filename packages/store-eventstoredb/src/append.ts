import * as E from 'fp-ts/lib/Either.js'
import type { EventId } from '@zhiyuan/kernel'
import type { Appended, AppendError, Recorded } from '@zhiyuan/runtime'
import { judgeAppend, type Append, type Judgement } from '@zhiyuan/runtime/store'
import type { NewEvent } from './client.ts'
import { makeNewEvent, readRecorded } from './stored.ts'
import { isRefusal, errorKind } from './failure.ts'
import { isWhole, type KnownStream, type KnownStreams } from './known-streams.ts'
import { retryPatiently } from './patience.ts'
import { printPosition } from './position.ts'
import type { Server } from './server.ts'

/** A copy of an append at the moment of the call: later changes by the caller do not reach the log. */
export interface Written extends Append {
  readonly newEvents: NewEvent[]
}

/** Throws where `JSON` throws. */
export const encodeAppend = ({ stream, expected, events }: Append): Written => ({
  stream,
  expected,
  events: events.map((event) => ({ ...event })),
  newEvents: events.map(makeNewEvent),
})

type Answer = E.Either<AppendError, Appended>

const previousVersion = ({ expected }: Append): number => (expected === 'no-stream' ? -1 : expected)

/** Refuses an append that no log could take. */
const judgeByItself = (append: Append): Judgement =>
  judgeAppend(append, {
    kept: () => undefined,
    head: () => (append.expected === 'no-stream' ? null : append.expected),
  })

/** Reads the server's events that have ids of the append. */
const readKept = async (server: Server, { stream, events }: Append, known: KnownStream, until: number) => {
  const versions = events.flatMap(({ id }) => known.versions.get(id) ?? [])
  if (versions.length === 0) return new Map<EventId, Recorded>()
  const first = Math.min(...versions)
  const last = Math.max(...versions)
  const there = isWhole(await server.stream(stream, first, last - first + 1, until), first, known).map(readRecorded)
  return new Map(there.map((recorded) => [recorded.event.id, recorded]))
}

/** Counts the requests of an append whose outcome is not known. */
interface Sent {
  open: number
}

export const appender = (server: Server, streams: KnownStreams) => {
  /** Judges an append by the stream's events: the server refused the expected version, or events of this append may be there already. */
  const judgeByReading = async (append: Written, until: number): Promise<Judgement> => {
    const known = await streams.catchUp(append.stream, until)
    const kept = await readKept(server, append, known, until)
    return judgeAppend(append, {
      kept: (id) => kept.get(id),
      head: () => (known.head < 0 ? null : (known.head as Appended['version'])),
    })
  }

  /** Null where only reading the stream can give the answer. */
  const send = async (append: Written, until: number, sent: Sent): Promise<Appended | null> => {
    const { stream, expected, events, newEvents } = append
    const version = previousVersion(append) + events.length
    sent.open++
    try {
      const came = await server.append(stream, expected, newEvents, until)
      sent.open--
      if (came.version !== version) return null
      streams.note(stream, events)
      return came.position === null
        ? null
        : { version: version as Appended['version'], position: printPosition(came.position) }
    } catch (why) {
      if (isRefusal(why)) sent.open--
      if (errorKind(why) === 'wrong-expected-version') return null
      throw why
    }
  }

  /** Every id up to the expected version must be known, since the server compares ids only at the place where they would be appended. */
  const mayBeSent = async (append: Written, until: number): Promise<boolean> => {
    const known = await streams.findStream(append.stream, until)
    const { head, versions } =
      known.head < previousVersion(append) ? await streams.catchUp(append.stream, until) : known
    return head === previousVersion(append) && !append.events.some(({ id }) => versions.has(id))
  }

  const attempt = async (append: Written, until: number, sent: Sent): Promise<Answer> => {
    if (await mayBeSent(append, until)) {
      const appended = await send(append, until, sent)
      if (appended !== null) return E.right(appended)
    }
    const judged = await judgeByReading(append, until)
    if (E.isLeft(judged)) return judged
    if (judged.right === null) throw new Error('the stream was elsewhere a moment ago')
    return E.right(judged.right)
  }

  return async (append: Written, patienceMs: number): Promise<Answer> => {
    const wrong = judgeByItself(append)
    if (E.isLeft(wrong)) return wrong
    const sent: Sent = { open: 0 }
    const answer = await retryPatiently(patienceMs, (until) => attempt(append, until, sent))
    if (E.isRight(answer)) return answer.right
    const { left } = answer
    return E.left(sent.open > 0 ? { type: 'UnknownOutcome', cause: 'cause' in left ? left.cause : left.type } : left)
  }
}
