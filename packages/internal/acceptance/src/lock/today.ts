/** The lines that the sources give today. */
import { join } from 'node:path'
import { processes, ruleSet, sections, slices, views, type LedgerEvent } from '@zhiyuan/domain'
import { Header, type Envelope } from '@zhiyuan/kernel'
import type { StoredEvent } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'
import { anySlices } from '../slice-by-stream.ts'
import { tellMerge } from '../golden/merge.ts'
import { tellStory } from '../golden/tell.ts'
import { readAnswers, readLines } from '../release/stored-log.ts'
import { checkLines } from './check-lines.ts'
import type { Line } from './line.ts'
import { checkPastEditions } from './past-editions.ts'
import { decodeLog, type ReadLog } from './read-log.ts'
import { allLogs, rowLogs, type Release } from './releases.ts'
import { rowLines, type RowKeeper } from './row-lines.ts'
import { ruleLine } from './rule-lines.ts'
import { termLines } from './term-lines.ts'
import { checkStreams, streamLines } from './stream-lines.ts'
import { raisedLines, upcastLines } from './upcast-lines.ts'
import { vocabularyLog } from './vocabulary-log.ts'
import { eventLines, findOpaque, headerLine, wordLines } from './word-lines.ts'

const keepers: ReadonlyArray<RowKeeper<LedgerEvent>> = [
  ...views.map((projection) => ({ kind: 'view' as const, projection })),
  ...processes.map((projection) => ({ kind: 'process' as const, projection })),
] as unknown as ReadonlyArray<RowKeeper<LedgerEvent>>

const whole = 100_000

/** The stories as the sources tell them now. */
const tellStories = async (): Promise<ReadonlyArray<ReadLog>> => {
  const golden = await tellStory(memoryStores())
  const told = [
    ['golden', golden.ledger],
    ['merge', await tellMerge(memoryStores())],
  ] as const
  const read = async ([name, ledger]: (typeof told)[number]): Promise<ReadLog> => {
    const { events } = await ledger.read(null, whole)
    return { name, events, unread: [] }
  }
  return Promise.all(told.map(read))
}

/** A view or process folds envelopes of any events. */
const asGeneric = ({ events }: ReadLog) => events as unknown as ReadonlyArray<Envelope<LedgerEvent>>

/** Rows and answers over a log that cannot be read in full would mean nothing, so the unreadable editions are reported instead. */
const pinLogs = (over: string, logs: ReadonlyArray<ReadLog>) => {
  const unread = logs.flatMap((log) => log.unread)
  if (unread.length > 0) return { lines: [], unseen: [], unread: unread.map((one) => `${over}: ${one}`) }
  const misplaced = logs.flatMap(({ events }) => checkStreams(over, events))
  const folded = logs.filter(({ name }) => rowLogs.includes(name))
  const { lines, unseen } = rowLines(keepers, { over, logs: folded.map(asGeneric) })
  const rules = ruleLine(
    ruleSet,
    over,
    logs.map(({ name, events }) => ({ events, drawn: name === 'vocabulary' })),
  )
  return { lines: [rules, ...lines], unseen, unread: misplaced }
}

/** A log of a release. Its events may name another log than its folder does. */
const readStored = (folder: string, name: string) => {
  const stored = readLines(join(folder, name))
  const { log } = readAnswers(join(folder, name)) ?? { log: name }
  return { stored, read: { ...decodeLog(log, stored), name } }
}

/** The lines over a release's own logs: how its events read now, the rows that they leave, and the answers to their commands. */
const pinRelease = ({ name: over, folder }: Release) => {
  const logs = allLogs.map((name) => readStored(folder, name))
  const raised = raisedLines(
    slices,
    over,
    logs.flatMap(({ stored }) => stored),
  )
  const { lines, unread } = pinLogs(
    over,
    logs.map(({ read }) => read),
  )
  return { lines: [...raised, ...lines], unread }
}

/** More turns than this do not help: an event that changes no row by then never meets the rows of another. */
const turnsTried = [16, 24, 36, 54]

/** The logs that the next release would store. The last gets more turns until every type changes a row. */
const pinNext = async () => {
  const stories = await tellStories()
  const pin = (turns: number) => {
    const vocabulary = vocabularyLog(slices, turns)
    return { ...pinLogs('next', [...stories, decodeLog('vocabulary', vocabulary)]), vocabulary }
  }
  let next = pin(turnsTried[0] ?? 1)
  for (const turns of turnsTried.slice(1)) {
    if (next.unseen.length === 0) break
    next = pin(turns)
  }
  return next
}

/** Every line, and findings that no line shows. */
export interface Today {
  readonly lines: ReadonlyArray<Line>
  readonly faults: ReadonlyArray<string>
  /** The log of every event type. */
  readonly vocabulary: ReadonlyArray<StoredEvent>
}

/** Reads the codecs, tells the golden story, and folds its log and those of the releases. */
export const linesToday = async (releases: ReadonlyArray<Release>): Promise<Today> => {
  const next = await pinNext()
  const stored = releases.map(pinRelease)
  return {
    lines: [
      headerLine(Header),
      ...wordLines(Header, slices),
      ...streamLines(anySlices),
      ...eventLines(slices),
      ...upcastLines(slices),
      ...termLines(sections),
      ...checkLines(ruleSet, sections),
      ...[next, ...stored].flatMap(({ lines }) => lines),
    ],
    faults: [
      ...findOpaque(Header, slices),
      ...checkPastEditions(slices),
      ...next.unseen,
      ...[next, ...stored].flatMap(({ unread }) => unread),
    ],
    vocabulary: next.vocabulary,
  }
}
