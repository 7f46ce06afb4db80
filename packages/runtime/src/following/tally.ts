import type { AnyOutcome } from '../commands/attempt.ts'
import type { PendingCommand } from './timers.ts'
import type { Stopped } from '../ports/fault.ts'
import type { Refused, SettleReport } from './settle-report.ts'

const shown = 10

/** Counts what a settle does. */
export interface Tally {
  readonly read: (events: number) => void
  readonly due: (timers: number) => void
  readonly answered: (command: PendingCommand, outcome: AnyOutcome) => void
  readonly quarantined: (rows: SettleReport['quarantined']) => void
  readonly report: (stopped: ReadonlyArray<Stopped>) => SettleReport
}

export const tally = (): Tally => {
  const count = { events: 0, commands: 0, noOps: 0, timers: 0 }
  const refused = new Map<string, number>()
  const quarantined: SettleReport['quarantined'][number][] = []
  let lastRefused: ReadonlyArray<Refused> = []
  const answered: Tally['answered'] = ({ process, cause, command }, outcome) => {
    count.commands++
    const repeated = !outcome.ok && outcome.rejection.type === 'CommandIdTaken'
    if (repeated || (outcome.ok && outcome.events.length === 0)) count.noOps++
    if (outcome.ok || repeated) return
    const { rejection } = outcome
    refused.set(rejection.type, (refused.get(rejection.type) ?? 0) + 1)
    lastRefused = [...lastRefused, { process, cause, command: command.type, rejection }].slice(-shown)
  }
  return {
    read: (events) => {
      count.events += events
    },
    due: (timers) => {
      count.timers += timers
    },
    answered,
    quarantined: (rows) => {
      quarantined.push(...rows)
    },
    report: (stopped) => ({ ...count, refused: Object.fromEntries(refused), lastRefused, stopped, quarantined }),
  }
}
