import { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { unwrap } from '@zhiyuan/runtime'
import { accept } from './accept.ts'
import { connections, type Connection } from './connection.ts'
import { sqliteEvents } from './event-store.ts'
import { ledgerFormat } from './format.ts'
import { openSqlite } from './index.ts'
import { retryPatiently } from './patience.ts'
import { scratchFile } from './scratch.fixture.ts'
import { append, streamName, fixtureEvent } from './event.fixture.ts'

/** A connection to a database that the test can make fail. */
const openBreakable = (file = scratchFile()) => {
  const db = new DatabaseSync(file)
  accept(db, { format: ledgerFormat, create: true })
  const [connection] = connections(db, retryPatiently(50), 1) as [Connection]
  onTestFinished(connection.close)
  return { db, connection, events: sqliteEvents(connection) }
}

/** A second connection, which SQLite treats like another process. */
const stranger = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file)
  onTestFinished(() => db.close())
  return db
}

describe('while another process writes', () => {
  it('an append waits, and is refused as StoreBusy when its patience ends; nothing was written', async () => {
    const file = scratchFile()
    const { events, projections } = await unwrap(openSqlite({ file, create: true, patienceMs: 60 }))
    const other = stranger(file)
    other.exec('BEGIN IMMEDIATE')
    const answer = await append(events, 'a', 0)
    expect(answer).toMatchObject({ left: { type: 'StoreBusy' } })
    expect(E.isLeft(answer) && 'waitedMs' in answer.left ? answer.left.waitedMs : 0).toBeGreaterThanOrEqual(60)
    expect(await unwrap(events.readAll(null, 1))).toEqual({ events: [], end: true })
    other.exec('ROLLBACK')
    expect(await append(events, 'a', 0)).toMatchObject({ right: { position: '1' } })
    await events.close()
    await projections.close()
  })

  it('an append is done as soon as the other has ended, and the event loop goes on meanwhile', async () => {
    const file = scratchFile()
    const { events, projections } = await unwrap(openSqlite({ file, create: true }))
    const other = stranger(file)
    other.exec('BEGIN IMMEDIATE')
    const appending = append(events, 'a', 0)
    await new Promise((resolve) => setTimeout(resolve, 30))
    other.exec('COMMIT')
    expect(await appending).toMatchObject({ right: { version: 0 } })
    await events.close()
    await projections.close()
  })
})

describe('when the medium is full', () => {
  it('an append is refused as StoreFull, what is there stays, and a smaller one may still fit', async () => {
    const { db, events } = openBreakable()
    expect(await append(events, 'a', 0)).toMatchObject({ right: { version: 0 } })
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
    db.exec(`PRAGMA max_page_count = ${pages + 1}`)
    const [big, small] = await Promise.all([append(events, 'b', 0, 'x'.repeat(100_000)), append(events, 'c', 0)])
    expect([big, small]).toMatchObject([{ left: { type: 'StoreFull' } }, { right: { position: '2' } }])
    db.exec('PRAGMA max_page_count = 100000')
    expect(await append(events, 'b', 0, 'x'.repeat(100_000))).toMatchObject({ right: { position: '3' } })
  })
})

describe('when a commit fails', () => {
  it('the outcome is unknown for all who shared it, and the next transaction can begin', async () => {
    const { db, connection } = openBreakable()
    // A foreign key that is checked at COMMIT is the only way to make SQLite itself fail there.
    db.exec('PRAGMA foreign_keys = ON; CREATE TABLE home (id INTEGER PRIMARY KEY)')
    db.exec('CREATE TABLE guest (home REFERENCES home DEFERRABLE INITIALLY DEFERRED)')
    const insert = db.prepare('INSERT INTO guest VALUES (7)')
    const answers = await Promise.all([
      connection.write(() => E.right(insert.run().changes)),
      connection.write(() => E.right('beside it')),
    ])
    expect(answers).toMatchObject([{ left: { type: 'UnknownOutcome' } }, { left: { type: 'UnknownOutcome' } }])
    expect(db.prepare('SELECT count(*) AS n FROM guest').get()).toEqual({ n: 0 })
    expect(await connection.write(() => E.right('after it'))).toEqual(E.right('after it'))
  })
})

describe('appends that arrive together', () => {
  it('share one transaction', async () => {
    const { db, events } = openBreakable()
    const asked = Array.from({ length: 64 }, (_, n) => append(events, `n${n}`, 0))
    const count = db.prepare('SELECT count(*) AS n FROM events')
    const seen = new Set<unknown>()
    await Promise.all(
      asked.map(async (one) => {
        await one
        seen.add(count.get()?.['n'])
      }),
    )
    expect([...seen]).toEqual([64])
  })

  it('of one stream may follow on each other', async () => {
    const { events } = openBreakable()
    const answers = await Promise.all([0, 1, 2].map((version) => append(events, 'a', version)))
    expect(answers).toMatchObject([{ right: { version: 0 } }, { right: { version: 1 } }, { right: { version: 2 } }])
    expect(await events.append(streamName('a'), 'no-stream', [fixtureEvent('a', 0)])()).toMatchObject({
      right: { version: 0 },
    })
  })
})
