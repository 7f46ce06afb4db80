import * as E from 'fp-ts/lib/Either.js'
import type { CommandId, EventId, Instant, ProcessName, Typed } from '@zhiyuan/kernel'
import type { Book } from './book.ts'
import type { Fault } from '../ports/fault.ts'
import { overlaidRange } from './overlay.ts'
import type { ProjectionStore } from '../ports/ports.ts'

/** A process's command, with where it comes from: sent now, or kept until it is due. */
export interface Errand {
  readonly process: ProcessName
  readonly cause: EventId
  readonly correlationId: CommandId
  readonly commandId: CommandId
  readonly occurredAt: Instant
  readonly command: Typed
}

/** Clocks that run, as rows in order of `dueAt`. */
export interface Deadlines {
  readonly schedule: (errand: Errand) => void
  readonly done: (errand: Errand) => void
  /** All that are due, in order of time, then of command id. */
  readonly due: (now: Instant) => Promise<E.Either<Fault, ReadonlyArray<Errand>>>
}

const keyOf = ({ occurredAt, commandId }: Errand): string => `${occurredAt}~${commandId}`
/** Comes after every key of that instant: no command id has a character above `~`. */
const endOf = (now: Instant): string => `${now}\u007f`

export const deadlinesIn = (store: ProjectionStore, book: Book, page: number): Deadlines => ({
  schedule: (errand) => book.put(keyOf(errand), { stale: null, row: errand }),
  done: (errand) => book.remove(keyOf(errand)),
  due: async (now) => {
    const due: Errand[] = []
    for (let after: string | null = null, more = true; more;) {
      const read = await overlaidRange(store, book, { after, before: endOf(now), limit: page })
      if (E.isLeft(read)) return read
      due.push(...read.right.rows.map(({ held }) => held.row as Errand))
      after = read.right.next
      more = after !== null
    }
    return E.right(due)
  },
})
