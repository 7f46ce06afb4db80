import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EventId } from '@zhiyuan/kernel'
import type { AppendError, EventStore, Page, Recorded, StoredEvent } from '@zhiyuan/runtime'

const lengthenId = (event: StoredEvent): StoredEvent => ({
  ...event,
  id: `${event.stream} ${event.id}` as EventId,
})
const shortenId = (id: EventId): EventId => id.slice(id.indexOf(' ') + 1) as EventId

const shortenEvent = ({ position, event }: Recorded): Recorded => ({
  position,
  event: { ...event, id: shortenId(event.id) },
})
const shortenError = (error: AppendError): AppendError =>
  error.type === 'EventIdTaken' ? { ...error, id: shortenId(error.id) } : error
const shortenPage = (page: Page): Page => ({ ...page, events: page.events.map(shortenEvent) })

/** A store that compares event ids within a stream only: the store inside gets each id with its stream's name in front. */
export const scopeIdsToStreams = (store: EventStore): EventStore => ({
  ...store,
  // Called as soon as it is asked for: `TE.mapLeft` would wait a turn, in which the store may be closed.
  append: (stream, expected, events) => () =>
    store.append(stream, expected, events.map(lengthenId))().then(E.mapLeft(shortenError)),
  readStream: (stream, from, limit) => pipe(store.readStream(stream, from, limit), TE.map(shortenPage)),
  readAll: (after, limit) => pipe(store.readAll(after, limit), TE.map(shortenPage)),
  last: () =>
    pipe(
      store.last(),
      TE.map((last) => (last === null ? null : shortenEvent(last))),
    ),
  subscribe: (after, handler, onEnd) => store.subscribe(after, (page) => handler(page.map(shortenEvent)), onEnd),
})

/** The same store, with capabilities that claim no more. */
export const claimNothing = (store: EventStore): EventStore => ({
  ...scopeIdsToStreams(store),
  capabilities: { dense: false, idsUniqueIn: 'stream', inOrder: false },
})
