// A process of its own reads the log back from the store, so that no state in the first one's memory can help it.
import type { Instant } from '@zhiyuan/kernel'
import { replayStores } from './replay.ts'
import { openStores, type Place } from './stores.ts'

const [store = '', name = '', log = '', now = ''] = process.argv.slice(2)
const stores = await openStores({ store, name } as Place)
process.send?.(await replayStores(stores, log, now as Instant))
process.disconnect()
