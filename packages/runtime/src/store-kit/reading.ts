import type { StoreError } from '../ports/ports.ts'

/** What every store answers to a page that could hold no event; null where the limit is one. */
export const unfitLimit = (limit: number): StoreError | null =>
  Number.isSafeInteger(limit) && limit >= 1
    ? null
    : { type: 'StoreFault', cause: `a page has at least one event: ${limit}` }

/** What every store answers that is asked to go on after a position that it never gave. */
export const strangePosition = (position: string): StoreError => ({ type: 'UnknownPosition', position })
