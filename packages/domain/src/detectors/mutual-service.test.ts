import { expect, it } from 'vitest'
import { findAmong, may, say, serve, times } from './county.fixture.ts'
import { mutualService } from './mutual-service.ts'

const joined = (teamId: string, ...persons: ReadonlyArray<string>) =>
  say(
    ...persons.map((person) => {
      return { type: 'MemberJoined', teamId, unitId: '131081104201', person, by: person, joinedAt: may(1) }
    }),
  )
const members = [joined('B1', 'a', 'b'), joined('B2', 'c', 'd'), joined('B3', 'e', 'f')]
/** Visits of a team's volunteer to one requester. */
const visits = (team: string, volunteer: string, requester: string, count: number) =>
  times(count, (index) =>
    serve({ id: `${volunteer}-${requester}-${index}`, volunteer, requester, team, start: may(index + 1), minutes: 60 }),
  ).flat()

it('finds two teams that mostly serve the members of each other', () => {
  const log = [...members, visits('B1', 'a', 'c', 6), visits('B2', 'd', 'b', 5), visits('B1', 'a', 'elder', 2)]
  expect(findAmong(mutualService, ...log)).toMatchObject([
    { teams: ['B1', 'B2'], persons: ['a', 'b', 'c', 'd'], months: [{ month: '2020-05', minutes: 660, cases: 11 }] },
  ])
})

it('finds a ring of three', () => {
  const log = [...members, visits('B1', 'a', 'c', 4), visits('B2', 'd', 'e', 4), visits('B3', 'f', 'b', 4)]
  expect(findAmong(mutualService, ...log).map(({ teams }) => teams)).toEqual([['B1', 'B2', 'B3']])
})

it('does not find teams of neighbouring villages that serve all elders, some of them members of the other', () => {
  const log = [
    ...members,
    visits('B1', 'a', 'c', 5),
    visits('B1', 'b', 'elder-1', 12),
    visits('B2', 'd', 'b', 5),
    visits('B2', 'd', 'elder-2', 12),
  ]
  expect(findAmong(mutualService, ...log)).toEqual([])
})

it('does not find help that goes one way, or within a team', () => {
  expect(findAmong(mutualService, ...members, visits('B1', 'a', 'c', 9), visits('B2', 'd', 'elder', 9))).toEqual([])
  expect(findAmong(mutualService, ...members, visits('B1', 'a', 'b', 9))).toEqual([])
})
