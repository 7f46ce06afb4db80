/** Copies of hours that are voided later: entered before, on a sheet, or under another registration (H9). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record } from './index.ts'
import { commands, held, instant, interval, submitted, suspended, verified, voided } from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverC })
const { ClearHold, RecheckOverlaps, VerifyRecord, VoidRecord } = commands
const off = [submitted('R5'), verified('R5'), suspended('R5', 'q2')]
const copy = (recordId = 'R6', more: object = {}) =>
  submitted(recordId, { segments: [interval('04-29 06:01', '04-29 07:01')], ...more })
const because = [{ volunteer: 'e', recordId: 'R5' }]
const against = { type: 'RecordHeld', kind: 'contradicts-the-log', holdId: 'final:e:R5:0', because } as const
const isVoided = { type: 'RecordVoided', recordId: 'R5' } as const
const overlap = (recordId: string, other: string) =>
  held(recordId, `overlap:e:${other}:0`, { kind: 'overlap', because: [{ volunteer: 'e', recordId: other }] })

describe('a copy that was entered before the voiding', () => {
  it('H9: is held until the unit above rules', () => {
    const waiting = given(...off, copy(), overlap('R6', 'R5'))
    waiting.when(VoidRecord).emits(isVoided, { ...against, recordId: 'R6' })
    const after = waiting.and(...waiting.when(VoidRecord).events())
    after
      .by(people.approverV2)
      .when({ ...ClearHold, recordId: 'R6', holdId: 'final:e:R5:0' })
      .isRefused({ type: 'NotTheUnitAbove' })
    after
      .when({ ...ClearHold, recordId: 'R6', holdId: 'final:e:R5:0' })
      .emits({ type: 'HoldCleared' }, { type: 'TookPlaceRuled' })
    after
      .by(people.approverV2)
      .when({ ...VerifyRecord, recordId: 'R6' })
      .isRefused({ type: 'CommandNotAllowed', state: 'held' })
  })
  it('H9: is held also where it was verified while the first one was suspended', () => {
    given(...off, copy(), verified('R6'))
      .when(VoidRecord)
      .emits(isVoided, { ...against, holdId: 'final:e:R5:1', recordId: 'R6' }, { type: 'RecordSuspended', by: null })
  })
  it('H9, H14: is held as the line of a sheet, also when it is `attested`', () => {
    given(...off, copy('p.H1.1.0', { grade: 'attested' }))
      .when(VoidRecord)
      .emits(isVoided, { ...against, recordId: 'p.H1.1.0' })
  })
  it('H9: is none where it shares no minute, is of another unit, was told as it happened, or is over', () => {
    const alone = (...past: ReadonlyArray<ReturnType<typeof copy>>) =>
      given(...off, ...past)
        .when(VoidRecord)
        .emits(isVoided)
    alone(copy('R6', { segments: [interval('04-29 07:00', '04-29 08:00')] }))
    alone(copy('R6', { recordingUnit: '131081' }))
    alone(copy('R6', { grade: 'system', recorder: null }))
    alone(copy(), verified('R6'), suspended('R6', 'q2'), voided('R6'))
  })
  it('H9, H5: is none where the voided record waits as its double', () => {
    given(copy(), verified('R6'), ...off, overlap('R5', 'R6'))
      .when(VoidRecord)
      .emits(isVoided)
  })
})

describe('a copy under another registration', () => {
  const ofC = (...more: ReadonlyArray<ReturnType<typeof copy>>) => ({
    ...merged(['e', 'c']),
    'record-c': [copy('R6', { volunteer: 'c' }), ...more],
  })
  const gone = given(...off, voided('R5'))
  const look = { ...RecheckOverlaps, tell: null }
  it('H9, G2: is found by the recheck after a merge, which tells the other registration', () => {
    gone
      .knowing(ofC())
      .by(timer)
      .when(look)
      .emits({ type: 'OverlapsRechecked', suspended: 0, others: ['c'] })
    given(copy())
      .knowing({ ...merged(['e', 'c']), 'record-c': [...off, voided('R5')].map((one) => ({ ...one, volunteer: 'c' })) })
      .by(timer)
      .when({ ...look, tell: [] })
      .emits(
        { ...against, recordId: 'R6', holdId: 'final:c:R5:0', because: [{ volunteer: 'c', recordId: 'R5' }] },
        { type: 'OverlapsRechecked' },
      )
  })
  it('H9: is held once, and not again after the unit above has ruled', () => {
    const first = held('R6', 'final:e:R5:0', { volunteer: 'c', kind: 'contradicts-the-log', because })
    gone.knowing(ofC(first)).by(timer).when(look).isSilent()
  })
  it('G2: is no copy any more once the registrations are split', () => {
    given(
      copy(),
      held('R6', 'final:c:R5:0', { kind: 'contradicts-the-log', because: [{ volunteer: 'c', recordId: 'R5' }] }),
    )
      .by(timer)
      .when(commands.LiftHolds)
      .emits({ type: 'HoldLifted', stillHeld: false }, { type: 'HoldsReviewed' })
    given(copy(), held('R6', 'log:0', { kind: 'contradicts-the-log', because: [] }))
      .by(timer)
      .when(commands.LiftHolds)
      .isSilent()
  })
})
