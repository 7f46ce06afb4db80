import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  fact,
  needsOf,
  none,
  replay,
  run,
  step,
  type Decider,
  type Fact,
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
const limitOf = (shelf: string) => fact(`limit-${shelf}`, limits)

/** The state decides which fact is read: a full shelf asks for its neighbour's limit too. */
const shelves: Decider<Put | Clear, Shelf, Event, TooHeavy> = {
  stream: ({ shelf }, jurisdiction) => `shelf-${jurisdiction}-${shelf}`,
  fold: loads,
  steps: {
    Put: step<Put, Shelf, Event, TooHeavy>()(
      ({ shelf }, { load }): { limit: Fact<number>; beside?: Fact<number> } =>
        load > 5 ? { limit: limitOf(shelf), beside: limitOf(`${shelf}b`) } : { limit: limitOf(shelf) },
      ({ weight }, { limit }) =>
        ({ load }) =>
          load + weight > limit ? E.left({ type: 'TooHeavy', limit }) : E.right([{ type: 'Carried', weight }]),
    ),
    Clear: step<Clear, Shelf, Event, TooHeavy>()(
      none,
      () =>
        ({ load }) =>
          E.right(load === 0 ? [] : [{ type: 'Cleared' }]),
    ),
  },
}

const moment = {} as Moment
const put = (weight: number): Put => ({ type: 'Put', shelf: 'a', weight })

describe('a decider', () => {
  it('loads the facts that the step names, and decides from them', () => {
    const asked: StreamName[] = []
    const decide = run(shelves, ({ stream, initial, resume }) => {
      asked.push(stream)
      return resume(initial, stream === 'limit-a' ? [7] : [])
    })
    expect(decide({ load: 5 }, put(2), moment)).toEqual(E.right([{ type: 'Carried', weight: 2 }]))
    expect(decide({ load: 5 }, put(3), moment)).toEqual(E.left({ type: 'TooHeavy', limit: 7 }))
    expect(asked).toEqual(['limit-a', 'limit-a'])
  })

  it('names its facts by the state that it is in', () => {
    expect(Object.keys(needsOf(shelves, put(1), { load: 0 }, moment))).toEqual(['limit'])
    const needs = needsOf(shelves, put(1), { load: 6 }, moment)
    expect(Object.values(needs).map(({ stream }) => stream)).toEqual(['limit-a', 'limit-ab'])
  })

  it('loads nothing for a step that reads no other stream', () => {
    const decide = run(shelves, () => expect.fail('nothing is to be loaded'))
    expect(decide({ load: 3 }, { type: 'Clear', shelf: 'a' }, moment)).toEqual(E.right([{ type: 'Cleared' }]))
    expect(decide({ load: 0 }, { type: 'Clear', shelf: 'a' }, moment)).toEqual(E.right([]))
  })

  it('replays events onto the initial state, which stays as it was', () => {
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

describe('a fact', () => {
  it('resumes where it was: in parts it comes to the same as at once', () => {
    const { initial, resume } = fact('shelf-a', loads)
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

  it('is told from another of the same stream by its fold', () => {
    expect(fact('shelf-a', loads).fold).toBe(loads)
    expect(fact('shelf-a', limits).fold).not.toBe(fact('shelf-a', loads).fold)
  })
})
