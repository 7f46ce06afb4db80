import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, tool } from '../command.ts'
import { publishedPackages } from '../exports/page.ts'

const pnpm = 'pnpm@12.21.0'
const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-publish-'))
const consumer = mkdtempSync(join(tmpdir(), 'zhiyuan-consumer-'))

const must = async (file: string, args: ReadonlyArray<string>, cwd?: string): Promise<string> => {
  const { code, output } = await run(file, args, cwd)
  if (code !== 0) throw new Error(`${file} ${args.join(' ')}:\n${output}`)
  return output
}

/** `@zhiyuan/store-sqlite` from `zhiyuan-store-sqlite-0.1.0.tgz`. */
const nameOf = (tarball: string): string => tarball.replace(/^zhiyuan-(.*)-\d+\.\d+\.\d+\.tgz$/, '@zhiyuan/$1')

/** A project of somebody else: it has our tarballs and nothing of this repository. */
const install = async (): Promise<void> => {
  const tarballs = Object.fromEntries(readdirSync(folder).map((file) => [nameOf(file), `file:${join(folder, file)}`]))
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies: tarballs, overrides: tarballs }
  writeFileSync(join(consumer, 'package.json'), JSON.stringify(manifest))
  copyFileSync('examples/quick-start/src/main.ts', join(consumer, 'main.ts'))
  await must('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--legacy-peer-deps'], consumer)
}

describe('the packages, as they are published', () => {
  beforeAll(async () => {
    await must(process.execPath, [tool('typescript', 'tsc'), '-b', 'tsconfig.json'])
    await must('npx', ['--yes', pnpm, '-r', '--filter', './packages/*', 'pack', '--pack-destination', folder])
    await install()
  }, 90_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(consumer, { recursive: true, force: true })
  })

  it('hold built files, declarations and the licence, and no test, toy or build state', async () => {
    for (const tarball of readdirSync(folder)) {
      const files = (await must('tar', ['-tzf', join(folder, tarball)])).trim().split('\n')
      expect(files).toContain('package/dist/index.js')
      expect(files).toContain('package/dist/index.d.ts')
      expect(files).toContain('package/LICENSE')
      expect(files.filter((file) => /\.(test|toy|sample)\.|tsbuildinfo|\/golden\/|(?<!\.d)\.ts$/.test(file))).toEqual(
        [],
      )
    }
  })

  it('hold the files of every subpath', async () => {
    for (const { name, publishConfig } of publishedPackages()) {
      const tarball = readdirSync(folder).find((file) => nameOf(file) === name) ?? `no tarball of ${name}`
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
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023']
    await must(process.execPath, [resolve(tool('typescript', 'tsc')), ...options, 'main.ts'], consumer)
  }, 60_000)
})
