import { describe, it, type TestContext } from 'vitest'
import type { EventStore, Vault } from '@zhiyuan/runtime'
import { appendCases } from './appending.ts'
import type { LedgerStores } from './case.ts'
import { notClaimed, type EventCase } from './claims.ts'
import { closeCases } from './closing.ts'
import { envelopeCases } from './envelopes.ts'
import { appendLaw, meetingLaw } from './law.ts'
import { manyWritersCases } from './many-writers.ts'
import { projectionStoreCases } from './projections.ts'
import { readCases } from './reading.ts'
import { runningCases } from './running.ts'
import { slowReaderCases } from './slow-reader.ts'
import { subscriptionCases } from './subscribing.ts'
import { unknownOutcomeCases } from './unknown-outcome.ts'
import { vaultCases } from './vaults.ts'

export type { Case, LedgerStores, Stores } from './case.ts'
export { notClaimed, type Claims, type EventCase } from './claims.ts'
/** Events of fixture streams, for an adapter's own tests. */
export * as fixture from './fixture.ts'
export * as fixtureLedger from './fixture-ledger.ts'
export { projectionStoreCases, runningCases, vaultCases }

/** The contract of an event store. */
export const eventStoreCases: ReadonlyArray<EventCase> = [
  ...appendCases,
  ...unknownOutcomeCases,
  ...envelopeCases,
  ...readCases,
  ...manyWritersCases,
  ...subscriptionCases,
  ...slowReaderCases,
  ...closeCases,
  appendLaw,
  meetingLaw,
]

/** How to open empty stores: each case has its own, and closes them. */
export interface Openers {
  readonly ledger: () => Promise<LedgerStores>
  readonly vault: () => Promise<Vault>
}

/** A store over a network or on a busy disk is slow, not wrong. */
const timeoutMs = 60_000

interface Closable {
  readonly close: () => Promise<void>
}

const openAndCheck = async <Opened extends Readonly<Record<string, Closable>>>(
  opened: Opened,
  check: (opened: Opened) => Promise<void>,
): Promise<void> => {
  try {
    await check(opened)
  } finally {
    for (const each of Object.values(opened)) await each.close()
  }
}

const runCase = async (each: EventCase, events: EventStore, context: TestContext): Promise<void> => {
  const reason = notClaimed(each, events.capabilities)
  if (reason !== null) context.skip(reason)
  await each.check(events)
}

/**
 * Declares a test for every sentence of the event store's contract, for a store that keeps nothing else. A sentence about something that the
 * store does not claim is skipped and says so.
 */
export const eventStoreConformance = (name: string, open: () => Promise<Pick<LedgerStores, 'events'>>): void => {
  describe(`the event store ${name}`, () => {
    for (const each of eventStoreCases) {
      it(
        each.title,
        async (context) => openAndCheck({ ...(await open()) }, ({ events }) => runCase(each, events, context)),
        timeoutMs,
      )
    }
  })
}

/** Declares a test for every sentence about a ledger that runs over its stores, which may be of different kinds. */
export const ledgerConformance = (name: string, { ledger, vault }: Openers): void => {
  describe(`a ledger ${name}`, () => {
    for (const { title, check } of runningCases) {
      it(title, async () => openAndCheck({ ...(await ledger()), vault: await vault() }, check), timeoutMs)
    }
  })
}

/**
 * Declares a test for every sentence of the ports' contracts.
 *
 * @example
 * storeConformance('in memory', { ledger: async () => ({ events, projections }), vault: async () => memoryVault() })
 */
export const storeConformance = (name: string, { ledger, vault }: Openers): void => {
  eventStoreConformance(name, ledger)
  describe(`the projection store ${name}`, () => {
    for (const { title, check } of projectionStoreCases) {
      it(title, async () => openAndCheck({ ...(await ledger()) }, ({ projections }) => check(projections)), timeoutMs)
    }
  })
  describe(`the vault ${name}`, () => {
    for (const { title, check } of vaultCases) {
      it(title, async () => openAndCheck({ vault: await vault() }, (opened) => check(opened.vault)), timeoutMs)
    }
  })
  ledgerConformance(name, { ledger, vault })
}
