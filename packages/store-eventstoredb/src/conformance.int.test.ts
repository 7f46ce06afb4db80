import { describe } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { eventStoreConformance, ledgerConformance } from '@zhiyuan/testing/conformance'
import { emptyLog, openTestLog, serverUrl } from './place.fixture.ts'

eventStoreConformance('in EventStoreDB', emptyLog)
ledgerConformance('in EventStoreDB', {
  ledger: async () => ({ ...(await emptyLog()), projections: memoryStores().projections }),
  vault: () => Promise.resolve(memoryStores().vault),
})

describe.skipIf(serverUrl === undefined)('on a real server, which EVENTSTOREDB_URL would name:', () => {
  const realLog = async () => ({ events: await openTestLog(serverUrl ?? '') })
  eventStoreConformance('at EVENTSTOREDB_URL', realLog)
  ledgerConformance('at EVENTSTOREDB_URL', {
    ledger: async () => ({ ...(await realLog()), projections: memoryStores().projections }),
    vault: () => Promise.resolve(memoryStores().vault),
  })
})
