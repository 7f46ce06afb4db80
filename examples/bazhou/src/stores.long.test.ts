import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startWire } from '@zhiyuan/eventstoredb-wire'
import { startPostgres } from '@zhiyuan/postgres-server'
import type { Report } from './report.ts'
import { readReport, start } from './start.fixture.ts'

it('the main job gives the same digests in memory, on SQLite, on PostgreSQL and in EventStoreDB (wire)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const wire = await startWire()
  onTestFinished(wire.stop)
  const server = await startPostgres()
  onTestFinished(server.stop)
  const runs = [
    { name: 'memory', args: ['--memory'], env: {} },
    { name: 'SQLite', args: [], env: {} },
    { name: 'PostgreSQL', args: [], env: { DATABASE_URL: server.url } },
    { name: 'EventStoreDB (wire)', args: [], env: { EVENTSTOREDB_URL: wire.url } },
  ]
  const digests: Report['digest'][] = []
  for (const { name, args, env } of runs) {
    const file = join(folder, `${name}.json`)
    const { code, output } = await start([...args, '--json', file], env)
    expect([code, code === 0 ? '' : output]).toEqual([0, ''])
    const { digest, seconds } = readReport(file)
    console.log(`${name}: ${seconds} s, log ${digest.log}, rows ${digest.rows}`)
    digests.push(digest)
  }
  expect(digests).toEqual(runs.map(() => digests[0]))
}, 1_800_000)
