import type { Log } from './log.ts'
import { tombstoneRevision, type Stored } from './record.ts'

/** The metadata of a stream, which `$$stream` holds. */
export interface StreamMetadata {
  readonly $maxCount?: number
  /** Seconds. */
  readonly $maxAge?: number
  readonly $tb?: number
}

/** Truncated before this, a stream is deleted softly: the highest revision there is, as far as a double can say it. */
const everything = 2 ** 63

const parseMetadata = (event: Stored | undefined): StreamMetadata => {
  try {
    return event === undefined ? {} : (JSON.parse(Buffer.from(event.data).toString('utf8')) as StreamMetadata)
  } catch {
    return {}
  }
}

export const isMetastream = (stream: string): boolean => stream.startsWith('$$')
export const stripMetaPrefix = (metastream: string): string => metastream.slice(2)
export const metastreamName = (stream: string): string => `$$${stream}`

export const readMetadata = (log: Log, stream: string): StreamMetadata =>
  isMetastream(stream) ? { $maxCount: 1 } : parseMetadata(log.recordsOf(metastreamName(stream)).at(-1))

/** Deleted for ever. */
export const isTombstoned = (log: Log, stream: string): boolean =>
  log.recordsOf(stream).at(-1)?.revision === tombstoneRevision ||
  (isMetastream(stream) && isTombstoned(log, stripMetaPrefix(stream)))

/** Deleted until a client appends to it again. */
export const isSoftDeleted = (log: Log, stream: string): boolean => (readMetadata(log, stream).$tb ?? 0) >= everything

/** The revision of the last event; -1 without one. */
export const lastRevision = (log: Log, stream: string): number => log.recordsOf(stream).length - 1

/** The result of looking for a stream to read. */
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
export const lookUpStream = (log: Log, stream: string): Seen => {
  if (isTombstoned(log, stream)) return { type: 'Deleted' }
  const records = log.recordsOf(stream)
  const { $maxCount, $maxAge, $tb } = readMetadata(log, stream)
  if (records.length === 0 || ($tb ?? 0) >= everything) return { type: 'NoStream' }
  const first = Math.max(0, $tb ?? 0, $maxCount === undefined ? 0 : records.length - $maxCount)
  return { type: 'Records', records, first, since: $maxAge === undefined ? 0 : Date.now() - $maxAge * 1000 }
}

/** The event that a link event (`revision@stream`) points to, while it can be seen. */
export const resolveLink = (log: Log, link: Stored): Stored | undefined => {
  const [, revision, stream] = /^(\d+)@(.+)$/s.exec(Buffer.from(link.data).toString('utf8')) ?? []
  if (revision === undefined || stream === undefined) return undefined
  const seen = lookUpStream(log, stream)
  const target = seen.type === 'Records' && Number(revision) >= seen.first ? seen.records[Number(revision)] : undefined
  return target !== undefined && seen.type === 'Records' && target.created >= seen.since ? target : undefined
}
