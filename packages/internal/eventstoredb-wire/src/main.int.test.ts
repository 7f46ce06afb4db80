import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { freshStreamName, makeEvents, until } from './wire.fixture.ts'

const start = (...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...args])
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk) => (said.out += String(chunk)))
  child.stderr.on('data', (chunk) => (said.error += String(chunk)))
  return { child, said, code: once(child, 'exit').then(([code]: unknown[]) => code) }
}

describe('npm run wire', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where it listens and that it keeps nothing, and ends on %s',
    async (signal) => {
      const { child, said, code } = start()
      await until(() => said.out.includes('keeps nothing'))
      const client = EventStoreDBClient.connectionString(/^esdb:\S+/.exec(said.out)?.[0] ?? '')
      await client.appendToStream(freshStreamName(), makeEvents(0, 1))
      child.kill(signal)
      expect(await code).toBe(0)
      await client.dispose()
    },
  )

  it('listens on the port that it is given, once', async () => {
    const first = start('--port', '0')
    await until(() => first.said.out.includes('keeps nothing'))
    const port = /:(\d+)\?/.exec(first.said.out)?.[1] ?? ''
    const second = start('--port', port)
    expect(await second.code).toBe(2)
    expect(second.said.error).toContain('It cannot listen')
    first.child.kill()
    await first.code
  })

  it.each([
    [['--help'], 0],
    [['--port', 'x'], 2],
    [['--else'], 2],
  ])('explains itself on %o', async (args, expected) => {
    const { said, code } = start(...args)
    expect(await code).toBe(expected)
    expect(said.out + said.error).toContain('Usage: npm run wire')
  })
})
