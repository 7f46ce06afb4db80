import type { Endpoint } from './endpoint.ts'

/** The faults of one append. Unless a line says otherwise, the append is stored and answered as usual. */
export type AppendFault =
  /** It is taken and never answered. */
  | { readonly type: 'silent'; readonly stored?: boolean }
  /** The connection is destroyed instead of an answer: before it is stored, or after. */
  | { readonly type: 'killed'; readonly stored?: boolean }
  /** The server says that it ran out of time: before it was stored, or after. */
  | { readonly type: 'timeout'; readonly stored?: boolean }
  /** It is stored only after a while. */
  | { readonly type: 'slow'; readonly ms: number }
  /** It is stored at once and answered after a while, also when no client waits any more. */
  | { readonly type: 'lateReply'; readonly ms: number }
  /** It is answered twice. Only BatchAppend can be. */
  | { readonly type: 'duplicates' }
  /** It is not stored: another server leads, or this one where none is named. */
  | { readonly type: 'notLeader'; readonly leader?: Endpoint }
  /** It is not stored: the server is not ready. */
  | { readonly type: 'unavailable' }

/** Where a read or a subscription stops: after so many events; 0 by default, before even the first message. */
interface After {
  readonly after?: number
}

export type Stop =
  /** Nothing more comes, and no end. */
  | ({ readonly type: 'silent' } & After)
  /** It ends as if all had been read. */
  | ({ readonly type: 'ends' } & After)
  /** The connection is destroyed. */
  | ({ readonly type: 'killed' } & After)
  /** It fails with the status UNAVAILABLE. */
  | ({ readonly type: 'unavailable' } & After)
  /** It fails with the status CANCELLED. */
  | ({ readonly type: 'cancelled' } & After)
  /** It fails as on a follower. */
  | ({ readonly type: 'notLeader'; readonly leader?: Endpoint } & After)

export type ReadFault =
  | Stop
  /** Its first message comes after a while. */
  | { readonly type: 'lateReply'; readonly ms: number }
  /** Each message comes after a while. */
  | { readonly type: 'slow'; readonly ms: number }

export type SubscribeFault =
  | ReadFault
  /** Each event comes twice. */
  | { readonly type: 'duplicates' }

interface FaultsOf {
  readonly append: AppendFault
  readonly read: ReadFault
  readonly subscribe: SubscribeFault
}

export type Method = keyof FaultsOf

/** Faults on demand. Calls meet them in the order in which they were planned. */
export interface Faults {
  /** The next calls of the method meet this fault: one, `times` of them, or all until it is cleared (`Infinity`). */
  readonly next: <M extends Method>(method: M, fault: FaultsOf[M], times?: number) => void
  /** Calls of the method that run at this moment stop so, after any number of messages. */
  readonly now: (method: 'read' | 'subscribe', fault: Omit<Stop, 'after'>) => void
  /** Destroys every connection. */
  readonly kill: () => void
  /** Forgets planned faults that no call has met: of one method, or of all. */
  readonly clear: (method?: Method) => void
}

interface Entry<M extends Method> {
  readonly fault: FaultsOf[M]
  left: number
}

/** The faults that wait for their calls. */
export class PlannedFaults {
  readonly #entries: { readonly [M in Method]: Entry<M>[] } = { append: [], read: [], subscribe: [] }

  add<M extends Method>(method: M, fault: FaultsOf[M], times: number): void {
    this.#entries[method].push({ fault, left: times })
  }

  /** The fault that this call of the method meets. */
  take<M extends Method>(method: M): FaultsOf[M] | undefined {
    const entries: Entry<M>[] = this.#entries[method]
    const [entry] = entries
    if (entry === undefined) return undefined
    entry.left--
    if (entry.left <= 0) entries.shift()
    return entry.fault
  }

  clear(methods: ReadonlyArray<Method>): void {
    for (const method of methods) this.#entries[method].length = 0
  }
}
