import { closeSync, openSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { unwrap, type GlobalPosition } from '@zhiyuan/runtime'
import { ledgerFormat } from './format.ts'
import { openSqlite, type SqliteStores } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'
import { append } from './event.fixture.ts'

export const rows = { name: 'rows', version: 1 }

export const closeBoth = async ({ events, projections }: SqliteStores): Promise<void> => {
  await events.close()
  await projections.close()
}

/** A closed file with so many events, and one row. */
export const writeFileWithEvents = async (count = 300): Promise<string> => {
  const file = scratchFile()
  const stores = await unwrap(openSqlite({ file, create: true }))
  await Promise.all(
    Array.from({ length: count }, (_, n) => append(stores.events, `n${n}`, 0, { text: 'x'.repeat(200) })),
  )
  const put = [{ key: 'a', row: 1 }]
  await unwrap(stores.projections.commit([{ rows, from: null, checkpoint: '1' as GlobalPosition, put, remove: [] }]))
  await closeBoth(stores)
  return file
}

/** A change to a file behind the store's back. */
export const executeSql = (file: string, sql: string): void => {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

/** The same with a guard dropped before and restored after. */
export const executeUnguarded = (file: string, guard: string, sql: string): void =>
  executeSql(file, `DROP TRIGGER ${guard}; ${sql}; ${ledgerFormat.schema[guard]}`)

export const overwrite = (file: string, at: number, bytes: Uint8Array): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}
