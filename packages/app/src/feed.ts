import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { decode, upcast, type Envelope, type Upcasts } from '@zhiyuan/kernel'
import { slices, type LedgerEvent } from '@zhiyuan/domain'
import type { EventDamaged, EventStore, GlobalPosition, Recorded, StoreError } from '@zhiyuan/runtime'

/** Decoded events in global order, and where to read on. */
export interface Feed {
  readonly events: ReadonlyArray<Envelope<LedgerEvent>>
  readonly position: GlobalPosition | null
  readonly end: boolean
}

const codecs = new Map<string, (typeof slices)[number]['event']>(slices.map(({ name, event }) => [name, event]))

const decoded =
  (upcasts: Upcasts) =>
  ({ event }: Recorded): E.Either<EventDamaged, Envelope<LedgerEvent>> => {
    const { stream, version, type, schema } = event
    const damaged = (path: string, expected: string): EventDamaged => ({
      type: 'EventDamaged',
      stream,
      version,
      path,
      expected,
    })
    const codec = codecs.get(stream.slice(0, stream.indexOf('-')))
    if (codec === undefined) return E.left(damaged('$', 'a stream of the ledger'))
    return E.bimap(
      ({ issues: [first] }) => damaged(first?.path ?? '$', first?.expected ?? 'an event'),
      (data: LedgerEvent) => ({ ...event, data }),
    )(decode(codec)(upcast(upcasts, type, schema, event.data)) as E.Either<never, LedgerEvent>)
  }

/** The log as its reader sees it: page by page, every event decoded. */
export const feedOf =
  (store: EventStore, upcasts: Upcasts) =>
  (after: GlobalPosition | null, limit: number): TE.TaskEither<StoreError | EventDamaged, Feed> =>
    TE.flatMap(store.readAll(after, limit), ({ events, end }) =>
      TE.fromEither(
        E.map((found: ReadonlyArray<Envelope<LedgerEvent>>): Feed => ({
          events: found,
          position: events.at(-1)?.position ?? after,
          end,
        }))(E.traverseArray(decoded(upcasts))(events)),
      ),
    )
