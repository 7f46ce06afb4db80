import { expect, it } from 'vitest'
import { findAmong, may, say, serve, times, type Served } from './county.fixture.ts'
import { proxies } from './proxies.ts'

/** Visits that h1 voices for six elders; four volunteers of B1 serve them. */
const visits = (count: number, more: (index: number) => Partial<Served> = () => ({})) =>
  times(count, (index) =>
    serve({
      id: `O${index}`,
      volunteer: `v${index % 4}`,
      requester: `elder-${index % 6}`,
      proxy: 'h1',
      review: { by: 'h1', rating: 5 },
      start: may(index + 1),
      minutes: 60,
      ...more(index),
    }),
  )
/** As long as it takes, while an hour was planned. */
const uneven = (index: number): Partial<Served> => ({
  minutes: 35 + ((index * 17) % 60),
  plan: { start: may(index + 1), minutes: 60 },
})

it('finds the proxy whose every need one team serves to the planned minute, and who alone reviews', () => {
  expect(findAmong(proxies, ...visits(12))).toMatchObject([
    {
      persons: ['h1', 'v0', 'v1', 'v2', 'v3'],
      teams: ['B1'],
      months: [{ month: '2020-05', minutes: 720, cases: 12 }],
      signs: { requesters: 6, ownWord: 1, toTheMinute: 1, inTeam: 0 },
    },
  ])
})

it('finds the proxy who is of the team, at any time of day', () => {
  const joined = {
    type: 'MemberJoined',
    teamId: 'B1',
    unitId: '131081104201',
    person: 'h1',
    by: 'h1',
    joinedAt: may(1),
  }
  expect(findAmong(proxies, say(joined), ...visits(12, uneven))).toHaveLength(1)
})

it('does not find a grid worker of a village with one team, where the visits take as long as they take', () => {
  expect(findAmong(proxies, ...visits(20, uneven))).toEqual([])
})

it('does not find a grid worker whose elders review themselves, or who has several teams', () => {
  expect(findAmong(proxies, ...visits(20, (index) => ({ review: { by: `elder-${index % 6}`, rating: 5 } })))).toEqual(
    [],
  )
  expect(findAmong(proxies, ...visits(20, (index) => ({ team: `B${index % 2}` })))).toEqual([])
})

it('does not find a daughter who voices for her two parents', () => {
  expect(findAmong(proxies, ...visits(20, (index) => ({ requester: `parent-${index % 2}` })))).toEqual([])
})
