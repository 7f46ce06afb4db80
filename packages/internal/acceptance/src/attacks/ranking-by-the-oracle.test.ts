/**
 * Random teams, told to the ledger and to the oracle of rankings, come to the same candidates, and are left out alike (O10, O23). Load, open offers and
 * refusals are zero here: in which order they count the rules leave open.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAncestors } from '../oracles/escalation.oracle.fixture.ts'
import { rankTeams, type Team, type Units } from '../oracles/ranking.oracle.fixture.ts'
import { actor } from './county.fixture.ts'
import { approve, C, openNeeds, place, T1, T2, V1, V1b, V2 } from './needs.fixture.ts'
import { why } from './orders.fixture.ts'
import { tree } from './tree.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const all = [V1, V1b, T1, V2, T2, C] as const
const levels = ['village', 'township', 'city'] as const
const units: Units = {
  above: tree.above,
  level: (unit) => levels[2 - findAncestors(unit, tree.above).length] ?? 'village',
}
/** The steps up and down between two units. */
const measure = (one: string, other: string): number => {
  const [up, down] = [one, other].map((unit) => [unit, ...findAncestors(unit, tree.above)])
  const meeting = up?.find((unit) => down?.includes(unit)) ?? C
  return (up?.indexOf(meeting) ?? 0) + (down?.indexOf(meeting) ?? 0)
}

const specialty = 'hardship-relief'
const drawTeam = fc.record({
  unit: fc.constantFrom(...all),
  level: fc.subarray([...levels]),
  specialties: fc.constantFrom(
    [specialty],
    [specialty, 'medical-fitness'],
    ['medical-fitness', specialty],
    ['medical-fitness'],
  ),
  opened: fc.subarray([V1, T2, C], { maxLength: 1 }),
})
type Drawn = Omit<Team, 'team'>

/** TA and TB, which the county has. */
const given: readonly Team[] = [
  { team: 'TA', unit: V1, level: levels, specialties: [specialty], opened: [] },
  { team: 'TB', unit: V1b, level: levels, specialties: [specialty], opened: [] },
]

const agree = async (drawn: readonly Drawn[], owner: string, to: string) => {
  const county = await openNeeds()
  const teams: Team[] = [...given]
  for (const [index, { unit, level, specialties, opened }] of drawn.entries()) {
    const teamId = `T${index + 1}`
    const open = { levels: level, units: opened }
    const founded = {
      teamId,
      name: teamId,
      kind: 'brigade',
      unitId: unit,
      bodyId: unit,
      specialties,
      leader: 'c',
      open,
    }
    expect(await county.ask('admin', { type: 'FoundTeam', ...founded })).toEqual(['TeamFounded'])
    teams.push({ team: teamId, unit, level, specialties, opened })
  }
  await county.submit('N1', { unitId: owner })
  await county.ask('kc', approve('N1'))
  await county.ask('r1', place('O1', 'N1'))
  await county.ask('pc', { type: 'TransferOrder', orderId: 'O1', round: 1, from: owner, to, ...why('x') })
  const handler = (await county.listEvents('OrderTransferred')).at(-1)?.to ?? owner
  const expected = rankTeams(teams, { handler, specialty, slot: 'O1' }, units, (team) => {
    const found = teams.find((one) => one.team === team) ?? expect.fail(team)
    const fit = found.specialties[0] === specialty ? 1 : 0
    return { refusedSlots: [], fit, distance: measure(handler, found.unit), load: 0, openOffers: 0 }
  })
  const ranking = (await county.ledger.rankTeams('O1'))?.ranking ?? expect.fail('no ranking')
  const told = { level: [], specialty: [], area: [], ...toLists(ranking.leftOut, ({ teams: names }) => names) }
  const counts = { level: 0, specialty: 0, area: 0, ...toLists(ranking.leftOut, ({ count }) => count) }
  expect(ranking.candidates.map(({ teamId }) => teamId)).toEqual(expected.ranked)
  expect(told).toEqual(expected.leftOut)
  expect({ ranked: ranking.candidateCount, ...counts }).toEqual(expected.counts)
  await choose(county, teams, handler, expected.ranked)
  return expected.counts
}
const toLists = <R extends { readonly reason: string }, A>(leftOut: readonly R[], read: (one: R) => A) =>
  Object.fromEntries(leftOut.map((one) => [one.reason, read(one)]))

/** Another than the best needs a reason, and who was left out is not taken with one. */
const choose = async (
  county: Awaited<ReturnType<typeof openNeeds>>,
  teams: readonly Team[],
  handler: string,
  ranked: readonly string[],
) => {
  const dispatcher = actor('d1', 'dispatcher', handler)
  const offer = async (teamId: string, override: object | null) => {
    const choice = { type: 'DispatchOrder', orderId: 'O1', offerId: `F-${teamId}`, teamId, override }
    return (await county.ledger.sendUnknown(choice, { actor: dispatcher })).ok
  }
  const left = teams.find(({ team }) => ranked.length < 10 && !ranked.includes(team))
  if (left !== undefined) expect(await offer(left.team, why('friends').reason)).toBe(false)
  const second = ranked[1]
  if (second === undefined) return
  expect(await offer(second, null)).toBe(false)
  expect(await offer(second, why('asked-for').reason)).toBe(true)
}

describe('rankings by the ledger and by the oracle', () => {
  it('O10, O23: have the same candidates in the same order, and leave the others out for the same reason', async () => {
    const found = { ranked: 0, level: 0, specialty: 0, area: 0 }
    const handlers = fc.constantFrom(...all)
    const law = fc.asyncProperty(
      fc.array(drawTeam, { maxLength: 14 }),
      handlers,
      handlers,
      async (teams, owner, to) => {
        const counts = await agree(teams, owner, to)
        for (const name of ['ranked', 'level', 'specialty', 'area'] as const) found[name] += counts[name]
      },
    )
    await holdUntilMet(law, { numRuns: 25 }, () => Math.min(...Object.values(found)) > 3)
    expect(Math.min(...Object.values(found))).toBeGreaterThan(3)
  }, 240_000)
})
