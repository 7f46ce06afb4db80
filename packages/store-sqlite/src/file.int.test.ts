import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeHeader, unwrap, type GlobalPosition } from '@zhiyuan/runtime'
import { executeSql, closeBoth, overwrite, rows, executeUnguarded, writeFileWithEvents } from './file.fixture.ts'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'
import { append, listIds } from './event.fixture.ts'

describe('a file', () => {
  it('has everything when it is opened again', async () => {
    const file = await writeFileWithEvents(3)
    const { events, projections } = await unwrap(openSqlite({ file, create: true }))
    expect(listIds((await unwrap(events.readAll(null, 10))).events)).toEqual(['n0.0', 'n1.0', 'n2.0'])
    expect(await append(events, 'n0', 0, { text: 'x'.repeat(200) })).toMatchObject({ right: { position: '1' } })
    expect(await append(events, 'n0', 1)).toMatchObject({ right: { position: '4' } })
    expect(await unwrap(projections.get(rows, ['a']))).toEqual([{ key: 'a', row: 1 }])
    expect(await unwrap(projections.checkpoint(rows))).toBe('1')
    await closeBoth({ events, projections })
  })

  it('serves its rows when its events are closed, and the other way round', async () => {
    const { events, projections } = await unwrap(openSqlite({ file: await writeFileWithEvents(1) }))
    await events.close()
    expect(await unwrap(projections.checkpoint(rows))).toBe('1')
    await projections.close()
    expect(await projections.checkpoint(rows)()).toMatchObject({ left: { type: 'StoreClosed' } })
  })

  it('is created once by many who open it at the same time', async () => {
    const file = scratchFile()
    const all = await Promise.all(Array.from({ length: 8 }, () => unwrap(openSqlite({ file, create: true }))))
    await Promise.all(all.map(({ events }, n) => append(events, `n${n}`, 0)))
    const pages = await Promise.all(all.map(({ events }) => unwrap(events.readAll(null, 100))))
    for (const { events } of pages) expect(events).toHaveLength(8)
    await Promise.all(all.map(closeBoth))
  })

  it.each([
    ['changed', "UPDATE events SET header = '{}'"],
    ['moved', 'UPDATE events SET position = position + 1000'],
    ['deleted', 'DELETE FROM events WHERE position = 2'],
    ['replaced', "INSERT OR REPLACE INTO events VALUES (1, 'toy-x', 0, 'n0.0', 'T', '{}', '{}', NULL)"],
    ['replaced by version', "INSERT OR REPLACE INTO events VALUES (99, 'toy-n0', 0, 'other', 'T', '{}', '{}', NULL)"],
  ])('is append-only: no event is %s', async (_, sql) => {
    const file = await writeFileWithEvents(3)
    expect(() => executeSql(file, sql)).toThrow('events are append-only')
    const { events, projections } = await unwrap(openSqlite({ file }))
    const kept = (await unwrap(events.readAll(null, 10))).events
    expect(kept.map(({ position, event }) => `${position} ${event.id}`)).toEqual(['1 n0.0', '2 n1.0', '3 n2.0'])
    await closeBoth({ events, projections })
  })
})

const expectRefused = async (file: string) => {
  const answer = await openSqlite({ file })()
  expect(answer).toMatchObject({ left: { type: 'StoreDamaged' } })
  return answer
}

describe('a file without `create`', () => {
  it.each([
    ['is not there', (_: string) => {}],
    ['is empty', (file: string) => writeFileSync(file, '')],
    ['is a database of no table', (file: string) => executeSql(file, 'PRAGMA application_id = 0')],
  ])('L4: is refused with advice in two languages where it %s, and stays so', async (_, prepare) => {
    for (const open of [openSqlite, openSqliteVault]) {
      const file = scratchFile()
      prepare(file)
      const before = existsSync(file) ? readFileSync(file).length : null
      const advice: unknown = expect.stringMatching(/新建.*create: true/s)
      expect(await open({ file })()).toMatchObject({ left: { type: 'StoreMissing', advice } })
      expect(existsSync(file) ? readFileSync(file).length : null).toBe(before)
    }
  })
})

