/** A fixture slice: counters that stay under a shared ceiling, and close by themselves. */
import * as E from 'fp-ts/lib/Either.js'
import {
  closed,
  codec,
  defineHandler,
  Instant,
  literal,
  restoreByFirst,
  streamRead,
  variants,
  type Codec,
  type Fold,
  type Slice,
  type StreamRead,
} from '@zhiyuan/kernel'

const Name: Codec<string> = codec(
  'Name',
  { kind: 'text', pattern: '^[a-z0-9]{1,20}$', max: 20 },
  (u): u is string => typeof u === 'string' && /^[a-z0-9]{1,20}$/.test(u),
)
const Amount: Codec<number> = codec(
  'Amount',
  { kind: 'integer', min: -1000, max: 1000 },
  (u): u is number => Number.isInteger(u) && !Object.is(u, -0) && Math.abs(u as number) <= 1000,
)

const Opened = closed({ type: literal('Opened'), name: Name, dueAt: Instant })
const Added = closed({ type: literal('Added'), name: Name, amount: Amount, sum: Amount })
const Closed = closed({ type: literal('Closed'), name: Name })
const CounterEvent = variants('CounterEvent', [Opened, Added, Closed])
export type CounterEvent = (typeof CounterEvent)['_A']

const Open = closed({ type: literal('Open'), name: Name, dueAt: Instant })
const Add = closed({ type: literal('Add'), name: Name, amount: Amount })
const Close = closed({ type: literal('Close'), name: Name })
const CounterCommand = variants('CounterCommand', [Open, Add, Close])
export type CounterCommand = (typeof CounterCommand)['_A']

export type CounterRejection =
  | { readonly type: 'NotOpen' }
  | { readonly type: 'OverCeiling'; readonly ceiling: number }
  | { readonly type: 'NotYetDue'; readonly dueAt: Instant }

interface Counter {
  readonly open: boolean
  readonly sum: number
  readonly dueAt: Instant | null
}

type Decision = E.Either<CounterRejection, ReadonlyArray<CounterEvent>>

const fold: Fold<Counter, CounterEvent> = {
  initial: { open: false, sum: 0, dueAt: null },
  evolve: (state, event) => {
    switch (event.type) {
      case 'Opened':
        return { open: true, sum: 0, dueAt: event.dueAt }
      case 'Added':
        return { ...state, sum: state.sum + event.amount }
      case 'Closed':
        return { ...state, open: false }
    }
  },
}

const counterRead = (name: string): StreamRead<Counter> => streamRead(`counter-${name}`, fold)

const handler = <K extends CounterCommand['type']>() =>
  defineHandler<Counter, CounterEvent, CounterRejection>()<Extract<CounterCommand, { type: K }>>()

export const counter: Slice<CounterCommand, Counter, CounterEvent, CounterRejection> = {
  name: 'counter',
  command: CounterCommand,
  event: CounterEvent,
  lifecycle: { table: null, reason: 'a fixture' },
  restoreCommand: restoreByFirst<CounterCommand, CounterEvent>({
    Opened: (event) => ({ ...event, type: 'Open' }),
    Added: ({ name, amount }) => ({ type: 'Add', name, amount }),
    Closed: ({ name }) => ({ type: 'Close', name }),
  }),
  decider: {
    stream: ({ name }) => `counter-${name}`,
    fold,
    handlers: {
      Open: handler<'Open'>()({
        decide:
          ({ name, dueAt }) =>
          (state): Decision =>
            E.right(state.dueAt === null ? [{ type: 'Opened', name, dueAt }] : []),
      }),
      Add: handler<'Add'>()({
        reads: () => ({ ceiling: counterRead('ceiling') }),
        decide:
          ({ name, amount }, { ceiling }) =>
          (state): Decision => {
            if (name === 'ceiling') return E.right([{ type: 'Added', name, amount, sum: amount }])
            if (!state.open) return E.left({ type: 'NotOpen' })
            const sum = state.sum + amount
            if (sum > ceiling.sum) return E.left({ type: 'OverCeiling', ceiling: ceiling.sum })
            return E.right([{ type: 'Added', name, amount, sum }])
          },
      }),
      Close: handler<'Close'>()({
        decide:
          ({ name }, _, { now }) =>
          (state): Decision => {
            if (!state.open) return E.left({ type: 'NotOpen' })
            if (state.dueAt !== null && now < state.dueAt) return E.left({ type: 'NotYetDue', dueAt: state.dueAt })
            return E.right([{ type: 'Closed', name }])
          },
      }),
    },
  },
}
