import { mkdirSync, readFileSync } from 'node:fs'
import { run, tool } from '../command.ts'

const file = 'reports/titles.json'

/** The title of every test there is, without running any. */
export const testTitles = async (): Promise<ReadonlyArray<string>> => {
  mkdirSync('reports', { recursive: true })
  const { code, output } = await run(process.execPath, [
    tool('vitest'),
    'list',
    '--project=*',
    '--no-static-parse',
    '--no-isolate',
    `--json=${file}`,
  ])
  if (code !== 0) throw new Error(output)
  const tests = JSON.parse(readFileSync(file, 'utf8')) as ReadonlyArray<{ readonly name: string }>
  return tests.map(({ name }) => name.split(' > ').at(-1) ?? name)
}
