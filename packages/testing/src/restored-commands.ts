import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, RestoreCommand, Typed } from '@zhiyuan/kernel'
import { digestCommand } from '@zhiyuan/runtime'

/** The result of restoring a log's commands: how many of each type, and which decisions gave none, or one with another digest. */
export interface RestoredCommands {
  readonly commands: ReadonlyMap<string, number>
  readonly faults: ReadonlyArray<string>
}

/** The part of a slice that this needs. Its name is the category of its streams. */
export interface Restoring {
  readonly name: string
  readonly restoreCommand: RestoreCommand<Typed, never>
}

type Kept = Pick<Envelope<unknown>, 'id' | 'stream' | 'commandId' | 'command' | 'data'> & Typed

/** All events of one command in one stream, in their order. */
export type Decision<K> = readonly [K, ...ReadonlyArray<K>]

/** The decisions of a log, in the order of their first events. */
export const listDecisions = <K extends Pick<Kept, 'stream' | 'commandId'>>(
  events: ReadonlyArray<K>,
): ReadonlyArray<Decision<K>> => {
  const decisions = new Map<string, [K, ...K[]]>()
  for (const event of events) {
    const key = `${event.stream} ${event.commandId}`
    const begun = decisions.get(key)
    if (begun === undefined) decisions.set(key, [event])
    else begun.push(event)
  }
  return [...decisions.values()]
}

/** Why a restored command is not the one that was sent; null where it is. */
const findFault = (command: Typed | null, digest: string): string | null => {
  if (command === null) return 'restoreCommand makes no command of it'
  const made = E.toUnion(digestCommand(command))
  const words = JSON.stringify(command)
  if (typeof made !== 'string') return `what restoreCommand makes of it has no canonical JSON: ${words}`
  return made === digest ? null : `its envelope has the digest ${digest}; that of ${words} is ${made}`
}

/**
 * Restores every command of a log from its events, by its slice's `restoreCommand`, and compares its digest with the one on their envelopes.
 * An auditor thus learns which command each event answers. Holds the whole log in memory.
 *
 * @example
 * const { faults } = restoreCommands(slices, (await ledger.read(null, 100_000)).events)
 * expect(faults).toEqual([])
 */
export const restoreCommands = (slices: ReadonlyArray<Restoring>, events: ReadonlyArray<Kept>): RestoredCommands => {
  const restorers = new Map(slices.map(({ name, restoreCommand }) => [name, restoreCommand] as const))
  const commands = new Map<string, number>()
  const faults: string[] = []
  for (const decision of listDecisions(events)) {
    const [first] = decision
    const { id, stream } = first
    const category = stream.slice(0, stream.indexOf('-'))
    const restore = restorers.get(category)
    const command = restore?.(decision.map(({ data }) => data) as never) ?? null
    const fault = restore === undefined ? `no slice ${category} was given` : findFault(command, first.command)
    if (fault !== null) faults.push(`${id}, ${decision.map(({ type }) => type).join(' and ')}: ${fault}`)
    else if (command !== null) commands.set(command.type, (commands.get(command.type) ?? 0) + 1)
  }
  return { commands, faults }
}
