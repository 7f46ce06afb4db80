// A process of its own builds both views from a ledger file, so that its memory is its own: node rebuild.child.ts LOG ROWS
import { ruleSet, slices, type LedgerCommand, type LedgerEvent, type LedgerRejection } from '@zhiyuan/domain'
import { figureViews } from '@zhiyuan/domain/assessment'
import { openRuntime, unwrap, systemClock, systemRandomness } from '@zhiyuan/runtime'
import { memoryVault } from '@zhiyuan/store-memory'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { benchLedger } from '../log/write.ts'

const [log = '', rows = ''] = process.argv.slice(2)
const { events } = await unwrap(openSqlite({ file: log }))
const { projections } = await unwrap(openSqlite({ file: rows, create: true }))
const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({
  slices,
  processes: [],
  views: figureViews,
  ...benchLedger,
  rules: ruleSet,
  ports: { events, projections, vault: memoryVault(), clock: systemClock, random: systemRandomness },
})
const begun = performance.now()
const report = await unwrap(runtime.settle())
const seconds = (performance.now() - begun) / 1000
if (report.quarantined.length > 0 || report.stopped.length > 0) throw new Error(JSON.stringify(report))
process.send?.({ seconds, peakMemoryMB: process.resourceUsage().maxRSS / 1024 })
await events.close()
await projections.close()
process.disconnect()
