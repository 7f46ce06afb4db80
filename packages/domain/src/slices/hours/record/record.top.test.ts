/** Rulings on a record for which the unit above is asked, also where there is none (G8). */
import { describe, it } from 'vitest'
import type { UnitId } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { atTop } from '../../organisation/proposal/proposal.fixture.ts'
import { record } from './index.ts'
import { commands, correctionRequested, held, instant, submitted, verified } from './record.fixture.ts'
import { nameBulkHold } from './record.read.ts'

const { C, V2 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { assessor, approverC, starAuthority } = people

describe('a hold that the unit above clears', () => {
  const holdId = nameBulkHold(units.T2 as UnitId)
  const bulk = held('R5', holdId, { kind: 'confirmed-in-bulk' })
  const clearBulk = { ...commands.ClearHold, holdId }
  it('A9, G8: what clerks confirmed in bulk, no approver of the body clears', () => {
    given(submitted('R5'), bulk).when(clearBulk).isRefused({ type: 'NotTheUnitAbove', ruler: C })
    given(submitted('R5'), bulk).by(approverC).when(clearBulk).emits({ type: 'HoldCleared', by: 'qc' })
  })
  it('H2a, G8: of a body at the top, two clear it together there', () => {
    const clear = { ...commands.ClearHold, holdId: 'log:0' }
    const propose = 'ClearHold.e.R5.log_c0'
    const alone = { type: 'NotTheUnitAbove', ruler: C, propose } as const
    const against = given(submitted('R5', { bodyId: C }), held('R5', 'log:0', { kind: 'contradicts-the-log' }))
    const proposed = against.knowing(atTop(propose, ['qc'])).by(assessor)
    against.knowing(atTop(propose)).by(assessor).when(clear).isRefused(alone)
    proposed.by(approverC).when(clear).isRefused(alone)
    proposed.when(clear).emits({ type: 'HoldCleared', by: 'm' }, { type: 'TookPlaceRuled', by: 'm' })
  })
})

describe('verifying where no approver is left up to the top', () => {
  const leave = (unitId: string, person: string) => ({ type: 'PostLeft', unitId, post: 'approver', person }) as const
  const none = [...unitEvents, leave(V2, 'q2'), leave(V2, 'k2'), leave(C, 'qc')]
  const propose = 'VerifyRecord.e.R5.1'
  const left = (past: ReturnType<typeof submitted>, ...by: ReadonlyArray<string>) =>
    given(past)
      .knowing(atTop(propose, by, none))
      .by(assessor)

  it('H16, G8: one proposes there and an assessor verifies; neither alone, nor who entered it', () => {
    left(submitted('R5'), 's').when(commands.VerifyRecord).emits({ type: 'RecordVerified', approver: 'm' })
    const alone = { type: 'NotTheUnitAbove', ruler: C, propose } as const
    left(submitted('R5')).when(commands.VerifyRecord).isRefused(alone)
    left(submitted('R5'), 's').by(starAuthority).when(commands.VerifyRecord).isRefused(alone)
    left(submitted('R5', { recorder: 's' }), 's')
      .when(commands.VerifyRecord)
      .isRefused(alone)
    left(submitted('R5', { recorder: 'm' }), 's')
      .when(commands.VerifyRecord)
      .isRefused({ type: 'ApproverIsRecorder' })
  })
})

describe('answering a correction where no approver is left up to the top', () => {
  const leave = (unitId: string, person: string) => ({ type: 'PostLeft', unitId, post: 'approver', person }) as const
  const none = [...unitEvents, leave(V2, 'q2'), leave(V2, 'k2'), leave(C, 'qc')]
  const answering = (rulingId: string, ...by: ReadonlyArray<string>) =>
    given(submitted('R5'), verified('R5'), correctionRequested('R5'))
      .knowing(atTop(rulingId, by, none))
      .by(assessor)
  const [start, end] = ['2020-04-29T06:10:00.000Z', '2020-04-29T07:00:00.000Z'].map((at) => Date.parse(at).toString(36))
  const propose = `CorrectRecord.e.R5.fix-1.${start}.${end}`

  it('H16, G8: two correct it together, and to what was proposed; neither alone', () => {
    answering(propose, 's').when(commands.CorrectRecord).emits({ type: 'RecordCorrected', approver: 'm', added: false })
    answering(propose).when(commands.CorrectRecord).isRefused({ type: 'NotTheUnitAbove', ruler: C, propose })
    answering(propose, 's').by(starAuthority).when(commands.CorrectRecord).isRefused({ type: 'NotTheUnitAbove' })
    const other = [{ start: instant('04-29 06:20'), end: instant('04-29 07:00') }]
    answering(propose, 's')
      .when({ ...commands.CorrectRecord, segments: other, minutes: 40 })
      .isRefused({ type: 'NotTheUnitAbove' })
  })
  it('H16, G8: or uphold it; who asked for it decides nothing, and where an approver is free he answers alone', () => {
    const uphold = 'UpholdRecord.e.R5.fix-1'
    answering(uphold, 's').when(commands.UpholdRecord).emits({ type: 'RecordUpheld', approver: 'm' })
    answering(uphold, 'e').when(commands.UpholdRecord).isRefused({ type: 'NotTheUnitAbove', propose: uphold })
    given(submitted('R5'), verified('R5'), correctionRequested('R5', 'm'))
      .knowing(atTop(uphold, ['s'], none))
      .by(assessor)
      .when(commands.UpholdRecord)
      .isRefused({ type: 'ApproverIsRequester' })
    given(submitted('R5'), verified('R5'), correctionRequested('R5'))
      .by(approverC)
      .when(commands.UpholdRecord)
      .emits({ type: 'RecordUpheld', approver: 'qc' })
  })
})
