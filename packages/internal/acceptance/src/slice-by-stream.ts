/** Slices by the names of their streams. */
import { slices } from '@zhiyuan/domain'
import type { Jurisdiction, Slice, StreamName, Typed } from '@zhiyuan/kernel'

/** A slice with its types set aside. */
export type AnySlice = Slice<Typed, unknown, Typed, Typed>

/** A list of different slices has no common type of command. Each slice gets only commands of its own codec. */
export const anySlices = slices as unknown as ReadonlyArray<AnySlice>

const byName = new Map(anySlices.map((slice) => [slice.name, slice] as const))

/** The slice of a stream: its name is the category of its streams. */
export const findSlice = (stream: string): AnySlice | null => byName.get(stream.slice(0, stream.indexOf('-'))) ?? null

/** The stream to which a slice writes its answer to that command. */
export const streamToday = (slice: AnySlice, command: Typed, jurisdiction: Jurisdiction): StreamName =>
  slice.decider.stream(command, jurisdiction)
