import type { AnyOutcome } from '../commands/attempt.ts'
import type { Errand } from './deadlines.ts'
import type { Stopped } from '../ports/fault.ts'
import type { Refused, SettleReport } from './settle-report.ts'

const shown = 10

/** Counts what a settle does. */
export interface Tally {
  readonly read: (events: number) => void
  readonly due: (deadlines: number) => void
  readonly answered: (errand: Errand, outcome: AnyOutcome) => void
  readonly parked: (rows: SettleReport['parked']) => void
  readonly report: (stopped: ReadonlyArray<Stopped>) => SettleReport
}

export const tally = (): Tally => {
  const count = { events: 0, commands: 0, silent: 0, deadlines: 0 }
  const refused = new Map<string, number>()
  const parked: SettleReport['parked'][number][] = []
  let lastRefused: ReadonlyArray<Refused> = []
  const answered: Tally['answered'] = ({ process, cause, command }, outcome) => {
    count.commands++
    const repeated = !outcome.ok && outcome.rejection.type === 'CommandIdTaken'
    if (repeated || (outcome.ok && outcome.events.length === 0)) count.silent++
    if (outcome.ok || repeated) return
    const { rejection } = outcome
    refused.set(rejection.type, (refused.get(rejection.type) ?? 0) + 1)
    lastRefused = [...lastRefused, { process, cause, command: command.type, rejection }].slice(-shown)
  }
  return {
    read: (events) => {
      count.events += events
    },
    due: (deadlines) => {
      count.deadlines += deadlines
    },
    answered,
    parked: (rows) => {
      parked.push(...rows)
    },
    report: (stopped) => ({ ...count, refused: Object.fromEntries(refused), lastRefused, stopped, parked }),
  }
}
