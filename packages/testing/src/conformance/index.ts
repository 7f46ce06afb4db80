import { describe, it } from 'vitest'
import type { EventStore, ProjectionStore, Vault } from '@zhiyuan/runtime'
import { appendCases } from './appending.ts'
import type { Case } from './case.ts'
import { closeCases } from './closing.ts'
import { appendLaw, meetingLaw } from './law.ts'
import { projectionStoreCases } from './projections.ts'
import { readCases } from './reading.ts'
import { subscriptionCases } from './subscribing.ts'
import { vaultCases } from './vaults.ts'

export type { Case } from './case.ts'
export { projectionStoreCases, vaultCases }

/** What a store of events promises. */
export const eventStoreCases: ReadonlyArray<Case<EventStore>> = [
  ...appendCases,
  ...readCases,
  ...subscriptionCases,
  ...closeCases,
  appendLaw,
  meetingLaw,
]

/** How to open an empty store of each kind; each case has one of its own, and closes it. */
export interface Openers {
  readonly events: () => Promise<EventStore>
  readonly projections: () => Promise<ProjectionStore>
  readonly vault: () => Promise<Vault>
}

/** A store over a network or on a busy disk is slow, not wrong. */
const timeoutMs = 60_000

const holds = <Store extends { readonly close: () => Promise<void> }>(
  { title, check }: Case<Store>,
  open: () => Promise<Store>,
): void => {
  const checked = async (): Promise<void> => {
    const store = await open()
    try {
      await check(store)
    } finally {
      await store.close()
    }
  }
  it(title, checked, timeoutMs)
}

/**
 * Declares a test for every sentence of the ports' contracts.
 *
 * @example
 * storeConformance('in memory', { events: async () => memoryEventStore(), projections, vault })
 */
export const storeConformance = (name: string, { events, projections, vault }: Openers): void => {
  describe(`the event store ${name}`, () => eventStoreCases.forEach((each) => holds(each, events)))
  describe(`the projection store ${name}`, () => projectionStoreCases.forEach((each) => holds(each, projections)))
  describe(`the vault ${name}`, () => vaultCases.forEach((each) => holds(each, vault)))
}
