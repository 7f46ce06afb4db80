import { expect, it } from 'vitest'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import { findAmong, may, say, times, type Line } from './county.fixture.ts'
import { attend, countHeads, type Attended } from './presence.fixture.ts'
import { rollsAlone } from './rolls-alone.ts'

type Lines = ReadonlyArray<ReadonlyArray<Line>>

/** On so many days of May l calls the roll of two people, arrival and departure. */
const days = (count: number, more: (index: number) => Partial<Attended> = () => ({})): Lines =>
  times(count, (index) =>
    ['a', 'b'].flatMap((volunteer) =>
      attend({
        ...{ id: `O${index}`, volunteer, start: may(index + 1), minutes: 120, grade: 'attested', recorder: 'l' },
        ...{ cameBy: 'l', leftBy: 'l' },
        ...more(index),
      }),
    ),
  )
const find = (...lines: Lines) => findAmong(rollsAlone, ...lines)

it('finds the leader on whose word alone two members came and left, day after day', () => {
  const [found, ...others] = find(...days(4))
  expect(others).toEqual([])
  expect(found).toMatchObject({
    persons: ['a', 'b', 'l'],
    teams: ['B1'],
    months: [{ month: '2020-05', minutes: 960, cases: 8 }],
    signs: { share: 1, people: 2 },
  })
  expect(found?.evidence).toContainEqual({ stream: 'at-{"type":"order","orderId":"O0","round":1}.a', version: 1 })
})

it('finds it also where the requester says that nothing was solved, where the leader was there, and where the leader confirms the end', () => {
  expect(find(...days(4, () => ({ review: { by: 'r1', rating: 1, verdict: 'not-solved' } })))).toHaveLength(1)
  const leader = times(4, (index) => attend({ id: `O${index}`, volunteer: 'l', start: may(index + 1), minutes: 120 }))
  expect(find(...days(4), ...leader)).toHaveLength(1)
  expect(find(...days(4, () => ({ leftBy: null, confirmed: { by: 'l' } })), ...leader)).toHaveLength(1)
})

it('finds the caller for whom a clerk types, and one under two registrations (G2)', () => {
  expect(find(...days(4, () => ({ typedBy: 'k1' }))).map(({ persons }) => persons)).toEqual([['a', 'b', 'l']])
  const twoNames = days(4, () => ({ leftBy: 'd' }))
  expect(find(...twoNames)).toEqual([])
  expect(find(...twoNames, say(...mergeEvents(['d', 'l'])))).toHaveLength(1)
})

it('does not find a class whose heads another person counted', () => {
  const heads = (by: string, count: number): Lines => times(4, (index) => countHeads({ id: `O${index}` }, by, count))
  expect(find(...days(4), ...heads('r1', 2))).toEqual([])
  expect(find(...days(4), ...heads('r1', 1))).toHaveLength(1)
  expect(find(...days(4), ...heads('l', 2))).toHaveLength(1)
})

it('does not find a village without network whose requester reviews, or that is checked', () => {
  expect(find(...days(4, () => ({ review: { by: 'r1', rating: 3, verdict: 'partly' } })))).toEqual([])
  expect(find(...days(4, () => ({ followedUpBy: 'k1' })))).toEqual([])
  expect(find(...days(4, () => ({ review: { by: 'l', rating: 5 } })))).toHaveLength(1)
})

it('does not take what is said of a later round for this one', () => {
  const lines = days(4, () => ({ review: { by: 'r1', rating: 5 } })).map((day) =>
    day.map((line) => (line.event.type === 'OrderReviewed' ? { ...line, event: { ...line.event, round: 2 } } : line)),
  )
  expect(find(...lines)).toHaveLength(1)
})

it('does not find a class of which some check in themselves', () => {
  const own = times(4, (index) => attend({ id: `O${index}`, volunteer: 'e', start: may(index + 1), minutes: 120 }))
  expect(find(...days(4), ...own)).toEqual([])
})

it('does not find those who check in or out themselves, or telephone themselves', () => {
  expect(find(...days(4, () => ({ cameBy: null })))).toEqual([])
  expect(find(...days(4, () => ({ leftBy: null })))).toEqual([])
  const telephone = times(8, (index) =>
    attend({
      ...{ id: `O${index}`, volunteer: 'a', start: may(index + 1), minutes: 120 },
      ...{ cameBy: 'a', leftBy: 'a', typedBy: 'k1' },
    }),
  )
  expect(find(...telephone)).toEqual([])
})

it('finds a session in the same way', () => {
  expect(find(...days(4, () => ({ requester: null })))).toHaveLength(1)
})

it('does not find five presences a month, nor less than half of the caller’s: so much passes unseen', () => {
  expect(
    find(...days(2), attend({ id: 'x', volunteer: 'a', start: may(9), minutes: 60, cameBy: 'l', leftBy: 'l' })),
  ).toEqual([])
  expect(find(...days(3))).toHaveLength(1)
  const reviewed = (index: number): Partial<Attended> => (index < 3 ? {} : { review: { by: 'r1', rating: 5 } })
  expect(find(...days(6, reviewed))).toHaveLength(1)
  expect(find(...days(7, reviewed))).toEqual([])
  expect(find(...days(4, () => ({ verified: null })))).toEqual([])
})
