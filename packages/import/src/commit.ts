import { decodeRefused } from '@zhiyuan/kernel'
import { LedgerRefusal, type Secret } from '@zhiyuan/runtime'
import type { ImportPlan, PlannedRow } from './preview.ts'
import type { RefusedRow } from './row.ts'

/** The outcome of one command: how many events it wrote, or why it was refused. */
export type Sent =
  | { readonly ok: true; readonly events: ReadonlyArray<unknown> }
  | { readonly ok: false; readonly rejection: { readonly type: string } }

/** The target of the rows: an open ledger together with the actor. */
export interface ImportTarget<C> {
  readonly keep: (secrets: ReadonlyArray<Secret>) => Promise<void>
  /** The outcomes, in the order of the rows. */
  readonly send: (rows: ReadonlyArray<PlannedRow<C>>) => Promise<ReadonlyArray<Sent>>
}

/** new + existing + refused = rows. */
export interface ImportReport {
  readonly rows: number
  readonly new: number
  /** Rows that were imported before, with the same content. */
  readonly existing: number
  readonly refused: ReadonlyArray<RefusedRow>
}

/** How a plan is carried out. */
export interface CommitOptions {
  /** Called after each batch with the rows done so far. */
  readonly onProgress?: (done: number, of: number) => void
  /** Rows sent together, 1 to 10,000; 500 unless told. */
  readonly batch?: number
}

const reject = (row: number, { type, ...more }: { readonly type: string }): RefusedRow => ({
  row,
  field: '$',
  reason: Object.keys(more).length === 0 ? type : `${type} ${JSON.stringify(more)}`,
})

const checkBatch = ({ batch = 500 }: CommitOptions): number => {
  if (Number.isInteger(batch) && batch >= 1 && batch <= 10_000) return batch
  throw new LedgerRefusal(decodeRefused('$.batch', '1..10000'))
}

/**
 * Carries out a plan. Texts are kept before the commands that refer to them are sent; a second run of the same plan writes nothing new.
 * A batch that cannot be one throws a `LedgerRefusal` before anything is kept or sent.
 */
export const commit = async <C>(
  plan: ImportPlan<C>,
  target: ImportTarget<C>,
  options: CommitOptions = {},
): Promise<ImportReport> => {
  const size = checkBatch(options)
  const refused = [...plan.refused]
  let fresh = 0
  let existing = 0
  for (let from = 0; from < plan.planned.length; from += size) {
    const batch = plan.planned.slice(from, from + size)
    await target.keep(batch.flatMap(({ secrets }) => secrets))
    const outcomes = await target.send(batch)
    outcomes.forEach((outcome, index) => {
      if (!outcome.ok) refused.push(reject(batch[index]?.row ?? 0, outcome.rejection))
      else if (outcome.events.length === 0) existing += 1
      else fresh += 1
    })
    options.onProgress?.(from + batch.length, plan.planned.length)
  }
  return { rows: plan.rows, new: fresh, existing, refused: refused.sort((a, b) => a.row - b.row) }
}
