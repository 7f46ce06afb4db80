import { slices } from '@zhiyuan/domain'
import { raises, type Upcasts } from '@zhiyuan/kernel'
import type { WordedSlice } from './word-lines.ts'

const worded: ReadonlyArray<WordedSlice> = slices

/** How the ledger reads events of past editions. */
export const upcasts: Upcasts = Object.fromEntries(
  worded.flatMap((slice) => Object.entries(raises(slice.upcasts ?? {}))),
)
