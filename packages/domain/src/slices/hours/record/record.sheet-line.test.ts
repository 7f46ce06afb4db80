import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { approved, clearer, entered, rejected, returned as sheetReturned } from '../sheet/sheet.fixture.ts'
import { record } from './index.ts'
import { held, returned, submitted, verified } from './record.fixture.ts'

const recordId = 'p.L1.1.1'
const ref = { volunteer: 'e', recordId } as const
const enter = { type: 'EnterSheetLine', ...ref } as const
const settle = { type: 'SettleSheetLine', ...ref } as const
const now = '2020-05-02T01:00:00.000Z'
const given = (sheet: ReadonlyArray<object>) =>
  stage(record, { ...world, 'sheet-L1': sheet as never }, { ...scene, now, actor: timer })
const line = submitted(recordId, { reason: null, recordedAt: now })
const attested = { ...approved, by: 'qt', grade: 'attested', lacks: [] }
const settled = (ruling: string, grade = 'manual') => ({
  type: 'SheetLineSettled',
  ...ref,
  bodyId: '131081105201',
  sheetId: 'L1',
  ruling,
  grade,
})

describe('a line of a sheet', () => {
  it('H14: becomes a manual record of the sheet’s hand, once', () => {
    given([entered])()
      .when(enter)
      .emits(line as never)
    given([entered])(line).when(enter).isSilent()
    given([entered])()
      .when({ ...enter, recordId: 'p.L1.1.2' })
      .isSilent()
    given([entered])().by(people.recorderV2).when(enter).isRefused({ type: 'OnlyAProcess' })
  })

  it('H7: has those who entered an earlier edition of the sheet as recorders too, but for its volunteer', () => {
    const editions = (recorder: string) => [
      { ...entered, recorder },
      sheetReturned,
      { ...entered, ...clearer, edition: 2 },
    ]
    const again = { ...enter, recordId: 'p.L1.2.1' }
    given(editions('k3'))()
      .when(again)
      .emits({ type: 'RecordSubmitted' }, { type: 'TellersNoted', tellers: ['k3'] } as never)
    for (const recorder of ['k2', 'e']) given(editions(recorder))().when(again).emits({ type: 'RecordSubmitted' })
  })

  it('H5: that overlaps another record is held', () => {
    given([entered])(submitted('R5'), verified('R5'))
      .when(enter)
      .emits(line as never, { type: 'RecordHeld', ...ref, kind: 'overlap' } as never)
  })

  it('H14: counts with the grade of its sheet when that is approved', () => {
    const counts = verified(recordId, { approver: 'qt', grade: 'attested' })
    given([entered, attested])(line)
      .when(settle)
      .emits(settled('approved', 'attested') as never, counts as never)
    given([entered])(line).when(settle).isSilent()
  })

  it('H14: waits for its own ruling while it is held, and is settled when that was given', () => {
    given([entered, attested])(line, held(recordId)).when(settle).isSilent()
    const cleared = {
      type: 'HoldCleared',
      ...ref,
      bodyId: '131081105201',
      day: '2020-04-29',
      grade: 'manual',
      holdId: 'two-places:x',
      by: 'qc',
    }
    given([entered, attested])(line, held(recordId), {
      ...cleared,
      reason: { code: 'seen', text: null },
      stillHeld: false,
    } as never)
      .when(settle)
      .emits(settled('approved', 'attested') as never, { type: 'RecordVerified', grade: 'attested' } as never)
  })

  it('H5: does not count beside a record that came to count meanwhile', () => {
    given([entered, attested])(line, submitted('R5'), verified('R5'))
      .when(settle)
      .emits(settled('approved', 'attested') as never, { type: 'RecordHeld', kind: 'overlap' } as never)
  })

  it('H14: that was entered again on its own keeps what it is', () => {
    const again = {
      type: 'RecordResubmitted',
      ...ref,
      source: { type: 'session', sessionId: 'S' },
      recordingUnit: '131081105201',
      teamId: null,
      enteredAt: '2020-05-02T01:00:00.000Z',
      lookUntil: null,
      stillHeld: false,
      policyVersion: 'TEST-1',
      bodyId: '131081105201',
      by: 'k2',
      day: '2020-04-29',
      grade: 'manual',
    }
    const shorter = { segments: [{ start: '2020-04-29T06:10:00.000Z', end: '2020-04-29T07:00:00.000Z' }], minutes: 50 }
    const before = { minutes: 60, day: '2020-04-29', grade: 'manual' }
    given([entered, attested])(line, returned(recordId), { ...again, ...shorter, marks: [], before } as never)
      .when(settle)
      .isSilent()
  })

  it('H14: is withdrawn with a returned sheet, also after that was entered again, and rejected with a rejected one', () => {
    const gone = [
      settled('returned') as never,
      { type: 'RecordWithdrawn', ...ref, source: { type: 'session', sessionId: 'S' }, by: 'q2' } as never,
    ] as const
    given([entered, sheetReturned])(line)
      .when(settle)
      .emits(...gone)
    given([entered, sheetReturned, { ...entered, ...clearer, edition: 2 }, { ...attested, edition: 2 }])(line)
      .when(settle)
      .emits(...gone)
    given([entered, rejected])(line)
      .when(settle)
      .emits(settled('rejected') as never, { type: 'RecordRejected', ...ref, by: 'q2' } as never)
  })
})
