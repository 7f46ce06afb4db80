import type { AnyCodec } from '@zhiyuan/kernel'

/** The codecs of a slice's commands or events, by type. Throws where `type` does not tell them apart. */
export const membersByType = (codec: AnyCodec): Readonly<Record<string, AnyCodec>> => {
  if (codec.shape.kind === 'variants') return codec.shape.members
  const tag = codec.shape.kind === 'record' ? codec.shape.fields['type']?.shape : undefined
  const name = tag?.kind === 'one-of' ? tag.values[0] : undefined
  if (name === undefined) throw new Error(`${codec.name} is not told apart by \`type\``)
  return { [name]: codec }
}
