import { storeConformance } from '@zhiyuan/testing'
import { memoryEventStore, memoryProjectionStore, memoryVault } from './index.ts'

storeConformance('in memory', {
  events: () => Promise.resolve(memoryEventStore()),
  projections: () => Promise.resolve(memoryProjectionStore()),
  vault: () => Promise.resolve(memoryVault()),
})
