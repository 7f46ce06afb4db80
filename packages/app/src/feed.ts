import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { LogId, Envelope, Upcasts } from '@zhiyuan/kernel'
import { slices, type LedgerEvent } from '@zhiyuan/domain'
import {
  eventDecoder,
  registryOf,
  type EventDamaged,
  type EventStore,
  type Fault,
  type GlobalPosition,
  type Recorded,
} from '@zhiyuan/runtime'

/** Decoded events in global order, and where to read on. */
export interface Feed {
  readonly events: ReadonlyArray<Envelope<LedgerEvent>>
  readonly position: GlobalPosition | null
  readonly end: boolean
}

/** Reads one stored event in today's words, or says by stream, version and path why it cannot. */
export type ReadEvent = (stored: Recorded) => E.Either<EventDamaged, Envelope<LedgerEvent>>

/** The decoder of this log's events. */
export const readingEvents = (upcasts: Upcasts, log: LogId): ReadEvent => {
  const decode = eventDecoder(registryOf(slices), upcasts, log)
  // The registry reads only what the slices' codecs take: those are the ledger's events.
  return ({ event }) => decode(event) as E.Either<EventDamaged, Envelope<LedgerEvent>>
}

/** The log as its reader sees it: page by page, every event decoded. */
export const feedOf =
  (store: EventStore, read: ReadEvent) =>
  (after: GlobalPosition | null, limit: number): TE.TaskEither<Fault, Feed> =>
    TE.flatMap(store.readAll(after, limit), ({ events, end }) =>
      TE.fromEither(
        E.map((found: ReadonlyArray<Envelope<LedgerEvent>>): Feed => ({
          events: found,
          position: events.at(-1)?.position ?? after,
          end,
        }))(E.traverseArray(read)(events)),
      ),
    )
