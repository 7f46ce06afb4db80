import { describe, expect, it } from 'vitest'
import { replay } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer, units, type Sender } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { countedRecords, record, recordFold, type RecordEvent } from './index.ts'
import {
  instant,
  commands,
  held,
  interval,
  reason,
  rejected,
  submitted,
  suspended,
  verified,
  correctionRequested,
} from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { HoldRecord, ClearHold, VerifyRecord, ReinstateRecord, RejectRecord, VoidRecord } = commands
const counted = (...events: ReadonlyArray<object>): ReadonlyArray<string> =>
  countedRecords([replay(recordFold, events as ReadonlyArray<RecordEvent>)]).map(({ recordId }) => recordId)

describe('a hold', () => {
  it('H15: keeps a waiting record from being verified until a named person clears it with a reason', () => {
    const past = [submitted('R5'), held('R5')]
    given(...past)
      .when(VerifyRecord)
      .isRefused({ type: 'CommandNotAllowed', state: 'held', command: 'VerifyRecord' })
    const cleared = given(...past)
      .when(ClearHold)
      .events()
    expect(cleared).toMatchObject([{ type: 'HoldCleared', by: 'q2', reason: reason('list-seen'), stillHeld: false }])
    given(...past, ...cleared)
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified' })
  })
  it('H15: each of several holds is cleared on its own', () => {
    const past = [submitted('R5'), held('R5'), held('R5', 'overlap:e:R1:0', { kind: 'overlap' })]
    const first = given(...past)
      .when(ClearHold)
      .events()
    expect(first).toMatchObject([{ type: 'HoldCleared', stillHeld: true }])
    given(...past, ...first)
      .when(VerifyRecord)
      .isRefused({ type: 'CommandNotAllowed', state: 'held' })
    given(...past, ...first)
      .when({ ...ClearHold, holdId: 'overlap:e:R1:0' })
      .emits({ type: 'HoldCleared', stillHeld: false })
  })
  it('H7: is not cleared by a person involved', () => {
    const past = [submitted('R5'), held('R5')]
    const k2 = { ...people.approverV2, person: 'k2' }
    given(...past)
      .by(k2)
      .when(ClearHold)
      .isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
    given(...past)
      .by(people.approverV1)
      .when(ClearHold)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(...past)
      .by(people.approverC)
      .when(ClearHold)
      .emits({ type: 'HoldCleared', by: 'qc' })
  })
  it('H15: is not set again once it was cleared', () => {
    const past = [submitted('R5'), held('R5')]
    const again = { ...HoldRecord, holdId: 'two-places:x' }
    given(...past)
      .by(timer)
      .when(again)
      .isSilent()
    const cleared = given(...past)
      .when(ClearHold)
      .events()
    given(...past, ...cleared)
      .by(timer)
      .when(again)
      .isSilent()
    given(...past, ...cleared)
      .when(ClearHold)
      .isSilent()
    given(...past, ...cleared)
      .when({ ...ClearHold, reason: reason('other') })
      .isRefused({ type: 'SameIdOtherContent' })
    given(...past, ...cleared)
      .by(people.approverC)
      .when(ClearHold)
      .isRefused({ type: 'CommandNotAllowed', state: 'cleared', command: 'ClearHold' })
  })
  it('H12: a burst holds each record that is not `system`', () => {
    const byBurst = { ...HoldRecord, holdId: 'burst:s.S:1', kind: 'burst' } as const
    const record = (grade: string) => given(submitted('R5', { grade })).by(timer).when(byBurst)
    record('system').isSilent()
    record('attested').emits({ type: 'RecordHeld', kind: 'burst' })
    record('manual').emits({ type: 'RecordHeld', kind: 'burst' })
  })
  it('H12: the hold of a burst is cleared with its case, never by itself', () => {
    given(submitted('R5'), held('R5', 'burst:s.S:1', { kind: 'burst' }))
      .when({ ...ClearHold, holdId: 'burst:s.S:1' })
      .isRefused({ type: 'BurstIsClearedAbove', burstId: 's.S', number: 1 })
  })
  it('is set by processes only, and comes too late for a final record', () => {
    given(submitted('R5')).when(HoldRecord).isRefused({ type: 'OnlyAProcess' })
    given(submitted('R5'), rejected('R5')).by(timer).when(HoldRecord).isSilent()
    given().by(timer).when(HoldRecord).isRefused({ type: 'NotThere' })
  })
  it('is refused by name where it does not exist', () => {
    given(submitted('R5'), held('R5'))
      .when({ ...ClearHold, holdId: 'two-places:y' })
      .isRefused({ type: 'NotThere', id: 'two-places:y' })
  })
  it('H5: a held record may be rejected as it is, and frees the interval', () => {
    given(submitted('R5'), held('R5')).when(RejectRecord).emits({ type: 'RecordRejected' })
  })
})

