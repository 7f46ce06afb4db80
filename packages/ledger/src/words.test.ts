/** Laws of every text codec whose values may stand in the log, in any slice. */
import { expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { Header, type AnyCodec } from '@zhiyuan/kernel'

const below = ({ shape }: AnyCodec): ReadonlyArray<AnyCodec> => {
  switch (shape.kind) {
    case 'record':
      return Object.values(shape.fields)
    case 'variants':
    case 'one-record-of':
      return Object.values(shape.members)
    case 'list':
    case 'nullable':
      return [shape.of]
    case 'sections':
      return Object.values(shape.known).flatMap((fields) => Object.values(fields))
    case 'integer':
    case 'text':
    case 'instant':
    case 'day':
    case 'boolean':
    case 'one-of':
      return []
  }
}

const listTexts = (codec: AnyCodec): ReadonlyArray<AnyCodec> =>
  codec.shape.kind === 'text' ? [codec] : below(codec).flatMap(listTexts)

const words = new Map(
  [Header, ...slices.flatMap(({ command, event }) => [command, event])]
    .flatMap(listTexts)
    .map((codec) => [codec.name, codec] as const),
)

const halfPairsAndControls = ['\ud800', '\udfff', '\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029']
const directionControls = [
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
]
const spoilers = [...halfPairsAndControls, ...directionControls]

it.each([...words])('P1: %s is well-formed Unicode on one line, without controls of direction', (_, codec) => {
  for (const spoiler of spoilers) {
    for (const text of [spoiler, `a${spoiler}b`, `${spoiler}b`, `a${spoiler}`]) expect(codec.is(text)).toBe(false)
  }
})

it('names in any script are public names', () => {
  const name = words.get('PublicName')
  for (const text of ['霸州市', 'ئۇيغۇر', 'ᠮᠣᠩᠭᠣᠯ᠎ᠠ', '𠮷野村 👍', 'a']) expect(name?.is(text)).toBe(true)
})
