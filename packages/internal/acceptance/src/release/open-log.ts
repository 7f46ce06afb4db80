/** A stored log, opened by today's program: from a copy of its SQLite file, or from its lines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { Instant, StreamVersion } from '@zhiyuan/kernel'
import { openLedger, replay, type Ledger } from '@zhiyuan/ledger'
import { manualClock, unwrap, seededRandomness, type EventStore, type Ports, type StoredEvent } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'
import { logFiles, readLines, readZipped, type Answers } from './stored-log.ts'

/** The names that are needed to open a stored log. */
export type LogNames = Pick<Answers, 'log' | 'jurisdiction' | 'now'>

/** An opened log and its digest. */
export interface OpenedLog {
  readonly ledger: Ledger
  readonly digest: string
  readonly close: () => Promise<void>
}

const makePorts = (stores: Omit<Ports, 'clock' | 'random'>, now: Instant): Ports => ({
  ...stores,
  clock: manualClock(now),
  random: seededRandomness('release'),
})

/** Opens SQLite files where they are. */
export const openFiles = async (file: string, vault: string, { now, log, jurisdiction }: LogNames): Promise<Ledger> => {
  const stores = { ...(await unwrap(openSqlite({ file }))), vault: await unwrap(openSqliteVault({ file: vault })) }
  return openLedger({ ports: makePorts(stores, now), log, jurisdiction })
}

/** Opens a copy of the stored file, as an upgraded program does: views of newer versions are built beside the existing ones. */
export const openStored = async (folder: string, names: LogNames): Promise<OpenedLog> => {
  const copy = mkdtempSync(join(tmpdir(), 'zhiyuan-stored-'))
  const file = join(copy, 'ledger.sqlite')
  const vault = join(copy, 'vault.sqlite')
  const files = logFiles(folder)
  writeFileSync(file, readZipped(files.ledger))
  writeFileSync(vault, readZipped(files.vault))
  const ledger = await openFiles(file, vault, names)
  const { log } = await ledger.digest()
  await ledger.settle()
  return {
    ledger,
    digest: log,
    close: async () => {
      await ledger.close()
      rmSync(copy, { recursive: true, force: true })
    },
  }
}

const append = async (store: EventStore, event: StoredEvent): Promise<void> => {
  const expected = event.version === 0 ? 'no-stream' : ((event.version - 1) as StreamVersion)
  const answer = await store.append(event.stream, expected, [event])()
  if (E.isLeft(answer)) throw new Error(`${event.id}: ${JSON.stringify(answer.left)}`)
}

/** Puts the stored lines into memory and folds them into rows anew. */
export const replayLines = async (folder: string, { now, log, jurisdiction }: LogNames): Promise<OpenedLog> => {
  const ports = makePorts(memoryStores(), now)
  for (const event of readLines(folder)) await append(ports.events, event)
  const { findings, ...digests } = await replay({ ports, log })
  if (findings.length > 0) throw new Error(`the stored log is not sound: ${JSON.stringify(findings)}`)
  const ledger = await openLedger({ ports, log, jurisdiction })
  return { ledger, digest: digests.log, close: () => ledger.close() }
}
