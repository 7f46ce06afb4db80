import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { executeSql, closeBoth, overwrite, rows, writeFileWithEvents } from './file.fixture.ts'
import { backupSqlite, checkSqlite, openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'
import { append } from './event.fixture.ts'

const listFolder = (file: string) => readdirSync(dirname(file)).toSorted()

describe('a backup', () => {
  it('opens as a ledger with the events and rows that there were when it began, while others write', async () => {
    const file = await writeFileWithEvents(2000)
    const to = scratchFile()
    const { events, projections } = await unwrap(openSqlite({ file }))
    const heard: string[] = []
    let writing = true
    const writer = (async () => {
      for (let version = 1; writing; version++) expect(E.isRight(await append(events, 'n0', version))).toBe(true)
    })()
    const done = await backupSqlite({ file, to, progress: (pages, of) => void heard.push(`${pages}/${of}`) })()
    writing = false
    await writer
    if (E.isLeft(done)) return expect.unreachable(JSON.stringify(done.left))
    expect(heard.at(-1)).toBe(`${done.right.pages}/${done.right.pages}`)
    await closeBoth({ events, projections })
    expect(listFolder(to)).toEqual(['ledger.db'])
    expect(await unwrap(checkSqlite({ file: to }))).toMatchObject({ kind: 'ledger', findings: [] })
    const copy = await unwrap(openSqlite({ file: to }))
    expect((await unwrap(copy.events.readAll(null, 5000))).events.length).toBeGreaterThanOrEqual(2000)
    expect(await unwrap(copy.projections.get(rows, ['a']))).toEqual([{ key: 'a', row: 1 }])
    expect(await append(copy.events, 'new', 0)).toMatchObject({ right: { version: 0 } })
    await closeBoth(copy)
  })

  it('of a vault is a vault', async () => {
    const file = scratchFile('vault.db')
    const to = scratchFile('copy.db')
    const secret = { id: 'a', salt: 'ab'.repeat(32), text: '张三' }
    const vault = await unwrap(openSqliteVault({ file, create: true }))
    await unwrap(vault.put([secret]))
    expect(await backupSqlite({ file, to })()).toMatchObject({ right: { kind: 'vault' } })
    await vault.close()
    const copy = await unwrap(openSqliteVault({ file: to }))
    expect(await unwrap(copy.get(['a']))).toEqual([secret])
    await copy.close()
  })

  it('is not written over something', async () => {
    const file = await writeFileWithEvents(1)
    const to = scratchFile('letter.txt')
    writeFileSync(to, 'Dear county')
    expect(await backupSqlite({ file, to })()).toEqual(E.left({ type: 'BackupTargetExists', to }))
    expect(readFileSync(to, 'utf8')).toBe('Dear county')
  })

  it('is not written over what appears meanwhile', async () => {
    const file = await writeFileWithEvents(2000)
    const to = scratchFile('letter.txt')
    const backup = unwrap(backupSqlite({ file, to }))
    writeFileSync(to, 'Dear county')
    await expect(backup).rejects.toThrow('BackupTargetExists')
    expect(listFolder(to)).toEqual(['letter.txt'])
    expect(readFileSync(to, 'utf8')).toBe('Dear county')
  })

  it.each([
    ['is not there', (file: string) => `${file}.none`, 'StoreMissing'],
    ['is a folder', (file: string) => dirname(file), 'StoreDamaged'],
    ['is something else', (file: string) => (executeSql(file, 'PRAGMA application_id = 7'), file), 'StoreDamaged'],
    ['is of a newer edition', (file: string) => (executeSql(file, 'PRAGMA user_version = 3'), file), 'StoreDamaged'],
    [
      'is damaged',
      (file: string) => (overwrite(file, 4096 * 9, new Uint8Array(4096).fill(0xa5)), file),
      'StoreDamaged',
    ],
  ])('of a file that %s is refused and leaves nothing behind', async (_, spoil, type) => {
    const file = spoil(await writeFileWithEvents())
    const to = scratchFile()
    expect(await backupSqlite({ file, to })()).toMatchObject({ left: { type } })
    expect(listFolder(to)).toEqual([])
    expect(existsSync(`${file}.none`)).toBe(false)
  })

  it('into a folder that is not there is a fault', async () => {
    const to = `${scratchFile('none')}/copy.db`
    expect(await backupSqlite({ file: await writeFileWithEvents(1), to })()).toMatchObject({
      left: { type: 'StoreFault' },
    })
  })
})
