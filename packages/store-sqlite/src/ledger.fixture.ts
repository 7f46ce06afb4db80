/** A fixture ledger: sums by name, and a process that adds 1 to every 3. */
import * as E from 'fp-ts/lib/Either.js'
import {
  closed,
  codec,
  defineHandler,
  literal,
  restoreByFirst,
  send,
  stateless,
  variants,
  type Codec,
  type Instant,
  type Jurisdiction,
  type LogId,
  type Process,
  type Projection,
  type RuleSet,
  type Slice,
} from '@zhiyuan/kernel'
import { manualClock, openRuntime, seededRandomness, type CommandMeta, type Ports } from '@zhiyuan/runtime'

const Name: Codec<string> = codec(
  'Name',
  { kind: 'text', pattern: '^[a-z]{1,20}$', max: 20 },
  (u): u is string => typeof u === 'string' && /^[a-z]{1,20}$/.test(u),
)
const Amount: Codec<number> = codec('Amount', { kind: 'integer', min: 0, max: 9 }, (u): u is number =>
  Number.isInteger(u),
)
const Added = variants('Event', [closed({ type: literal('Added'), name: Name, amount: Amount })])
type Added = (typeof Added)['_A']
const Add = variants('Command', [closed({ type: literal('Add'), name: Name, amount: Amount })])
type Add = (typeof Add)['_A']

const tally: Slice<Add, number, Added, never> = {
  name: 'tally',
  command: Add,
  event: Added,
  lifecycle: { table: null, reason: 'a fixture' },
  restoreCommand: restoreByFirst<Add, Added>({ Added: ({ name, amount }) => ({ type: 'Add', name, amount }) }),
  decider: {
    stream: ({ name }) => `tally-${name}`,
    fold: { initial: 0, evolve: (sum, { amount }) => sum + amount },
    handlers: {
      Add: defineHandler<number, Added, never>()<Add>()({
        decide:
          ({ name, amount }) =>
          () =>
            E.right([{ type: 'Added', name, amount }]),
      }),
    },
  },
}

const echo: Process<null, Added, Add> = stateless('echo', ({ data }) =>
  data.amount === 3 ? [send({ type: 'Add', name: data.name, amount: 1 })] : [],
)

export const sums: Projection<number, Added> = {
  name: 'sums',
  version: 1,
  initial: () => 0,
  keys: ({ name }) => [name],
  evolve: (sum, { data }) => sum + data.amount,
}

export const meta: CommandMeta = {
  actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
}

export const openTally = (stores: Pick<Ports, 'events' | 'projections' | 'vault'>, seed: string) =>
  openRuntime<Added, Add, never>({
    slices: [tally],
    processes: [echo],
    views: [sums],
    log: 'toy' as LogId,
    jurisdiction: '131081' as Jurisdiction,
    rules: 1 as RuleSet,
    ports: { ...stores, clock: manualClock('2020-04-20T12:00:00.000Z' as Instant), random: seededRandomness(seed) },
  })
