/** One of several processes that use one server. */
import { EventStoreDBClient } from '@eventstore/db-client'
import { unwrap } from '@zhiyuan/runtime'
import { takePart } from '@zhiyuan/testing/history'
import { openEventStoreDB } from './index.ts'

const [url = '', prefix = '', patienceMs = ''] = process.argv.slice(2)
const client = EventStoreDBClient.connectionString(url)
const events = await unwrap(openEventStoreDB({ client, prefix, patienceMs: Number(patienceMs) }))
await takePart(events)
await events.close()
await client.dispose()
