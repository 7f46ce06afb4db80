import { describe, expect, it } from 'vitest'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import type { UnitLevel } from '../../../vocabulary/values.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { team } from './index.ts'
import { closedTeam, foundedTeam, founding, joiningAsked, leaderChanged, memberJoined } from './team.fixture.ts'

const { T1, T2, V1 } = units
const given = stage(team, world, { ...scene, actor: people.clerkV1 })
const found = { type: 'FoundTeam', ...founding } as const
const join = (person: string) => ({ type: 'JoinTeam', teamId: 'B3', person }) as const
const leave = (person: string) => ({ type: 'LeaveTeam', teamId: 'B3', person }) as const
const lead = (leader: string) => ({ type: 'ChangeLeader', teamId: 'B3', leader }) as const
const ask = (person: string) => ({ type: 'AskToJoin', teamId: 'B3', person }) as const
const refuse = (person: string) =>
  ({ type: 'RefuseJoining', teamId: 'B3', person, reason: { code: 'full', text: null } }) as const
const setJoining = (joining: 'open' | 'by-leader') => ({ type: 'ChangeJoining', teamId: 'B3', joining }) as const
const openTo = (levels: ReadonlyArray<UnitLevel>) =>
  ({ type: 'ChangeOpenness', teamId: 'B3', open: { levels, units: [] } }) as const
const disband = { type: 'DisbandTeam', teamId: 'B3' } as const

describe('founding a team', () => {
  it('is done by a clerk or administrator of the unit or above', () => {
    given()
      .when(found)
      .emits({ type: 'TeamFounded', ...founding })
    given()
      .by({ ...people.clerkV1, unit: T1 })
      .when(found)
      .emits({ type: 'TeamFounded' })
    given().by(people.admin).when(found).emits({ type: 'TeamFounded' })
  })

  it('G4: not by a unit beside it, nor in another role', () => {
    given().by(people.clerkV2).when(found).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given().by(people.b).when(found).isRefused({ type: 'NotAuthorised', command: 'FoundTeam' })
    given().by(timer).when(found).isRefused({ type: 'NotAuthorised' })
  })

  it('G7: the founder is not its leader, under any registration; another officer may found it', () => {
    const own = { type: 'InOwnFavour', as: 'appointed' } as const
    given()
      .by({ ...people.clerkV1, person: 'b' })
      .when(found)
      .isRefused({ ...own, person: 'b' })
    given()
      .knowing(merged(['k1', 'b']))
      .when(found)
      .isRefused({ ...own, person: 'k1' })
    given()
      .knowing(merged(['k1', 'c']))
      .when(found)
      .emits({ type: 'TeamFounded', leader: 'b' })
  })

  it('H3: names a registered body, which will record its service', () => {
    given()
      .when({ ...found, bodyId: 'unknown' })
      .isRefused({ type: 'BodyNotRegistered', body: 'unknown' })
    given()
      .when({ ...found, bodyId: 'K' })
      .emits({ type: 'TeamFounded', bodyId: 'K' })
  })

  it('C05: names one of the eight specialties, or a local one of the policy in force', () => {
    const opera = { ...found, specialties: ['culture-arts', 'local-opera'] }
    given().when(opera).isRefused({ type: 'UnknownSpecialty', specialty: 'local-opera' })
    const sections = completeTerms({ teams: { specialties: ['local-opera'] } }, test1.sections)
    const local = { type: 'PolicyAdopted', adoptedAt: '2020-01-01T00:00:00.000Z', ...test1, sections } as never
    given()
      .knowing({ 'policy-131081': [local] })
      .when(opera)
      .emits({ type: 'TeamFounded' })
    given().knowing({ 'policy-131081': [] }).when(opera).isRefused({ type: 'UnknownSpecialty' })
  })

  it('G1: needs a unit that is open', () => {
    const closing = { 'units-131081': [...unitEvents, { type: 'UnitClosingBegan', unitId: V1 } as never] }
    given().knowing(closing).when(found).isRefused({ type: 'UnknownUnit', unit: V1 })
    given()
      .when({ ...found, unitId: 'V9' })
      .isRefused({ type: 'UnknownUnit', unit: 'V9' })
  })

  it('is done once', () => {
    given(foundedTeam, memberJoined('a')).when(found).isSilent()
    given(foundedTeam)
      .when({ ...found, leader: 'a' })
      .isRefused({ type: 'SameIdOtherContent', id: 'B3' })
  })
})

