import { expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { manualClock, seededRandomness } from './simulated.ts'
import { systemClock, systemRandomness } from './system.ts'

it('seeded ids and salts are the same on every machine', () => {
  const random = seededRandomness(7)
  expect([random.id(), random.salt().slice(0, 16), random.id()]).toEqual([
    'UtWfkbQJTpRFgSsfc4NWF',
    '615af006131d4c5d',
    '3Uwd1Nne5MwUYDZg8qBjA',
  ])
  expect(seededRandomness(7).id()).not.toBe(seededRandomness(8).id())
})

it('real and seeded randomness have one shape', () => {
  for (const { id, salt } of [seededRandomness('x'), systemRandomness]) {
    expect(id()).toMatch(/^[A-Za-z0-9_-]{21}$/)
    expect(salt()).toMatch(/^[0-9a-f]{64}$/)
    expect(id()).not.toBe(id())
  }
})

it('a manual clock stands still until it is set', () => {
  const noon = '2020-04-20T12:00:00.000Z' as Instant
  const clock = manualClock(noon)
  clock.set('2020-04-20T13:00:00.000Z' as Instant)
  expect(clock.now()).toBe('2020-04-20T13:00:00.000Z')
})

it("the machine's clock speaks in instants", () => {
  expect(systemClock.now()).toMatch(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
})
