// A process of its own reads the log back from the file: nothing that the first one holds in memory can help it.
import { manualClock, seededRandomness } from '@zhiyuan/runtime'
import { replay } from '@zhiyuan/app'
import { memoryProjectionStore } from '@zhiyuan/store-memory'
import type { Instant } from '@zhiyuan/kernel'
import { openStores } from './stores.ts'

const [file = '', log = '', now = ''] = process.argv.slice(2)
const stores = await openStores(file)
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
