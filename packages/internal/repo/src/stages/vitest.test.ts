import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { run, tool } from '../command.ts'
import { reportArguments, summarizeReport, type Report } from './vitest.ts'

const kit = resolve('packages/testing/src/conformance/index.ts')
const fixtureFile = resolve('packages/store-memory/src/in-streams.fixture.ts')
const memory = resolve('packages/store-memory/src/index.ts')

const claimingNothing = `
import { eventStoreConformance } from '${kit}'
import { claimNothing } from '${fixtureFile}'
import { memoryEventStore } from '${memory}'
eventStoreConformance('that claims nothing', () => Promise.resolve({ events: claimNothing(memoryEventStore()) }))
`
const skipping = `
import { it } from 'vitest'
it.skip('says nothing', () => {})
it('says why', ({ skip }) => skip('it rains'))
`

const runTests = async (tests: string, ...args: ReadonlyArray<string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-skips-'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'skips.test.ts'), tests)
  await run(
    process.execPath,
    [tool('vitest'), 'run', '--testTimeout=30000', ...reportArguments('report.json'), ...args],
    folder,
  )
  const result = summarizeReport(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report)
  rmSync(folder, { recursive: true })
  return result
}

it('a test that is skipped is named, with the reason where it says one', async () => {
  expect((await runTests(skipping)).skips).toEqual(['says nothing', 'says why: it rains'])
}, 60_000)

it('a case of the kit that a store does not claim is skipped by name, with the claim', async () => {
  const result = await runTests(claimingNothing, '--testNamePattern=an id that is taken')
  expect(result.titles).toEqual(['an id that is taken by other content or another version is refused'])
  expect(result.skips).toContain(
    'the event store that claims nothing where a store says so, an id that is taken in another stream is refused: not claimed by the store: ids unique in the whole log',
  )
}, 60_000)