describe('a team’s members', () => {
  const active = given(foundedTeam)

  it('G2: join by themselves, or by the leader or a clerk, any number of teams', () => {
    active.by(people.e).when(join('e')).emits({ type: 'MemberJoined', teamId: 'B3', person: 'e', by: 'e' })
    active.by(people.b).when(join('e')).emits({ type: 'MemberJoined', person: 'e', by: 'b' })
    active.by(people.a).when(join('e')).isRefused({ type: 'NotAuthorised', command: 'JoinTeam' })
    active.and(memberJoined('e')).by(people.e).when(join('e')).isSilent()
    active.by(people.b).when(join('b')).isSilent()
  })

  it('leave by themselves; the leader leaves only after handing over', () => {
    const two = active.and(memberJoined('a'))
    two.by(people.a).when(leave('a')).emits({ type: 'MemberLeft', person: 'a' })
    two.by(people.e).when(leave('a')).isRefused({ type: 'NotAuthorised' })
    two.when(leave('e')).isRefused({ type: 'NotAMember', person: 'e' })
    two.by(people.b).when(leave('b')).isRefused({ type: 'LeaderStays', person: 'b' })
    two.and(leaderChanged('a')).by(people.b).when(leave('b')).emits({ type: 'MemberLeft', person: 'b' })
  })

  it('have a leader, who becomes a member by leading', () => {
    active.when(lead('b')).isSilent()
    active.by(people.a).when(lead('a')).isRefused({ type: 'NotAuthorised' })
    active.and(leaderChanged('a')).when(join('a')).isSilent()
  })
})

describe('joining a team that is not open', () => {
  const active = given(foundedTeam)
  const closed = active.and(closedTeam)

  it('G9: needs its leader’s yes, and no clerk’s', () => {
    closed.by(people.e).when(join('e')).isRefused({ type: 'NeedsLeader', leader: 'b' })
    closed.by(people.clerkV1).when(join('e')).isRefused({ type: 'NeedsLeader', leader: 'b' })
    closed.by(people.e).when(ask('e')).emits({ type: 'JoiningAsked', person: 'e', askedAt: scene.now })
    closed.by(people.b).when(join('e')).emits({ type: 'MemberJoined', person: 'e' })
    closed.and(joiningAsked('e')).by(people.b).when(join('e')).emits({ type: 'MemberJoined', person: 'e' })
  })

  it('G9: is asked for by the person alone, once, and answered once', () => {
    const asked = closed.and(joiningAsked('e'))
    closed.by(people.a).when(ask('e')).isRefused({ type: 'NotAuthorised', command: 'AskToJoin' })
    closed.by(people.clerkV1).when(ask('e')).isRefused({ type: 'NotAuthorised' })
    asked.by(people.e).when(ask('e')).isSilent()
    asked
      .by(people.b)
      .when(refuse('e'))
      .emits({ type: 'JoiningRefused', person: 'e', reason: { code: 'full' } })
    asked.by(people.e).when(refuse('e')).emits({ type: 'JoiningRefused', person: 'e' })
    asked.by(people.clerkV1).when(refuse('e')).emits({ type: 'JoiningRefused', person: 'e' })
    asked.by(people.a).when(refuse('e')).isRefused({ type: 'NotAuthorised' })
    closed.when(refuse('e')).isSilent()
    asked.and(memberJoined('e')).by(people.b).when(refuse('e')).isSilent()
  })

  it('G9: is not asked for where the team is open', () => {
    active.by(people.e).when(ask('e')).isRefused({ type: 'CommandNotAllowed', command: 'AskToJoin' })
  })

  it('G9: is opened and closed by the leader alone; an agency squad begins closed', () => {
    active.by(people.b).when(setJoining('by-leader')).emits({ type: 'JoiningChanged', joining: 'by-leader' })
    closed.by(people.b).when(setJoining('open')).emits({ type: 'JoiningChanged', joining: 'open' })
    closed.by(people.clerkV1).when(setJoining('open')).isRefused({ type: 'NotAuthorised', command: 'ChangeJoining' })
    closed.by(people.b).when(setJoining('by-leader')).isSilent()
    const squad = given({ ...foundedTeam, kind: 'agency-squad' } as never)
    squad.by(people.e).when(join('e')).isRefused({ type: 'NeedsLeader', leader: 'b' })
    squad.by(people.b).when(join('e')).emits({ type: 'MemberJoined', person: 'e' })
  })
})

