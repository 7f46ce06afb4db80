/** The told logs of a release, each told into a SQLite file. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Ledger } from '@zhiyuan/ledger'
import { unwrap } from '@zhiyuan/runtime'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'
import { aprilAndMay } from '../golden/expected.ts'
import { tellMerge } from '../golden/merge.ts'
import type { Stores } from '../golden/runner.ts'
import { tellStory } from '../golden/tell.ts'
import type { Scope } from './questions.ts'

/** A log that is told anew for each release. */
export interface ToldLog {
  readonly name: string
  /** The log and jurisdiction that its events name. */
  readonly log: string
  readonly jurisdiction: string
  readonly scope: Scope
  /** Tells it into a new file and a new vault. */
  readonly tell: (file: string, vault: string) => Promise<void>
}

const city = '131081'

/** The vault of the main job stands beside its file. */
export const vaultFile = (file: string): string => `${file}-vault`

const story = (name: string, tellIt: (stores: Stores) => Promise<Ledger>): ToldLog => ({
  name,
  log: name,
  jurisdiction: city,
  scope: { ...aprilAndMay, unit: city },
  tell: async (file, vault) => {
    const stores = await unwrap(openSqlite({ file, create: true }))
    const ledger = await tellIt({ ...stores, vault: await unwrap(openSqliteVault({ file: vault, create: true })) })
    await ledger.close()
  },
})

const golden = story('golden', async (stores) => (await tellStory(stores)).ledger)
const merge = story('merge', tellMerge)

const mainJobScript = fileURLToPath(new URL('../../../../../examples/bazhou/src/main.ts', import.meta.url))
/** Enough requests for what the golden story has not, and a file of about a megabyte. */
const needsOfMainJob = 200

/** An example may not be imported, so the main job runs as a process of its own. */
const runMainJob = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { DATABASE_URL: _database, EVENTSTOREDB_URL: _events, ...env } = process.env
    const args = [mainJobScript, '--needs', String(needsOfMainJob), '--db', file]
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the main job ended with ${code ?? 'a signal'}:\n${output}`))
    })
  })

const mainJob: ToldLog = {
  name: 'main-job',
  log: 'bazhou-2020',
  jurisdiction: city,
  scope: { from: '2020-04-01', to: '2020-12-01', unit: city },
  tell: runMainJob,
}

export const toldLogs: ReadonlyArray<ToldLog> = [golden, merge, mainJob]
