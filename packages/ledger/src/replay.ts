import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ruleSet, slices, views, type LedgerEvent, type LedgerCommand, type LedgerRejection } from '@zhiyuan/domain'
import { decodeRefused, type DecodeRefused, type Upcasts } from '@zhiyuan/kernel'
import {
  checkLog,
  openRuntime,
  unwrap,
  type CheckedLog,
  versionOfRows,
  type Fault,
  type LedgerIdentity,
  type Ports,
  type ProjectionStore,
} from '@zhiyuan/runtime'
import type { Digests, LedgerOptions } from './ledger.ts'
import { readBeginning, ledgerNotFounded, otherLedger, type Named } from './identity.ts'
import { ledgerLaws } from './laws.ts'
import { checkReplaying, readLogName } from './names.ts'

/** The result of folding a log anew: its digests, and what is wrong with it; an honest log has no findings. */
export interface Replayed extends Digests, Pick<CheckedLog, 'findings' | 'more'> {}

const refused = decodeRefused('$.ports.projections', 'an empty store')

/** Refuses a store that holds rows of any view: the replay would go on from them, or a ledger has switched to other versions. */
const empty = (store: ProjectionStore, upcasts: Upcasts): TE.TaskEither<Fault | DecodeRefused, void> =>
  pipe(
    TE.traverseSeqArray((view: (typeof views)[number]) =>
      pipe(
        store.checkpoint({ name: view.name, version: versionOfRows(view, upcasts) }),
        TE.flatMap((checkpoint) => TE.map((active) => checkpoint === null && active === null)(store.active(view.name))),
      ),
    )(views),
    TE.flatMap((free): TE.TaskEither<Fault | DecodeRefused, void> =>
      free.every((one) => one) ? TE.right(undefined) : TE.left(refused),
    ),
  )

/** The identity of the log by its own events; a replay is asked for the name only (L4). */
const readIdentity = ({ events }: Ports, { log, upcasts }: Named): TE.TaskEither<Fault, LedgerIdentity> =>
  TE.flatMap(readBeginning(events, { log, upcasts }), (beginning): TE.TaskEither<Fault, LedgerIdentity> => {
    if (beginning === null) return TE.left(ledgerNotFounded(log, 'empty'))
    const { said } = beginning
    return said.log === log ? TE.right(said) : TE.left(otherLedger({ ...said, log }, said))
  })

/**
 * Folds the whole log into rows anew, in the empty projection store that it is handed; no process acts, nothing is appended. A store that
 * holds rows of the ledger already throws a `LedgerRefusal`, as the replay would only be compared with itself.
 * An auditor compares the digests with those of the ledger: the same log gives the same rows, on any machine. Before it is folded, every event
 * is checked; what the log's bytes show to be wrong stands in `findings`. An event that a view cannot read still throws.
 *
 * @example
 * const { log, rows, findings } = await replay({ ports: { ...ports, projections: memoryProjectionStore() }, log })
 */
export const replay = async (options: Pick<LedgerOptions, 'ports' | 'log' | 'upcasts'>): Promise<Replayed> => {
  checkReplaying(options)
  const { ports, log: name, upcasts = {} } = options
  const log = await readLogName(name)
  const identity = await unwrap(readIdentity(ports, { log, upcasts }))
  const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({
    slices,
    processes: [],
    views,
    upcasts,
    rules: ruleSet,
    ...identity,
    ports,
  })
  await unwrap(empty(ports.projections, upcasts))
  const { digest, findings, more } = await unwrap(checkLog(ports.events, ledgerLaws(upcasts)))
  await unwrap(runtime.settle())
  return { log: digest, rows: await unwrap(runtime.digestRows()), findings, more }
}