describe('what a team is open to', () => {
  it('O10: is changed by its leader, and stays the same when said again', () => {
    given(foundedTeam)
      .by(people.b)
      .when(openTo(['city']))
      .emits({ type: 'OpennessChanged', open: { levels: ['city'] } })
    given(foundedTeam)
      .when(openTo(['village']))
      .isSilent()
    given(foundedTeam)
      .by({ ...people.clerkV1, unit: T2 })
      .when(openTo(['city']))
      .isRefused({ type: 'OutsideJurisdiction' })
  })

  it('O10: is opened further by an office too, and closed by the leader alone', () => {
    for (const by of [people.clerkV1, people.admin]) {
      given(foundedTeam)
        .by(by)
        .when(openTo(['village', 'city']))
        .emits({ type: 'OpennessChanged' })
      for (const fewer of [openTo([]), openTo(['city', 'township'])])
        given(foundedTeam).by(by).when(fewer).isRefused({ type: 'NotAuthorised', command: 'ChangeOpenness' })
    }
    given(foundedTeam).by(people.b).when(openTo([])).emits({ type: 'OpennessChanged' })
  })

  it('is a no-op for any actor when nothing changes', () => {
    for (const repeat of [openTo(['village']), lead('b'), join('b')])
      given(foundedTeam).by(people.e).when(repeat).isSilent()
  })
})

describe('disbanding', () => {
  it('is final; a repeat is a no-op', () => {
    given(foundedTeam).when(disband).emits({ type: 'TeamDisbanded', teamId: 'B3' })
    const gone = given(foundedTeam, { type: 'TeamDisbanded', teamId: 'B3' } as never)
    gone.when(disband).isSilent()
    gone.when(join('e')).isRefused({ type: 'CommandNotAllowed', state: 'Disbanded', command: 'JoinTeam' })
    given().when(disband).isRefused({ type: 'NotThere' })
    given(foundedTeam).by(people.b).when(disband).emits({ type: 'TeamDisbanded' })
    given(foundedTeam).by(people.a).when(disband).isRefused({ type: 'NotAuthorised' })
  })
})

describe('laws of a team', () => {
  const setting = { world, scene: { ...scene, actor: people.clerkV1 } }
  const pools = { TeamId: ['B3'], PersonId: ['a', 'b', 'e'], UnitId: [V1] }

  it('events survive storage', () => survivesStorage(team))
  it('evolve is total', () => evolveIsTotal(team, [[foundedTeam, memberJoined('a')]], pools))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(team, setting, [
      { command: found },
      { command: join('a') },
      { command: lead('a') },
      { command: disband },
    ]))

  it('under any commands, the leader is a member', () => {
    holdsAlways(team, setting, { pools, known: [{ command: found }] }, (state) => {
      expect(state.type !== 'None' && (state.leader === null || state.members.has(state.leader))).toBe(true)
    })
  })
})
