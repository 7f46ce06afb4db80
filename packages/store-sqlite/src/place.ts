import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { damaged, faulty, missing } from './advice.ts'
import { lostFile } from './left-log.ts'
import { classifyError } from './store-failure.ts'

/** SQLite takes more than paths: a `file:` URL may lead elsewhere than it seems, and the other names are of databases that closing deletes. */
const isPath = (file: string): boolean =>
  file !== '' && file !== ':memory:' && !file.startsWith('file:') && !file.includes('\0')

/** Why a name must not be opened: it is no path, or SQLite would delete a write-ahead log that lies beside it. */
const inspectPath = (file: string): StoreError | null => {
  if (!isPath(file)) return faulty('notPath', `no path of a file: ${JSON.stringify(file)}`)
  const there = statSync(file, { throwIfNoEntry: false })
  return there?.isDirectory() === true ? damaged('folder', `${file} is a folder`) : lostFile(file)
}

const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined

const lookForRoom = (file: string, create: boolean): StoreError | null => {
  if (isThere(file)) return null
  if (!create) return missing(`no file ${file}`)
  const folder = dirname(file)
  const hasFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  return hasFolder ? null : missing(`no folder ${folder}`, 'missingFolder')
}

const answerPlace = (look: () => StoreError | null): StoreError | null =>
  E.getOrElse<StoreError, StoreError | null>((why) => why)(E.tryCatch(look, classifyError))

/** Why a file cannot be read at a place. */
export const strangePlace = (file: string): StoreError | null =>
  answerPlace(() => inspectPath(file) ?? (isThere(file) ? null : missing(`no file ${file}`, 'missingSource')))

/** Why there can be no file of ours at a path. SQLite itself would make one, or only say that it cannot open it. */
export const unfitPlace = (file: string, create: boolean): StoreError | null =>
  answerPlace(() => inspectPath(file) ?? lookForRoom(file, create))

/** A failure of opening, with the path of the file and advice. */
export const namePlace = (file: string, error: StoreError): StoreError => {
  if (!('cause' in error)) return error
  const advised = error.type === 'StoreFault' && error.advice === undefined ? faulty('failed', error.cause) : error
  return error.cause.includes(file) ? advised : { ...advised, cause: `${file}: ${error.cause}` }
}
