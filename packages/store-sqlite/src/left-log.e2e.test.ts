import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import type * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { child } from './child.fixture.ts'
import { closeBoth, overwrite, writeFileWithEvents } from './file.fixture.ts'
import { backupSqlite, checkSqlite, openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'
import { listIds } from './event.fixture.ts'

/** A file whose writer was killed: acknowledged events are in the write-ahead log. */
const writeAndKill = async () => {
  const file = await writeFileWithEvents(60)
  const acknowledged: string[] = []
  const writer = child(new URL('./writer.fixture.ts', import.meta.url), [file, 'a', '1000000'], (line) => {
    acknowledged.push(line)
    if (acknowledged.length === 6) writer.kill()
  })
  expect(await writer.ended).toBe('SIGKILL')
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  return { file, acknowledged }
}

const readBytes = (file: string) =>
  ['', '-wal'].map((end) => (existsSync(file + end) ? readFileSync(file + end).toString('latin1') : null))

const openKilled = (open: typeof openSqlite | typeof openSqliteVault, create: boolean) => (file: string) =>
  open({ file, create })()

const ways: ReadonlyArray<readonly [string, (file: string) => Promise<E.Either<unknown, unknown>>]> = [
  ['opened', openKilled(openSqlite, false)],
  ['opened with create', openKilled(openSqlite, true)],
  ['opened as a vault', openKilled(openSqliteVault, false)],
  ['opened as a vault with create', openKilled(openSqliteVault, true)],
  ['backed up', (file) => backupSqlite({ file, to: `${file}.copy` })()],
]

const half = (file: string): number => Math.floor(statSync(file).size / 8192) * 4096

const damages: ReadonlyArray<readonly [string, (file: string) => void]> = [
  ['is cut to no byte', (file) => truncateSync(file, 0)],
  ['is cut to 100 B', (file) => truncateSync(file, 100)],
  ['is cut to 5,000 B', (file) => truncateSync(file, 5000)],
  ['is cut in half', (file) => truncateSync(file, half(file))],
  ['is missing', (file) => rmSync(file)],
  ['is a text file now', (file) => writeFileSync(file, 'Dear county, this is no ledger. '.repeat(200))],
  ['is a short text now', (file) => writeFileSync(file, 'Dear county')],
  ['has a page of zeros', (file) => overwrite(file, half(file), new Uint8Array(4096))],
]

describe('a file whose writer was killed', () => {
  it('has all that was acknowledged when it is opened, log and all', async () => {
    const { file, acknowledged } = await writeAndKill()
    const stores = await unwrap(openSqlite({ file }))
    const { events } = await unwrap(stores.events.readAll(null, 1000))
    expect(listIds(events)).toEqual(expect.arrayContaining(acknowledged))
    await closeBoth(stores)
  }, 60_000)

  it.each(damages)(
    'and which %s is refused, and its log stays as it was',
    async (_, damage) => {
      const { file, acknowledged } = await writeAndKill()
      copyFileSync(file, `${file}.saved`)
      damage(file)
      const before = readBytes(file)
      for (const [name, use] of ways) {
        expect([name, await use(file)]).toMatchObject([name, { left: { advice: expect.any(String) as unknown } }])
        expect(readBytes(file), name).toEqual(before)
      }
      await checkSqlite({ file })()
      expect(readBytes(file), 'checked').toEqual(before)
      copyFileSync(`${file}.saved`, file)
      const stores = await unwrap(openSqlite({ file }))
      const { events } = await unwrap(stores.events.readAll(null, 1000))
      expect(listIds(events)).toEqual(expect.arrayContaining(acknowledged))
      await closeBoth(stores)
    },
    60_000,
  )

  it.each([
    ['is of a newer format', 'PRAGMA user_version = 3'],
    ['is of something else', 'PRAGMA application_id = 7'],
    ['lost a guard', 'DROP TRIGGER events_never_go'],
  ])(
    'and which %s is refused, and its log stays as it was',
    async (_, sql) => {
      const { file } = await writeAndKill()
      const held = new URL('./holder.fixture.ts', import.meta.url)
      expect(await child(held, [file, sql]).ended).toBe('SIGKILL')
      const before = readBytes(file)
      for (const [name, use] of ways.slice(0, 4)) {
        expect([name, await use(file)]).toMatchObject([name, { left: { type: 'StoreDamaged' } }])
        expect(readBytes(file), name).toEqual(before)
      }
    },
    60_000,
  )
})

describe('a write-ahead log whose file is missing or empty', () => {
  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file, 0)],
  ])(
    '%s: no new file is made over it, and both are named in two languages',
    async (_, damage) => {
      const { file } = await writeAndKill()
      damage(file)
      for (const [, use] of ways) {
        const answer = await use(file)
        expect(answer).toMatchObject({
          left: { type: 'StoreDamaged', cause: expect.stringContaining(file) as unknown },
        })
        const { advice } = (answer as E.Left<{ readonly advice: string }>).left
        expect(advice).toContain(`请先移走 ${file}-wal`)
        expect(advice).toContain(`move ${file}-wal away first`)
      }
    },
    60_000,
  )

  it('missing where a link leads: the same', async () => {
    const { file } = await writeAndKill()
    const link = scratchFile()
    symlinkSync(file, link)
    rmSync(file)
    const before = readBytes(file)
    for (const [name, use] of ways) {
      const advice: unknown = expect.stringContaining(`move ${file}-wal away first`)
      expect([name, await use(link)]).toMatchObject([name, { left: { type: 'StoreDamaged', advice } }])
      expect(readBytes(file), name).toEqual(before)
    }
  }, 60_000)
})
