import { expect, it } from 'vitest'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import { findAmong, may, say, serve, times, type Served } from './county.fixture.ts'
import { inventedVisits } from './invented-visits.ts'

/** A visit of May by b to r1, 90 minutes as planned, with the best review. */
const visit = (index: number, more: Partial<Served> = {}) =>
  serve({
    id: `O${index}`,
    volunteer: 'b',
    start: may(index + 1),
    minutes: 90,
    review: { by: 'r1', rating: 5 },
    ...more,
  })
const find = (count: number, more: (index: number) => Partial<Served> = () => ({})) =>
  findAmong(inventedVisits, ...times(count, (index) => visit(index, more(index))))
/** Lengths as people have them. */
const uneven = (index: number): number => 40 + ((index * 37) % 50)

it('finds the two who alone vouch for ten visits, all to the planned minute and with the best review', () => {
  const [found, ...others] = find(10)
  expect(others).toEqual([])
  expect(found).toMatchObject({
    detector: 'invented-visits',
    persons: ['b', 'r1'],
    months: [{ month: '2020-05', minutes: 900, cases: 10 }],
    signs: { toTheMinute: 1, sameLength: 1 },
  })
  expect(found?.evidence).toContainEqual({ stream: 'record-b', version: 0 })
  expect(found?.evidence).toContainEqual({ stream: 'order-O0', version: 2 })
})

it('finds one proxy who voices such visits for ten elders', () => {
  const found = find(10, (index) => ({ requester: `elder-${index}`, proxy: 'h1', review: { by: 'h1', rating: 5 } }))
  expect(found.map(({ persons }) => persons)).toEqual([['b', 'h1']])
})

it('finds the pair whose lengths vary, where they give thirty hours and have no one else', () => {
  expect(find(25, (index) => ({ minutes: 40 + uneven(index) }))).toHaveLength(1)
})

it('finds a pair that uses two registrations of one volunteer (G2)', () => {
  const half = (index: number) => visit(index, index % 2 === 0 ? {} : { volunteer: 'd' })
  const merged = say(...mergeEvents(['d', 'b']))
  expect(findAmong(inventedVisits, ...times(8, half))).toEqual([])
  expect(findAmong(inventedVisits, ...times(8, half), merged).map(({ persons }) => persons)).toEqual([['b', 'r1']])
})

it('does not find a nurse with thirty visits to ten elders', () => {
  const nurse = (index: number): Partial<Served> => {
    const elder = `elder-${index % 10}`
    return {
      requester: elder,
      minutes: uneven(index),
      review: { by: elder, rating: 5 },
      plan: { start: may(index + 1), minutes: 60 },
    }
  }
  expect(find(30, nurse)).toEqual([])
})

it('does not find a helper who comes twice a week, as long as it takes', () => {
  expect(find(9, (index) => ({ minutes: uneven(index), plan: { start: may(index + 1), minutes: 60 } }))).toEqual([])
})

const seenByAnother: ReadonlyArray<readonly [string, Partial<Served>]> = [
  ['a recorder of the body entered', { recorder: 'k1', grade: 'manual' }],
  ['an independent person followed up', { followedUpBy: 'k1' }],
  ['a review below the best is about', { review: { by: 'r1', rating: 4 } }],
]
it.each(seenByAnother)('leaves out a visit that %s, and finds the others', (_why, more) => {
  const [found] = find(10, (index) => (index === 3 ? more : {}))
  expect(found?.months).toEqual([{ month: '2020-05', minutes: 810, cases: 9 }])
})
it.each(seenByAnother)('does not find a pair of whom every second visit %s', (_why, more) => {
  expect(find(10, (index) => (index % 2 === 0 ? more : {}))).toEqual([])
})

it('does not find a pair with whom another volunteer served', () => {
  const others = times(5, (index) => serve({ id: `O${index}`, volunteer: 'd', start: may(index + 1), minutes: 60 }))
  expect(findAmong(inventedVisits, ...times(10, (index) => visit(index)), ...others)).toEqual([])
})

it('counts no visit that does not count, and none of another month', () => {
  expect(find(5)).toEqual([])
  expect(find(10, (index) => (index < 5 ? { verified: null } : {}))).toEqual([])
  expect(find(10, (index) => (index < 5 ? { start: `2020-04-0${index + 1}T01:00:00.000Z` } : {}))).toEqual([])
})
