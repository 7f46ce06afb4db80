import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  decideCommand,
  defineHandler,
  listStreams,
  planCommand,
  replay,
  streamRead,
  type Decider,
  type Moment,
  type StreamName,
} from '../index.ts'

interface Put {
  readonly type: 'Put'
  readonly shelf: string
  readonly weight: number
}
interface Clear {
  readonly type: 'Clear'
  readonly shelf: string
}
type Event = { readonly type: 'Carried'; readonly weight: number } | { readonly type: 'Cleared' }
interface Shelf {
  readonly load: number
}
interface TooHeavy {
  readonly type: 'TooHeavy'
  readonly limit: number
}

const loads = {
  initial: { load: 0 },
  evolve: ({ load }: Shelf, event: Event): Shelf => ({ load: event.type === 'Carried' ? load + event.weight : 0 }),
}
const limits = { initial: 10, evolve: (_limit: number, to: number): number => to }
const limitRead = (shelf: string) => streamRead(`limit-${shelf}`, limits)

const on = defineHandler<Shelf, Event, TooHeavy>()

/** What is read depends on the state: a full shelf reads its neighbour's limit too. */
const shelves: Decider<Put | Clear, Shelf, Event, TooHeavy> = {
  stream: ({ shelf }, jurisdiction) => `shelf-${jurisdiction}-${shelf}`,
  fold: loads,
  handlers: {
    Put: on<Put>()({
      reads: ({ shelf }, { load }) => ({
        limit: limitRead(shelf),
        beside: load > 5 ? limitRead(`${shelf}b`) : null,
      }),
      decide:
        ({ weight }, { limit }) =>
        ({ load }) =>
          load + weight > limit ? E.left({ type: 'TooHeavy', limit }) : E.right([{ type: 'Carried', weight }]),
    }),
    Clear: on<Clear>()({
      decide:
        () =>
        ({ load }) =>
          E.right(load === 0 ? [] : [{ type: 'Cleared' }]),
    }),
  },
}

const moment = {} as Moment
const put = (weight: number): Put => ({ type: 'Put', shelf: 'a', weight })
const listRead = (load: number): ReadonlyArray<StreamName> => {
  const plan = planCommand(shelves, put(1), { load }, moment)
  return plan.type === 'read' ? listStreams(plan.reads).map(({ stream }) => stream) : expect.fail('nothing is read')
}

describe('a decider', () => {
  it('loads what the handler reads, once, and decides from it', () => {
    const asked: StreamName[] = []
    const decide = decideCommand(shelves, ({ stream, initial, resume }) => {
      asked.push(stream)
      return resume(initial, stream === 'limit-a' ? [7] : [])
    })
    expect(decide({ load: 5 }, put(2), moment)).toEqual(E.right([{ type: 'Carried', weight: 2 }]))
    expect(decide({ load: 5 }, put(3), moment)).toEqual(E.left({ type: 'TooHeavy', limit: 7 }))
    expect(asked).toEqual(['limit-a', 'limit-a'])
  })

  it('chooses what it reads by its state', () => {
    expect(listRead(0)).toEqual(['limit-a'])
    expect(listRead(6)).toEqual(['limit-a', 'limit-ab'])
  })

  it('loads nothing for a handler that reads no other stream', () => {
    const decide = decideCommand(shelves, () => expect.fail('nothing is to be loaded'))
    expect(decide({ load: 3 }, { type: 'Clear', shelf: 'a' }, moment)).toEqual(E.right([{ type: 'Cleared' }]))
    expect(decide({ load: 0 }, { type: 'Clear', shelf: 'a' }, moment)).toEqual(E.right([]))
  })

  it('replays events onto the initial state, which does not change', () => {
    const events: ReadonlyArray<Event> = [
      { type: 'Carried', weight: 2 },
      { type: 'Cleared' },
      { type: 'Carried', weight: 3 },
    ]
    expect(replay(loads, events)).toEqual({ load: 3 })
    expect(replay(loads, [])).toBe(loads.initial)
    expect(loads.initial).toEqual({ load: 0 })
  })
})

describe('a read', () => {
  it('resumes from a state: folding in parts gives the same as folding at once', () => {
    const { initial, resume } = streamRead('shelf-a', loads)
    const events: ReadonlyArray<Event> = [
      { type: 'Carried', weight: 2 },
      { type: 'Cleared' },
      { type: 'Carried', weight: 1 },
    ]
    for (let cut = 0; cut <= events.length; cut += 1) {
      const before = resume(initial, events.slice(0, cut))
      expect(resume(before, events.slice(cut))).toEqual({ load: 1 })
    }
  })

  it('differs from another read of the same stream by its fold', () => {
    expect(streamRead('shelf-a', loads).fold).toBe(loads)
    expect(streamRead('shelf-a', limits).fold).not.toBe(streamRead('shelf-a', loads).fold)
  })
})
