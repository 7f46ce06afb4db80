import type { Log } from './log.ts'
import { tombstoneRevision, type Stored } from './record.ts'

/** What `$$stream` says about a stream. */
export interface StreamMetadata {
  readonly $maxCount?: number
  /** Seconds. */
  readonly $maxAge?: number
  readonly $tb?: number
}

/** Truncated before this, a stream is deleted softly: the highest revision there is, as far as a double can say it. */
const everything = 2 ** 63

const parsed = (event: Stored | undefined): StreamMetadata => {
  try {
    return event === undefined ? {} : (JSON.parse(Buffer.from(event.data).toString('utf8')) as StreamMetadata)
  } catch {
    return {}
  }
}

export const isMetastream = (stream: string): boolean => stream.startsWith('$$')
export const originalOf = (metastream: string): string => metastream.slice(2)
export const metastreamOf = (stream: string): string => `$$${stream}`

export const metadataOf = (log: Log, stream: string): StreamMetadata =>
  isMetastream(stream) ? { $maxCount: 1 } : parsed(log.recordsOf(metastreamOf(stream)).at(-1))

/** Deleted for ever. */
export const isTombstoned = (log: Log, stream: string): boolean =>
  log.recordsOf(stream).at(-1)?.revision === tombstoneRevision ||
  (isMetastream(stream) && isTombstoned(log, originalOf(stream)))

/** Deleted until somebody appends to it again. */
export const isSoftDeleted = (log: Log, stream: string): boolean => (metadataOf(log, stream).$tb ?? 0) >= everything

/** The revision of the last event; -1 without one. */
export const lastRevisionOf = (log: Log, stream: string): number => log.recordsOf(stream).length - 1

/** What a read of a stream finds. */
export type Seen =
  | { readonly type: 'NoStream' }
  | { readonly type: 'Deleted' }
  | {
      readonly type: 'Records'
      readonly records: ReadonlyArray<Stored>
      readonly first: number
      readonly since: number
    }

/** The records of a stream, the lowest revision that its metadata leaves visible, and the time since when. */
export const see = (log: Log, stream: string): Seen => {
  if (isTombstoned(log, stream)) return { type: 'Deleted' }
  const records = log.recordsOf(stream)
  const { $maxCount, $maxAge, $tb } = metadataOf(log, stream)
  if (records.length === 0 || ($tb ?? 0) >= everything) return { type: 'NoStream' }
  const first = Math.max(0, $tb ?? 0, $maxCount === undefined ? 0 : records.length - $maxCount)
  return { type: 'Records', records, first, since: $maxAge === undefined ? 0 : Date.now() - $maxAge * 1000 }
}

/** The event that a link event (`revision@stream`) points to, while it can be seen. */
export const linkedFrom = (log: Log, link: Stored): Stored | undefined => {
  const [, revision, stream] = /^(\d+)@(.+)$/s.exec(Buffer.from(link.data).toString('utf8')) ?? []
  if (revision === undefined || stream === undefined) return undefined
  const seen = see(log, stream)
  const target = seen.type === 'Records' && Number(revision) >= seen.first ? seen.records[Number(revision)] : undefined
  return target !== undefined && seen.type === 'Records' && target.created >= seen.since ? target : undefined
}
