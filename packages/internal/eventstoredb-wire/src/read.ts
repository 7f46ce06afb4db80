import type { Filter } from './filter.ts'
import { streamDeleted, type Failure } from './errors.ts'
import { eventFrame, linkFrame, streamNotFoundFrame, type Frame } from './frames.ts'
import type { Log } from './log.ts'
import type { Stored } from './record.ts'
import { resolveLink, lookUpStream } from './streams.ts'

/** The next step of a read: a message, a failure, or a wait until the log grows. */
export type ReadStep = Frame | { readonly type: 'fails'; readonly failure: Failure } | { readonly type: 'waits' }

/** Where a read begins: a revision of the stream, or a position of the log. */
export type From = 'start' | 'end' | number

export interface Reading {
  readonly from: From
  readonly backwards: boolean
  readonly count: number
  readonly resolveLinks: boolean
  readonly filter: Filter | undefined
}

/** An event as the reader wants it: a link with its target, where the reader asked for that. */
export const showEvent = (log: Log, event: Stored, resolveLinks: boolean): Frame =>
  resolveLinks && event.type === '$>' ? linkFrame(event, resolveLink(log, event)) : eventFrame(event)

const firstIndex = (from: From, last: number, backwards: boolean): number => {
  if (from === 'start') return 0
  if (from === 'end') return backwards ? last : last + 1
  return backwards ? Math.min(from, last) : from
}

/** Forwards from the revision itself, or backwards from it. */
export function* readStream(log: Log, stream: string, reading: Reading): Generator<ReadStep> {
  const seen = lookUpStream(log, stream)
  if (seen.type !== 'Records') {
    yield seen.type === 'Deleted' ? { type: 'fails', failure: streamDeleted(stream) } : streamNotFoundFrame(stream)
    return
  }
  const { records, first, since } = seen
  const step = reading.backwards ? -1 : 1
  const start = firstIndex(reading.from, records.length - 1, reading.backwards)
  let left = reading.count
  for (let index = reading.backwards ? start : Math.max(start, first); left > 0 && index >= first; index += step) {
    const event = records[index]
    if (event === undefined) return
    if (event.created < since) continue
    yield showEvent(log, event, reading.resolveLinks)
    left--
  }
}

/** Forwards from the event at the position, or backwards from the one before it. */
export function* readAll(log: Log, reading: Reading): Generator<ReadStep> {
  const { from, backwards, filter } = reading
  const at = typeof from === 'number' ? log.indexFrom(from) : from === 'start' ? 0 : log.all.length
  const step = backwards ? -1 : 1
  let left = reading.count
  for (let index = backwards ? at - 1 : at; left > 0; index += step) {
    const event = log.all[index]
    if (event === undefined) return
    if (filter !== undefined && !filter.passes(event)) continue
    yield showEvent(log, event, reading.resolveLinks)
    left--
  }
}
