import type { EventStore, Ports, ProjectionStore } from '@zhiyuan/runtime'

/** One sentence of a port's contract, and how to see whether a store keeps it. */
export interface Case<Store> {
  readonly title: string
  /** Rejects when the store, empty at first, breaks the sentence. */
  readonly check: (store: Store) => Promise<void>
}

/** Cases by their titles. */
export const cases = <Store>(
  checks: Readonly<Record<string, (store: Store) => Promise<void>>>,
): ReadonlyArray<Case<Store>> => Object.entries(checks).map(([title, check]) => ({ title, check }))

/** Events and rows of one ledger. */
export interface LedgerStores {
  readonly events: EventStore
  readonly projections: ProjectionStore
}

/** All that a ledger keeps. */
export type Stores = Pick<Ports, 'events' | 'projections' | 'vault'>
