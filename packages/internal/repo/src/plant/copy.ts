import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A small copy of the project that a test may spoil. */
export interface Copy {
  readonly folder: string
  readonly write: (path: string, text: string) => void
  readonly remove: () => void
}

const tools = [
  'eslint.config.js',
  'tsconfig.base.json',
  'tsconfig.eslint.json',
  '.prettierrc.json',
  '.gitignore',
  'docs/reference/rules.md',
]
const withoutBuilds = (source: string) => !/(^|\/)(dist|reports)$/.test(source)

const solution = (file: string) => `{ "files": [], "references": [{ "path": "packages/kernel/${file}" }] }\n`

const catalog = ['fast-check', 'fp-ts', 'io-ts'].map((name) => `  ${name}: '*'\n`).join('')
const workspace = `packages:\n  - packages/*\ncatalog:\n${catalog}`

const onlyOurs = ['dependency-cruiser', '@changesets/cli', 'prettier']

/** The root's, without the tools that only this package and the changesets use. */
const rootPackage = (): string => {
  const { devDependencies, ...root } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  const kept = Object.entries(devDependencies).filter(([name]) => !onlyOurs.includes(name))
  return `${JSON.stringify({ ...root, devDependencies: Object.fromEntries(kept) }, null, 2)}\n`
}

const links = { recursive: true, verbatimSymlinks: true, filter: withoutBuilds } as const

/** The kernel alone, with the root's tool files and what is installed. */
export const copyKernel = (): Copy => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-copy-'))
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const file of tools) cpSync(file, join(folder, file))
  cpSync('packages/kernel', join(folder, 'packages/kernel'), links)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  write('knip.json', '{ "workspaces": { "packages/*": {} } }\n')
  write('package.json', rootPackage())
  write('pnpm-workspace.yaml', workspace)
  write('tsconfig.json', solution('tsconfig.json'))
  write('tsconfig.tests.json', solution('tsconfig.test.json'))
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** All packages and the main job, as `npm run lock` and `npm run release:log` need them; scripts of the copy run its own sources. */
export const copyLedger = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-ledger-'))
  for (const path of ['packages', 'examples', 'tsconfig.base.json']) cpSync(path, join(folder, path), links)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

/** All sources and what is built of them, as who contributes has them; `npm run` works in it. The compiler builds anew what is younger than its output. */
export const copyRepository = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-repository-'))
  const built = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true } as const
  for (const path of readdirSync('.'))
    if (!/^(node_modules|reports|\.git)$/.test(path)) cpSync(path, join(folder, path), built)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

/** A copy of a copy. */
export const copyAgain = (copy: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-ledger-'))
  cpSync(copy, folder, links)
  return folder
}
