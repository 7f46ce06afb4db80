import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  addRule,
  closed,
  decideCommand,
  defineHandler,
  integer,
  literal,
  restoreByFirst,
  streamRead,
  variants,
  type Moment,
  type Slice,
} from '../index.ts'

interface WeightBrand {
  readonly Weight: unique symbol
}
const weight = { weight: integer<WeightBrand>('Weight', 0, 100) }
const Put = variants('ShelfCommand', [closed({ type: literal('Put'), ...weight })])
const Carried = variants('ShelfEvent', [closed({ type: literal('Carried'), ...weight })])
type Put = t.TypeOf<typeof Put>
type Carried = t.TypeOf<typeof Carried>
interface TooHeavy {
  readonly type: 'TooHeavy'
}

const total = { initial: 0, evolve: (sum: number, event: Carried): number => sum + event.weight }
const limit = { initial: 10, evolve: (_limit: number, to: number): number => to }

/** Bears what its limit says, which it reads of another stream; nothing is no news. */
const shelf: Slice<Put, number, Carried, TooHeavy> = {
  name: 'shelf',
  command: Put,
  event: Carried,
  lifecycle: { table: null, reason: 'a shelf for tests' },
  restoreCommand: restoreByFirst<Put, Carried>({ Carried: ({ weight }) => ({ type: 'Put', weight }) }),
  decider: {
    stream: () => 'shelf-1',
    fold: total,
    handlers: {
      Put: defineHandler<number, Carried, TooHeavy>()<Put>()({
        reads: () => ({ most: streamRead('limit-1', limit) }),
        decide:
          ({ weight }, { most }) =>
          (sum) => {
            if (weight === 0) return E.right([])
            return sum + weight > most ? E.left({ type: 'TooHeavy' }) : E.right([{ type: 'Carried', weight }])
          },
      }),
    },
  },
}

const asked: number[] = []
const lighter = addRule(shelf, (events, sum) => {
  const after = events.reduce(total.evolve, sum)
  asked.push(after)
  return after > 5 ? ({ type: 'OurLimit', after } as const) : null
})
const put = (weight: number) => {
  const command = { type: 'Put', weight } as Put
  // The handler does not look at the moment.
  return decideCommand(lighter.decider, (read) => read.initial)(3, command, {} as Moment)
}

describe('addRule', () => {
  it('refuses what the slice accepts and the rule does not, after the slice has read what it needs', () => {
    expect(put(2)).toEqual(E.right([{ type: 'Carried', weight: 2 }]))
    expect(put(3)).toEqual(E.left({ type: 'OurLimit', after: 6 }))
    expect(asked).toEqual([5, 6])
  })

  it('is not asked about what the slice refuses, nor about what emits nothing', () => {
    asked.length = 0
    expect(put(9)).toEqual(E.left({ type: 'TooHeavy' }))
    expect(put(0)).toEqual(E.right([]))
    expect(asked).toEqual([])
  })
})
