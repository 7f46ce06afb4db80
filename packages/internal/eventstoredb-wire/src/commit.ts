import { randomUUID } from 'node:crypto'
import type { Log } from './log.ts'
import { tombstoneRevision, utf8, type Proposed } from './record.ts'
import {
  isMetastream,
  isSoftDeleted,
  isTombstoned,
  lastRevision,
  readMetadata,
  metastreamName,
  stripMetaPrefix,
} from './streams.ts'

/** The state of the stream that a writer expects: an exact last revision, or one of these words. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists'

/** The outcome of a write. `current` is the last revision, -1 without one. */
export type Outcome =
  | { readonly type: 'Appended'; readonly revision: number; readonly position: number }
  | { readonly type: 'WrongExpectedVersion'; readonly current: number }
  | { readonly type: 'StreamDeleted' }

type Check = Outcome | { readonly type: 'Free' }

/** With `any` and `stream_exists` the ids alone decide, at any place in the stream. */
const checkIds = (log: Log, stream: string, ids: ReadonlyArray<string>): Check => {
  const there = ids.map((id) => log.withId(id)).map((event) => (event?.stream === stream ? event : undefined))
  const last = there.at(-1)
  if (there[0] === undefined) return { type: 'Free' }
  if (last === undefined || there.includes(undefined))
    return { type: 'WrongExpectedVersion', current: lastRevision(log, stream) }
  return { type: 'Appended', revision: last.revision, position: last.position }
}

/** The stream is longer than expected. The write is a repeat if the same events follow at that place. */
const checkRetry = (log: Log, stream: string, { after, ids }: { after: number; ids: ReadonlyArray<string> }): Check => {
  const records = log.recordsOf(stream)
  const last = records[after + ids.length]
  const there = ids.length > 0 && ids.every((id, index) => records[after + 1 + index]?.id === id)
  if (there && last !== undefined) return { type: 'Appended', revision: last.revision, position: last.position }
  const reborn = after === -1 && ids.length > 0 && records[0]?.id !== ids[0] && isSoftDeleted(log, stream)
  return reborn ? { type: 'Free' } : { type: 'WrongExpectedVersion', current: records.length - 1 }
}

const check = (
  log: Log,
  stream: string,
  { expected, ids }: { expected: Expected; ids: ReadonlyArray<string> },
): Check => {
  const current = lastRevision(log, stream)
  if (isTombstoned(log, stream)) return { type: 'StreamDeleted' }
  if (expected === 'stream_exists') {
    if (isSoftDeleted(log, stream)) return { type: 'StreamDeleted' }
    if (current < 0 && log.recordsOf(metastreamName(stream)).length === 0)
      return { type: 'WrongExpectedVersion', current }
  }
  if (expected === 'any' || expected === 'stream_exists') return checkIds(log, stream, ids)
  const after = expected === 'no_stream' ? -1 : expected
  if (after > current) return { type: 'WrongExpectedVersion', current }
  return after < current ? checkRetry(log, stream, { after, ids }) : { type: 'Free' }
}

const metadataEvent = (json: string): Proposed => ({
  id: randomUUID(),
  type: '$metadata',
  isJson: true,
  data: utf8(json),
  metadata: new Uint8Array(),
})

const writeMetadata = (log: Log, stream: string, json: string) => {
  const metastream = metastreamName(stream)
  return log.write({ stream: metastream, revision: log.recordsOf(metastream).length, event: metadataEvent(json) })
}

/** A stream that was deleted softly begins anew after its last event. */
const revive = (log: Log, stream: string, from: number): void => {
  writeMetadata(log, stream, JSON.stringify({ ...readMetadata(log, stream), $tb: from }))
}

export interface Write {
  readonly stream: string
  readonly expected: Expected
  readonly events: ReadonlyArray<Proposed>
}

/** Appends, or finds the same events already there, or refuses. */
export const append = (log: Log, { stream, expected, events }: Write): Outcome => {
  const checked = check(log, stream, { expected, ids: events.map(({ id }) => id) })
  if (checked.type !== 'Free') return checked
  const current = lastRevision(log, stream)
  const softDeleted = isSoftDeleted(log, stream)
  const original = isMetastream(stream) ? stripMetaPrefix(stream) : undefined
  const originalSoftDeleted = original !== undefined && isSoftDeleted(log, original)
  let position = log.end
  for (const [index, event] of events.entries())
    position = log.write({ stream, revision: current + 1 + index, event }).position
  if (events.length === 0) position = log.skip(92)
  if (softDeleted) revive(log, stream, current + 1)
  if (originalSoftDeleted) revive(log, original, lastRevision(log, original) + 1)
  return { type: 'Appended', revision: current + events.length, position }
}

/** Deletes softly: the events are hidden, and the stream may begin anew after them. */
export const softDelete = (log: Log, { stream, expected }: Omit<Write, 'events'>): Outcome => {
  const checked = check(log, stream, { expected, ids: [randomUUID()] })
  if (checked.type !== 'Free') return checked
  if (lastRevision(log, stream) < 0 && log.recordsOf(metastreamName(stream)).length === 0)
    return { type: 'WrongExpectedVersion', current: -1 }
  const { revision, position } = writeMetadata(log, stream, '{"$tb":9223372036854775807}')
  return { type: 'Appended', revision, position }
}

/** Deletes for ever. */
export const tombstone = (log: Log, { stream, expected }: Omit<Write, 'events'>): Outcome => {
  const checked = check(log, stream, { expected, ids: [randomUUID()] })
  if (checked.type !== 'Free') return checked
  const none = new Uint8Array()
  const event = { id: randomUUID(), type: '$streamDeleted', isJson: false, data: none, metadata: none }
  const { revision, position } = log.write({ stream, revision: tombstoneRevision, event })
  return { type: 'Appended', revision, position }
}
