import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EventId } from '@zhiyuan/kernel'
import type { AppendError, EventStore, Page, Recorded, StoredEvent } from '@zhiyuan/runtime'

const long = (event: StoredEvent): StoredEvent => ({
  ...event,
  id: `${event.stream} ${event.id}` as EventId,
})
const short = (id: EventId): EventId => id.slice(id.indexOf(' ') + 1) as EventId

const shortened = ({ position, event }: Recorded): Recorded => ({ position, event: { ...event, id: short(event.id) } })
const shortenedError = (error: AppendError): AppendError =>
  error.type === 'EventIdTaken' ? { ...error, id: short(error.id) } : error
const shortenedPage = (page: Page): Page => ({ ...page, events: page.events.map(shortened) })

/** A store that compares event ids within a stream only: what it wraps is told each id with its stream's name before it. */
export const comparingInStreams = (store: EventStore): EventStore => ({
  ...store,
  // Called as soon as it is asked for: `TE.mapLeft` would wait a turn, in which the store may be closed.
  append: (stream, expected, events) => () =>
    store.append(stream, expected, events.map(long))().then(E.mapLeft(shortenedError)),
  readStream: (stream, from, limit) => pipe(store.readStream(stream, from, limit), TE.map(shortenedPage)),
  readAll: (after, limit) => pipe(store.readAll(after, limit), TE.map(shortenedPage)),
  last: () =>
    pipe(
      store.last(),
      TE.map((last) => (last === null ? null : shortened(last))),
    ),
  subscribe: (after, handler, onEnd) => store.subscribe(after, (page) => handler(page.map(shortened)), onEnd),
})

/** The same, and it claims no more than that. */
export const claimingNothing = (store: EventStore): EventStore => ({
  ...comparingInStreams(store),
  capabilities: { dense: false, idsUniqueIn: 'stream', inOrder: false },
})
