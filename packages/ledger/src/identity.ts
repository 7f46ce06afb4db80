import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { slices } from '@zhiyuan/domain'
import { ledgerStream, type LedgerFounded } from '@zhiyuan/domain/organisation'
import type { LogId, StreamVersion, Upcasts } from '@zhiyuan/kernel'
import {
  decodeHeader,
  eventDecoder,
  gatherUpcasts,
  registryOf,
  type EventDamaged,
  type EventStore,
  type Fault,
  type LedgerIdentity,
  type OpeningFault,
  type Recorded,
} from '@zhiyuan/runtime'

const advice = {
  empty:
    '此处还没有账本，未作任何改动。请检查路径或地址；如要新建账本，请在打开时写明 create（创始管理员）。 ' +
    'There is no ledger here; nothing was changed. Check the path or address; to found a new ledger, say create with its founding administrator.',
  strange:
    '此日志中有事件，但没有本账本的建账事件，未作任何改动。请检查路径或地址；新账本须建在空的日志上。 ' +
    'This log has events, and none that founds this ledger; nothing was changed. Check the path or address; a new ledger needs an empty log.',
  other:
    '此日志属于另一个账本（名称或辖区不同），未作任何改动。请检查日志名、辖区，以及路径或地址。 ' +
    'This log is another ledger’s, by its name or its jurisdiction; nothing was changed. Check the name of the log, the jurisdiction, and the path or address.',
} as const

/** That a log has no founding event of that name. */
export const notFounded = (log: LogId, why: 'empty' | 'strange'): OpeningFault => ({
  type: 'LedgerNotFounded',
  log,
  cause: why === 'empty' ? 'the log is empty' : 'the log has events, and no founding event',
  advice: advice[why],
})

/** That a log is another one than was wanted. */
export const otherLedger = (wanted: LedgerIdentity, found: LedgerIdentity): OpeningFault => ({
  type: 'OtherLedger',
  wanted,
  found,
  advice: advice.other,
})

/** The name a log is looked for under, and how its older events are read. */
export interface Named {
  readonly log: LogId
  readonly upcasts: Upcasts
}

/** The identity that the founding event says, once in its header and once in its data. */
const saidBy = ({ event }: Recorded, upcasts: Upcasts): E.Either<EventDamaged, LedgerIdentity> =>
  pipe(
    decodeHeader(event),
    E.flatMap((header) => eventDecoder(registryOf(slices), gatherUpcasts(slices, upcasts), header)(event)),
    E.flatMap(({ data }): E.Either<EventDamaged, LedgerIdentity> => {
      const { log, jurisdiction } = data as typeof LedgerFounded._A
      return E.right({ log, jurisdiction })
    }),
  )

/** Whose the log is that has no founding event of the name: the last event names its ledger. */
const stranger = (last: Recorded, log: LogId): E.Either<Fault, LedgerIdentity> =>
  E.flatMap((found: LedgerIdentity): E.Either<Fault, LedgerIdentity> =>
    found.log === log
      ? E.left(notFounded(log, 'strange'))
      : E.right({ log: found.log, jurisdiction: found.jurisdiction }),
  )(decodeHeader(last.event))

/**
 * Which ledger a log is, as its founding event says; null where the log is empty. The stream of that name is read first, which costs the
 * same on every store, however long the log is.
 */
export const identityOf = (
  events: Pick<EventStore, 'readStream' | 'last'>,
  { log, upcasts }: Named,
): TE.TaskEither<Fault, LedgerIdentity | null> =>
  pipe(
    events.readStream(ledgerStream(log), 0 as StreamVersion, 1),
    TE.flatMap(({ events: [first] }): TE.TaskEither<Fault, LedgerIdentity | null> => {
      if (first !== undefined) return TE.fromEither(saidBy(first, upcasts))
      return TE.flatMap(events.last(), (last): TE.TaskEither<Fault, LedgerIdentity | null> =>
        last === null ? TE.right(null) : TE.fromEither(stranger(last, log)),
      )
    }),
  )