describe('a file that is refused, with advice in two languages', () => {
  it('is no SQLite database, and stays as it was', async () => {
    const file = scratchFile('letter.txt')
    writeFileSync(file, 'Dear county, this is no ledger. '.repeat(200))
    const before = readFileSync(file)
    const answer = await expectRefused(file)
    expect(answer).toMatchObject({
      left: { advice: expect.stringMatching(/不是本程序的数据文件.*not a file of this program/s) as unknown },
    })
    expect(readFileSync(file)).toEqual(before)
  })

  it('is a SQLite database of something else, and stays as it was', async () => {
    const file = scratchFile()
    executeSql(file, 'CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES (1)')
    const before = readFileSync(file)
    await expectRefused(file)
    expect(readFileSync(file)).toEqual(before)
  })

  it('is a vault where a ledger was asked for, and the other way round', async () => {
    const file = scratchFile()
    await (await unwrap(openSqliteVault({ file, create: true }))).close()
    const advice: unknown = expect.stringMatching(/各用一个文件.*openSqliteVault/s)
    expect(await expectRefused(file)).toMatchObject({ left: { cause: `${file}: it holds a vault`, advice } })
    const ledger = await writeFileWithEvents(1)
    const vault = await openSqliteVault({ file: ledger, create: true })()
    expect(vault).toMatchObject({ left: { type: 'StoreDamaged', cause: `${ledger}: it holds a ledger`, advice } })
  })

  it('is in a folder that there is not, or is a folder itself', async () => {
    const file = join(scratchFile(), 'ledger.db')
    const missing = { type: 'StoreMissing', cause: `${file}: no folder ${dirname(file)}` }
    const advice: unknown = expect.stringMatching(/文件夹.*make the folder/s)
    expect(await openSqlite({ file, create: true })()).toMatchObject({ left: { ...missing, advice } })
    expect(await openSqliteVault({ file, create: true })()).toMatchObject({ left: { ...missing, advice } })
    expect(await openSqlite({ file })()).toMatchObject({ left: { type: 'StoreMissing', cause: `no file ${file}` } })
    const folder = tmpdir()
    expect(await openSqlite({ file: folder, create: true })()).toMatchObject({
      left: { type: 'StoreDamaged', cause: `${folder} is a folder` },
    })
  })

  it('is of a newer format', async () => {
    const file = await writeFileWithEvents(1)
    executeSql(file, 'PRAGMA user_version = 3')
    const answer = await expectRefused(file)
    expect(answer).toMatchObject({
      left: {
        cause: `${file}: format 3; this program knows 2`,
        advice: expect.stringMatching(/升级.*Update/s) as unknown,
      },
    })
  })

  it.each([
    ['a guard is missing', 'DROP TRIGGER events_never_go', 'events_never_go'],
    ['there is a strange trigger', 'CREATE TRIGGER odd AFTER INSERT ON events BEGIN SELECT 1; END', 'odd'],
    ['there is a strange table', 'CREATE TABLE odd (x)', 'odd'],
  ])('is changed in its schema: %s', async (_, sql, named) => {
    const file = await writeFileWithEvents(1)
    executeSql(file, sql)
    expect(await expectRefused(file)).toMatchObject({ left: { cause: expect.stringContaining(named) as unknown } })
  })

  it('has lost its last events', async () => {
    const file = await writeFileWithEvents(5)
    executeUnguarded(file, 'events_never_go', 'DELETE FROM events WHERE position > 3')
    expect(await expectRefused(file)).toMatchObject({ left: { cause: `${file}: missing: events from 4 to 5` } })
  })

  it('is a file of one byte, and stays as it was', async () => {
    const file = scratchFile()
    writeFileSync(file, 'x')
    expect(await expectRefused(file)).toMatchObject({
      left: { advice: expect.stringContaining('not a file of this') as unknown },
    })
    expect(readFileSync(file, 'latin1')).toBe('x')
  })

  it('is of a format from before the first release', async () => {
    const file = await writeFileWithEvents(1)
    executeSql(file, 'PRAGMA user_version = 1')
    expect(await expectRefused(file)).toMatchObject({
      left: {
        cause: `${file}: format 1; this program knows 2`,
        advice: expect.stringMatching(/首个发布版.*before the first release/s) as unknown,
      },
    })
  })

  it('has no edition any more: that is damage, not a newer program', async () => {
    const file = await writeFileWithEvents(1)
    executeSql(file, 'PRAGMA user_version = 0')
    expect(await expectRefused(file)).toMatchObject({ left: { advice: expect.stringContaining('damaged') as unknown } })
  })

  it('has an event cut out of its middle', async () => {
    const file = await writeFileWithEvents(5)
    executeUnguarded(file, 'events_never_go', 'DELETE FROM events WHERE position = 3')
    expect(await expectRefused(file)).toMatchObject({ left: { cause: `${file}: missing: 1 events before position 5` } })
  })

  it.each([
    ['a page is overwritten', (file: string) => overwrite(file, 4096 * 9, new Uint8Array(4096).fill(0xa5))],
    ['its second half is gone', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
    ['its header is overwritten', (file: string) => overwrite(file, 0, new Uint8Array(100).fill(7))],
    ['its first table page is zeroed', (file: string) => overwrite(file, 4096, new Uint8Array(4096))],
  ])('is damaged: %s', async (_, damage) => {
    const file = await writeFileWithEvents()
    damage(file)
    await expectRefused(file)
  })
})

describe('an event that is no JSON any more', () => {
  it('is returned as it is stored, and is damage where it is decoded', async () => {
    const file = await writeFileWithEvents(3)
    executeUnguarded(file, 'events_never_change', "UPDATE events SET header = '{' WHERE position = 2")
    const { events, projections } = await unwrap(openSqlite({ file }))
    const [, second] = (await unwrap(events.readAll(null, 3))).events
    expect(second?.event).toMatchObject({ id: 'n1.0', header: '{' })
    const damaged = { type: 'EventDamaged', position: '2', id: 'n1.0', stream: 'toy-n1', version: 0, path: '$' }
    expect(second && decodeHeader(second)).toMatchObject({ left: damaged })
    await closeBoth({ events, projections })
  })

  it('a position that no store gave is a fault, not an empty page', async () => {
    const { events, projections } = await unwrap(openSqlite({ file: await writeFileWithEvents(1) }))
    expect(await events.readAll('x' as GlobalPosition, 1)()).toMatchObject({ left: { type: 'UnknownPosition' } })
    await closeBoth({ events, projections })
  })
})
