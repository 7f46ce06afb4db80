/** Rows have no codec. The lock pins each row as each event of some logs leaves it. */
import { createHash } from 'node:crypto'
import type { Envelope, Projection, Typed } from '@zhiyuan/kernel'
import { shorten, type Line } from './line.ts'
import { rowText } from './row-text.ts'
import { noteValue, emptyShape, printShape } from './seen-shape.ts'

/** A view, or a process that keeps rows: its rows are pinned. */
export interface RowKeeper<E> {
  readonly kind: 'view' | 'process'
  readonly projection: Projection<unknown, E>
}

/** Logs that are pinned together, each folded from its beginning. */
export interface PinnedLogs<E> {
  /** The release they were stored with, or `next`. */
  readonly over: string
  readonly logs: ReadonlyArray<ReadonlyArray<Envelope<E>>>
}

/** A row as one event left it. */
interface Left {
  readonly key: string
  readonly row: unknown
  /** The row as canonical JSON. */
  readonly text: string
  /** Of the event; null where the event left the row as it was. */
  readonly changedBy: string | null
}

function* foldLog<E extends Typed>(
  { keys, initial, evolve }: Projection<unknown, E>,
  log: ReadonlyArray<Envelope<E>>,
): Generator<Left> {
  const rows = new Map<string, { readonly row: unknown; readonly text: string }>()
  for (const envelope of log)
    for (const key of keys(envelope.data)) {
      const before = rows.get(key)
      const row = evolve(before?.row ?? initial(key), envelope, key)
      const text = rowText(row)
      rows.set(key, { row, text })
      const changed = text !== (before?.text ?? rowText(initial(key)))
      yield { key, row, text, changedBy: changed ? envelope.data.type : null }
    }
}

/** The rows of one view or process over some logs. */
interface Shown {
  readonly line: Line | null
  /** Types of event that changed a row. */
  readonly types: ReadonlySet<string>
}

const showRows = <E extends Typed>({ kind, projection }: RowKeeper<E>, { over, logs }: PinnedLogs<E>): Shown => {
  const hash = createHash('sha256')
  const seen = emptyShape()
  const types = new Set<string>()
  let rows = 0
  for (const log of logs)
    for (const { key, row, text, changedBy } of foldLog(projection, log)) {
      rows += 1
      hash.update(`${key} ${text}\n`)
      noteValue(seen, row)
      if (changedBy !== null) types.add(changedBy)
    }
  const key = `${kind} ${projection.name}@${projection.version} over ${over}`
  return { line: rows === 0 ? null : { key, digest: shorten(hash.digest('hex')), text: printShape(seen) }, types }
}

/**
 * One line for each keeper of rows. The digest is over every row as each event leaves it: it sees another meaning under the same shape,
 * and values that a later event removes. The text is the shape that was seen. `unseen` lists the types of event that change no row of a view in
 * these logs: nothing pins them.
 */
export const rowLines = <E extends Typed>(
  keepers: ReadonlyArray<RowKeeper<E>>,
  logs: PinnedLogs<E>,
): { readonly lines: ReadonlyArray<Line>; readonly unseen: ReadonlyArray<string> } => {
  const shown = keepers.map((keeper) => ({ ...keeper, ...showRows(keeper, logs) }))
  return {
    lines: shown.flatMap(({ line }) => line ?? []),
    unseen: shown.flatMap(({ kind, projection, types }) =>
      [...(projection.types ?? [])]
        .filter((type) => !types.has(type))
        .map((type) => `${kind} ${projection.name}: no ${type} of the logs changes a row of it`),
    ),
  }
}