describe('the unit above', () => {
  const inBulk = (unit: string) => held('R5', `confirmed-in-bulk:${unit}`, { kind: 'confirmed-in-bulk' })
  const approverT2 = { ...people.approverC, person: 'qt', unit: units.T2 }
  const post = { type: 'PostTaken', unitId: units.T2, post: 'approver', person: 'qt', office: null }
  const clearBulk = (unit: string, actor: Sender) =>
    given(submitted('R5'), inBulk(unit))
      .knowing({ 'units-131081': [...(world['units-131081'] ?? []), post] })
      .by(actor)
      .when({ ...ClearHold, holdId: `confirmed-in-bulk:${unit}` })

  it('A9, G8: rules on what clerks confirmed in bulk; an approver of their own unit does not', () => {
    clearBulk(units.V2, people.approverV2).isRefused({ type: 'NotTheUnitAbove', ruler: units.T2 })
    clearBulk(units.V2, people.approverC).isRefused({ type: 'NotTheUnitAbove', ruler: units.T2 })
    clearBulk(units.V2, approverT2).emits({ type: 'HoldCleared', by: 'qt', stillHeld: false })
  })
  it('A9, G8: is the one above the clerks, where the record is of a body below them', () => {
    clearBulk(units.T2, people.approverV2).isRefused({ type: 'NotTheUnitAbove', ruler: units.C })
    clearBulk(units.T2, approverT2).isRefused({ type: 'NotTheUnitAbove', ruler: units.C })
    clearBulk(units.T2, people.approverC).emits({ type: 'HoldCleared', by: 'qc' })
  })
  it('A9, H7: had no part in it', () => {
    clearBulk(units.V2, { ...approverT2, person: 'k2' }).isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
  })
  it('A16, H15: is not asked about two places, on which an approver of the body rules', () => {
    given(submitted('R5'), held('R5')).when(ClearHold).emits({ type: 'HoldCleared', by: 'q2' })
  })

  it('H3: takes away and restores, but does not certify where the certifying unit has an approver', () => {
    const { SuspendRecord, ReturnRecord } = commands
    const above = (...past: ReadonlyArray<ReturnType<typeof submitted>>) => given(...past).by(people.approverC)
    const off = [submitted('R5'), verified('R5'), suspended('R5', 'q2')]
    above(submitted('R5'), held('R5')).when(ClearHold).emits({ type: 'HoldCleared', by: 'qc' })
    above(submitted('R5')).when(ReturnRecord).emits({ type: 'RecordReturned', by: 'qc' })
    above(submitted('R5')).when(RejectRecord).emits({ type: 'RecordRejected', by: 'qc' })
    above(submitted('R5'), verified('R5')).when(SuspendRecord).emits({ type: 'RecordSuspended', by: 'qc' })
    above(...off)
      .when(ReinstateRecord)
      .emits({ type: 'RecordReinstated', by: 'qc' })
    above(...off)
      .when(VoidRecord)
      .emits({ type: 'RecordVoided', by: 'qc' })
    above(submitted('R5')).when(VerifyRecord).isRefused({ type: 'NotTheCertifier', person: 'qc' })
  })
})

describe('a late hold', () => {
  const past = [submitted('R5'), verified('R5')]
  const late = given(...past)
    .by(timer)
    .when(HoldRecord)
    .events()
  it('H12, H15: suspends a verified record', () => {
    expect(late).toMatchObject([
      { type: 'RecordHeld', holdId: 'two-places:late', kind: 'two-places' },
      { type: 'RecordSuspended', by: null, revision: 1, minutes: 60 },
    ])
    expect(counted(...past)).toEqual(['R5'])
    expect(counted(...past, ...late)).toEqual([])
  })
  it('H12: suspends it while a correction is open too, and restores that state when cleared', () => {
    const asked = [...past, correctionRequested('R5')]
    const events = given(...asked)
      .by(timer)
      .when(HoldRecord)
      .events()
    const back = given(...asked, ...events)
      .when({ ...ClearHold, holdId: 'two-places:late' })
      .events()
    given(...asked, ...events, ...back)
      .when(commands.CorrectRecord)
      .emits({ type: 'RecordCorrected', revision: 3 })
  })
  it('H15: once cleared, the record counts again at a new revision', () => {
    const back = given(...past, ...late)
      .when({ ...ClearHold, holdId: 'two-places:late' })
      .events()
    expect(back).toMatchObject([
      { type: 'HoldCleared', stillHeld: false },
      { type: 'RecordReinstated', by: 'q2', revision: 2, minutes: 60 },
    ])
    expect(counted(...past, ...late, ...back)).toEqual(['R5'])
  })
  it('H5: is not cleared while another record counts, or a minute would count twice', () => {
    const other = [submitted('R9', { segments: [interval('04-29 06:30', '04-29 07:30')] }), verified('R9')]
    given(...past, ...late, ...other)
      .when({ ...ClearHold, holdId: 'two-places:late' })
      .isRefused({ type: 'OverlapsVerified', because: [{ volunteer: 'e', recordId: 'R9' }] })
  })
  it('is not overruled by a reinstatement; the record may be voided', () => {
    const lateHeld = given(...past, ...late).by(people.approverC)
    lateHeld.when(ReinstateRecord).isRefused({ type: 'StillHeld', holds: ['two-places:late'] })
    lateHeld.when(VoidRecord).emits({ type: 'RecordVoided', revision: 2 })
  })
  it('clearing it does not reinstate a record that a person suspended', () => {
    const both = [
      ...past,
      suspended('R5'),
      ...given(...past, suspended('R5'))
        .by(timer)
        .when(HoldRecord)
        .events(),
    ]
    expect(both.at(-1)).toMatchObject({ type: 'RecordHeld' })
    given(...both)
      .when({ ...ClearHold, holdId: 'two-places:late' })
      .emits({ type: 'HoldCleared', stillHeld: false })
  })
})
