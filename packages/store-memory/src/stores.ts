import type { EventStore, ProjectionStore, Vault } from '@zhiyuan/runtime'
import { memoryEventStore } from './event-store.ts'
import { memoryProjectionStore } from './projection-store.ts'
import { memoryVault } from './vault.ts'

/** Events, rows and vault in memory. */
export interface MemoryStores {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly vault: Vault
}

/**
 * All three stores in memory, empty. They live as long as the process.
 *
 * @example
 * const ports = { ...memoryStores(), clock: systemClock, random: systemRandomness }
 */
export const memoryStores = (): MemoryStores => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
})
