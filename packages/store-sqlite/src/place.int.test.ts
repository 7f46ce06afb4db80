import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { executeSql, closeBoth, writeFileWithEvents } from './file.fixture.ts'
import { backupSqlite, checkSqlite, openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'

/** Every way to open a file, with and without `create`. */
const ways: ReadonlyArray<(file: string) => Promise<unknown>> = [
  ...[openSqlite, openSqliteVault].flatMap((open) =>
    [false, true].map((create) => (file: string) => open({ file, create, patienceMs: 20 })()),
  ),
  (file) => checkSqlite({ file, patienceMs: 20 })(),
  (file) => backupSqlite({ file, to: scratchFile(), patienceMs: 20 })(),
]

/** A user who owns nothing, since the superuser lacks no permission. */
const asStranger = async <A>(work: () => Promise<A>): Promise<A> => {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

/** A ledger in a folder of its own that every user may use. */
const makeShared = async (): Promise<string> => {
  const file = await writeFileWithEvents(1)
  chmodSync(dirname(file), 0o777)
  chmodSync(file, 0o666)
  onTestFinished(() => chmodSync(dirname(file), 0o777))
  return file
}

const refusal = (file: string, advice: RegExp, type = 'StoreFault') => ({
  left: {
    type,
    cause: expect.stringContaining(file) as unknown,
    advice: expect.stringMatching(advice) as unknown,
  },
})

describe('a name that is no path', () => {
  it.each([
    ['a URL', (file: string) => pathToFileURL(file).href],
    ['a URL that says how to open it', (file: string) => `${pathToFileURL(file).href}?mode=ro`],
    ['the memory', () => ':memory:'],
    ['nothing', () => ''],
    ['half a name', (file: string) => `${file}\0.db`],
  ])('is refused, and nothing is created: %s', async (_, nameOf) => {
    const there = await writeFileWithEvents(1)
    const gone = scratchFile()
    const before = readFileSync(there)
    for (const name of [nameOf(there), nameOf(gone)])
      for (const use of ways)
        expect(await use(name)).toMatchObject({
          left: { type: 'StoreFault', advice: expect.stringMatching(/路径.*plain path/s) as unknown },
        })
    expect(readFileSync(there)).toEqual(before)
    expect(readdirSync(dirname(gone))).toEqual([])
  })
})

describe('a path that leads nowhere', () => {
  it('has a name that is too long, or links in a circle', async () => {
    const circle = scratchFile()
    symlinkSync(circle, circle)
    for (const file of [circle, scratchFile('a'.repeat(300))])
      for (const use of ways) expect(await use(file)).toMatchObject(refusal(file, /过长.*too long/s))
  })

  it('has a name that leaves no room for that of its journal or log', async () => {
    for (const length of [248, 251, 252, 255]) {
      const file = scratchFile('a'.repeat(length))
      expect(await openSqlite({ file, create: true })()).toMatchObject(refusal(file, /无法打开.*cannot be opened/s))
    }
  })

  it('has a file where a folder is wanted', async () => {
    const file = join(await writeFileWithEvents(1), 'ledger.db')
    const answer = await openSqlite({ file, create: true })()
    expect(answer).toMatchObject(refusal(dirname(file), /文件夹.*make the folder/s, 'StoreMissing'))
  })
})

describe('a file without the rights to use it is refused, and says what to do', () => {
  it('in a folder that must not be entered', async () => {
    const file = await makeShared()
    chmodSync(dirname(file), 0o600)
    for (const use of ways) {
      expect(await asStranger(() => use(file))).toMatchObject(refusal(file, /无权.*may not read/s))
    }
  })

  it('that must not be read', async () => {
    const file = await makeShared()
    chmodSync(file, 0o000)
    for (const use of ways) {
      expect(await asStranger(() => use(file))).toMatchObject(refusal(file, /账号能否读写.*may read and write/s))
    }
  })

  it('that can only be read', async () => {
    const file = await makeShared()
    chmodSync(file, 0o444)
    expect(await asStranger(() => openSqlite({ file })())).toMatchObject(refusal(file, /只能读取.*only be read/s))
  })

  it('in a folder that can only be read', async () => {
    const file = await makeShared()
    chmodSync(dirname(file), 0o555)
    const advice = /挂载|账号能否读写.*may read and write|mounted/s
    expect(await asStranger(() => openSqlite({ file })())).toMatchObject(refusal(file, advice))
    const other = join(dirname(file), 'new.db')
    expect(await asStranger(() => openSqlite({ file: other, create: true })())).toMatchObject(refusal(other, advice))
    expect(existsSync(other)).toBe(false)
  })
})

describe('a file that others keep', () => {
  it('is refused as StoreBusy, and says what to do', async () => {
    const file = await writeFileWithEvents(1)
    executeSql(file, 'PRAGMA journal_mode = DELETE')
    const other = new DatabaseSync(file)
    other.exec('BEGIN EXCLUSIVE')
    const use = openSqlite({ file, patienceMs: 20 })
    expect(await use()).toMatchObject(refusal(file, /其他进程.*Another process/s, 'StoreBusy'))
    other.close()
    await closeBoth(await unwrap(use))
  })
})
