import { ProcessName, type Envelope, type Reaction, type Typed } from '@zhiyuan/kernel'
import { rowCache, type RowCache } from './row-cache.ts'
import type { Stopped } from '../ports/fault.ts'
import type { ProjectionStore } from '../ports/ports.ts'

/** A view or process without its types: the engine hands it only rows and events of its own kind. */
export interface ViewOrProcess {
  readonly name: string
  readonly version: number
  readonly initial: (key: string) => unknown
  readonly types?: ReadonlySet<string>
  readonly keys: (event: Typed) => ReadonlyArray<string>
  readonly evolve: (row: unknown, envelope: Envelope<Typed>, key: string) => unknown
  readonly react?: (envelope: Envelope<Typed>, rows: ReadonlyArray<unknown>) => ReadonlyArray<Reaction<Typed>>
}

/** A view or process that follows the log, with its rows. */
export interface Subscriber {
  readonly definition: ViewOrProcess
  readonly cache: RowCache
  /** Set when it came to an event that it cannot take in: it stops there until the ledger is opened again. */
  stopped: Stopped | null
  active: boolean
}

export const timersRef = { name: 'deadlines', version: 1 } as const

/** Throws where two share a name, or a process's name cannot stand on an envelope: the wiring is wrong. */
export const makeSubscribers = (
  store: ProjectionStore,
  all: ReadonlyArray<ViewOrProcess>,
): ReadonlyArray<Subscriber> => {
  const names = new Set<string>([timersRef.name])
  return all.map((definition) => {
    const { name, version } = definition
    if (names.has(name)) throw new Error(`two views or processes are called ${name}`)
    if (definition.react !== undefined && !ProcessName.is(name)) throw new Error(`${name} is no name for a process`)
    names.add(name)
    return { definition, cache: rowCache(store, { name, version }), stopped: null, active: false }
  })
}
