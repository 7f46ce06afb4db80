import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { door, pasts, setting, type Door } from './door.fixture.ts'
import { histories } from './histories.ts'
import { holdsAlways } from './holds-always.ts'

const pools = { DoorId: ['d'] }
const open = { command: { type: 'OpenDoor', door: 'd' } } as const
const close = { command: { type: 'CloseDoor', door: 'd' } } as const
const closed = { ...setting, past: pasts.Closed }
const opensOnce = ({ times }: Door): void => {
  expect(times).toBeLessThan(3)
}

describe('holdsAlways', () => {
  it('holds of an invariant, and fails where there is none', () => {
    holdsAlways(door, closed, { pools }, (state) => expect(state.type).not.toBe('None'))
    expect(() => holdsAlways(door, closed, { pools, known: [open] }, () => expect(1).toBe(2))).toThrow(/does not hold/)
  })

  it('tells the shortest history that breaks it, with its seed, and has the error of its last step as the cause', () => {
    const told = () => holdsAlways(door, closed, { pools, known: [open, close] }, opensOnce, { seed: 1 })
    expect(told).toThrowErrorMatchingInlineSnapshot(`
      [AssertionError: the law does not hold of door: run 1, seed 1, shrunk 7 times
      1. at 2020-04-20T01:00Z ada (keeper at house) did OpenDoor (door d); so DoorOpened
      2. at 2020-04-20T01:00Z ada (keeper at house) did CloseDoor (door d); so DoorClosed
      3. at 2020-04-20T01:00Z ada (keeper at house) did OpenDoor (door d); so DoorOpened
      4. at 2020-04-20T01:00Z ada (keeper at house) did CloseDoor (door d); so DoorClosed
      5. at 2020-04-20T01:00Z ada (keeper at house) did OpenDoor (door d); so DoorOpened
      6. what broke: expected 3 to be less than 3]
    `)
    expect(told).toThrow(expect.objectContaining({ cause: expect.any(Error) as Error }) as Error)
  })

  it('does not compile where a known command is misspelt', () => {
    const wrong: ReadonlyArray<() => unknown> = [
      // @ts-expect-error no such command
      () => holdsAlways(door, closed, { known: [{ command: { type: 'OpenDor', door: 'd' } }] }, () => undefined),
      // @ts-expect-error a field is misspelt
      () => holdsAlways(door, closed, { known: [{ command: { type: 'OpenDoor', dor: 'd' } }] }, () => undefined),
    ]
    for (const one of wrong) expect(one).toThrow('not a command')
  })

  it('fails where hardly any attempt is accepted, as the invariant was hardly tested', () => {
    const never = (): void => {
      throw new Error('an invariant of nothing')
    }
    holdsAlways(door, closed, { pools }, () => undefined)
    const past = pasts.Rotten
    expect(() => holdsAlways(door, { ...setting, past }, { pools }, never)).toThrow(/attempts are accepted/)
  })

  it('fails where the histories were shallower than is asked for', () => {
    const ask = (DoorOpened: number) => () =>
      holdsAlways(door, closed, { pools, known: [open] }, () => undefined, { atLeast: { DoorOpened } })
    expect(ask(20)()).toMatchObject({ runs: 100, states: { Open: expect.any(Number) as number } })
    expect(ask(1_000_000)).toThrow(/the histories were shallow: DoorOpened \d+ times, fewer than 1000000/)
  })
})

describe('histories', () => {
  const tries = { pools, known: [open, close] }

  it('hold what the slice accepted, each step with its state', () => {
    fc.assert(
      fc.property(histories(door, closed, tries), (steps) =>
        steps.every(({ events, state }) => events.length === 1 && state.type !== 'None'),
      ),
    )
    expect(fc.sample(histories(door, closed, tries, { maxLength: 2 })).every((steps) => steps.length <= 2)).toBe(true)
  })

  it('are printed as a story by fast-check', () => {
    const drawn = histories(door, closed, tries, { locale: 'zh', names: { OpenDoor: '开门' } })
    const property = fc.property(drawn, (steps) => steps.every(({ state }) => state.times < 1))
    expect(() => fc.assert(property, { seed: 1 })).toThrow(
      '1. 2020-04-20T01:00Z，ada（keeper，house）：开门（door d），于是DoorOpened',
    )
  })
})
