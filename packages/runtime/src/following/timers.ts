import * as E from 'fp-ts/lib/Either.js'
import type { CommandId, EventId, Instant, ProcessName, Typed } from '@zhiyuan/kernel'
import type { RowCache } from './row-cache.ts'
import type { Fault } from '../ports/fault.ts'
import { overlaidRange } from './overlay.ts'
import type { ProjectionStore } from '../ports/ports.ts'

/** A process's command, with where it comes from: sent now, or kept until it is due. */
export interface PendingCommand {
  readonly process: ProcessName
  readonly cause: EventId
  readonly correlationId: CommandId
  readonly commandId: CommandId
  readonly occurredAt: Instant
  readonly command: Typed
  /** The instant for which a timer runs that is asked earlier whether it is due. */
  readonly runsUntil?: Instant
}

/** Running timers, as rows in order of `dueAt`. */
export interface Timers {
  readonly schedule: (command: PendingCommand) => void
  readonly done: (command: PendingCommand) => void
  /** All that are due, in order of time, then of command id. */
  readonly due: (now: Instant) => Promise<E.Either<Fault, ReadonlyArray<PendingCommand>>>
  /** The running timers of these processes are due now: each is asked once, in its turn, whether it really is. */
  readonly ask: (processes: ReadonlySet<string>, now: Instant) => Promise<E.Either<Fault, void>>
}

const timerKey = ({ occurredAt, commandId }: PendingCommand): string => `${occurredAt}~${commandId}`
/** Comes after every key of that instant: no command id has a character above `~`. */
const instantEnd = (now: Instant): string => `${now}\u007f`

export const openTimers = (store: ProjectionStore, cache: RowCache, page: number): Timers => {
  const readAll = async (
    first: string | null,
    before: string | null,
  ): Promise<E.Either<Fault, ReadonlyArray<PendingCommand>>> => {
    const timers: PendingCommand[] = []
    for (let after = first, more = true; more;) {
      const read = await overlaidRange(store, cache, { after, before, limit: page })
      if (E.isLeft(read)) return read
      timers.push(...read.right.rows.map(({ held }) => held.row as PendingCommand))
      after = read.right.next
      more = after !== null
    }
    return E.right(timers)
  }
  const schedule = (command: PendingCommand): void => cache.put(timerKey(command), { stale: null, row: command })
  const done = (command: PendingCommand): void => cache.remove(timerKey(command))
  return {
    schedule,
    done,
    due: (now) => readAll(null, instantEnd(now)),
    ask: async (processes, now) => {
      const running = await readAll(instantEnd(now), null)
      if (E.isLeft(running)) return running
      for (const timer of running.right.filter(({ process }) => processes.has(process))) {
        done(timer)
        schedule({ ...timer, occurredAt: now, runsUntil: timer.occurredAt })
      }
      return E.right(undefined)
    },
  }
}
