/** Writes the files of a release. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Header, Instant } from '@zhiyuan/kernel'
import type { Ledger } from '@zhiyuan/ledger'
import { unwrap, type GlobalPosition, type Page, type StoredEvent } from '@zhiyuan/runtime'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { compareLock, gatherKeptLines } from '../lock/compare.ts'
import { printLock, readLock, renewLock } from '../lock/lock-file.ts'
import { addToManifest, brokenOff, checkFiles, releaseLines, unfinishedFolder } from '../lock/manifest.ts'
import { listReleases } from '../lock/releases.ts'
import { linesToday } from '../lock/today.ts'
import { writeWhole } from '../lock/write-whole.ts'
import { openFiles } from './open-log.ts'
import { ask, questionsAbout } from './questions.ts'
import { logFiles, writeLines, writeZipped, type Answers } from './stored-log.ts'
import { toldLogs, vaultFile, type ToldLog } from './tell-logs.ts'

/** The folder for a release, and the lock whose lines it keeps. */
export interface ReleasePlan {
  readonly name: string
  /** The folder of all releases. */
  readonly logs: string
  readonly lockFile: string
}

const readStored = async (file: string): Promise<ReadonlyArray<StoredEvent>> => {
  const { events, projections } = await unwrap(openSqlite({ file }))
  const all: StoredEvent[] = []
  let after: GlobalPosition | null = null
  let end = false
  while (!end) {
    const page: Page = await unwrap(events.readAll(after, 1000))
    all.push(...page.events.map(({ event }) => event))
    after = page.events.at(-1)?.position ?? after
    end = page.end
  }
  await Promise.all([events.close(), projections.close()])
  return all
}

const askAll = async (ledger: Ledger, told: ToldLog, now: Instant): Promise<Answers> => {
  const { events } = await ledger.read(null, 100_000)
  const { log } = await ledger.digest()
  const answers = []
  for (const question of questionsAbout(events, told.scope))
    answers.push({ question, answer: await ask(ledger, question) })
  return { log: told.log, jurisdiction: told.jurisdiction, now, digest: log, answers }
}

/** Tells one log, and keeps its lines, its files and its answers. */
const keepLog = async (told: ToldLog, folder: string): Promise<void> => {
  const scratch = mkdtempSync(join(tmpdir(), 'zhiyuan-release-'))
  try {
    const file = join(scratch, 'ledger.sqlite')
    await told.tell(file, vaultFile(file))
    const stored = await readStored(file)
    const last = stored.at(-1)
    if (last === undefined) throw new Error(`${told.name}: nothing was told`)
    const { recordedAt: now } = JSON.parse(last.header) as Header
    const ledger = await openFiles(file, vaultFile(file), { ...told, now })
    const answers = await askAll(ledger, told, now)
    await ledger.close()
    const files = logFiles(folder)
    writeLines(folder, stored)
    writeZipped(files.ledger, readFileSync(file))
    writeZipped(files.vault, readFileSync(vaultFile(file)))
    writeZipped(files.answers, JSON.stringify(answers))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Every line except those over the logs of the next release. */
const isOfRelease = ([key]: readonly [string, string]): boolean => !key.endsWith(' over next')

/** The reason why the release cannot be written; null where it can. */
const refuse = async ({ name, logs, lockFile }: ReleasePlan): Promise<string | null> => {
  if (!/^[a-z0-9][a-z0-9.-]{0,31}$/.test(name) || name === 'next') return `${name} is no name for a release`
  if (existsSync(unfinishedFolder(logs))) return brokenOff
  if (existsSync(join(logs, name))) return `release ${name} is there already, and is never written again`
  const releases = listReleases(logs)
  const lock = readLock(lockFile)
  const { lines, faults } = await linesToday(releases)
  const wrong = compareLock(lock, releases, [...releaseLines(logs), ...lines])
  const [finding] = [...checkFiles(logs), ...faults, ...wrong]
  return finding === undefined ? null : `the lock does not hold: ${finding}`
}

const keepRelease = async ({ name, logs, lockFile }: ReleasePlan, folder: string): Promise<void> => {
  for (const told of toldLogs) await keepLog(told, join(folder, told.name))
  const releases = listReleases(logs)
  writeLines(join(folder, 'vocabulary'), (await linesToday(releases)).vocabulary)
  const { lines } = await linesToday([...releases, { name, folder, lines: new Map() }])
  const kept = gatherKeptLines(readLock(lockFile), releases)
  const lock = renewLock(kept, lines)
  writeFileSync(join(folder, 'vocabulary.lock'), printLock(new Map([...lock].filter(isOfRelease))))
  renameSync(folder, join(logs, name))
  addToManifest(logs, name)
  writeWhole(lockFile, printLock(renewLock(kept, [...releaseLines(logs), ...lines])))
}

/**
 * Keeps a release: its logs with their answers, a copy of the lock, and a hash of each file. From then on its lines stay unchanged in the lock.
 * Gives the reason why nothing was written, or null.
 */
export const writeRelease = async (plan: ReleasePlan): Promise<string | null> => {
  const refusal = await refuse(plan)
  if (refusal !== null) return refusal
  mkdirSync(plan.logs, { recursive: true })
  const scratch = unfinishedFolder(plan.logs)
  try {
    mkdirSync(scratch)
  } catch {
    return brokenOff
  }
  try {
    await keepRelease(plan, join(scratch, plan.name))
    return null
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
