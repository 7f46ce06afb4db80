/** Slices by the names of their streams. */
import { slices } from '@zhiyuan/domain'
import type { Jurisdiction, Slice, StreamName, Typed } from '@zhiyuan/kernel'

/** A slice, where it does not matter which. */
export type AnySlice = Slice<Typed, unknown, Typed, Typed>

const byName = new Map<string, AnySlice>(slices.map((slice) => [slice.name, slice as unknown as AnySlice]))

/** The slice of a stream: its name is the category of its streams. */
export const sliceOf = (stream: string): AnySlice | null => byName.get(stream.slice(0, stream.indexOf('-'))) ?? null

/** Where a slice writes its answer to that command. */
export const streamToday = (slice: AnySlice, command: Typed, jurisdiction: Jurisdiction): StreamName =>
  slice.decider.stream(command, jurisdiction)
