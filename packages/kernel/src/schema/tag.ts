import type { AnyCodec } from './codec.ts'

/** The `type` of a record's values; empty where the codec is not of a record with a `type`. */
export const readTag = (member: AnyCodec): string => {
  const tag = member.shape.kind === 'record' ? member.shape.fields['type']?.shape : undefined
  return tag?.kind === 'one-of' ? (tag.values[0] ?? '') : ''
}
