import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startWire } from '@zhiyuan/eventstoredb-wire'
import { reportIn, start } from './start.toy.ts'

it('the main job gives the same digests with its events in EventStoreDB (wire) as on SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const wire = await startWire()
  onTestFinished(wire.stop)
  const [here, there] = [join(folder, 'here.json'), join(folder, 'there.json')]
  const both = await Promise.all([start(['--json', here]), start(['--json', there], { EVENTSTOREDB_URL: wire.url })])
  expect(both.map(({ code, output }) => [code, code === 0 ? '' : output])).toEqual([
    [0, ''],
    [0, ''],
  ])
  const { digest, seconds } = reportIn(there)
  console.log(`events in EventStoreDB (wire): ${seconds} s`)
  expect(digest).toEqual(reportIn(here).digest)
}, 900_000)
