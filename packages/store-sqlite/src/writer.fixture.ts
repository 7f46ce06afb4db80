/** Appends to a stream of its own and, competing with others, to a shared one; prints each id once it is acknowledged. */
import type { EventId, StreamVersion } from '@zhiyuan/kernel'
import { unwrap } from '@zhiyuan/runtime'
import { openSqlite } from './index.ts'
import { append, streamName, fixtureEvent } from './event.fixture.ts'

const [file = '', name = '', count = '0'] = process.argv.slice(2)
const { events, projections } = await unwrap(openSqlite({ file, create: true, patienceMs: 60_000 }))

/** It learns the version of the shared stream from the refusal only. */
const share = async (id: string, actual: StreamVersion | null = null): Promise<void> => {
  const event = { ...fixtureEvent('shared', actual === null ? 0 : actual + 1), id: id as EventId }
  const answer = await events.append(streamName('shared'), actual ?? 'no-stream', [event])()
  if (answer._tag === 'Right') return console.log(id)
  if (answer.left.type !== 'VersionConflict') throw new Error(JSON.stringify(answer.left))
  return share(id, answer.left.actual)
}

for (let n = 0; n < Number(count); n++) {
  const answer = await append(events, name, n)
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  console.log(`${name}.${n}`)
  if (n % 4 === 0) await share(`${name}.shared.${n}`)
}
await events.close()
await projections.close()
