import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { team } from './index.ts'
import { closedTeam, foundedTeam, joiningAsked, leaderProposed } from './team.fixture.ts'

const given = stage(team, world, { ...scene, actor: people.b })
const disband = { type: 'DisbandTeam', teamId: 'B3' } as const

describe('the end of a team', () => {
  it('G9: answers who had asked to join, and who was asked to lead', () => {
    given(foundedTeam, closedTeam, joiningAsked('e'), leaderProposed('a'))
      .when(disband)
      .emits(
        { type: 'TeamDisbanded' },
        { type: 'JoiningRefused', person: 'e', reason: { code: 'disbanded' } },
        { type: 'LeaderDeclined', leader: 'a' },
      )
  })
  it('G9: leaves no question where there was none', () => {
    given(foundedTeam).when(disband).emits({ type: 'TeamDisbanded' })
  })
})
