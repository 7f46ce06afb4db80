/** Shapes as text: one form for the digest, one for the reviewer. */
import type { AnyCodec } from '@zhiyuan/kernel'
import { digestText } from './line.ts'
import { listAccepted } from './time-samples.ts'

/** Literals, lists and records have no name of their own. */
const isNamed = ({ name }: AnyCodec): boolean => /^[A-Z]\w*$/.test(name)

/** Whether a codec stands in texts under its name, so that a line of its own spells it. */
export const isWord = (codec: AnyCodec): boolean =>
  isNamed(codec) && ['integer', 'text', 'one-of', 'variants', 'instant', 'day'].includes(codec.shape.kind)

const times = new WeakMap<AnyCodec, string>()

/** The samples that it accepts. They are computed once, since almost every event has an instant. */
const spellTime = (codec: AnyCodec): string => {
  const known = times.get(codec)
  if (known !== undefined) return known
  const taken = listAccepted(codec).toSorted()
  const first = taken[0] ?? 'nothing'
  const last = taken.at(-1) ?? 'nothing'
  const text = `${first} to ${last}, ${taken.length} samples ${digestText(taken.join(' '))}`
  times.set(codec, text)
  return text
}

/** The order of keys, members and values has no meaning, so they are sorted. */
const spell = (codec: AnyCodec, inner: (codec: AnyCodec) => string): string => {
  const { shape } = codec
  switch (shape.kind) {
    case 'integer':
      return `${shape.min}..${shape.max}`
    case 'text':
      return `/${shape.pattern}/ at most ${shape.max}${shape.opaque === true ? ', opaque' : ''}`
    case 'one-of':
      return shape.values
        .map((value) => JSON.stringify(value))
        .sort()
        .join(' | ')
    case 'instant':
    case 'day':
      return `${shape.kind} ${spellTime(codec)}`
    case 'boolean':
    // Each term of a section has a line of its own, so the list of terms is not part of an event's shape.
    case 'sections':
      return shape.kind
    case 'nullable':
      return `${inner(shape.of)} | null`
    case 'list':
      return `${shape.min}..${shape.max} of (${inner(shape.of)})`
    case 'record':
      return `{ ${Object.entries(shape.fields)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, of]) => `${key}: ${inner(of)}`)
        .join('; ')} }`
    case 'one-record-of':
      return shape.members.map(inner).sort().join(' or ')
    case 'variants':
      return Object.values(shape.members).map(inner).sort().join(' or ')
  }
}

/** A shape down to its last constraint: what a digest is taken over, so that a word that changes below an event changes the event. */
export const spellOut = (codec: AnyCodec): string => spell(codec, spellOut)

/** A shape inside another: words by their names. */
export const nameWords = (codec: AnyCodec): string => (isWord(codec) ? codec.name : readableShape(codec))

/** A shape whose words go by their names, one level below the codec itself. */
export const readableShape = (codec: AnyCodec): string => spell(codec, nameWords)
