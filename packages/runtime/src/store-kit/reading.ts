import type { StoreError } from '../ports/ports.ts'

/** The fault that every store answers to a limit below 1; null where the limit is valid. */
export const unfitLimit = (limit: number): StoreError | null =>
  Number.isSafeInteger(limit) && limit >= 1
    ? null
    : { type: 'StoreFault', cause: `a page has at least one event: ${limit}` }

/** The error that every store answers to a position that it never gave. */
export const strangePosition = (position: string): StoreError => ({ type: 'UnknownPosition', position })
