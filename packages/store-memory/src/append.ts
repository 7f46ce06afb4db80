import * as E from 'fp-ts/lib/Either.js'
import type { EventId, StreamName } from '@zhiyuan/kernel'
import type { Appended, AppendError, GlobalPosition } from '@zhiyuan/runtime'
import { judgeAppend, type Append } from '@zhiyuan/runtime/store'
import type { Recorded } from '@zhiyuan/runtime'

/** All events in global order, and the same events by stream and by id. */
export interface Log {
  readonly all: Recorded[]
  readonly streams: Map<StreamName, Recorded[]>
  readonly ids: Map<EventId, Recorded>
}

const write = (log: Log, { stream, events }: Append): Appended => {
  const recorded = events.map((event, index) =>
    Object.freeze({ position: String(log.all.length + index + 1) as GlobalPosition, event }),
  )
  for (const each of recorded) log.ids.set(each.event.id, each)
  log.all.push(...recorded)
  const own = log.streams.get(stream)
  if (own === undefined) log.streams.set(stream, recorded)
  else own.push(...recorded)
  const last = recorded.at(-1) as Recorded
  return { version: last.event.version, position: last.position }
}

/** Appends, or refuses and leaves the log as it was. */
export const appendTo = (log: Log, given: Append): E.Either<AppendError, Appended> => {
  // Copies, so that later changes to the caller's events do not reach the log.
  const append = { ...given, events: given.events.map((event) => Object.freeze({ ...event })) }
  const judged = judgeAppend(append, {
    kept: (id) => log.ids.get(id),
    head: () => log.streams.get(append.stream)?.at(-1)?.event.version ?? null,
  })
  return E.isLeft(judged) ? judged : E.right(judged.right ?? write(log, append))
}
