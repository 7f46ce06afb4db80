import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { executeSql, closeBoth, overwrite, executeUnguarded, writeFileWithEvents } from './file.fixture.ts'
import { checkSqlite, openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'
import { append } from './event.fixture.ts'

const listFindings = async (file: string) => (await unwrap(checkSqlite({ file }))).findings

/** Three streams, and a second event in the first. */
const writeFour = async (): Promise<string> => {
  const file = await writeFileWithEvents(3)
  const stores = await unwrap(openSqlite({ file }))
  await append(stores.events, 'n0', 1)
  await closeBoth(stores)
  return file
}

const second = { position: '2', id: 'n1.0' }

describe('a check', () => {
  it('finds nothing in a sound file, tells how far it is, and changes nothing', async () => {
    const file = await writeFileWithEvents(2500)
    const before = readFileSync(file)
    const heard: number[] = []
    const checked = await unwrap(checkSqlite({ file, progress: (done) => void heard.push(done) }))
    expect(checked).toEqual({ kind: 'ledger', events: 2500, findings: [], more: false })
    expect([...new Set(heard)]).toEqual([1000, 2000, 2500])
    expect(readFileSync(file)).toEqual(before)
  })

  it('sees what is only in the write-ahead log, while another process is writing', async () => {
    const file = await writeFileWithEvents(1)
    const { events, projections } = await unwrap(openSqlite({ file }))
    expect(await append(events, 'n0', 1)).toMatchObject({ right: { position: '2' } })
    const other = new DatabaseSync(file)
    other.exec("BEGIN IMMEDIATE; INSERT INTO events VALUES (3, 's', 0, 'i', 'T', '{}', '{}', NULL)")
    expect(await unwrap(checkSqlite({ file }))).toMatchObject({ events: 2, findings: [] })
    other.close()
    await closeBoth({ events, projections })
  })

  it('sees what a process that died left in the write-ahead log', async () => {
    const file = await writeFileWithEvents(1)
    const left = scratchFile()
    const { events, projections } = await unwrap(openSqlite({ file }))
    await append(events, 'n0', 1)
    for (const end of ['', '-wal']) copyFileSync(file + end, left + end)
    await closeBoth({ events, projections })
    expect(await unwrap(checkSqlite({ file: left }))).toMatchObject({ events: 2, findings: [] })
  })

  it.each([
    [
      'an event was cut out',
      'events_never_go',
      'DELETE FROM events WHERE position = 2',
      [{ type: 'EventsMissing', from: 2, to: 2 }],
    ],
    [
      'an event was cut out of a stream',
      'events_never_go',
      'DELETE FROM events WHERE position = 1',
      [
        { type: 'EventsMissing', from: 1, to: 1 },
        { type: 'StreamBroken', position: '4', id: 'n0.1', path: '$.version', expected: '0' },
      ],
    ],
    [
      'the last events were cut off',
      'events_never_go',
      'DELETE FROM events WHERE position > 2',
      [{ type: 'EventsMissing', from: 3, to: 4 }],
    ],
    [
      'the numbering was set back',
      'events_never_go',
      'UPDATE sqlite_sequence SET seq = 1',
      [{ type: 'NumberingBehind', given: 1, last: 4 }],
    ],
    [
      'a header was emptied',
      'events_never_change',
      "UPDATE events SET header = '{}' WHERE position = 2",
      [{ type: 'HeaderUnfit', ...second, path: '$.actor', expected: 'record' }],
    ],
    [
      'a header is no object',
      'events_never_change',
      "UPDATE events SET header = '7' WHERE position = 2",
      [{ type: 'HeaderUnfit', ...second, path: '$', expected: 'record' }],
    ],
    [
      'a header is no JSON',
      'events_never_change',
      "UPDATE events SET header = '{' WHERE position = 2",
      [{ type: 'TextNotCanonical', ...second, path: '$', expected: 'JSON' }],
    ],
    [
      'data is no JSON',
      'events_never_change',
      "UPDATE events SET data = data || '}' WHERE position = 2",
      [{ type: 'TextNotCanonical', ...second, path: '$.data', expected: 'JSON' }],
    ],
    [
      'data is JSON that no program of ours would write',
      'events_never_change',
      "UPDATE events SET data = replace(data, ':', ': ') WHERE position = 2",
      [{ type: 'TextNotCanonical', ...second, path: '$.data', expected: 'canonical JSON' }],
    ],
    [
      'a type was changed',
      'events_never_change',
      "UPDATE events SET type = 'Other' WHERE position = 2",
      [{ type: 'HeaderUnfit', ...second, path: '$.type', expected: 'Other' }],
    ],
    [
      'an id was changed',
      'events_never_change',
      "UPDATE events SET id = 'x' WHERE position = 2",
      [{ type: 'HeaderUnfit', position: '2', id: 'x', path: '$.id', expected: 'x' }],
    ],
    [
      'an amount is said twice',
      'events_never_change',
      `UPDATE events SET data = replace(data, '{', '{"text":"y",') WHERE position = 2`,
      [{ type: 'TextNotCanonical', ...second, path: '$.data', expected: 'canonical JSON' }],
    ],
    [
      'time fell',
      'events_never_change',
      `UPDATE events SET header = replace(header, 'At":"2020', 'At":"2019') WHERE position = 2`,
      [{ type: 'TimeFell', ...second, path: '$.recordedAt', expected: 'at least 2020-04-20T11:58:00.000Z' }],
    ],
    [
      'it is to have happened after it was recorded',
      'events_never_change',
      `UPDATE events SET header = replace(header, '"occurredAt":"2020', '"occurredAt":"2190') WHERE position = 2`,
      [{ type: 'OccurredAhead', ...second, path: '$.occurredAt', expected: 'at most 2020-04-20T12:02:00.000Z' }],
    ],
    [
      'an event rests on a later one',
      'events_never_change',
      `UPDATE events SET header = replace(header, '[]', '[{"stream":"toy-n0","version":1}]') WHERE position = 2`,
      [{ type: 'ReadSetAhead', ...second, path: '$.readSet[0]', expected: 'an event before this one' }],
    ],
    [
      'an event is of another log',
      'events_never_change',
      `UPDATE events SET header = replace(header, '"log":"toy"', '"log":"yot"') WHERE position = 2`,
      [{ type: 'OtherLedger', ...second, path: '$.log', expected: 'toy' }],
    ],
    [
      'a row is no JSON',
      'events_never_go',
      "UPDATE projection_rows SET row = '{'",
      [{ type: 'RowUnreadable', key: 'a' }],
    ],
    [
      'rows are ahead of the log',
      'events_never_go',
      "UPDATE projections SET checkpoint = '5'",
      [{ type: 'CheckpointAhead', name: 'rows', version: 1, checkpoint: '5' }],
    ],
  ])('finds that %s', async (_, guard, sql, findings) => {
    const file = await writeFour()
    executeUnguarded(file, guard, sql)
    expect(await listFindings(file)).toEqual(findings)
  })

  it('finds that a guard is gone', async () => {
    const file = await writeFour()
    executeSql(file, 'DROP TRIGGER events_never_go')
    expect(await listFindings(file)).toEqual([{ type: 'SchemaChanged', name: 'events_never_go' }])
  })

  it.each([
    ['is overwritten', (file: string) => overwrite(file, 4096 * 9, new Uint8Array(4096).fill(0xa5))],
    [
      'is changed in one byte of an index',
      (file: string) => overwrite(file, readFileSync(file).lastIndexOf('toy-n7') + 4, Buffer.from('x')),
    ],
  ])('finds that a page %s', async (_, damage) => {
    const file = await writeFileWithEvents()
    damage(file)
    expect(await listFindings(file)).not.toEqual([])
  })

  it('refuses a file whose second half is gone, with advice', async () => {
    const file = await writeFileWithEvents()
    truncateSync(file, 4096 * 20)
    expect(await checkSqlite({ file })()).toMatchObject({ left: { type: 'StoreDamaged' } })
  })

  it('of a vault finds a secret that cannot be read', async () => {
    const file = scratchFile('vault.db')
    const vault = await unwrap(openSqliteVault({ file, create: true }))
    await unwrap(vault.put(['a', 'b', 'c'].map((id) => ({ id, salt: 'ab'.repeat(32), text: id }))))
    await unwrap(vault.destroy(['c']))
    await vault.close()
    expect(await unwrap(checkSqlite({ file }))).toEqual({ kind: 'vault', events: 0, findings: [], more: false })
    executeSql(file, "UPDATE secrets SET text = 'b' WHERE id = 'b'")
    expect(await listFindings(file)).toEqual([{ type: 'SecretUnreadable', id: 'b' }])
  })

  it('tells the first thousand of many findings, and that there are more', async () => {
    const file = await writeFileWithEvents(1200)
    executeUnguarded(file, 'events_never_change', "UPDATE events SET header = '7'")
    const { findings, more } = await unwrap(checkSqlite({ file }))
    expect([findings.length, more]).toEqual([1000, true])
  })

  it('of something else is refused, and creates nothing', async () => {
    const file = scratchFile('letter.txt')
    expect(await checkSqlite({ file })()).toMatchObject({
      left: {
        type: 'StoreMissing',
        cause: `no file ${file}`,
        advice: expect.stringContaining('Check the path.') as string,
      },
    })
    expect(existsSync(file)).toBe(false)
    expect(await checkSqlite({ file: dirname(file) })()).toMatchObject({
      left: { type: 'StoreDamaged', cause: `${dirname(file)} is a folder` },
    })
    writeFileSync(file, 'Dear county, this is no ledger. '.repeat(200))
    expect(await checkSqlite({ file })()).toMatchObject({ left: { type: 'StoreDamaged' } })
  })
})
