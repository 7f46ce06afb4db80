import type { Jurisdiction } from '@zhiyuan/kernel'
import type { LedgerEvent, LedgerRejection } from '@zhiyuan/domain'
import { unwrap, type Runtime, type View } from '@zhiyuan/runtime'
import type { ReadState } from '../reads.ts'

/** What queries read: rows through the runtime, and the states of streams. */
export interface Sources {
  readonly runtime: Pick<Runtime<LedgerEvent, LedgerRejection>, 'row' | 'rows' | 'now'>
  readonly readState: ReadState
  readonly jurisdiction: Jurisdiction
}

/** The row of a key, or null where no event ever touched it. */
export const readRow = async <Row>({ runtime }: Sources, view: View<Row>, key: string): Promise<Row | null> =>
  (await unwrap(runtime.row(view, key)))?.row ?? null

/** All rows of a view whose key begins with the prefix. */
export const readRows = async <Row>(
  { runtime }: Sources,
  view: View<Row>,
  prefix?: string,
): Promise<ReadonlyArray<Row>> => {
  const all: Row[] = []
  for await (const { row } of runtime.rows(view, prefix)) all.push(row)
  return all
}
