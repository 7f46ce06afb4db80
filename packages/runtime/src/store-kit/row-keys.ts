import * as E from 'fp-ts/lib/Either.js'
import type { CommitError, GlobalPosition, RowsBatch, RowsRef, StoreError } from '../ports/ports.ts'

/** Half a surrogate pair alone has no UTF-8: a store could not tell such keys apart. */
const isIllFormed = (key: string | null): boolean => key !== null && /\p{Surrogate}/u.test(key)

/** The fault that every projection store answers to keys that are not well-formed Unicode. */
export const wellFormedKeys = (keys: ReadonlyArray<string | null>): E.Either<StoreError, void> => {
  const wrong = keys.find(isIllFormed)
  if (wrong === undefined) return E.right(undefined)
  return E.left({ type: 'StoreFault', cause: `a key of rows is not well-formed Unicode: ${JSON.stringify(wrong)}` })
}

/** All keys that a batch writes. */
export const keysOfBatch = ({ put, remove }: RowsBatch): ReadonlyArray<string> => [
  ...put.map(({ key }) => key),
  ...remove,
]

/** The refusal of the first batch whose changes were computed from another checkpoint than the stored one. */
export const findConflict = (
  batches: ReadonlyArray<Pick<RowsBatch, 'rows' | 'from'>>,
  checkpointOf: (rows: RowsRef) => GlobalPosition | null,
): CommitError | null => {
  const moved = batches.find(({ rows, from }) => checkpointOf(rows) !== from)
  return moved === undefined ? null : { type: 'CheckpointConflict', rows: moved.rows, actual: checkpointOf(moved.rows) }
}
