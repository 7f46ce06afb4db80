import * as E from 'fp-ts/lib/Either.js'
import type { CommandDigest, Jurisdiction, StreamName, Typed } from '@zhiyuan/kernel'
import { digestCommand } from '../commands/command-digest.ts'
import type { AnySlice } from '../wiring.ts'

/** Restores a command from the events of its decision. */
export interface RestoredDecision {
  readonly command: CommandDigest
  readonly stream: StreamName
}

/** Makes the command of a decision again from all its events, upcast to today's schema; null where no decision has these events. */
export type RestoreDecision = (
  stream: StreamName,
  jurisdiction: Jurisdiction,
  events: ReadonlyArray<Typed>,
) => RestoredDecision | null

/** Restores the decisions of these slices, by the name that a stream begins with. */
export const decisionRestorer = (slices: ReadonlyArray<AnySlice>): RestoreDecision => {
  const byName = new Map(slices.map((slice) => [slice.name, slice] as const))
  return (stream, jurisdiction, events) => {
    const slice = byName.get(stream.slice(0, stream.indexOf('-')))
    // The events have been decoded by the codecs of this slice.
    const command = slice?.restoreCommand(events as never) ?? null
    if (slice === undefined || command === null) return null
    const digest = digestCommand(command)
    return E.isLeft(digest)
      ? null
      : { command: digest.right, stream: slice.decider.stream(command as never, jurisdiction) }
  }
}
