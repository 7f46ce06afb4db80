/** The process that is recorded: `recorder.fixture.ts FOLDER FULL|NORMAL SEED STEPS`. */
import { openSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { accept } from '../accept.ts'
import { connections, type Connection } from '../connection.ts'
import { sqliteEvents } from '../event-store.ts'
import { ledgerFormat, vaultFormat, type Format } from '../format.ts'
import { openSqlite, openSqliteVault } from '../index.ts'
import { retryPatiently } from '../patience.ts'
import { sqliteProjections } from '../projection-store.ts'
import { sqliteVault } from '../vault.ts'
import type { DecodeRefused } from '@zhiyuan/kernel'
import type { StoreError } from '@zhiyuan/runtime'
import { seededChance } from '@zhiyuan/testing/history'
import { workload, type Work } from './workload.fixture.ts'

const [folder = '', synchronous = '', seed = '', steps = ''] = process.argv.slice(2)

/** The options are well-formed, so that the file alone refuses. */
const sayOpening = (why: StoreError | DecodeRefused): StoreError => {
  if (why.type === 'DecodeRefused') throw new Error(JSON.stringify(why))
  return why
}

const durably: Work['open'] = async () => {
  const stores = await openSqlite({ file: `${folder}/ledger.db`, create: true })()
  if (stores._tag === 'Left') return TE.left(sayOpening(stores.left))()
  const vault = await openSqliteVault({ file: `${folder}/vault.db`, create: true })()
  if (vault._tag === 'Right') return TE.right({ ...stores.right, vault: vault.right })()
  for (const port of [stores.right.events, stores.right.projections]) await port.close()
  return TE.left(sayOpening(vault.left))()
}

/** Opens a file with `synchronous = NORMAL`, which the package itself never does; nothing else differs. */
const carelessly = (name: string, format: Format, count: number): ReadonlyArray<Connection> => {
  const db = new DatabaseSync(`${folder}/${name}`)
  db.exec(format.settings)
  accept(db, { format, create: true })
  db.exec('PRAGMA synchronous = NORMAL')
  return connections(db, retryPatiently(5000), count)
}

const carelesslyAll: Work['open'] = () => {
  const [first, second] = carelessly('ledger.db', ledgerFormat, 2) as [Connection, Connection]
  const [third] = carelessly('vault.db', vaultFormat, 1) as [Connection]
  return TE.right({ events: sqliteEvents(first), projections: sqliteProjections(second), vault: sqliteVault(third) })()
}

const open = synchronous === 'NORMAL' ? carelesslyAll : durably
const saying = openSync(`${folder}/said`, 'a')
const say = (line: string): void => void writeSync(saying, `${line}\n`)
await workload({ folder, open, chance: seededChance(Number(seed)), say }, Number(steps))
