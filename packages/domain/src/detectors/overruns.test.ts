import { expect, it } from 'vitest'
import { adopted, findAmong, may, times } from './county.fixture.ts'
import { overruns } from './overruns.ts'
import { attend, type Attended } from './presence.fixture.ts'

/** On so many days of May f confirms when a left, so many minutes past the planned end. The policy allows 30. */
const find = (
  count: number,
  beyond: (index: number) => number,
  more: (index: number) => Partial<Attended> = () => ({}),
) =>
  findAmong(
    overruns,
    adopted,
    ...times(count, (index) =>
      attend({
        ...{ id: `O${index}`, volunteer: 'a', start: may(index + 1), minutes: 120 + beyond(index) },
        ...{ plan: { start: may(index + 1), minutes: 120 }, grade: 'attested', confirmed: { by: 'f' } },
        ...more(index),
      }),
    ),
  )

it('finds the friend who confirms the latest end that is allowed, again and again', () => {
  const [found, ...others] = find(8, () => 30)
  expect(others).toEqual([])
  expect(found).toMatchObject({
    persons: ['a', 'f'],
    months: [{ month: '2020-05', minutes: 1200, cases: 8 }],
    signs: { share: 1, beyond: 240 },
  })
})

it('finds two friends who do so in turns', () => {
  const turns = (index: number): Partial<Attended> =>
    index % 2 === 0 ? {} : { volunteer: 'f', confirmed: { by: 'a' } }
  expect(find(4, () => 30, turns)).toHaveLength(1)
})

it('does not find two nurses who confirm each other once, at the planned end', () => {
  expect(
    find(
      2,
      () => 0,
      (index) => (index === 0 ? {} : { volunteer: 'f', confirmed: { by: 'a' } }),
    ),
  ).toEqual([])
})

it('does not find one whose telephone fails each week, confirmed at the planned end or a little later', () => {
  expect(find(8, (index) => 2 * index)).toEqual([])
})

it('does not find three times a month, a quarter of an hour each time, or another confirmer each time: so much passes unseen', () => {
  expect(find(3, () => 30)).toEqual([])
  expect(find(4, () => 30)).toHaveLength(1)
  expect(find(8, () => 15)).toEqual([])
  expect(find(8, () => 16)).toHaveLength(1)
  expect(
    find(
      8,
      () => 30,
      (index) => ({ confirmed: { by: `f${index % 4}` } }),
    ),
  ).toEqual([])
  expect(find(9, (index) => (index < 4 ? 30 : 0))).toEqual([])
})

it('leaves out who checked out, and what a review confirmed by itself', () => {
  expect(
    find(
      8,
      () => 30,
      () => ({ confirmed: null }),
    ),
  ).toEqual([])
  expect(
    find(
      8,
      () => 30,
      () => ({ confirmed: { by: 'f', byReview: true } }),
    ),
  ).toEqual([])
})

it('counts no record that does not count, and none of another month', () => {
  expect(
    find(
      6,
      () => 30,
      (index) => (index < 3 ? { verified: null } : {}),
    ),
  ).toEqual([])
  const april = (index: number) => `2020-04-0${index + 1}T01:00:00.000Z`
  const moved = (index: number): Partial<Attended> =>
    index < 3 ? { start: april(index), plan: { start: april(index), minutes: 120 } } : {}
  expect(find(6, () => 30, moved)).toEqual([])
})
