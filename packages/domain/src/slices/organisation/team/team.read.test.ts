import { describe, expect, it } from 'vitest'
import { replay } from '@zhiyuan/kernel'
import { unitsFold } from '../units/units.read.ts'
import { units } from '../../../fixtures/people.ts'
import { unitEvents } from '../../../fixtures/world.ts'
import { judgeFit, isCandidate, teamFold, wasMember, type TeamFacts } from './team.read.ts'
import { closedTeam, foundedTeam, joiningAsked, leaderChanged, memberJoined, memberLeft } from './team.fixture.ts'

const { C, T1, T2, V1, V2 } = units
const tree = replay(unitsFold, unitEvents as never)
const makeTeam = (
  unitId: string,
  levels: ReadonlyArray<string>,
  more: Partial<Record<keyof TeamFacts, unknown>> = {},
) => ({ unitId, specialties: ['science'], open: { levels, units: [] }, active: true, ...more }) as unknown as TeamFacts
const fit = (team: TeamFacts, handler: string, specialty = 'science') =>
  judgeFit(team, tree, { handler: handler as never, specialty: specialty as never })
const all = ['city', 'township', 'village']

describe('whether a team may be asked', () => {
  it('O10: in the handler’s unit or below, above it, and beside it', () => {
    const fits = (unit: string, handler: string) => fit(makeTeam(unit, all), handler)
    expect([fits(V1, V1), fits(V1, T1), fits(V1, C)]).toEqual(['candidate', 'candidate', 'candidate'])
    expect([fits(T1, V1), fits(C, V1)]).toEqual(['candidate', 'candidate'])
    expect([fits(T2, T1), fits(V2, V1), fits(V2, T1)]).toEqual(['candidate', 'area', 'area'])
  })

  it('O10: elsewhere only where the team opened itself to that very unit, at any level', () => {
    const invited = makeTeam(V2, [], { open: { levels: [], units: [V1] } })
    expect([fit(invited, V1), fit(invited, T1)]).toEqual(['candidate', 'level'])
  })

  it('O10: is counted under the first reason: level, specialty, area', () => {
    expect(fit(makeTeam(V2, ['city'], { specialties: ['legal'] }), V1)).toBe('level')
    expect(fit(makeTeam(V2, ['village'], { specialties: ['legal'] }), V1)).toBe('specialty')
    expect(fit(makeTeam(V2, ['village']), V1)).toBe('area')
  })

  it('O10: a disbanded team, an unknown team and an unknown handler are no candidates', () => {
    expect(fit(makeTeam(V1, all, { active: false }), V1)).toBe('area')
    expect(fit(makeTeam(V1, all), 'V9')).toBe('level')
    const wanted = { handler: V1 as never, specialty: 'hardship-relief' as never }
    const replayTeam = (...events: ReadonlyArray<object>) => replay(teamFold, events as never)
    expect(isCandidate(replayTeam(), tree, wanted)).toBe('area')
    expect(isCandidate(replayTeam(foundedTeam), tree, wanted)).toBe('candidate')
    expect(isCandidate(replayTeam(foundedTeam, { type: 'TeamDisbanded', teamId: 'B3' }), tree, wanted)).toBe('area')
  })
})

describe('who was a member', () => {
  const left = '2020-04-10T01:00:00.000Z'
  const past = [foundedTeam, memberJoined('a'), memberLeft('a', left), leaderChanged('e')]
  const team = replay(teamFold, past as never)
  const recorded = '2020-04-05T01:00:00.000Z'
  const was = (person: string, since: string) => wasMember(team, person as never, { since, entered: recorded } as never)

  it('O9: is known with times, also of one who has left', () => {
    expect([was('a', '2020-04-09T01:00:00.000Z'), was('a', left), was('a', '2020-04-10T01:00:00.001Z')]).toEqual([
      true,
      true,
      false,
    ])
    expect([was('b', '2020-05-01T01:00:00.000Z'), was('e', left), was('c', left)]).toEqual([true, true, false])
    expect(wasMember(teamFold.initial, 'a' as never, { since: left, entered: recorded } as never)).toBe(false)
  })

  it('O9: counts where another entered the person only if that was before the need', () => {
    const enter = (...events: ReadonlyArray<object>) => {
      const entered = replay(teamFold, [foundedTeam, ...events] as never)
      return wasMember(entered, 'a' as never, { since: left, entered: recorded } as never)
    }
    const after = '2020-04-06T01:00:00.000Z'
    expect(enter(memberJoined('a', '2020-04-04T01:00:00.000Z', 'b'))).toBe(true)
    expect(enter(memberJoined('a', after, 'b'))).toBe(false)
    expect(enter(memberJoined('a', after))).toBe(true)
    expect(enter(closedTeam, joiningAsked('a'), memberJoined('a', after, 'b'))).toBe(true)
    expect(enter(memberJoined('a', after, 'b'), leaderChanged('a'))).toBe(true)
  })

  it('O9: a second stay does not hide the first, and joining twice is one stay', () => {
    const again = replay(teamFold, [...past, memberJoined('a', '2020-05-01T01:00:00.000Z'), memberJoined('a')] as never)
    expect(again.type === 'Active' && again.memberships.filter(({ person }) => person === 'a')).toEqual([
      { person: 'a', from: '2020-02-01T00:00:00.000Z', to: left, own: true },
      { person: 'a', from: '2020-05-01T01:00:00.000Z', to: null, own: true },
    ])
  })
})
