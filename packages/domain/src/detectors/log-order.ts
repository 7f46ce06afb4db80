/** Whether what is looked through is a log: from its start, with each stream whole and in its order. */
import type { Instant, StreamName, Typed } from '@zhiyuan/kernel'
import type { LoggedBy } from './facts/logged.ts'

/** It is a promise, a page or something else. */
interface NotALog {
  readonly type: 'NotALog'
  /** What `detect` takes, in English. */
  readonly wants: string
}

/** A stream's first event in what was given is not the first that it has: the log was read from somewhere on, or only in part. */
interface LogNotFromItsStart {
  readonly type: 'LogNotFromItsStart'
  readonly stream: StreamName
  /** That of the event that came first, where 0 belongs. */
  readonly version: number
}

/** An event does not follow the last one of its stream: it was recorded before it, stands again, or events between them are left out. */
interface LogOutOfOrder {
  readonly type: 'LogOutOfOrder'
  readonly stream: StreamName
  readonly version: number
  readonly recordedAt: Instant
  /** The event of the stream that came last. */
  readonly after: { readonly version: number; readonly recordedAt: Instant }
}

/** Why nothing can be said about what was given. */
export type LogRefused = NotALog | LogNotFromItsStart | LogOutOfOrder

export const notALog: NotALog = {
  type: 'NotALog',
  wants: 'the events of a log, in an array or another iterable: (await ledger.read(null, 10_000)).events',
}

/** A caller without types may hand in anything. */
export const isIterable = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && Symbol.iterator in given

/** Watches the order of a log event by event. It keeps the last version of each stream, and the first refusal. */
export const beginOrder = () => {
  const last = new Map<StreamName, LogOutOfOrder['after']>()
  let refused: LogRefused | null = null
  return {
    /** Whether the event follows those before it; once one did not, no other does. */
    follows: ({ stream, version, recordedAt }: LoggedBy<Typed>): boolean => {
      if (refused !== null) return false
      const after = last.get(stream)
      if (after === undefined) {
        if (version !== 0) refused = { type: 'LogNotFromItsStart', stream, version }
      } else if (version !== after.version + 1 || recordedAt < after.recordedAt) {
        refused = { type: 'LogOutOfOrder', stream, version, recordedAt, after }
      }
      last.set(stream, { version, recordedAt })
      return refused === null
    },
    refused: (): LogRefused | null => refused,
  }
}
