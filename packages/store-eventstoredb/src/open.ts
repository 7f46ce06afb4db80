import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import {
  optional,
  optionKinds,
  refuseOptions,
  type EventStore,
  type OptionRules,
  type StoreError,
} from '@zhiyuan/runtime'
import { eventStore } from './event-store.ts'
import { isPrefix } from './names.ts'
import type { EventStoreDBOptions } from './options.ts'
import { retryPatiently } from './patience.ts'
import { connectServer } from './server.ts'

const { flag, object, patience, text } = optionKinds
const known: OptionRules = {
  client: object,
  prefix: text,
  credentials: optional(object),
  oneLine: flag,
  patienceMs: patience,
}

/**
 * Opens a log at an EventStoreDB or KurrentDB server; nothing needs to be installed there. Any number of processes may open one log.
 * A server that does not answer is `StoreBusy`, one that refuses the credentials a `StoreFault`. Rows, deadlines and the vault have no place there: they come
 * from SQLite or PostgreSQL. A malformed, missing or misspelt option is refused by its path.
 *
 * An event's id is unique in its stream; the server cannot tell whether another stream has it (`capabilities.idsUniqueIn`).
 *
 * @example
 * const client = EventStoreDBClient.connectionString('esdb+discover://cluster.county.local:2113')
 * const events = await unwrap(openEventStoreDB({ client, prefix: 'bazhou' }))
 */
export const openEventStoreDB =
  (options: EventStoreDBOptions): TaskEither<StoreError | DecodeRefused, EventStore> =>
  async () => {
    const refusal = refuseOptions(options, known)
    if (refusal !== null) return E.left(refusal)
    const { patienceMs = 5000, prefix } = options
    if (!isPrefix(prefix)) return E.left({ type: 'StoreFault', cause: `no prefix of a log: ${JSON.stringify(prefix)}` })
    const server = connectServer(options)
    const answer = await retryPatiently(patienceMs, (until) =>
      server.all({ direction: 'backwards', fromPosition: 'end' }, 1, until),
    )
    return E.isLeft(answer) ? answer : E.right(eventStore(server, patienceMs))
  }
