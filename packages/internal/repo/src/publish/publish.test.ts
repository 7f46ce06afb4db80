import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tool } from '../command.ts'
import { publishedPackages } from '../exports/page.ts'
import { follow } from '../how-to/follow.ts'
import { readSteps } from '../how-to/page.ts'
import { must, packPackages, pinnedPnpm } from './pack.ts'
import { ownFaults } from './own-faults.fixture.ts'
import { prepareRunner, prints, runners } from './runners.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-publish-'))
const consumer = mkdtempSync(join(tmpdir(), 'zhiyuan-consumer-'))
const apart = mkdtempSync(join(tmpdir(), 'zhiyuan-apart-'))
const ownRules = mkdtempSync(join(tmpdir(), 'zhiyuan-own-rules-'))

/** `@zhiyuan/store-sqlite` from `zhiyuan-store-sqlite-0.1.0.tgz`. */
const packageName = (tarball: string): string => tarball.replace(/^zhiyuan-(.*)-\d+\.\d+\.\d+\.tgz$/, '@zhiyuan/$1')

/** A project of another developer, with the manifest that the README shows: it has our tarballs and nothing of this repository. */
const install = async (): Promise<void> => {
  const [, manifest = ''] = /^```json\n(.*?)^```$/ms.exec(readFileSync('README.md', 'utf8')) ?? []
  writeFileSync(join(consumer, 'package.json'), manifest.replaceAll('file:reports/packed/', `file:${folder}/`))
  copyFileSync('examples/quick-start/src/main.ts', join(consumer, 'main.ts'))
  await must('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--legacy-peer-deps'], consumer)
}

