/** A fixture ledger over any ports: a view of sums, an echo of every third amount, a clock that closes counters. */
import {
  send,
  sendLater,
  stateless,
  type Instant,
  type Jurisdiction,
  type LogId,
  type Process,
  type Projection,
  type RuleSet,
  type Upcasts,
} from '@zhiyuan/kernel'
import { openRuntime, type CommandMeta, type Limits, type Ports, type Runtime } from '@zhiyuan/runtime'
import { counter, type CounterCommand, type CounterEvent, type CounterRejection } from './counter.ts'

export type { CounterCommand, CounterEvent }

export const noon = '2020-04-20T12:00:00.000Z' as Instant
export const evening = '2020-04-20T18:00:00.000Z' as Instant

export interface Sum {
  readonly sum: number
  readonly closed: boolean
}

/** It throws at the amount 666. Version 2 counts double. */
export const sums = (version = 1): Projection<Sum, CounterEvent> => ({
  name: 'sums',
  version,
  initial: () => ({ sum: 0, closed: false }),
  keys: ({ name }) => [name],
  evolve: (row, { data }) => {
    if (data.type === 'Added' && data.amount === 666) throw new Error('a bad number')
    if (data.type === 'Added') return { ...row, sum: row.sum + data.amount * version }
    return data.type === 'Closed' ? { ...row, closed: true } : row
  },
})

/** Adds 1 for every amount of 3, once, however often it sees the event. */
export const echo: Process<null, CounterEvent, CounterCommand> = stateless('echo', ({ data }) =>
  data.type === 'Added' && data.amount === 3 ? [send({ type: 'Add', name: data.name, amount: 1 })] : [],
)

/** Closes a counter when its time has come. */
const closer: Process<null, CounterEvent, CounterCommand> = stateless('closer', ({ data }) =>
  data.type === 'Opened' ? [sendLater(data.dueAt, { type: 'Close', name: data.name })] : [],
)

export type FixtureLedger = Runtime<CounterEvent, CounterRejection>

export interface FixtureOptions {
  readonly views?: ReadonlyArray<Projection<Sum, CounterEvent>>
  readonly processes?: ReadonlyArray<Process<null, CounterEvent, CounterCommand>>
  readonly upcasts?: Upcasts
  readonly exclusive?: boolean
  readonly limits?: Partial<Limits>
}

export const openFixture = (ports: Ports, options: FixtureOptions = {}): FixtureLedger =>
  openRuntime<CounterEvent, CounterCommand, CounterRejection>({
    slices: [counter],
    processes: [echo, closer],
    views: [sums()],
    log: 'toy' as LogId,
    jurisdiction: '131081' as Jurisdiction,
    rules: 1 as RuleSet,
    ports,
    ...options,
  })

export const meta: CommandMeta = {
  actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
}
