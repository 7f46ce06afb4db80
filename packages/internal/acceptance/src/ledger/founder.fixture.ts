/** A process of its own that founds a ledger in a SQLite file when its parent says so, and reports the outcome. */
import { once } from 'node:events'
import { openLedger, LedgerFault } from '@zhiyuan/ledger'
import { manualClock, unwrap, systemRandomness } from '@zhiyuan/runtime'
import { memoryVault } from '@zhiyuan/store-memory'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { begin } from '../golden/runner.ts'

const [file = '', log = '', jurisdiction = ''] = process.argv.slice(2)
const stores = await unwrap(openSqlite({ file, create: true }))
const ports = { ...stores, vault: memoryVault(), clock: manualClock(begin), random: systemRandomness }
process.send?.('ready')
await once(process, 'message')
const founded = await openLedger({ ports, log, jurisdiction, create: { administrator: 'p1' } }).then(
  () => ({ fault: null }),
  (why: unknown) => ({ fault: why instanceof LedgerFault ? why.fault : String(why) }),
)
process.send?.(founded)
for (const port of [stores.events, stores.projections]) await port.close()
process.disconnect()
