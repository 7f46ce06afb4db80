import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promised, type EventStore, type ProjectionStore, type Vault } from '@zhiyuan/runtime'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'

export interface Stores {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly vault: Vault
}

/** Where the database lies, and how to be rid of it. */
export interface Place {
  readonly file: string
  readonly remove: () => void
}

/** The file that was asked for, which must not exist yet, or one in a temporary folder that goes at the end. */
export const placeFor = (db: string | null): Place | { readonly taken: string } => {
  if (db !== null) {
    const taken = [db, vaultOf(db)].find((file) => existsSync(file))
    return taken === undefined ? { file: db, remove: () => undefined } : { taken }
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-bazhou-'))
  return { file: join(folder, 'ledger.sqlite'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const vaultOf = (file: string): string => `${file}-vault`

/** Events and rows in one file, names and words in a vault of their own (P1). */
export const openStores = async (file: string): Promise<Stores> => ({
  ...(await promised(openSqlite({ file }))),
  vault: await promised(openSqliteVault({ file: vaultOf(file) })),
})
