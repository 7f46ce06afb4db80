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
}

/** Running timers, as rows in order of `dueAt`. */
export interface Timers {
  readonly schedule: (command: PendingCommand) => void
  readonly done: (command: PendingCommand) => void
  /** All that are due, in order of time, then of command id. */
  readonly due: (now: Instant) => Promise<E.Either<Fault, ReadonlyArray<PendingCommand>>>
  /** All that are not due yet, in the same order. */
  readonly running: (now: Instant) => Promise<E.Either<Fault, ReadonlyArray<PendingCommand>>>
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
  return {
    schedule: (command) => cache.put(timerKey(command), { stale: null, row: command }),
    done: (command) => cache.remove(timerKey(command)),
    due: (now) => readAll(null, instantEnd(now)),
    running: (now) => readAll(instantEnd(now), null),
  }
}
