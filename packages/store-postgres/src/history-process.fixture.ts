/** One of several processes that use one server. */
import { unwrap } from '@zhiyuan/runtime'
import { takePart } from '@zhiyuan/testing/history'
import { openPostgres, type PostgresOptions } from './index.ts'

const [options = ''] = process.argv.slice(2)
const { events, projections } = await unwrap(
  openPostgres({ ...(JSON.parse(options) as PostgresOptions), maxConnections: 2, patienceMs: 60_000 }),
)
await takePart(events)
await events.close()
await projections.close()
