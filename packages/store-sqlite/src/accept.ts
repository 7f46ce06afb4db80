import { StoreFailure } from '@zhiyuan/runtime/store'
import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { damaged, faulty, missing } from './advice.ts'
import { listKinds, type Format } from './format.ts'
import { missingPages } from './left-log.ts'
import { writeTransaction, readTransaction } from './transactions.ts'

const refuse = (...why: Parameters<typeof damaged>): never => {
  throw new StoreFailure(damaged(...why))
}

/** Reads a PRAGMA of one value. `all` runs the statement to its end, where changing the journal mode can fail; `get` would not. */
export const pragma = (db: DatabaseSync, name: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).all()[0] ?? {})[0]

const readSchema = (db: DatabaseSync): Readonly<Record<string, string>> => {
  const kept = db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").all()
  return Object.fromEntries(kept.map(({ name, sql }) => [String(name), String(sql)]))
}

/** No SQLite database is shorter, except that an empty file is a new one. */
const shortestFile = 512

/** Whether nothing was ever written to the file. */
const isNew = (db: DatabaseSync): boolean => {
  if (pragma(db, 'application_id') !== 0 || pragma(db, 'schema_version') !== 0) return false
  const location = db.location()
  const bytes = location === null ? 0 : statSync(location).size
  if (bytes > 0 && bytes < shortestFile) refuse('otherFile', `a file of ${bytes} B`)
  return true
}

/** Refuses a file of another program, or of a format that this program does not know. */
export const identify = (db: DatabaseSync, format: Format): void => {
  const id = pragma(db, 'application_id')
  if (id !== format.applicationId) {
    const [kind] = listKinds((other) => other.applicationId === id)
    if (kind !== undefined) refuse('otherKind', `it holds a ${kind}`)
    refuse('otherFile', 'another application_id')
  }
  const version = Number(pragma(db, 'user_version'))
  const cause = `format ${version}; this program knows ${format.version}`
  if (version > format.version) refuse('newerFile', cause)
  if (version < format.version) refuse(version > 0 ? 'olderFile' : 'damagedFile', cause)
}

/** Names of tables and triggers that are changed, missing or strange. */
export const schemaChanges = (db: DatabaseSync, { schema }: Format): ReadonlyArray<string> => {
  const kept = readSchema(db)
  const names = new Set([...Object.keys(kept), ...Object.keys(schema)])
  return [...names].filter((name) => kept[name] !== schema[name])
}

const inspect = (db: DatabaseSync, format: Format): void => {
  identify(db, format)
  const changed = schemaChanges(db, format)
  if (changed.length > 0) refuse('damagedFile', `changed, missing or strange in the schema: ${changed.join(', ')}`)
}

const isWhole = (db: DatabaseSync, question: string): void => {
  const gone = db.prepare(question).get()
  if (gone !== undefined) refuse('damagedFile', `missing: ${String(gone['what'])}`)
}

/** Reading a file of this size through takes about a tenth of a second; a larger one would make each opening slow. */
const readThroughBytes = 64 * 1024 * 1024

const readThrough = (db: DatabaseSync, { cutOut }: Format): void => {
  const pages = Number(pragma(db, 'page_count'))
  const pageSize = Number(pragma(db, 'page_size'))
  const gone = missingPages(db.location() ?? '', { pages, pageSize })
  if (gone > 0) refuse('damagedFile', `missing: ${gone} of ${pages} pages`)
  if (pages * pageSize > readThroughBytes) return
  const found = pragma(db, 'quick_check(1)')
  if (found !== 'ok') refuse('damagedFile', String(found))
  isWhole(db, cutOut)
}

const create = (db: DatabaseSync, { applicationId, version, schema }: Format): void => {
  for (const sql of Object.values(schema)) db.exec(sql)
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}`)
}

const walMode = (db: DatabaseSync): void => {
  const mode = pragma(db, 'journal_mode = WAL')
  if (mode !== 'wal') {
    throw new StoreFailure(faulty('noLog', `this file cannot have a write-ahead log: ${String(mode)}`))
  }
}

/** The purpose of an opening. */
export interface Wish {
  readonly format: Format
  /** An empty file becomes one of ours; without `create` it is refused. */
  readonly create: boolean
}

/**
 * Whether a file is new, where that is allowed. Any other file is checked: its program, its format, tables and guards, the end of the log,
 * and up to 64 MB every page and the number of events. It changes nothing: `db` may be open for reading only.
 */
export const judge = (db: DatabaseSync, { format, create: mayCreate }: Wish): 'new' | 'ours' => {
  const inSnapshot = readTransaction(db)
  if (inSnapshot(() => isNew(db))) {
    if (!mayCreate) throw new StoreFailure(missing('an empty file'))
    return 'new'
  }
  inSnapshot(() => inspect(db, format))
  inSnapshot(() => isWhole(db, format.missing))
  inSnapshot(() => readThrough(db, format))
  return 'ours'
}

/** Makes a new file ours, where that is asked for, or checks that an old one is. */
export const accept = (db: DatabaseSync, wish: Wish): void => {
  const found = judge(db, wish)
  walMode(db)
  if (found === 'ours') return
  writeTransaction(db)(() => {
    // Another process may have made the tables meanwhile.
    if (isNew(db)) create(db, wish.format)
    else inspect(db, wish.format)
  })
}
