import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { closed, decode, decodeRefused, integer, nullable, type DecodeRefused, type Upcasts } from '@zhiyuan/kernel'
import { ruleSet, slices, type LedgerEnvelope } from '@zhiyuan/domain'
import {
  eventDecoder,
  gatherUpcasts,
  GlobalPosition,
  buildRegistry,
  type EventDamaged,
  type EventStore,
  type Fault,
  type LedgerIdentity,
  type Page,
  type Recorded,
  type StoreError,
} from '@zhiyuan/runtime'

/** Decoded events in global order, and where to read on. */
export interface Feed {
  readonly events: ReadonlyArray<LedgerEnvelope>
  readonly position: GlobalPosition | null
  readonly end: boolean
}

/** Decodes one stored event into today's schema, or says by stream, version and path why it cannot. */
export type ReadEvent = (stored: Recorded) => E.Either<EventDamaged, LedgerEnvelope>

/** The decoder of this ledger's events, with the embedder's upcasts beside the domain's. */
export const eventReader = (identity: LedgerIdentity, own?: Upcasts): ReadEvent => {
  const decodeStored = eventDecoder(buildRegistry(slices), gatherUpcasts(slices, own), { ...identity, rules: ruleSet })
  // The registry returns only events that the slices' codecs accept: those are the ledger's events.
  return (recorded) => decodeStored(recorded) as E.Either<EventDamaged, LedgerEnvelope>
}

interface PageSize {
  readonly PageSize: unique symbol
}
const Question = closed({
  after: nullable(GlobalPosition),
  limit: integer<PageSize>('PageSize', 1, 100_000),
})

type Asked = (typeof Question)['_A']

/** The page after a position; a position that this log never gave is the caller's mistake, not the store's. */
const readPage = (store: EventStore, { after, limit }: Asked): TE.TaskEither<Fault | DecodeRefused, Page> =>
  TE.mapLeft((fault: StoreError): Fault | DecodeRefused =>
    fault.type === 'UnknownPosition' ? decodeRefused('$.after', 'a position of this log, or null') : fault,
  )(store.readAll(after, limit))

/** The log as its reader sees it: page by page, every event decoded. */
export const logFeed = (store: EventStore, read: ReadEvent) => {
  const decodePage = ({ events, end }: Page, after: GlobalPosition | null): E.Either<Fault, Feed> =>
    E.map((found: ReadonlyArray<LedgerEnvelope>): Feed => ({
      events: found,
      position: events.at(-1)?.position ?? after,
      end,
    }))(E.traverseArray(read)(events))
  return (after: string | null, limit: number): TE.TaskEither<Fault | DecodeRefused, Feed> =>
    pipe(
      TE.fromEither(decode(Question)({ after, limit })),
      TE.flatMap((asked): TE.TaskEither<Fault | DecodeRefused, Feed> =>
        TE.flatMap(readPage(store, asked), (page) => TE.fromEither(decodePage(page, asked.after))),
      ),
    )
}
