import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../command.ts'

interface Known {
  readonly version: string
  readonly sha256: Readonly<Record<string, string>>
}
interface Question {
  readonly binary: string
  readonly noteFile: string
  readonly known: Known
  readonly platform: string
}
interface NodeBinary {
  readonly adviceOnBinary: (question: Question) => Promise<ReadonlyArray<string>>
}

// The set-up is plain JavaScript without declarations.
const { adviceOnBinary } = (await import(new URL('../../node-binary.mjs', import.meta.url).href)) as NodeBinary

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

describe('the Node binary', () => {
  let folder: string
  let question: Question
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'node-binary-'))
    const known = { version: '24.0.0', sha256: { 'linux-x64': sha256('the known one') } }
    question = { binary: join(folder, 'node'), noteFile: join(folder, 'note.json'), known, platform: 'linux-x64' }
    writeFileSync(question.binary, 'the known one')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('says nothing where it is the known one', async () => {
    expect(await adviceOnBinary(question)).toEqual([])
    expect(await adviceOnBinary(question)).toEqual([])
  })

  it('says in English and Chinese, each time, that it is another one, with both hashes', async () => {
    writeFileSync(question.binary, 'another one')
    const advice = await adviceOnBinary(question)
    expect(advice.join('\n')).toMatch(/warning: the Node binary is not the one/)
    expect(advice.join('\n')).toMatch(/警告：/)
    expect(advice).toContainEqual(expect.stringContaining(sha256('the known one')))
    expect(advice).toContainEqual(expect.stringContaining(sha256('another one')))
    expect(await adviceOnBinary(question)).toEqual(advice)
  })

  it('says that it was not checked on a platform without a kept hash', async () => {
    const advice = await adviceOnBinary({ ...question, platform: 'darwin-arm64' })
    expect(advice).toHaveLength(2)
    expect(advice[0]).toContain(`keeps no SHA-256 of Node 24.0.0 (darwin-arm64)`)
  })

  it('is read once, and again when its time of change or its size differs', async () => {
    await adviceOnBinary(question)
    const { atimeMs, mtimeMs } = statSync(question.binary)
    // The same size and time: an attacker who can forge those can forge the note as well.
    writeFileSync(question.binary, 'the other one')
    utimesSync(question.binary, atimeMs / 1000, mtimeMs / 1000)
    expect(statSync(question.binary).mtimeMs).toBe(mtimeMs)
    expect(await adviceOnBinary(question)).toEqual([])
    utimesSync(question.binary, atimeMs / 1000, mtimeMs / 1000 + 1)
    expect(await adviceOnBinary(question)).not.toEqual([])
  })

  it('is checked against its content where the note cannot be read', async () => {
    writeFileSync(question.noteFile, 'no JSON')
    expect(await adviceOnBinary(question)).toEqual([])
  })

  it('is checked also where the note cannot be written', async () => {
    const noFolder = { ...question, noteFile: join(folder, 'gone', 'note.json') }
    expect(await adviceOnBinary(noFolder)).toEqual([])
    writeFileSync(question.binary, 'another one')
    expect(await adviceOnBinary(noFolder)).not.toEqual([])
  })

  it('has its hashes kept for the version that the project installs', () => {
    const { devDependencies } = readJson('package.json') as { devDependencies: Record<string, string> }
    expect(readJson('packages/internal/repo/node-binaries.json')).toMatchObject({ version: devDependencies['node'] })
  })
})

describe('npm run', () => {
  const tools = 'packages/internal/repo'
  const write = (folder: string, files: Readonly<Record<string, string>>): void =>
    Object.entries(files).forEach(([path, text]) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    })

  /** A repository that is set up with another Node binary than its own list names, but for some files. */
  const setUp = async (changed: Readonly<Record<string, string | null>> = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'set-up-'))
    const copied = ['setup.mjs', 'node-binary.mjs', 'package.json'].map((name) => `${tools}/${name}`)
    const known = { version: '24.0.0', sha256: { [`${process.platform}-${process.arch}`]: sha256('the known one') } }
    write(folder, {
      ...Object.fromEntries(copied.map((path) => [path, readFileSync(path, 'utf8')])),
      [`${tools}/node-binaries.json`]: JSON.stringify(known),
      [`${tools}/src/rules.ts`]: `console.log('it went on')`,
      'pnpm-lock.yaml': 'a lockfile',
      'node_modules/.pnpm/lock.yaml': 'a lockfile',
    })
    for (const [path, text] of Object.entries(changed))
      if (text === null) rmSync(join(folder, path))
      else writeFileSync(join(folder, path), text)
    mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'))
    const answer = await run(process.execPath, [join(folder, tools, 'setup.mjs'), 'rules'], folder)
    rmSync(folder, { recursive: true })
    return answer
  }

  it('warns of another Node binary and goes on', async () => {
    const { code, output } = await setUp()
    expect(output).toMatch(/warning: the Node binary[^]*警告[^]*it went on/)
    expect(code).toBe(0)
  })

  const binaries = `${tools}/node-binaries.json`
  it.each([
    ['the lockfile is gone', 'pnpm-lock.yaml', null],
    ['the list of Node binaries is gone', binaries, null],
    ['the list of Node binaries is cut', binaries, '{"version":"24.0.0","sha'],
    ['the list of Node binaries says nothing', binaries, 'null'],
    ['the list of Node binaries has no hashes', binaries, '{"version":"24.0.0"}'],
  ])('says which file to put back where %s', async (_, path, text) => {
    const { code, output } = await setUp({ [path]: text })
    expect(output).toContain(`set-up: ${path} cannot be read: `)
    expect(output).toMatch(/put it back[^]*git checkout -- [^]*请恢复原文件/)
    expect(output).not.toMatch(/^ +at |it went on/m)
    expect(code).toBe(1)
  })
})
