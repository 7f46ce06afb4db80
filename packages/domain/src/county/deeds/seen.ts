/** What people see in the log before they act. */
import type { LedgerEvent } from '../../ledger.ts'
import type { CountyLook } from '../scene.ts'

type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>

/** Every event of the type so far, the oldest first. */
export const seen = <T extends LedgerEvent['type']>({ log }: CountyLook, type: T): ReadonlyArray<EventOf<T>> =>
  log
    // The log of a county holds events of the ledger; those of an embedder's slices have other names.
    .map(({ data }) => data as LedgerEvent)
    .filter((event): event is EventOf<T> => event.type === type)
