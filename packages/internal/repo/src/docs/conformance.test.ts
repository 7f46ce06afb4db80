import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run, tool } from '../command.ts'
import { listMarked, findPlace } from '../conformance/table.ts'

const suites = [
  ...['memory', 'sqlite', 'postgres', 'eventstoredb'].map((store) => `packages/store-${store}/src/conformance`),
  'packages/store-eventstoredb/src/kurrent',
]

/** Every case that a store's tests declare, without running any. */
const listDeclared = async (): Promise<ReadonlyArray<string>> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-conformance-'))
  const file = join(folder, 'titles.json')
  const { code, output } = await run(process.execPath, [
    tool('vitest'),
    'list',
    '--project=pure',
    '--project=stores',
    ...suites,
    '--no-static-parse',
    '--no-isolate',
    `--json=${file}`,
  ])
  if (code !== 0) throw new Error(output)
  const tests = JSON.parse(readFileSync(file, 'utf8')) as ReadonlyArray<{ readonly name: string }>
  rmSync(folder, { recursive: true })
  return tests.flatMap(({ name }) => {
    const [group = '', title = ''] = name.split(' > ')
    const place = findPlace(group)
    return place === null ? [] : [`${place.port} ${place.store}: ${title}`]
  })
}

it('the table of cases and stores has every case of every store, and no other (`npm run conformance` makes it)', async () => {
  const cases = await listDeclared()
  expect(cases.length).toBeGreaterThan(200)
  expect(listMarked(readFileSync('docs/reference/store-conformance.md', 'utf8')).toSorted()).toEqual(cases.toSorted())
}, 60_000)
