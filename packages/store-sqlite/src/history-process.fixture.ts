/** One of several processes that use one file. */
import { unwrap } from '@zhiyuan/runtime'
import { takePart } from '@zhiyuan/testing/history'
import { openSqlite } from './index.ts'

const [file = ''] = process.argv.slice(2)
const { events, projections } = await unwrap(openSqlite({ file, create: true, patienceMs: 60_000 }))
await takePart(events)
await events.close()
await projections.close()
