import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { AppendError, Appended, Expected, GlobalPosition, StoreError } from '@zhiyuan/runtime'

/** An event as a history names it: where it stands in its stream and in the log. */
export interface Place {
  readonly id: EventId
  readonly stream: StreamName
  readonly version: StreamVersion
  readonly position: GlobalPosition
}

/** An answer of a store, or its refusal. */
export type Answer<Err, A> = { readonly right: A } | { readonly left: Err }

export interface AppendAsked {
  readonly stream: StreamName
  readonly expected: Expected
  readonly ids: ReadonlyArray<EventId>
}

export interface PageSeen {
  readonly events: ReadonlyArray<Place>
  readonly end: boolean
}

/** When a process asked and when it had its answer, in nanoseconds of a clock that all processes share. */
interface Times {
  readonly process: string
  readonly invokedAt: bigint
  readonly answeredAt: bigint
}

/** A process's question to a store, and the answer. */
export type Entry = Times &
  (
    | { readonly kind: 'append'; readonly asked: AppendAsked; readonly answer: Answer<AppendError, Appended> }
    | {
        readonly kind: 'readStream'
        readonly asked: { readonly stream: StreamName; readonly from: StreamVersion; readonly limit: number }
        readonly answer: Answer<StoreError, PageSeen>
      }
    | {
        readonly kind: 'readAll'
        readonly asked: { readonly after: GlobalPosition | null; readonly limit: number }
        readonly answer: Answer<StoreError, PageSeen>
      }
  )

export type AppendEntry = Extract<Entry, { kind: 'append' }>
export type ReadEntry = Exclude<Entry, AppendEntry>

/** A line that another process can read. */
export const printEntry = (entry: Entry): string =>
  JSON.stringify(entry, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

export const parseEntry = (line: string): Entry => {
  const read = JSON.parse(line) as Entry
  return { ...read, invokedAt: BigInt(read.invokedAt), answeredAt: BigInt(read.answeredAt) }
}
