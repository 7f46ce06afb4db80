/** Hours that were voided, entered again under another id (H9). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record } from './index.ts'
import {
  backfill,
  commands,
  correctionRequested,
  instant,
  interval,
  rejected,
  returned,
  submitted,
  suspended,
  verified,
  voided,
  withdrawn,
} from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.recorderV2 })
const entry = { type: 'RecordSubmitted' } as const
const anew = { type: 'RecordHeld', kind: 'contradicts-the-log', holdId: 'final:0' } as const
const again = backfill('R1', 'e', '04-29 06:30', '04-29 07:30', 60)
const off = [submitted('R5'), verified('R5'), suspended('R5'), voided('R5')]

describe('hours entered anew', () => {
  it('H9: after they were voided there, are held until the unit above rules', () => {
    const held = given(...off)
    held.when(again).emits(entry, { ...anew, because: [{ volunteer: 'e', recordId: 'R5' }] })
    const entered = held.and(...held.when(again).events())
    const clear = { ...commands.ClearHold, recordId: 'R1', holdId: 'final:0' }
    entered.by(people.approverV2).when(clear).isRefused({ type: 'NotTheUnitAbove' })
    entered.by(people.approverC).when(clear).emits({ type: 'HoldCleared' }, { type: 'TookPlaceRuled' })
  })
  it('H9, G2: also under another registration of the same human', () => {
    given()
      .knowing({ ...merged(['e', 'c']), 'record-e': off })
      .when(backfill('R1', 'c', '04-29 06:00', '04-29 07:00', 60))
      .emits(entry, anew)
  })
  it('H9: pass where they share no minute, where the record had never counted, and where another unit had voided it', () => {
    given(...off)
      .when(backfill('R1', 'e', '04-29 07:00', '04-29 08:00', 60))
      .emits(entry)
    given(submitted('R5'), returned('R5'), withdrawn('R5')).when(again).emits(entry)
    given(submitted('R5'), rejected('R5')).when(again).emits(entry)
    given(submitted('R5', { recordingUnit: '131081' }), ...off.slice(1))
      .when(again)
      .emits(entry)
  })
  it('H9: a correction that adds voided hours suspends the record; one that adds others does not', () => {
    const asked = [
      ...off,
      submitted('R6', { segments: [interval('04-29 07:00', '04-29 08:00')] }),
      verified('R6'),
      correctionRequested('R6', 'qc'),
    ]
    const correct = (start: string, end: string, minutes: number) => ({
      ...commands.CorrectRecord,
      recordId: 'R6',
      segments: [interval(start, end)],
      minutes,
    })
    const corrected = { type: 'RecordCorrected', added: true } as const
    given(...asked)
      .by(people.approverV2)
      .when(correct('04-29 06:30', '04-29 08:00', 90))
      .emits(corrected, { ...anew, holdId: 'final:3' }, { type: 'RecordSuspended', by: null })
    given(...asked)
      .by(people.approverV2)
      .when(correct('04-29 07:00', '04-29 08:30', 90))
      .emits(corrected)
  })
})
