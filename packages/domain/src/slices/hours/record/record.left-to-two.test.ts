/** Where only the recorder of a record is an approver up to the top (H16, G8). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { atTop } from '../../organisation/proposal/proposal.fixture.ts'
import { record } from './index.ts'
import { commands, held, instant, submitted, suspended, verified } from './record.fixture.ts'

const { C, V2 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { assessor, approverC, starAuthority } = people

describe('a hold on which no approver is left up to the top', () => {
  const leave = (unitId: string, person: string) => ({ type: 'PostLeft', unitId, post: 'approver', person }) as const
  const onlyRecorder = [...unitEvents, leave(V2, 'q2'), leave(C, 'qc')]
  const holds = [
    ['objection:d', 'objection'],
    ['overlap:e:R1:0', 'overlap'],
    ['long-day:0', 'long-day'],
    ['two-places:x', 'two-places'],
  ] as const

  it.each(holds)(
    'H16, H20, G8: %s: two clear it together, neither alone, nor who entered the record',
    (holdId, kind) => {
      const clear = { ...commands.ClearHold, holdId }
      const propose = `ClearHold.e.R5.${holdId.replaceAll(':', '_c')}`
      const held5 = (...by: ReadonlyArray<string>) =>
        given(submitted('R5'), held('R5', holdId, { kind }))
          .knowing(atTop(propose, by, onlyRecorder))
          .by(assessor)
      held5('s').when(clear).emits({ type: 'HoldCleared', by: 'm' })
      held5().when(clear).isRefused({ type: 'NotTheUnitAbove', ruler: C, propose, inVain: [] })
      held5('s')
        .by(starAuthority)
        .when(clear)
        .isRefused({ type: 'NotTheUnitAbove', propose, inVain: ['s'] })
      held5('s')
        .by({ ...people.approverV2, person: 'k2' })
        .when(clear)
        .isRefused({ type: 'ApproverIsRecorder' })
      // Where one is free, he clears it alone.
      given(submitted('R5'), held('R5', holdId, { kind }))
        .by(approverC)
        .when(clear)
        .emits({ type: 'HoldCleared', by: 'qc' })
      given(submitted('R5'), held('R5', holdId, { kind }))
        .by(assessor)
        .when(clear)
        .isRefused({ type: 'NotAuthorised' })
    },
  )
  it('G8: a proposal of the recorder or of oneself is named as made in vain', () => {
    const clear = { ...commands.ClearHold, holdId: 'log:0' }
    const propose = 'ClearHold.e.R5.log_c0'
    given(submitted('R5', { recorder: 's' }), held('R5', 'log:0', { kind: 'contradicts-the-log' }))
      .knowing(atTop(propose, ['s', 'm'], onlyRecorder))
      .by(assessor)
      .when(clear)
      .isRefused({ type: 'NotTheUnitAbove', propose, inVain: ['s', 'm'] })
  })
  it('H16, G8: nor is a record reinstated by one, where only its recorder is left', () => {
    const propose = 'ReinstateRecord.e.R5.1'
    const off = (...by: ReadonlyArray<string>) =>
      given(submitted('R5'), verified('R5'), suspended('R5', 'k2'))
        .knowing(atTop(propose, by, onlyRecorder))
        .by(assessor)
    off().when(commands.ReinstateRecord).isRefused({ type: 'NotTheUnitAbove', propose })
    off('s').when(commands.ReinstateRecord).emits({ type: 'RecordReinstated', by: 'm' })
  })
})
