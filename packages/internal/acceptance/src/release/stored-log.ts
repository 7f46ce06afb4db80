/** The files of one log of a release, and how to write and read them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Envelope, Header, Instant } from '@zhiyuan/kernel'
import type { StoredEvent } from '@zhiyuan/runtime'
import { storeEnvelope } from '../canonical.ts'
import type { Question } from './questions.ts'

/** A question to a log, and its answer. */
export interface Answers {
  readonly log: string
  readonly jurisdiction: string
  /** The instant of the question. */
  readonly now: Instant
  /** The digest of the whole log. */
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
export const readZipped = (file: string): Buffer => {
  try {
    return gunzipSync(readFileSync(file))
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${String(cause)}`, { cause })
  }
}

/** The parts of a log's folder. */
export const logFiles = (folder: string) => ({
  lines: join(folder, 'log.jsonl.gz'),
  ledger: join(folder, 'ledger.sqlite.gz'),
  vault: join(folder, 'vault.sqlite.gz'),
  answers: join(folder, 'answers.json.gz'),
})

/** An event as one line: canonical JSON has no line feed. */
const printLine = ({ header, data, traceparent }: StoredEvent): string =>
  `{"data":${data},"header":${header},"traceparent":${JSON.stringify(traceparent)}}\n`

/** Writes a log as canonical JSON lines. */
export const writeLines = (folder: string, events: ReadonlyArray<StoredEvent>): void =>
  writeZipped(logFiles(folder).lines, events.map(printLine).join(''))

interface LineSays extends Pick<Envelope<unknown>, 'data' | 'traceparent'> {
  readonly header: Header
}

const parseLine = (line: string): StoredEvent => {
  const { header, data, traceparent } = JSON.parse(line) as LineSays
  return storeEnvelope({ ...header, data, traceparent })
}

/** The events of a log as they were stored. */
export const readLines = (folder: string): ReadonlyArray<StoredEvent> =>
  readZipped(logFiles(folder).lines)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine)

/** The questions to a log when it was written; null where there were none. */
export const readAnswers = (folder: string): Answers | null =>
  existsSync(logFiles(folder).answers)
    ? (JSON.parse(readZipped(logFiles(folder).answers).toString('utf8')) as Answers)
    : null
