import type { StoreError } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'

/** The clients name the kind of an error in its field `type`; its class does not matter. */
export const errorKind = (why: unknown): string | null =>
  why instanceof Error && 'type' in why && typeof why.type === 'string' ? why.type : null

export const describeCause = (why: unknown): string => {
  const kind = errorKind(why)
  const said = why instanceof Error ? why.message : String(why)
  return kind === null ? said : `${kind}: ${said}`
}

/** Errors that a retry does not help. */
const forGood = new Set([
  'access-denied',
  'invalid-argument',
  'maximum-append-size-exceeded',
  'missing-required-metadata-property',
  'invalid-transaction',
  'unsupported',
  'not-found',
  'no-stream',
  'transaction-max-size-exceeded',
  'append-record-size-exceeded',
])

const deleted = new Set(['stream-deleted', 'stream-tombstoned'])

/** Whether the server answered that it did not write. */
export const isRefusal = (why: unknown): boolean => {
  const kind = errorKind(why)
  return kind !== null && (kind === 'wrong-expected-version' || forGood.has(kind) || deleted.has(kind))
}

/** The port's error for a failure that a retry does not help; null where it may pass. */
export const classifyLasting = (why: unknown): StoreError | null => {
  if (why instanceof StoreFailure) return why.error
  if (why instanceof TypeError || why instanceof RangeError) return { type: 'StoreFault', cause: describeCause(why) }
  const kind = errorKind(why)
  if (kind !== null && deleted.has(kind)) return damaged('retention', describeCause(why))
  return kind !== null && forGood.has(kind) ? { type: 'StoreFault', cause: describeCause(why) } : null
}
