import { expect, it } from 'vitest'
import { findAmong, later, may, serve, times } from './county.fixture.ts'
import { oneHand } from './one-hand.ts'

/** On so many days a and b check in and out at two orders, so many seconds apart. */
const days = (count: number, apart: (index: number) => readonly [number, number], isOneOrder = false) =>
  times(count, (index) => {
    const start = may(index + 1)
    const [comes, leaves] = apart(index)
    const plan = { start, minutes: 60 }
    const first = { id: `A${index}`, volunteer: 'a', start, minutes: 60, plan }
    const second = { id: `${isOneOrder ? 'A' : 'B'}${index}`, volunteer: 'b', start: later(start, comes), minutes: 60 }
    return [serve(first), serve({ ...second, minutes: 60 + (leaves - comes) / 60, plan })].flat()
  })

it('finds two who check in and out at two orders seconds apart, day after day', () => {
  expect(findAmong(oneHand, ...days(5, () => [9, 9]))).toMatchObject([
    { persons: ['a', 'b'], teams: ['B1'], months: [{ month: '2020-05', minutes: 600, cases: 10 }], signs: { days: 5 } },
  ])
})

it('does not find those who come and leave together at one order', () => {
  expect(findAmong(oneHand, ...days(20, () => [9, 9], true))).toEqual([])
})

it('does not find those who all begin at nine in different homes, and leave when they are done', () => {
  expect(findAmong(oneHand, ...days(20, (index) => [0, 60 * (2 + index)]))).toEqual([])
})

it('does not find three days of chance', () => {
  expect(findAmong(oneHand, ...days(3, () => [9, 9]))).toEqual([])
})
