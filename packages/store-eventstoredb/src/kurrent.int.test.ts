import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import { afterAll, beforeAll } from 'vitest'
import { unwrap, type EventStore } from '@zhiyuan/runtime'
import { eventStoreConformance } from '@zhiyuan/testing/conformance'
import { openEventStoreDB } from './index.ts'

let wires: ChildProcess
const asked: ((url: string) => void)[] = []

const wire = (): Promise<string> =>
  new Promise((resolve) => {
    asked.push(resolve)
    wires.send('')
  })

const emptyLog = async (): Promise<{ readonly events: EventStore }> => {
  const url = await wire()
  const client = KurrentDBClient.connectionString(url.replace('esdb://', 'kurrentdb://'))
  const events = await unwrap(openEventStoreDB({ client, prefix: 'kurrent' }))
  const close = async (): Promise<void> => {
    await events.close()
    await client.dispose()
    wires.send(url)
  }
  return { events: { ...events, close } }
}

/** Logs that are opened ahead of use, since the client takes half a second before its first read. */
const ahead: ReturnType<typeof emptyLog>[] = []

const openNextLog = (): ReturnType<typeof emptyLog> => {
  ahead.push(emptyLog())
  return ahead.shift() as ReturnType<typeof emptyLog>
}

beforeAll(() => {
  wires = fork(fileURLToPath(new URL('wires.child.fixture.ts', import.meta.url)))
  wires.on('message', (url) => asked.shift()?.(url as string))
  ahead.push(...Array.from({ length: 16 }, emptyLog))
})
afterAll(async () => {
  for (const log of ahead) await (await log).events.close()
  wires.disconnect()
})

eventStoreConformance('in EventStoreDB by the client of KurrentDB', openNextLog)
