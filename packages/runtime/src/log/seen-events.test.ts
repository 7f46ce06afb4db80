import { describe, expect, it } from 'vitest'
import type { CommandId, EventId } from '@zhiyuan/kernel'
import { seenEvents } from './seen-events.ts'

const [id, chain] = [(n: number) => `e${n}` as EventId, (n: number) => `c${n % 7}` as CommandId]

describe('the events that were seen', () => {
  it('are found, each with its own correlation, however many there are', () => {
    const seen = seenEvents()
    for (let n = 0; n < 20_000; n++) {
      expect(seen.find(id(n), chain(n))).toBe('missing')
      seen.add(id(n), chain(n))
    }
    for (let n = 0; n < 20_000; n++) {
      expect(seen.find(id(n), chain(n))).toBe('there')
      expect(seen.find(id(n), chain(n + 1))).toBe('other correlation')
    }
  })

  it('are of any correlation where theirs could not be read', () => {
    const seen = seenEvents()
    seen.add(id(1), null)
    expect(seen.find(id(1), chain(5))).toBe('there')
  })
})
