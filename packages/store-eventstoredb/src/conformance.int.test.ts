import { describe } from 'vitest'
import { eventStoreConformance } from '@zhiyuan/testing'
import { emptyLog, openAt, serverUrl } from './place.toy.ts'

eventStoreConformance('in EventStoreDB', emptyLog)

describe.skipIf(serverUrl === undefined)('on a real server (EVENTSTOREDB_URL)', () => {
  eventStoreConformance('at EVENTSTOREDB_URL', async () => ({ events: await openAt(serverUrl ?? '') }))
})
