import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, tool } from '../command.ts'
import { filesMatching } from '../sources.ts'

const pending = readdirSync('.changeset').filter((file) => file.endsWith('.md'))

const versions = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    filesMatching('packages/{*,internal/*}/package.json', 'examples/*/package.json').map((path) => {
      const { version } = JSON.parse(readFileSync(join(folder, path), 'utf8')) as { readonly version: string }
      return [path, version]
    }),
  )

/** What a release would make of the changesets and one more, in a copy of the manifests; it asks neither git nor a registry. */
const release = async (changeset: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-changesets-'))
  for (const path of ['package.json', 'pnpm-workspace.yaml', '.changeset', ...versions('.').keys()])
    cpSync(path, join(folder, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, '.changeset/planted.md'), changeset)
  const { code, output } = await run(process.execPath, [tool('@changesets/cli', 'changeset'), 'version'], folder)
  const left = readdirSync(join(folder, '.changeset')).filter((file) => file.endsWith('.md'))
  const log = code === 0 ? readFileSync(join(folder, 'packages/kernel/CHANGELOG.md'), 'utf8') : ''
  const released = versions(folder)
  rmSync(folder, { recursive: true })
  return { code, output, left, log, released }
}

describe('the changesets', () => {
  it('give every published package one next version and a changelog, and no other package any', async () => {
    const before = versions('.')
    const { code, output, left, log, released } = await release(
      `---\n'@zhiyuan/kernel': patch\n---\n\nA planted change.\n`,
    )
    expect(code, output).toBe(0)
    expect(left).toEqual([])
    expect(log).toContain('A planted change.')
    const isPublished = (path: string) => /^packages\/[^/]+\/package\.json$/.test(path)
    const next = new Set([...released].filter(([path]) => isPublished(path)).map(([, version]) => version))
    expect(next.size).toBe(1)
    for (const [path, version] of released) expect(version !== before.get(path), path).toBe(isPublished(path))
  })

  it.each([
    ['a package that is not there', `---\n'@zhiyuan/kernal': patch\n---\n\nText.\n`, 'not in the workspace'],
    ['a step that is none', `---\n'@zhiyuan/kernel': small\n---\n\nText.\n`, 'invalid version type'],
    ['no packages', 'Text.\n', 'frontmatter'],
  ])('stop a release where one names %s', async (_, changeset, why) => {
    const { code, output } = await release(changeset)
    expect(output).toContain(why)
    expect(code).toBe(1)
  })

  it('stand in CHANGELOG.md, each one that is not released yet', () => {
    const [, unreleased = ''] =
      /^## Unreleased$([^]*?)(?=^## |(?![^]))/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? []
    const listed = [...unreleased.matchAll(/\]\(\.changeset\/([^)]+)\)/g)].map(([, file]) => file)
    expect(listed.toSorted()).toEqual(pending.toSorted())
  })
})
