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

/** An append as it is when it is asked for: what the caller changes later does not reach the log. */
export interface Written extends Append {
  readonly newEvents: NewEvent[]
}

/** Throws what JSON throws. */
export const encodeAppend = ({ stream, expected, events }: Append): Written => ({
  stream,
  expected,
  events: events.map((event) => ({ ...event })),
  newEvents: events.map(makeNewEvent),
})

type Answer = E.Either<AppendError, Appended>

const previousVersion = ({ expected }: Append): number => (expected === 'no-stream' ? -1 : expected)

/** Refuses what could not be appended to any log. */
const judgeByItself = (append: Append): Judgement =>
  judgeAppend(append, {
    kept: () => undefined,
    head: () => (append.expected === 'no-stream' ? null : append.expected),
  })

/** What is at the server under ids of the append. */
const readKept = async (server: Server, { stream, events }: Append, known: KnownStream, until: number) => {
  const versions = events.flatMap(({ id }) => known.versions.get(id) ?? [])
  if (versions.length === 0) return new Map<EventId, Recorded>()
  const [first, last] = [Math.min(...versions), Math.max(...versions)]
  const there = isWhole(await server.stream(stream, first, last - first + 1, until), first, known).map(readRecorded)
  return new Map(there.map((recorded) => [recorded.event.id, recorded]))
}

/** What has been sent of an append, and not been answered so that it is known what became of it. */
interface Sent {
  open: number
}

export const appender = (server: Server, streams: KnownStreams) => {
  /** Where the server says that the stream is not where it was expected, or events of this append may be there: what is there decides. */
  const judgeByReading = async (append: Written, until: number): Promise<Judgement> => {
    const known = await streams.catchUp(append.stream, until)
    const kept = await readKept(server, append, known, until)
    return judgeAppend(append, {
      kept: (id) => kept.get(id),
      head: () => (known.head < 0 ? null : (known.head as Appended['version'])),
    })
  }

  /** Null where the answer lies in the stream. */
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

  /** Every id up to the expected version must be known: the server compares ids only at the place where they would come. */
  const mayBeSent = async (append: Written, until: number): Promise<boolean> => {
    const known = await streams.meet(append.stream, until)
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
