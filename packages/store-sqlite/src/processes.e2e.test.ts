import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { unwrap, type EventStore } from '@zhiyuan/runtime'
import { child } from './child.fixture.ts'
import { openSqlite } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'
import { listIds } from './event.fixture.ts'

const wholeLog = async (events: EventStore) => (await unwrap(events.readAll(null, 100_000))).events

/** Every stream is whole, and positions have no gaps. */
const expectSound = (log: Awaited<ReturnType<typeof wholeLog>>): void => {
  const next = new Map<string, number>()
  for (const [index, { position, event }] of log.entries()) {
    expect(position).toBe(String(index + 1))
    expect(event.version).toBe(next.get(event.stream) ?? 0)
    next.set(event.stream, event.version + 1)
  }
}

describe('two processes that write one file', () => {
  it('lose nothing, and a subscriber in a third sees everything once, in the order of the log', async () => {
    const file = scratchFile()
    const { events, projections } = await unwrap(openSqlite({ file, create: true }))
    const seen: string[] = []
    const subscription = events.subscribe(
      null,
      (page) => Promise.resolve(void seen.push(...listIds(page))),
      () => expect.unreachable(),
    )
    const acknowledged: string[] = []
    const writers = ['a', 'b'].map((name) =>
      child(
        new URL('./writer.fixture.ts', import.meta.url),
        [file, name, '120'],
        (line) => void acknowledged.push(line),
      ),
    )
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(['0', '0'])
    const log = await wholeLog(events)
    while (seen.length < log.length) await pause(10)
    await subscription.close()
    expectSound(log)
    expect(seen).toEqual(listIds(log))
    expect(seen.toSorted()).toEqual(acknowledged.toSorted())
    expect(acknowledged).toHaveLength(300)
    await events.close()
    await projections.close()
  }, 60_000)
})

describe('a process that is killed', () => {
  // The page cache survives a killed process, so this test shows that a half-written transaction is undone, and nothing about power loss.
  it('leaves a sound file with all that it acknowledged', async () => {
    const file = scratchFile()
    const acknowledged: string[] = []
    const writer = child(new URL('./writer.fixture.ts', import.meta.url), [file, 'a', '1000000'], (line) => {
      acknowledged.push(line)
      if (acknowledged.length === 100) writer.kill()
    })
    expect(await writer.ended).toBe('SIGKILL')
    const { events, projections } = await unwrap(openSqlite({ file, create: true }))
    const log = await wholeLog(events)
    expectSound(log)
    expect(listIds(log)).toEqual(expect.arrayContaining(acknowledged))
    expect(log.length).toBeLessThan(1_000_000)
    await events.close()
    await projections.close()
  }, 60_000)
})
