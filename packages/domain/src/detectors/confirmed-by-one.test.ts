import { expect, it } from 'vitest'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import { confirmedByOne } from './confirmed-by-one.ts'
import { findAmong, may, say, times, type Line } from './county.fixture.ts'
import { attend, type Attended } from './presence.fixture.ts'

type Lines = ReadonlyArray<ReadonlyArray<Line>>

/** On so many days of May these tell late that they served, and f confirms each. */
const days = (count: number, volunteers: ReadonlyArray<string>, more: Partial<Attended> = {}): Lines =>
  times(count, (index) =>
    volunteers.flatMap((volunteer) =>
      attend({
        ...{ id: `O${index}`, volunteer, start: may(index + 1), minutes: 120, grade: 'attested' },
        ...{ toldLate: true, confirmed: { by: 'f' } },
        ...more,
      }),
    ),
  )
const find = (...lines: Lines) => findAmong(confirmedByOne, ...lines)

it('finds the one on whose word those who told late came, day after day', () => {
  const [found, ...others] = find(...days(3, ['a', 'c']))
  expect(others).toEqual([])
  expect(found).toMatchObject({
    persons: ['a', 'c', 'f'],
    teams: ['B1'],
    months: [{ month: '2020-05', minutes: 720, cases: 6 }],
    signs: { people: 2 },
  })
})

it('finds a check-in told late without a check-out, and the captured presence, alike', () => {
  expect(find(...days(6, ['a'], { toldLate: false }))).toEqual([])
  expect(find(...days(6, ['a']))).toHaveLength(1)
  expect(find(...days(6, ['a'], { toldLate: 'captured' }))).toHaveLength(1)
})

it('takes a confirmer under two registrations as one (G2)', () => {
  const two = [...days(3, ['a']), ...days(3, ['c'], { confirmed: { by: 'd' } })]
  expect(find(...two)).toEqual([])
  expect(find(...two, say(...mergeEvents(['d', 'f'])))).toHaveLength(1)
})

it('does not find the nurse who confirms a colleague once, nor a team of one day', () => {
  expect(find(...days(1, ['a']))).toEqual([])
  expect(find(...days(1, ['a', 'b', 'c', 'd', 'e', 'g', 'h']))).toEqual([])
})

it('does not find five presences a month, nor a clerk or a requester, nor what does not count: so much passes unseen', () => {
  expect(find(...days(5, ['a']))).toEqual([])
  for (const as of ['clerk', 'requester']) expect(find(...days(6, ['a'], { confirmed: { by: 'f', as } }))).toEqual([])
  expect(find(...days(6, ['a'], { confirmed: { by: 'f', byReview: true } }))).toEqual([])
  expect(find(...days(6, ['a'], { verified: null }))).toEqual([])
})
