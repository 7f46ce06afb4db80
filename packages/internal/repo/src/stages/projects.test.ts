import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, tool } from '../command.ts'
import { filesMatching } from '../sources.ts'
import { judgeProjects } from './projects.ts'

/** The test files that vitest finds in a folder, each with its project. */
const listFiles = async (folder: string, ...args: ReadonlyArray<string>) => {
  const report = join(mkdtempSync(join(tmpdir(), 'zhiyuan-projects-')), 'files.json')
  const { code, output } = await run(
    process.execPath,
    [tool('vitest'), 'list', '--filesOnly', `--json=${report}`, ...args],
    folder,
  )
  if (code !== 0) throw new Error(output)
  const listed = JSON.parse(readFileSync(report, 'utf8')) as { file: string; projectName: string }[]
  rmSync(dirname(report), { recursive: true })
  return { output, listed: listed.map((one) => ({ ...one, file: relative(folder, one.file) })) }
}

const plantTests = (...files: ReadonlyArray<string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-planted-'))
  for (const file of ['vitest.config.ts', 'packages/internal/repo/src/stages/projects.ts'])
    cpSync(file, join(folder, file))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), "import { it } from 'vitest'\nit('runs', () => {})\n")
  }
  return folder
}

// Each starts a vitest of its own.
describe('the projects of vitest', { timeout: 120_000 }, () => {
  it('have every test file of the repository, each in exactly one', async () => {
    const files = filesMatching('**/*.{test,spec}.{ts,mts,tsx,js,mjs}')
    expect(files.length).toBeGreaterThan(200)
    expect(judgeProjects(files, (await listFiles(process.cwd(), '--project=*')).listed)).toEqual([])
  })

  it('miss a test file of another place or name, and one that two would run', async () => {
    const twice = 'packages/internal/repo/src/twice.int.test.ts'
    const long = 'packages/kernel/src/kept.long.test.ts'
    const files = ['docs/lost.test.ts', 'packages/kernel/src/lost.spec.ts', twice, long]
    const folder = plantTests(...files)
    // Files that are named may be of any project.
    const { listed } = await listFiles(folder, ...files)
    expect(judgeProjects(files, listed)).toEqual([
      'docs/lost.test.ts is in no project',
      'packages/kernel/src/lost.spec.ts is in no project',
      `${twice} is in packages and stores`,
    ])
    expect(listed).toContainEqual({ file: long, projectName: 'long' })
    rmSync(folder, { recursive: true })
  })

  it('are the pure one alone where nothing is named', async () => {
    const folder = plantTests('packages/kernel/src/a.test.ts', 'packages/kernel/src/b.long.test.ts')
    const { output, listed } = await listFiles(folder)
    expect(listed).toEqual([{ file: 'packages/kernel/src/a.test.ts', projectName: 'pure' }])
    expect(output).toContain('--project laws|stores|main-job|examples|packages|long')
    rmSync(folder, { recursive: true })
  })
})
