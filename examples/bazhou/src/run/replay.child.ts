// A process of its own reads the log back from the store: nothing that the first one holds in memory can help it.
import { manualClock, seededRandomness } from '@zhiyuan/runtime'
import { replay } from '@zhiyuan/ledger'
import { memoryProjectionStore } from '@zhiyuan/store-memory'
import type { Instant } from '@zhiyuan/kernel'
import { openStores, type Place } from './stores.ts'

const [store = '', name = '', log = '', now = ''] = process.argv.slice(2)
const stores = await openStores({ store, name } as Place)
const digests = await replay({
  ports: {
    ...stores,
    projections: memoryProjectionStore(),
    clock: manualClock(now as Instant),
    random: seededRandomness('replay'),
  },
  log,
})
process.send?.({ digests, peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024) })
process.disconnect()
