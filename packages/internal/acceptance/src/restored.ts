/** The decisions of a log, and whether their events give back the commands whose digests they bear. */
import { createHash } from 'node:crypto'
import { isLeft } from 'fp-ts/lib/Either.js'
import { slices, type LedgerEnvelope } from '@zhiyuan/domain'
import { canonicalJson, type RestoreCommand, type Typed } from '@zhiyuan/kernel'

type Decision = readonly [LedgerEnvelope, ...ReadonlyArray<LedgerEnvelope>]

/** By slice, whose name is the category of its streams; null where its events do not keep all that was said. */
const restorers = new Map<string, RestoreCommand<Typed, never> | null>(
  slices.map(({ name, commandOf }) => [name, (commandOf ?? null) as RestoreCommand<Typed, never> | null]),
)

/** All events of one command in one stream, in their order. */
const decisionsIn = (events: ReadonlyArray<LedgerEnvelope>): ReadonlyArray<Decision> => {
  const decisions = new Map<string, Decision>()
  for (const event of events) {
    const key = `${event.stream} ${event.commandId}`
    decisions.set(key, [...(decisions.get(key) ?? []), event] as unknown as Decision)
  }
  return [...decisions.values()]
}

const digestOf = (command: Typed | null): string | null => {
  const text = canonicalJson(command)
  return command === null || isLeft(text) ? null : createHash('sha256').update(text.right).digest('hex')
}

/** What was looked at: how many decisions gave their command back, by its type, and by which events others did not. */
export interface Restored {
  readonly commands: ReadonlyMap<string, number>
  readonly faults: ReadonlyArray<string>
}

/** Makes every command of a log again. Slices whose events do not keep all that was said are left out. */
export const restoreCommands = (events: ReadonlyArray<LedgerEnvelope>): Restored => {
  const commands = new Map<string, number>()
  const faults: string[] = []
  for (const decision of decisionsIn(events)) {
    const [{ id, stream, command: digest }] = decision
    const restore = restorers.get(stream.slice(0, stream.indexOf('-'))) ?? null
    if (restore === null) continue
    const command = restore(decision.map(({ data }) => data) as never)
    if (digestOf(command) === digest) commands.set(command?.type ?? '', (commands.get(command?.type ?? '') ?? 0) + 1)
    else faults.push(`${id}, ${decision.map(({ type }) => type).join(' and ')}: ${JSON.stringify(command)}`)
  }
  return { commands, faults }
}
