import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { commands, counting, excuseBy, pasts, ref } from './assignment.fixture.ts'
import { assignment } from './index.ts'

const given = stage(assignment, { ...world, ...counting }, { ...scene, now: excuseBy, actor: timer })
const { EndAbsence: end, LetAbsenceStand: stand, ExcuseAbsence: excuse, AllegeAbsence: allege } = commands
const overruled = { type: 'AbsenceOverruled', ...ref, bodyId: units.V1, by: 'qc', reason: end.reason } as const

describe('a ruling that the service took place', () => {
  it.each(['AbsenceAlleged', 'Absent', 'Excused'] as const)('H2a: ends the absence of its volunteer: %s', (state) => {
    given(...pasts[state])
      .when(end)
      .emits(overruled)
  })

  it.each(['Cleared', 'Present', 'Left', 'Confirmed', 'Unconfirmed', 'Released'] as const)(
    'H2a: changes nothing where no absence is: %s',
    (state) => {
      given(...pasts[state])
        .when(end)
        .isSilent()
    },
  )

  it('H2a, A8: is final: no term lets the absence stand, and no one alleges or excuses it again', () => {
    const ended = given(...pasts.FoundPresent)
    ended.when(end).isSilent()
    ended.when(stand).isSilent()
    ended.by(people.clerkV1).when(allege).isRefused({ type: 'CommandNotAllowed', state: 'FoundPresent' })
    ended.by(people.clerkV1).when(excuse).isRefused({ type: 'CommandNotAllowed', state: 'FoundPresent' })
  })

  it('H2a: is told by a process alone', () => {
    given(...pasts.Absent)
      .by(people.approverC)
      .when(end)
      .isRefused({ type: 'OnlyAProcess' })
  })
})
