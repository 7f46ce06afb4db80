import { codec, type AnyCodec } from './codec.ts'

/** The codecs that the kernel's own makers have made. */
const made = new WeakSet<AnyCodec>()

/** Like `codec`, for makers whose codec tests exactly what its shape says. */
export const make: typeof codec = (name, shape, is, explain) => {
  const one = codec(name, shape, is, explain)
  made.add(one)
  return one
}

/**
 * Whether a codec allows exactly what its shape says, apart from the codecs inside it. The kernel's makers guarantee that. A codec made by
 * hand may refuse more than its shape shows, and then a comparison of shapes does not notice when its rule changes.
 */
export const shapeIsRule = (one: AnyCodec): boolean => made.has(one)
