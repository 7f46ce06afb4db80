/** The files of one log of a release, and how to write and read them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { canonicalJson, type Envelope, type Instant } from '@zhiyuan/kernel'
import type { Question } from './questions.ts'

/** What a log was asked, and what it answered. */
export interface Answers {
  readonly log: string
  readonly jurisdiction: string
  /** When it was asked. */
  readonly now: Instant
  /** Of the whole log. */
  readonly digest: string
  readonly answers: ReadonlyArray<{ readonly question: Question; readonly answer: unknown }>
}

const zipped = { level: 9 }

/** Writes a file of a release, compressed. */
export const writeZipped = (file: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, gzipSync(content, zipped))
}
/** The content of a compressed file. */
export const readZipped = (file: string): Buffer => gunzipSync(readFileSync(file))

/** The parts of a log's folder. */
export const filesOf = (folder: string) => ({
  lines: join(folder, 'log.jsonl.gz'),
  ledger: join(folder, 'ledger.sqlite.gz'),
  vault: join(folder, 'vault.sqlite.gz'),
  answers: join(folder, 'answers.json.gz'),
})

/** Writes a log as canonical JSON lines. */
export const writeLines = (folder: string, events: ReadonlyArray<Envelope<unknown>>): void =>
  writeZipped(filesOf(folder).lines, events.map((event) => `${canonicalJson(event)}\n`).join(''))

/** The envelopes of a log as they were stored. */
export const readLines = (folder: string): ReadonlyArray<Envelope<unknown>> =>
  readZipped(filesOf(folder).lines)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Envelope<unknown>)

/** What a log was asked when it was written; null where nothing was. */
export const readAnswers = (folder: string): Answers | null =>
  existsSync(filesOf(folder).answers)
    ? (JSON.parse(readZipped(filesOf(folder).answers).toString('utf8')) as Answers)
    : null
