import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap, type EventStore, type ProjectionStore, type Vault } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'
import { openPostgres, openPostgresVault } from '@zhiyuan/store-postgres'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'
import type { Options } from '../options.ts'
import { eventStoreUrl, logIsTaken, openEvents, logPrefix } from './eventstoredb.ts'
import { databaseUrl, dropSchemas, makeSchemas, newSchema, role, schemaIsTaken, nameVaultSchema } from './postgres.ts'

export interface Stores {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly vault: Vault
}

/** The place of rows, vault and, without an event store, events: a SQLite file, a schema of the PostgreSQL that `DATABASE_URL` names, or memory. */
export interface Place {
  readonly store: 'sqlite' | 'postgres' | 'memory'
  readonly name: string
}

/** A place for this run, and how to remove it at the end. */
export interface Taken {
  readonly place: Place
  readonly remove: () => Promise<void>
}

const vaultFile = (file: string): string => `${file}-vault`

const keep = (): Promise<void> => Promise.resolve()

const takeFile = (db: string | null): Taken | { readonly taken: string } => {
  if (db !== null) {
    const taken = [db, vaultFile(db)].find((file) => existsSync(file))
    return taken === undefined ? { place: { store: 'sqlite', name: db }, remove: keep } : { taken }
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-bazhou-'))
  return {
    place: { store: 'sqlite', name: join(folder, 'ledger.sqlite') },
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  }
}

const takeSchema = async (asked: string | null): Promise<Taken | { readonly taken: string }> => {
  if (asked !== null && (await schemaIsTaken(asked))) return { taken: asked }
  const name = asked ?? newSchema()
  await makeSchemas(name)
  return { place: { store: 'postgres', name }, remove: asked === null ? () => dropSchemas(name) : keep }
}

const inMemory: Taken = { place: { store: 'memory', name: 'memory' }, remove: keep }

/** Memory, or the file or schema that was asked for, which must not exist yet, or a temporary one that is removed at the end. Events at an event store stay there. */
export const choosePlace = async ({
  db,
  memory,
}: Pick<Options, 'db' | 'memory'>): Promise<Taken | { readonly taken: string }> => {
  if (memory) return inMemory
  // It is looked at before anything is made. A name of our own is not looked at: no other run has it.
  if (eventStoreUrl !== null && db !== null && (await logIsTaken(eventStoreUrl, db)))
    return { taken: `${logPrefix(db)}:` }
  return databaseUrl === null ? takeFile(db) : takeSchema(db)
}

const openBesideRows = async ({ store, name }: Place, create: boolean): Promise<Stores> => {
  if (store === 'memory') return memoryStores()
  if (store === 'sqlite' || databaseUrl === null) {
    const stores = await unwrap(openSqlite({ file: name, create }))
    return { ...stores, vault: await unwrap(openSqliteVault({ file: vaultFile(name), create })) }
  }
  const stores = await unwrap(openPostgres({ url: databaseUrl, schema: name, role }))
  const schema = nameVaultSchema(name)
  return { ...stores, vault: await unwrap(openPostgresVault({ url: databaseUrl, schema, role })) }
}

/** Events with the rows or at an event store, names and words in a vault of their own (P1). A run creates them, its replay does not. */
export const openStores = async (place: Place, create = false): Promise<Stores> => {
  const stores = await openBesideRows(place, create)
  if (eventStoreUrl === null) return stores
  await stores.events.close()
  return { ...stores, events: await openEvents(eventStoreUrl, place.name) }
}
