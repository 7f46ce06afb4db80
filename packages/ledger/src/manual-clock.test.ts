import { expect, it } from 'vitest'
import { LedgerRefusal, manualClock } from './index.ts'

it('a clock that is set by hand stands where it was put, and refuses a text that is no instant', () => {
  const clock = manualClock('2026-03-02T01:00:00.000Z')
  clock.set('2026-03-03T01:00:00.000Z')
  expect(clock.now()).toBe('2026-03-03T01:00:00.000Z')
  for (const text of ['nonsense', '2026-03-02', '2026-03-02T09:00:00+08:00']) {
    expect(() => manualClock(text)).toThrow(LedgerRefusal)
    expect(() => clock.set(text)).toThrow(LedgerRefusal)
  }
  expect(clock.now()).toBe('2026-03-03T01:00:00.000Z')
})
