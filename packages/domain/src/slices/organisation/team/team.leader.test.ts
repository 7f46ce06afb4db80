import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import type { UnitLevel } from '../../../vocabulary/values.ts'
import { team } from './index.ts'
import { closedTeam, foundedTeam, leaderChanged, leaderProposed } from './team.fixture.ts'

const given = stage(team, world, { ...scene, actor: people.clerkV1 })
const join = (person: string) => ({ type: 'JoinTeam', teamId: 'B3', person }) as const
const leave = (person: string) => ({ type: 'LeaveTeam', teamId: 'B3', person }) as const
const lead = (leader: string) => ({ type: 'ChangeLeader', teamId: 'B3', leader }) as const
const acceptLead = { type: 'AcceptLead', teamId: 'B3' } as const
const declineLead = { type: 'DeclineLead', teamId: 'B3' } as const
const openTo = (levels: ReadonlyArray<UnitLevel>) =>
  ({ type: 'ChangeOpenness', teamId: 'B3', open: { levels, units: [] } }) as const

describe('a new leader', () => {
  const active = given(foundedTeam)
  const proposed = active.and(leaderProposed('a'))

  it('G9: is proposed, and leads by the own yes', () => {
    active.by(people.b).when(lead('a')).emits({ type: 'LeaderProposed', leader: 'a', by: 'b', proposedAt: scene.now })
    active.by(people.clerkV1).when(lead('a')).emits({ type: 'LeaderProposed', leader: 'a', by: 'k1' })
    proposed.by(people.a).when(acceptLead).emits({ type: 'LeaderChanged', leader: 'a', changedAt: scene.now })
    for (const by of [people.b, people.e, people.clerkV1])
      proposed.by(by).when(acceptLead).isRefused({ type: 'NotAuthorised', command: 'AcceptLead' })
    active.by(people.a).when(acceptLead).isRefused({ type: 'NotAuthorised' })
  })

  it('G9: the one whom the founder named says yes or no too; before the answer, to lead is a yes', () => {
    active.by(people.b).when(acceptLead).emits({ type: 'LeaderChanged', leader: 'b' })
    active.and(leaderChanged('b')).by(people.b).when(acceptLead).isSilent()
    active.and(leaderChanged('b')).by(people.b).when(declineLead).isSilent()
    active.by(people.b).when(declineLead).emits({ type: 'LeaderDeclined', leader: 'b' })
    for (const by of [people.clerkV1, people.admin]) active.by(by).when(declineLead).isSilent()
  })

  it('G9: after a no, no one leads: an office acts until another accepts', () => {
    const declined = active.and({ type: 'LeaderDeclined', teamId: 'B3', unitId: units.V1, leader: 'b' } as never)
    declined
      .by(people.b)
      .when(openTo(['city']))
      .isRefused({ type: 'NotAuthorised' })
    declined.by(people.b).when(leave('b')).isRefused({ type: 'NotAMember', person: 'b' })
    declined
      .by(people.clerkV1)
      .when(openTo(['village', 'city']))
      .emits({ type: 'OpennessChanged' })
    declined.and(closedTeam).by(people.e).when(join('e')).isRefused({ type: 'NeedsLeader', leader: null })
    declined.by(people.clerkV1).when(lead('a')).emits({ type: 'LeaderProposed', leader: 'a' })
    declined.and(leaderProposed('a', 'k1')).by(people.a).when(acceptLead).emits({ type: 'LeaderChanged', leader: 'a' })
  })

  it('G9: leads nothing before the yes, and may say no', () => {
    proposed
      .by(people.a)
      .when(openTo(['city']))
      .isRefused({ type: 'NotAuthorised' })
    proposed
      .by(people.b)
      .when(openTo(['city']))
      .emits({ type: 'OpennessChanged' })
    proposed.by(people.a).when(declineLead).emits({ type: 'LeaderDeclined', leader: 'a' })
    proposed.by(people.clerkV1).when(declineLead).emits({ type: 'LeaderDeclined', leader: 'a' })
    proposed.by(people.e).when(declineLead).isRefused({ type: 'NotAuthorised' })
    active.and(leaderChanged('b')).by(people.b).when(declineLead).isSilent()
    const declined = proposed.and({ type: 'LeaderDeclined', teamId: 'B3', unitId: units.V1, leader: 'a' } as never)
    declined.by(people.a).when(acceptLead).isRefused({ type: 'NotAuthorised' })
  })

  it('G9: a later proposal takes the place of an earlier one; a repeat says nothing', () => {
    proposed.by(people.b).when(lead('a')).isSilent()
    const other = proposed.and(leaderProposed('e'))
    other.by(people.a).when(acceptLead).isRefused({ type: 'NotAuthorised' })
    other.by(people.e).when(acceptLead).emits({ type: 'LeaderChanged', leader: 'e' })
    proposed.and(leaderChanged('a')).by(people.a).when(acceptLead).isSilent()
  })

  it('G7: is proposed by another person', () => {
    active.by(people.clerkV1).when(lead('k1')).isRefused({ type: 'InOwnFavour', person: 'k1', as: 'appointed' })
  })
})
