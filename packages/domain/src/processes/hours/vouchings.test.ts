/** What counts on the word of one unit's officers is told, in any order of records, sheets and corrections. */
import { listCommands, project, type Envelope } from '@zhiyuan/kernel'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../ledger.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { vouchings, type VouchingsRow } from './vouchings.ts'

const { T2, V2 } = units
interface Step {
  readonly event: object
  readonly by: object
}
const told = (event: object, by: object = people.approverV2): Step => ({ event, by })
/** What is sent after each of the steps, in turn. */
const play = (...steps: ReadonlyArray<Step>) => {
  const rows = new Map<string, VouchingsRow>()
  return steps.flatMap(({ event, by }) => {
    const envelope = { data: event, actor: by } as Envelope<LedgerEvent>
    project(vouchings)(rows, envelope)
    const found = vouchings.keys(envelope.data).map((key) => rows.get(key) ?? vouchings.initial(key))
    return listCommands(vouchings.react(envelope, found))
  })
}

const of = (recordId: string) => ({ volunteer: 'e', recordId, minutes: 60, revision: 0, grade: 'manual' })
const entered = (recordId = 'R1', recorder: string | null = 'k2') =>
  told({ type: 'RecordSubmitted', ...of(recordId), recorder, recordingUnit: V2 }, people.recorderV2)
const verified = (recordId = 'R1', more: object = {}) => ({
  ...{ type: 'RecordVerified', ...of(recordId), approver: 'q2' },
  ...more,
})
const occasion = { type: 'order', orderId: 'O1', round: 1 }
const word = {
  ...{ type: 'NoteVouching', unitId: V2, person: 'q2', volunteer: 'e', minutes: 60 },
  of: { type: 'record', recordId: 'R1', revision: 0, recorder: 'k2', recordingUnit: V2 },
}

describe('hours by hand', () => {
  it('H20: are told when they begin to count, with who entered them and who let them count', () => {
    expect(play(entered())).toEqual([])
    expect(play(entered(), told(verified()))).toEqual([word])
    expect(play(entered(), told(verified(), { ...people.approverV2, unit: T2 }))).toEqual([{ ...word, unitId: T2 }])
  })
  it('H20: are told with who entered them last', () => {
    const again = { type: 'RecordResubmitted', ...of('R1'), by: 'k9', recordingUnit: V2 }
    expect(play(entered(), told(again), told(verified()))).toMatchObject([{ of: { recorder: 'k9' } }])
  })
  it('H20: are not told where another proof carries them', () => {
    for (const grade of ['system', 'attested']) expect(play(entered(), told(verified('R1', { grade })))).toEqual([])
  })
})

describe('time that a correction adds', () => {
  const asked = told({ type: 'CorrectionRequested', ...of('R1'), by: 'k7' })
  const corrected = (minutes: number, added = true) => ({
    ...{ type: 'RecordCorrected', ...of('R1'), minutes, revision: 1, added, approver: 'q2' },
    before: { minutes: 60, grade: 'system' },
  })
  it('H20: is told with who asked for it, and what it adds', () => {
    expect(play(entered('R1', null), asked, told(corrected(90)))).toEqual([
      { ...word, minutes: 30, of: { ...word.of, revision: 1, recorder: 'k7' } },
    ])
    expect(play(entered('R1', null), asked, told(corrected(45)))).toMatchObject([{ minutes: 0 }])
  })
  it('H20: is not told where it only takes away', () => {
    expect(play(entered(), asked, told(corrected(30, false)))).toEqual([])
  })
})

describe('a record that was suspended', () => {
  const reinstated = (more: object = {}) => ({
    ...{ type: 'RecordReinstated', ...of('R1'), revision: 2, by: 'q2' },
    ...more,
  })
  const again = { ...word, of: { ...word.of, revision: 2 } }
  it('H20: is told again once a person lets it count again, at the unit of that person', () => {
    expect(play(entered(), told(verified()), told(reinstated()))).toEqual([word, again])
    expect(play(entered(), told(reinstated(), { ...people.approverV2, unit: T2 }))).toEqual([{ ...again, unitId: T2 }])
    expect(play(entered(), told(reinstated({ grade: 'attested' })))).toEqual([again])
  })
  it('H20: is not told where the volunteer’s own check-out carries it, nor where a process lifts what held it', () => {
    expect(play(entered(), told(reinstated({ grade: 'system' })))).toEqual([])
    expect(play(entered(), told(reinstated({ by: null }), timer))).toEqual([])
    expect(play(entered(), told(reinstated(), timer))).toEqual([])
  })
})

