import { describe, expect, it } from 'vitest'
import { tree } from './need.fixture.ts'
import { findLeftOut, rankCandidates, rankTeams, refuseChoice } from './ranking.oracle.fixture.ts'
import type { Features, Team, Units } from './ranking.oracle.fixture.ts'

const levels: Readonly<Record<string, string>> = { V: 'village', T: 'township', C: 'city' }
const units: Units = {
  above: (unit) => (unit === 'V3' ? 'T1' : tree.above(unit)),
  level: (unit) => levels[unit.charAt(0)] ?? 'village',
}
const every = ['village', 'township', 'city']
const team = (id: string, unit: string, specialty: string, fields: Partial<Team> = {}): Team => ({
  team: id,
  unit,
  level: every,
  specialties: [specialty],
  opened: [],
  ...fields,
})
const golden = [
  team('B1', 'V1', 'hardship-relief'),
  team('B2', 'V2', 'culture-arts'),
  team('K', 'C', 'medical-fitness', { level: ['city'] }),
]
const plain: Features = { refusedSlots: [], fit: 1, distance: 1, load: 0, openOffers: 0 }
const features = () => plain

describe('candidates', () => {
  it('O10: golden: B1 for O1 at V1; none for O2 at V2; K for O2 at C', () => {
    const first = { handler: 'V1', specialty: 'hardship-relief', slot: 'O1' }
    expect(rankTeams(golden, first, units, features)).toMatchObject({
      ranked: ['B1'],
      leftOut: { specialty: ['B2'], level: ['K'] },
    })
    const second = { handler: 'V2', specialty: 'medical-fitness', slot: 'O2' }
    expect(rankTeams(golden, second, units, features)).toMatchObject({
      ranked: [],
      leftOut: { specialty: ['B1', 'B2'], level: ['K'] },
    })
    expect(rankTeams(golden, { ...second, handler: 'C' }, units, features).ranked).toEqual(['K'])
  })

  it('O10: level comes before specialty, specialty before area', () => {
    const order = { handler: 'V1', specialty: 'legal', slot: 'O1' }
    expect(findLeftOut(team('X', 'V2', 'science', { level: [] }), order, units)).toBe('level')
    expect(findLeftOut(team('X', 'V2', 'science'), order, units)).toBe('specialty')
    expect(findLeftOut(team('X', 'V2', 'legal'), order, units)).toBe('area')
  })

  it('O10: the area is the unit, below, ancestors, siblings, and what opened itself', () => {
    const find = (unit: string, handler: string, opened: readonly string[] = []) =>
      findLeftOut(team('X', unit, 'legal', { opened }), { handler, specialty: 'legal', slot: 'O1' }, units)
    expect(['V1', 'V3', 'T1', 'C'].map((unit) => find(unit, 'V1'))).toEqual([null, null, null, null])
    expect(['V2', 'T2'].map((unit) => find(unit, 'V1'))).toEqual(['area', 'area'])
    expect(find('V2', 'V1', ['V1'])).toBe(null)
    expect(find('V2', 'V1', ['T1'])).toBe('area')
    expect(['V1', 'T2', 'V2'].map((unit) => find(unit, 'T1'))).toEqual([null, null, 'area'])
    expect(find('V2', 'C')).toBe(null)
  })
})

describe('the order of candidates', () => {
  const teams = ['b', 'a', 'c'].map((id) => team(id, 'V1', 'legal'))
  const order = { handler: 'V1', specialty: 'legal', slot: 'O1 09:00' }
  const rank = (given: Readonly<Record<string, Partial<Features>>>) =>
    rankCandidates(teams, order, units, (id) => ({ ...plain, ...given[id] }))

  it('O23: fit before distance before load before open offers, the id at last', () => {
    expect(rank({})).toEqual(['a', 'b', 'c'])
    expect(rank({ c: { fit: 2, distance: 9 } })).toEqual(['c', 'a', 'b'])
    expect(rank({ a: { distance: 2 }, c: { load: 5 } })).toEqual(['b', 'c', 'a'])
    expect(rank({ a: { load: 2 }, b: { openOffers: 9 } })).toEqual(['c', 'b', 'a'])
    expect(rank({ a: { distance: null } })).toEqual(['b', 'c', 'a'])
  })

  it('O23: a past refusal counts for the same slot alone', () => {
    expect(rank({ a: { refusedSlots: ['O1 09:00'], fit: 9 } })).toEqual(['b', 'c', 'a'])
    expect(rank({ a: { refusedSlots: ['O1 14:00', 'O9 09:00'] } })).toEqual(['a', 'b', 'c'])
  })

  it('O23: an override gives a reason and takes a candidate', () => {
    expect(refuseChoice('a', ['a', 'b'], '')).toBe(null)
    expect(refuseChoice('b', ['a', 'b'], '')).toBe('no-reason')
    expect(refuseChoice('b', ['a', 'b'], 'speaks-dialect')).toBe(null)
    expect(refuseChoice('friend', ['a', 'b'], 'good-people')).toBe('no-candidate')
  })

  it('O10: the event keeps ten of each list, and counts all', () => {
    const many = Array.from({ length: 12 }, (_, n) => team(`t${String(n).padStart(2, '0')}`, 'V1', 'legal'))
    const ranking = rankTeams(many, order, units, features)
    expect([ranking.ranked.length, ranking.counts.ranked, ranking.ranked.at(-1)]).toEqual([10, 12, 't09'])
  })
})
