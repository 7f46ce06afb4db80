import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { watch } from './index.ts'

const run = { unitId: units.V2, person: 'q2', at: '2020-05-20T01:00:00.000Z' } as const
const hurried = { type: 'RulingsHurried', ...run, acts: 21 } as const
const seen = { code: 'seen', text: null } as const
const see = { type: 'SeeHurry', ...run, reason: seen } as const
const note = { type: 'NoteHurry', ...run, acts: 21 } as const
const given = stage(watch, world, { ...scene, actor: people.approverC })

describe('a run of rulings in a hurry', () => {
  it('H12: is told once, by a process', () => {
    given().by(timer).when(note).emits(hurried)
    given(hurried).by(timer).when(note).isSilent()
    given().when(note).isRefused({ type: 'OnlyAProcess' })
  })
  it('H12, G7: is looked at by a unit above, and not by the person concerned', () => {
    given(hurried).when(see).emits({ type: 'HurrySeen', by: 'qc' })
    given(hurried)
      .by({ ...people.approverV2, person: 'q1' })
      .when(see)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(hurried).by(people.approverV2).when(see).isRefused({ type: 'InOwnFavour' })
    given(hurried)
      .by({ ...people.approverC, person: 'q2' })
      .when(see)
      .isRefused({ type: 'InOwnFavour' })
    given().when(see).isRefused({ type: 'NotThere' })
  })
  it('H12: is looked at once, and who looks again is told so', () => {
    const looked = { type: 'HurrySeen', ...run, by: 'qc', reason: seen } as const
    given(hurried, looked).when(see).isSilent()
    given(hurried, looked)
      .when({ ...see, reason: { code: 'another', text: null } })
      .isRefused({ type: 'CommandNotAllowed', state: 'Seen' })
  })
})

describe('laws of a watch', () => {
  it('events survive storage', () => survivesStorage(watch))
  it('evolve is total', () => evolveIsTotal(watch, [[hurried]], { PersonId: ['q2'] }))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(watch, { world, scene: { ...scene, actor: people.approverC } }, [
      { command: note, actor: timer },
      { command: see },
    ]))
})