/** A project with all packages, each of which sees nothing but its own dependencies and peers, as pnpm links them. */
const installApart = async (): Promise<void> => {
  const tarballs = Object.fromEntries(
    readdirSync(folder).map((file) => [packageName(file), `file:${join(folder, file)}`]),
  )
  const settings = { hoist: false, autoInstallPeers: true, allowBuilds: { protobufjs: false }, overrides: tarballs }
  const compilerOptions = { noEmit: true, strict: true, skipLibCheck: false, module: 'nodenext', target: 'es2023' }
  // Neither the DOM nor Node's own types: the declarations of a package bring what they name.
  const only = { ...compilerOptions, lib: ['es2023'], types: [] }
  const imports = publishedPackages().flatMap(({ name, exports }) =>
    Object.keys(exports).map((subpath) => `import '${name}${subpath.slice(1)}'`),
  )
  const files = {
    'package.json': JSON.stringify({ private: true, type: 'module', dependencies: tarballs }),
    // YAML takes JSON as it is.
    'pnpm-workspace.yaml': JSON.stringify(settings),
    'tsconfig.json': JSON.stringify({ compilerOptions: only, files: ['all.ts'] }),
    'all.ts': imports.join('\n'),
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(join(apart, file), text)
  await must('npx', ['--yes', pinnedPnpm(), 'install', '--prefer-offline', '--reporter=append-only'], apart)
}

/** What an embedder exports without writing its type down. */
const embedding = `
import { bazhou2020, manualClock, type By, type Ledger, type PlainCommand } from '@zhiyuan/ledger'
import { processes, slices, views } from '@zhiyuan/domain'
export const must = async (ledger: Ledger, command: PlainCommand, by: By) => {
  const outcome = await ledger.send(command, by)
  if (!outcome.ok) throw new Error(outcome.rejection.type)
  return outcome
}
export const steps = async (ledger: Ledger) => (await ledger.timeline({ needId: 'x' }))?.steps
export const items = (ledger: Ledger) => ledger.toDo('x')
export const events = async (ledger: Ledger) => (await ledger.read(null, 1)).events
export const seats = async (ledger: Ledger) => (await events(ledger)).find(({ type }) => type === 'SeatTaken')
export const kept = (ledger: Ledger) => ledger.keep(['a', 'b'])
export const started = (ledger: Ledger) => ledger.start({ onFault: ({ type }) => { console.error(type) } })
export const settled = (ledger: Ledger) => ledger.settle()
export const clock = manualClock('2026-03-02T01:00:00.000Z')
export const preset = bazhou2020
export const all = { processes, slices, views }
`

describe('the packages, as they are published', () => {
  beforeAll(async () => {
    await packPackages(folder)
    await install()
    await installApart()
  }, 120_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(consumer, { recursive: true, force: true })
    rmSync(apart, { recursive: true, force: true })
    rmSync(ownRules, { recursive: true, force: true })
  })

  it('hold built files, declarations and the licence, and no test, fixture or build state', async () => {
    for (const tarball of readdirSync(folder)) {
      const files = (await must('tar', ['-tzf', join(folder, tarball)])).trim().split('\n')
      expect(files).toContain('package/dist/index.js')
      expect(files).toContain('package/dist/index.d.ts')
      expect(files).toContain('package/LICENSE')
      expect(
        files.filter((file) => /\.(test|fixture)\.|tsbuildinfo|exports\.txt|\/golden\/|(?<!\.d)\.ts$/.test(file)),
      ).toEqual([])
    }
  })

  it('hold the files of every subpath', async () => {
    for (const { name, publishConfig } of publishedPackages()) {
      const tarball = readdirSync(folder).find((file) => packageName(file) === name) ?? `no tarball of ${name}`
      const files = await must('tar', ['-tzf', join(folder, tarball)])
      for (const [subpath, built] of Object.entries(publishConfig.exports))
        for (const file of [built.types, built.default])
          expect(files, name + subpath.slice(1)).toContain(join('package', file))
    }
  })

  it('run the quick start in a project that has nothing else', async () => {
    const output = await must(process.execPath, ['main.ts'], consumer)
    expect(output).toContain("type: 'NeedSubmitted'")
  })

  it('type-check there with every check on', async () => {
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node']
    await must(process.execPath, [resolve(tool('typescript', 'tsc')), ...options, 'main.ts'], consumer)
  }, 60_000)

  it('let a project declare what it exports of them: each inferred type has a name that can be imported', async () => {
    writeFileSync(join(consumer, 'embedding.ts'), embedding)
    const options = ['--declaration', '--emitDeclarationOnly', '--strict', '--module', 'nodenext', '--target', 'es2023']
    await must(
      process.execPath,
      [resolve(tool('typescript', 'tsc')), ...options, '--types', 'node', '--outDir', 'declared', 'embedding.ts'],
      consumer,
    )
    const declared = readFileSync(join(consumer, 'declared/embedding.d.ts'), 'utf8')
    expect(declared).toContain('Promise<import("@zhiyuan/ledger").Accepted>')
    // Each slice, process and view is named with its types, and none is spelt out.
    const count = "import('@zhiyuan/domain').then((d) => console.log([d.slices, d.processes, d.views].flat().length))"
    const pieces = Number(await must(process.execPath, ['-e', count], consumer))
    expect(declared.length).toBeLessThan(pieces * 400)
  }, 60_000)

  it('declare everything with what they depend on themselves', async () => {
    await must(process.execPath, [resolve(tool('typescript', 'tsc')), '-p', apart])
  }, 60_000)

  describe('let an embedder test rules of their own', () => {
    const steps = readSteps(readFileSync('docs/how-to/property-test-your-own-rules.md', 'utf8'))
    const place = { folder: ownRules, paths: 'flat' } as const

    it('as the page says', async () => {
      cpSync(folder, join(ownRules, 'reports/packed'), { recursive: true })
      await follow(steps, place)
    }, 120_000)

    it.each(runners)(
      'under $name, with readable failures',
      async (runner) => {
        await follow(prepareRunner(ownRules, runner), { folder: ownRules, paths: 'kept' })
      },
      60_000,
    )

    it('and fail where the rule is left as it was at first', async () => {
      const isMended = (step: (typeof steps)[number]) => step.do === 'write' && step.file.endsWith('src/villages.ts')
      const [mended] = steps.filter(isMended)
      const installed = steps.slice(steps.findIndex(({ do: what }) => what === 'run') + 1)
      await expect(
        follow(
          installed.filter((step) => step !== mended),
          place,
        ),
      ).rejects.toThrow('villages.law.ts ended with 1')
    }, 60_000)

    it.each(ownFaults)(
      'and fail where $name',
      async ({ file, right, wrong, law, told }) => {
        const path = `examples/own-rules/src/${file}`
        const text = readFileSync(path, 'utf8')
        expect(text).toContain(right)
        const failing: typeof steps = [
          { do: 'write', file, text: text.replace(right, wrong) },
          { do: 'run', fails: true, text: `node --test ${law}` },
          ...told.map((line) => prints(line)),
          { do: 'write', file, text },
        ]
        await follow(failing, place)
      },
      60_000,
    )
  })
})
