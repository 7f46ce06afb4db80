import { describe, expect, it } from 'vitest'
import type { CommandId, EventId } from '@zhiyuan/kernel'
import { seenEvents } from './seen-events.ts'

const id = (n: number) => `e${n}` as EventId
const chain = (n: number) => `c${n % 7}` as CommandId

describe('the events that were seen', () => {
  it('are found, each with its own correlation, however many there are', () => {
    const seen = seenEvents()
    const all = Array.from({ length: 20_000 }, (_, n) => n)
    const before = all.map((n) => {
      const found = seen.find(id(n), chain(n))
      seen.add(id(n), chain(n))
      return found
    })
    expect(new Set(before)).toEqual(new Set(['missing']))
    expect(new Set(all.map((n) => seen.find(id(n), chain(n))))).toEqual(new Set(['there']))
    expect(new Set(all.map((n) => seen.find(id(n), chain(n + 1))))).toEqual(new Set(['other correlation']))
  })

  it('are of any correlation where theirs could not be read', () => {
    const seen = seenEvents()
    seen.add(id(1), null)
    expect(seen.find(id(1), chain(5))).toBe('there')
  })
})
