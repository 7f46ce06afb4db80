/** The kit's fixture ledger over ports in memory. */
import { manualClock, seededRandomness, type ManualClock, type Ports } from '@zhiyuan/runtime'
import { fixtureLedger } from '@zhiyuan/testing/conformance'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'

export const { echo, evening, meta, noon, openFixture, sums } = fixtureLedger
export type FixtureLedger = fixtureLedger.FixtureLedger
export type CounterCommand = fixtureLedger.CounterCommand
export type CounterEvent = fixtureLedger.CounterEvent

export interface FixturePorts extends Ports {
  readonly clock: ManualClock
}

export const fixturePorts = (): FixturePorts => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
  clock: manualClock(noon),
  random: seededRandomness('toy'),
})