describe('the lines of a sheet', () => {
  const line = 'p.L1.1.2'
  const approved = (unit: string, sheetId = 'L1') =>
    told({ type: 'SheetApproved', sheetId, by: 'q2' }, { ...people.approverV2, unit })
  it('H20, H14: are told at the unit at which the sheet was approved, though a process settles them', () => {
    for (const unit of [V2, T2])
      expect(play(entered(line), approved(unit), told(verified(line), timer))).toMatchObject([{ unitId: unit }])
    expect(play(approved(V2), entered(line), told(verified(line), timer))).toHaveLength(1)
    expect(play(entered(line), approved(V2), approved(T2, 'L2'), told(verified(line), timer))).toMatchObject([
      { unitId: V2 },
    ])
  })
  it('H20, H14: that an approver verifies apart are told at the unit of that approver', () => {
    expect(play(entered(line), approved(T2), told(verified(line)))).toMatchObject([{ unitId: V2 }])
  })
  it('H20, H14: of each record the own recorder is told, also with other records between', () => {
    const other = 'p.L1.1.1'
    const events = [entered(line, 'k8'), entered(other), approved(V2)]
    expect(play(...events, told(verified(other), timer), told(verified(line), timer))).toMatchObject([
      { of: { recordId: other, recorder: 'k2' } },
      { of: { recordId: line, recorder: 'k8' } },
    ])
  })
})

describe('a presence', () => {
  const confirmed = (more: object) => ({
    ...{ type: 'AttendanceConfirmed', occasion, volunteer: 'e', minutes: 120, confirmer: 'k2', as: 'clerk' },
    ...{ clerkAt: V2, owner: V2, byReview: false },
    ...more,
  })
  it('A9: that a clerk confirms is told at the unit of the clerk, also as proxy or contact', () => {
    for (const as of ['clerk', 'proxy', 'contact'])
      expect(play(told(confirmed({ as }), people.clerkV2))).toEqual([
        { ...word, person: 'k2', minutes: 120, of: { type: 'presence', occasion } },
      ])
  })
  it('A9: that a proxy or contact confirms who is no clerk is told at the unit that owns the need, which says whose word it is', () => {
    for (const as of ['proxy', 'contact'])
      expect(play(told(confirmed({ as, confirmer: 'h1', clerkAt: null, owner: T2 }), people.h1))).toEqual([
        { ...word, unitId: T2, person: 'h1', minutes: 120, of: { type: 'presence', occasion } },
      ])
  })
  it('A9: that someone who was there or asked for it confirms, or a review, is not told', () => {
    for (const as of ['present', 'requester']) expect(play(told(confirmed({ as, clerkAt: null })))).toEqual([])
    for (const clerkAt of [V2, null])
      expect(play(told(confirmed({ as: 'contact', clerkAt, byReview: true }), timer))).toEqual([])
  })
})

describe('a roll that a clerk typed for a caller', () => {
  const called = (by: { readonly person: string; readonly unit: string }, more: object = {}) =>
    told({ type: 'RollCalled', occasion, volunteers: ['d', 'e'], by: by.person, caller: 'c', ...more }, by)
  const byRoll = (by: string, caller: string | null = 'c') => ({ by, caller, list: 'rollcall-1.0' })
  const left = (more: object = {}) =>
    told(
      { type: 'CheckedOut', occasion, volunteer: 'e', minutes: 120, told: null, toldBefore: byRoll('k2'), ...more },
      timer,
    )
  const typed = { ...word, person: 'k2', minutes: 120, of: { type: 'presence', occasion } }
  it('H20, A12: makes each presence that rests on it the word of the typist, told at the unit of the typist', () => {
    expect(play(called(people.clerkV2))).toEqual([])
    expect(play(called(people.clerkV2), left())).toEqual([typed])
    expect(play(called(people.clerkV2), left({ told: byRoll('k2') }))).toEqual([typed])
    expect(play(called({ ...people.clerkV2, unit: T2 }), left(), left({ volunteer: 'd' }))).toEqual([
      { ...typed, unitId: T2 },
      { ...typed, unitId: T2, volunteer: 'd' },
    ])
  })
  it('H20, A12: is told of each typist on whose word she came or left, and of no other', () => {
    const rolls = [called(people.clerkV2), called(people.clerkV1)]
    expect(play(...rolls, left({ told: byRoll('k1') }))).toMatchObject([{ person: 'k2' }, { person: 'k1' }])
    expect(play(...rolls, left())).toEqual([typed])
  })
  it('H20, A12: is not told where the leader called, where she told it herself, or where it makes no record', () => {
    expect(play(called(people.b, { caller: null }), left({ toldBefore: byRoll('b', null) }))).toEqual([])
    expect(play(called(people.clerkV2), left({ toldBefore: null }))).toEqual([])
    expect(play(called(people.clerkV2), left({ toldBefore: byRoll('k2', null) }))).toEqual([])
    expect(play(called(people.clerkV2), left({ minutes: 0 }))).toEqual([])
    expect(play(called(people.clerkV2, { volunteers: ['d'] }), left())).toEqual([])
  })
})
