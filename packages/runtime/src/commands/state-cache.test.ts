import { describe, expect, it } from 'vitest'
import { streamRead, type Actor, type StreamName, type StreamVersion, type Typed } from '@zhiyuan/kernel'
import { keep, newest, stateCache } from './state-cache.ts'

const stream = 'toy-a' as StreamName
const count = streamRead<number, Typed>(stream, { initial: 0, evolve: (n) => n + 1 })
const at = (version: number): StreamVersion => version as StreamVersion
const event = {
  data: { type: 'Happened' },
  actor: { type: 'process', process: 'toy', cause: 'e1' } as unknown as Actor,
}

describe('folded states in memory', () => {
  it('take in what this process appends', () => {
    const cache = stateCache(10)
    keep(cache.slot(stream), count, { version: at(1), state: 2 })
    cache.appended(stream, at(1), [event, event])
    expect(newest(cache.slot(stream), count.fold)).toMatchObject({ version: 3, state: 4 })
  })

  it('are not undone by a reader that was slower than a writer', () => {
    const cache = stateCache(10)
    const slow = cache.slot(stream)
    cache.appended(stream, null, [event])
    keep(slow, count, { version: null, state: 0 })
    expect(newest(cache.slot(stream), count.fold)).toBeUndefined()
    keep(slow, count, { version: at(0), state: 1 })
    keep(slow, count, { version: null, state: 0 })
    expect(newest(cache.slot(stream), count.fold)).toMatchObject({ version: 0 })
  })

  it('O7: know who caused what they take in', () => {
    const cache = stateCache(10)
    const names = streamRead<ReadonlyArray<string>, Typed>(stream, {
      initial: [],
      evolve: (known) => known,
      noteActor: (known, { type }) => [...known, type],
    })
    keep(cache.slot(stream), names, { version: null, state: [] })
    cache.appended(stream, null, [event])
    expect(newest(cache.slot(stream), names.fold)).toMatchObject({ state: ['process'] })
  })

  it('never pass what they missed', () => {
    const cache = stateCache(10)
    keep(cache.slot(stream), count, { version: at(1), state: 2 })
    cache.appended(stream, at(5), [event])
    expect(cache.slot(stream).states.get(count.fold)).toMatchObject({ version: 1, state: 2 })
    expect(newest(cache.slot(stream), count.fold)).toBeUndefined()
  })

  it('are forgotten where their fold fails on written events, which stay written', () => {
    const cache = stateCache(10)
    const picky = streamRead<number, Typed>(stream, {
      initial: 0,
      evolve: () => {
        throw new Error('never heard of it')
      },
    })
    keep(cache.slot(stream), picky, { version: null, state: 0 })
    keep(cache.slot(stream), count, { version: null, state: 0 })
    cache.appended(stream, null, [event])
    expect(newest(cache.slot(stream), picky.fold)).toBeUndefined()
    expect(newest(cache.slot(stream), count.fold)).toMatchObject({ version: 0, state: 1 })
  })

  it('are forgotten, the least recently used first', () => {
    const cache = stateCache(4)
    const names = ['a', 'b', 'c', 'd'].map((id) => `toy-${id}` as StreamName)
    for (const name of names) keep(cache.slot(name), count, { version: at(0), state: 1 })
    cache.slot(names[0] as StreamName)
    cache.slot('toy-e')
    expect(names.filter((name) => cache.slot(name).states.size === 1)).toContain('toy-a')
    expect(cache.slot('toy-b').states.size).toBe(0)
  })
})
