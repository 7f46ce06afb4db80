import type { StreamName } from '@zhiyuan/kernel'
import type { HistoryFinding } from './findings.ts'
import { knownFloor, type Known } from './floor.ts'
import type { AppendEntry, Entry, Place, ReadEntry } from './history.ts'
import type { Indexed } from './indexed.ts'

/** The events that a reader saw, and the piece of the log or stream to which they must belong. */
interface Look {
  readonly whole: ReadonlyArray<Place>
  readonly seen: ReadonlyArray<Place>
  readonly start: number
  readonly end: boolean
}

/** Null where the store refused: it says nothing about the log. */
const readLook = (entry: ReadEntry, log: Indexed): Look | null => {
  if ('left' in entry.answer) return null
  const { events: seen, end } = entry.answer.right
  if (entry.kind === 'readStream') {
    return { whole: log.streams.get(entry.asked.stream) ?? [], seen, start: entry.asked.from, end }
  }
  const { after } = entry.asked
  const start = after === null ? 0 : (log.rankOfPosition.get(after) ?? Number.NaN) + 1
  return { whole: log.events, seen, start, end }
}

/** A page after a position of no event is no piece of the log, even when it is empty. */
const isPiece = ({ whole, seen, start }: Look): boolean =>
  !Number.isNaN(start) &&
  seen.every(({ id, version, position }, index) => {
    const there = whole[start + index]
    return there?.id === id && there.version === version && there.position === position
  })

/** How far an entry proves that its stream reaches: the index of the last event that it knows. */
const readKnownStream = (entry: Entry): readonly [StreamName, number] | null => {
  switch (entry.kind) {
    case 'append': {
      if ('right' in entry.answer) return [entry.asked.stream, entry.answer.right.version]
      const { left } = entry.answer
      return left.type === 'VersionConflict' && left.actual !== null ? [entry.asked.stream, left.actual] : null
    }
    case 'readStream': {
      const last = 'right' in entry.answer ? entry.answer.right.events.at(-1) : undefined
      return last === undefined ? null : [entry.asked.stream, last.version]
    }
    case 'readAll':
      return null
  }
}

/** How far an entry proves that the log reaches. */
const readKnownLog = (entry: Entry, { rank, streams }: Indexed): number => {
  if (entry.kind !== 'readAll') {
    const [stream, index] = readKnownStream(entry) ?? []
    const last = stream === undefined || index === undefined ? undefined : streams.get(stream)?.[index]
    return last === undefined ? -1 : (rank.get(last.id) ?? -1)
  }
  const last = 'right' in entry.answer ? entry.answer.right.events.at(-1) : undefined
  return last === undefined ? -1 : (rank.get(last.id) ?? -1)
}

const knownFloors = (history: ReadonlyArray<Entry>, log: Indexed) => {
  const byStream = new Map<StreamName, Known[]>()
  for (const entry of history) {
    const [stream, index] = readKnownStream(entry) ?? []
    if (stream === undefined || index === undefined) continue
    const own = byStream.get(stream) ?? []
    own.push({ at: entry.answeredAt, index })
    byStream.set(stream, own)
  }
  const ofStream = new Map([...byStream].map(([stream, known]) => [stream, knownFloor(known)]))
  const ofLog = knownFloor(history.map((entry) => ({ at: entry.answeredAt, index: readKnownLog(entry, log) })))
  return {
    before: ({ invokedAt, ...entry }: ReadEntry): number =>
      entry.kind === 'readAll' ? ofLog(invokedAt) : (ofStream.get(entry.asked.stream)?.(invokedAt) ?? -1),
    ofStream: (stream: StreamName, at: bigint): number => ofStream.get(stream)?.(at) ?? -1,
  }
}

/** Pages are pieces of the log, and reach at least as far as was known when they were asked for. */
export const findWrongReads = (history: ReadonlyArray<Entry>, log: Indexed): ReadonlyArray<HistoryFinding> => {
  const floors = knownFloors(history, log)
  return history.flatMap((entry): ReadonlyArray<HistoryFinding> => {
    if (entry.kind === 'append') return []
    const look = readLook(entry, log)
    if (look === null) return []
    const { process, invokedAt } = entry
    if (!isPiece(look)) return [{ type: 'PageTorn', process, invokedAt }]
    const last = floors.before(entry)
    const missing = look.whole[last]
    const reaches = !look.end || last < look.start + look.seen.length || missing === undefined
    return reaches ? [] : [{ type: 'ReadStale', process, invokedAt, missing: missing.id }]
  })
}

/** A conflict names a version that the stream had between question and answer. */
export const findUntrueConflicts = (history: ReadonlyArray<Entry>, log: Indexed): ReadonlyArray<HistoryFinding> => {
  const floors = knownFloors(history, log)
  const isUntrue = ({ asked, answer, invokedAt }: AppendEntry): boolean => {
    if ('right' in answer || answer.left.type !== 'VersionConflict') return false
    const actual = answer.left.actual ?? -1
    const expected = asked.expected === 'no-stream' ? -1 : asked.expected
    const length = log.streams.get(asked.stream)?.length ?? 0
    return actual === expected || actual >= length || actual < floors.ofStream(asked.stream, invokedAt)
  }
  return history
    .filter((entry) => entry.kind === 'append')
    .filter(isUntrue)
    .map(({ process, invokedAt }) => ({ type: 'ConflictUntrue', process, invokedAt }))
}
