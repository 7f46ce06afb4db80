import type { Jurisdiction } from '@zhiyuan/kernel'
import type { LedgerEvent, LedgerRejection } from '@zhiyuan/domain'
import type { Runtime } from '@zhiyuan/runtime'
import type { ReadFact } from '../facts.ts'

/** What queries read: rows through the runtime, and the streams of facts. */
export interface Sources {
  readonly runtime: Pick<Runtime<LedgerEvent, LedgerRejection>, 'row' | 'rows'>
  readonly readFact: ReadFact
  readonly jurisdiction: Jurisdiction
}

/** All rows of a view whose key begins with the prefix. */
export const collect = async <Row>(rows: AsyncIterable<{ readonly row: Row }>): Promise<ReadonlyArray<Row>> => {
  const all: Row[] = []
  for await (const { row } of rows) all.push(row)
  return all
}
