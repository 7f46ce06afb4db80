import { storeConformance } from '@zhiyuan/testing/conformance'
import { memoryEventStore, memoryProjectionStore, memoryVault } from './index.ts'

storeConformance('in memory', {
  ledger: () => Promise.resolve({ events: memoryEventStore(), projections: memoryProjectionStore() }),
  vault: () => Promise.resolve(memoryVault()),
})
