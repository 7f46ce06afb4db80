/** The kit's toy ledger over ports in memory. */
import { manualClock, seededRandomness, type ManualClock, type Ports } from '@zhiyuan/runtime'
import { toyLedger } from '@zhiyuan/testing'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'

export const { echo, evening, meta, noon, openToy, sums } = toyLedger
export type Toy = toyLedger.Toy
export type CounterCommand = toyLedger.CounterCommand
export type CounterEvent = toyLedger.CounterEvent

export interface ToyPorts extends Ports {
  readonly clock: ManualClock
}

export const toyPorts = (): ToyPorts => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
  clock: manualClock(noon),
  random: seededRandomness('toy'),
})
