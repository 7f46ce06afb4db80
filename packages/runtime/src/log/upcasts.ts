import { raises, type Upcasts } from '@zhiyuan/kernel'
import type { AnySlice } from '../wiring.ts'

/**
 * How events of past editions are read: by the slices' upcasts, and by those of the embedder for types that no slice raises. Throws where
 * one type is raised by two: a schema number would have two meanings.
 */
export const gatherUpcasts = (slices: ReadonlyArray<AnySlice>, own: Upcasts = {}): Upcasts => {
  const all = new Map<string, Upcasts[string]>()
  for (const upcasts of [...slices.map((slice) => raises(slice.upcasts ?? {})), own])
    for (const [type, list] of Object.entries(upcasts)) {
      if (all.has(type)) throw new Error(`two upcasts of ${type}`)
      all.set(type, list)
    }
  return Object.fromEntries(all)
}
