import * as E from 'fp-ts/lib/Either.js'
import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { Appended, AppendError, Expected, Recorded, StoredEvent } from '../ports/ports.ts'

/** What a caller of `EventStore.append` asks for. */
export interface Append {
  readonly stream: StreamName
  readonly expected: Expected
  readonly events: ReadonlyArray<StoredEvent>
}

/** What a store knows of its log while no other writer can write to it. */
export interface Known {
  readonly kept: (id: EventId) => Recorded | undefined
  /** Version of the stream's last event; null where there is no such stream. */
  readonly head: () => StreamVersion | null
}

/** The first outcome of a repeat, a refusal, or null: write the events. */
export type Judgement = E.Either<AppendError, Appended | null>

const findMalformed = ({ stream, expected, events }: Append): string | null => {
  if (events.length === 0 || events.length > 1000) return 'an append takes 1 to 1,000 events'
  const first = expected === 'no-stream' ? 0 : expected + 1
  const misplaced = events.some((event, index) => event.stream !== stream || event.version !== first + index)
  return misplaced ? 'stream or version of an event is not where it is appended' : null
}

/** The two texts hold all of an event's content. */
const isSameEvent = (kept: StoredEvent, asked: StoredEvent): boolean =>
  kept.header === asked.header && kept.data === asked.data

/** The first outcome, where the same events are there already; null where none of their ids is. */
const findRepeated = (events: ReadonlyArray<StoredEvent>, { kept }: Pick<Known, 'kept'>): Judgement => {
  const there = events.map(({ id }) => kept(id))
  const taken = events.find((event, index) => there[index] !== undefined && !isSameEvent(there[index].event, event))
  if (taken !== undefined) return E.left({ type: 'EventIdTaken', id: taken.id })
  const last = there.at(-1)
  if (last !== undefined && !there.includes(undefined)) {
    return E.right({ version: last.event.version, position: last.position })
  }
  const partly = events.find((_, index) => there[index] !== undefined)
  return partly === undefined ? E.right(null) : E.left({ type: 'EventIdTaken', id: partly.id })
}

/** Judges an append as every store must: the port's contract, implemented once. */
export const judgeAppend = (append: Append, known: Known): Judgement => {
  const { stream, expected, events } = append
  const wrong = findMalformed(append)
  if (wrong !== null) return E.left({ type: 'StoreFault', cause: wrong })
  const before = findRepeated(events, known)
  if (E.isLeft(before) || before.right !== null) return before
  const actual = known.head()
  if (actual !== (expected === 'no-stream' ? null : expected)) {
    return E.left({ type: 'VersionConflict', stream, actual })
  }
  const ids = events.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice === undefined ? E.right(null) : E.left({ type: 'EventIdTaken', id: twice })
}
