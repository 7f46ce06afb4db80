import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { link, open, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import {
  optional,
  optionKinds,
  refuseOptions,
  type BackupFault,
  type OptionRules,
  type StoreError,
} from '@zhiyuan/runtime'
import { accept } from './accept.ts'
import { settleNames } from './folder.ts'
import { formats, type Kind } from './format.ts'
import { readInOneState, type Looked } from './one-state.ts'

export interface BackupOptions {
  /** Path of a file with events and rows, or of a vault. */
  readonly file: string
  /** Path of the copy, which must not exist yet. */
  readonly to: string
  /** How long it waits for other processes before it is refused as `StoreBusy`, in milliseconds; 5,000 if not said. */
  readonly patienceMs?: number
  /** Hears how many pages of how many are copied. */
  readonly progress?: (done: number, total: number) => void
}

export interface BackedUp {
  readonly kind: Kind
  readonly pages: number
}

/** 4 MB: a short wait between two progress reports. */
const pagesAtOnce = 1024

const acceptFile = (file: string, kind: Kind): void => {
  const copy = new DatabaseSync(file)
  try {
    accept(copy, { format: formats[kind], create: false })
  } finally {
    copy.close()
  }
}

const flushFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

const errorCode = (why: unknown): unknown => (why instanceof Error && 'code' in why ? why.code : null)

/** Gives the copy its name once it is whole and durable, so that a file of that name is always a complete one. False where the name is taken. */
const placeCopy = async (whole: string, to: string): Promise<boolean> => {
  await flushFile(whole)
  try {
    await link(whole, to)
  } catch (why) {
    if (errorCode(why) === 'EEXIST') return false
    // A medium without hard links: `rename` would replace a file that appears there in this moment.
    if (existsSync(to)) return false
    await rename(whole, to)
  }
  settleNames(to)
  return true
}

const exists = (to: string): E.Either<BackupFault, never> => E.left({ type: 'BackupTargetExists', to })

const copyPages = async (
  { db, kind }: Looked,
  { to, progress }: Required<Pick<BackupOptions, 'to' | 'progress'>>,
): Promise<E.Either<BackupFault, BackedUp>> => {
  const folder = mkdtempSync(`${to}.`)
  try {
    const whole = join(folder, basename(to))
    const pages = await backup(db, whole, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
    })
    acceptFile(whole, kind)
    if (!(await placeCopy(whole, to))) return exists(to)
    progress(pages, pages)
    return E.right({ kind, pages })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { listener, patience, text } = optionKinds
const known: OptionRules = { file: text, to: text, patienceMs: patience, progress: optional(listener) }

/**
 * Copies a file as it is at the beginning, while others go on writing. The copy opens like the original; a copy that
 * would not (the original is damaged) is refused as `StoreDamaged` and leaves nothing behind.
 * A copy of a vault still has what is destroyed in the original later.
 *
 * @example
 * const answer = await backupSqlite({ file: 'ledger.db', to: '/backup/ledger-2026-03-05.db' })()
 */
export const backupSqlite =
  (wish: BackupOptions): TaskEither<BackupFault | StoreError | DecodeRefused, BackedUp> =>
  async () => {
    const refusal = refuseOptions(wish, known)
    if (refusal !== null) return E.left(refusal)
    const { to, progress = () => {}, ...options } = wish
    if (existsSync(to)) return exists(to)
    const answer = await readInOneState(options, (looked) => copyPages(looked, { to, progress }))
    return E.isLeft(answer) ? answer : answer.right
  }
