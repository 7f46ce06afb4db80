import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Envelope, type StreamName, type StreamVersion } from '@zhiyuan/kernel'
import type { Appended, AppendError, Expected, GlobalPosition, Recorded } from '@zhiyuan/runtime'
import { frozenCopy } from './frozen.ts'

/** All events in global order, and the same events by stream and by id. */
export interface Log {
  readonly all: Recorded[]
  readonly streams: Map<StreamName, Recorded[]>
  readonly ids: Map<string, Recorded>
}

type Events = ReadonlyArray<Envelope<unknown>>
type Answer = E.Either<AppendError, Appended>

const fault = (cause: string): Answer => E.left({ type: 'StoreFault', cause })

const malformed = (stream: StreamName, first: number, events: Events): string | null => {
  if (events.length === 0 || events.length > 1000) return 'an append takes 1 to 1,000 events'
  const misplaced = events.some((event, index) => event.stream !== stream || event.version !== first + index)
  return misplaced ? 'stream or version of an event is not where it is appended' : null
}

const answered = ({ position, event }: Recorded): Answer => E.right({ version: event.version, position })

/** The first outcome, where the same events are there already; null where none of their ids is. */
const repeated = (log: Log, events: Events): Answer | null => {
  const there = events.map(({ id }) => log.ids.get(id))
  const taken = events.find((event, index) => {
    const kept = there[index]
    return kept !== undefined && !sameContent(kept.event, event)
  })
  if (taken !== undefined) return E.left({ type: 'EventIdTaken', id: taken.id })
  const last = there.at(-1)
  if (last !== undefined && !there.includes(undefined)) return answered(last)
  const partly = events.find((_, index) => there[index] !== undefined)
  return partly === undefined ? null : E.left({ type: 'EventIdTaken', id: partly.id })
}

/** Appends or refuses; the log is changed only by the former. */
export const appendTo = (log: Log, stream: StreamName, expected: Expected, given: Events): Answer => {
  const first = expected === 'no-stream' ? 0 : expected + 1
  const wrong = malformed(stream, first, given)
  if (wrong !== null) return fault(wrong)
  const events = given.map(frozenCopy)
  const before = repeated(log, events)
  if (before !== null) return before
  const own = log.streams.get(stream) ?? []
  if (own.length !== first) {
    const actual = own.length === 0 ? null : ((own.length - 1) as StreamVersion)
    return E.left({ type: 'VersionConflict', stream, actual })
  }
  const twice = events.find((event, index) => events.findIndex(({ id }) => id === event.id) !== index)
  if (twice !== undefined) return E.left({ type: 'EventIdTaken', id: twice.id })
  const recorded = events.map((event, index) =>
    Object.freeze({ position: String(log.all.length + index + 1) as GlobalPosition, event }),
  )
  for (const each of recorded) log.ids.set(each.event.id, each)
  log.all.push(...recorded)
  own.push(...recorded)
  log.streams.set(stream, own)
  return answered(recorded.at(-1) as Recorded)
}
