import { codec, type AnyCodec } from './codec.ts'

/** Codecs of the kernel's own makers. */
const made = new WeakSet<AnyCodec>()

/** As `codec`, for makers whose shape is the whole rule. */
export const make: typeof codec = (name, shape, is, explain) => {
  const one = codec(name, shape, is, explain)
  made.add(one)
  return one
}

/**
 * Whether a codec allows what its shape says and nothing else, itself apart from the codecs below it: the kernel's makers see to that. A codec
 * made by hand may refuse more than its shape shows, so that nothing which looks at shapes sees its rule change.
 */
export const shapeIsRule = (one: AnyCodec): boolean => made.has(one)
