import { shapeIsRule, type AnyCodec, type SliceUpcasts } from '@zhiyuan/kernel'
import { digestText, type Line } from './line.ts'
import { isWord, readableShape, spellOut } from './shape-text.ts'

/** The part of a slice that the lock needs. */
export interface WordedSlice {
  readonly name: string
  readonly event: AnyCodec
  readonly upcasts?: SliceUpcasts
}

/** The event types of a slice with today's codecs. */
export const listEvents = ({ event }: WordedSlice): ReadonlyArray<readonly [type: string, today: AnyCodec]> =>
  event.shape.kind === 'variants' ? Object.entries(event.shape.members) : []

/** Every edition of an event, oldest first: edition n stands at index n - 1. */
export const listEditions = ({ upcasts }: WordedSlice, type: string, today: AnyCodec): ReadonlyArray<AnyCodec> => [
  ...(upcasts?.[type] ?? []).map(({ codec }) => codec),
  today,
]

/** The header of every event. It has no edition and no upcast, so once a release keeps it, it never changes. */
export const headerLine = (header: AnyCodec): Line => ({
  key: 'envelope Header',
  digest: digestText(spellOut(header)),
  text: readableShape(header),
})

/** A line for each edition of each event. */
export const eventLines = (slices: ReadonlyArray<WordedSlice>): ReadonlyArray<Line> =>
  slices.flatMap((slice) =>
    listEvents(slice).flatMap(([type, today]) =>
      listEditions(slice, type, today).map((codec, index) => ({
        key: `event ${type}@${index + 1}`,
        digest: digestText(spellOut(codec)),
        text: `${slice.name} ${readableShape(codec)}`,
      })),
    ),
  )

const listInner = ({ shape }: AnyCodec): ReadonlyArray<AnyCodec> => {
  if (shape.kind === 'record') return Object.values(shape.fields)
  if (shape.kind === 'variants') return Object.values(shape.members)
  if (shape.kind === 'one-record-of') return shape.members
  if (shape.kind === 'sections') return Object.values(shape.known).flatMap((fields) => Object.values(fields))
  return shape.kind === 'list' || shape.kind === 'nullable' ? [shape.of] : []
}

/** A codec and all codecs below it, each as often as it is met. */
const listAllCodecs = (codec: AnyCodec): ReadonlyArray<AnyCodec> => [codec, ...listInner(codec).flatMap(listAllCodecs)]

/** Every named codec in a codec, each as often as it is met. */
export const listWords = (codec: AnyCodec): ReadonlyArray<AnyCodec> => listAllCodecs(codec).filter(isWord)

/** Every codec of every edition of every event, and those of the header. */
const listCodecs = (header: AnyCodec, slices: ReadonlyArray<WordedSlice>): ReadonlyArray<AnyCodec> => [
  ...listAllCodecs(header),
  ...slices.flatMap((slice) =>
    listEvents(slice).flatMap(([type, today]) => listEditions(slice, type, today).flatMap(listAllCodecs)),
  ),
]

/** Codecs that no line pins: the shape of a codec that was made by hand need not say what it refuses. */
export const findOpaque = (header: AnyCodec, slices: ReadonlyArray<WordedSlice>): ReadonlyArray<string> => {
  const names = listCodecs(header, slices).flatMap((codec) => (shapeIsRule(codec) ? [] : [codec.name]))
  return [...new Set(names)].map((name) => `word ${name}: made by hand, so that its shape need not be its rule`)
}

/**
 * The shapes behind the names in the other lines, those of the header among them. Part of the digest is in the key: a widened codec has two lines,
 * since past editions of events keep the narrow one.
 */
export const wordLines = (header: AnyCodec, slices: ReadonlyArray<WordedSlice>): ReadonlyArray<Line> => {
  const lines = listCodecs(header, slices)
    .filter(isWord)
    .map((codec) => {
      const digest = digestText(spellOut(codec))
      return { key: `word ${codec.name}~${digest.slice(0, 4)}`, digest, text: readableShape(codec) }
    })
  return [...new Map(lines.map((line) => [line.key, line])).values()]
}
