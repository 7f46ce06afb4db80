import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { completeTerms, policy } from '../../policy.ts'
import { test1 } from '../../presets/policies.ts'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { countedRecords, record, type RecordState } from '../../slices/hours/record/index.ts'
import { instant, backfill, commands, reason } from '../../slices/hours/record/record.fixture.ts'
import { burstHold } from './burst-hold.ts'

const ledger = () =>
  startLoop({
    slices: [record, policy],
    processes: [burstHold],
    world,
    scene: { ...scene, now: instant('05-18 01:00') },
  })
type Loop = ReturnType<typeof ledger>

const enter = (loop: Loop, time: string, recordId: string, volunteer: string, who: object = people.recorderV2) => {
  loop.at(instant(time))
  const said = loop.send(who as never, backfill(recordId, volunteer, '04-29 00:00', '04-29 04:00', 240))
  expect(said).toMatchObject({ _tag: 'Right' })
}
const readRecord = (loop: Loop, volunteer: string, recordId: string) =>
  (loop.state(record, `record-${volunteer}`) as RecordState).records.get(recordId as never)
const readStatus = (loop: Loop, volunteer: string, recordId: string) => readRecord(loop, volunteer, recordId)?.status
const three = (loop: Loop, third = '05-18 01:04') => {
  enter(loop, '05-18 01:00', 'R6', 'c')
  enter(loop, '05-18 01:02', 'R7', 'e')
  enter(loop, third, 'R8', 'b')
}
const statuses = (loop: Loop) => [readStatus(loop, 'c', 'R6'), readStatus(loop, 'e', 'R7'), readStatus(loop, 'b', 'R8')]

describe('a burst', () => {
  it('H12: has all its records held, the earlier ones too, under one id', () => {
    const loop = ledger()
    three(loop)
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
    const holds = [readRecord(loop, 'c', 'R6'), readRecord(loop, 'b', 'R8')].flatMap((one) => one?.holds ?? [])
    expect(new Set(holds.map(({ holdId }) => holdId)).size).toBe(1)
    expect(readRecord(loop, 'c', 'R6')?.holds[0]?.because).toEqual([
      { volunteer: 'e', recordId: 'R7' },
      { volunteer: 'b', recordId: 'R8' },
    ])
  })
  it('H12: has each further record held too, and no earlier one a second time', () => {
    const loop = ledger()
    three(loop)
    loop.rest()
    enter(loop, '05-18 01:06', 'R10', 'a')
    expect(loop.waiting().map(({ command }) => command)).toMatchObject([{ type: 'HoldRecord', volunteer: 'a' }])
    loop.rest()
    expect(readStatus(loop, 'a', 'R10')).toBe('held')
  })
  it('H12: is not made by records of different intervals or different recorders', () => {
    const loop = ledger()
    enter(loop, '05-18 01:00', 'R6', 'c')
    enter(loop, '05-18 01:02', 'R7', 'e')
    enter(loop, '05-18 01:03', 'R8', 'b', { ...people.recorderV2, person: 'k3' })
    loop.send(people.recorderV2, backfill('R9', 'a', '04-29 00:00', '04-29 04:01', 241))
    loop.rest()
    expect(statuses(loop)).toEqual(['submitted', 'submitted', 'submitted'])
    expect(readStatus(loop, 'a', 'R9')).toBe('submitted')
  })
  it('H12: ignores breaks: they do not make another interval', () => {
    const loop = ledger()
    enter(loop, '05-18 01:00', 'R6', 'c')
    enter(loop, '05-18 01:02', 'R7', 'e')
    const broken = backfill('R8', 'b', '04-29 00:00', '04-29 04:00', 230)
    const segments = [
      { start: instant('04-29 00:00'), end: instant('04-29 01:00') },
      { start: instant('04-29 01:10'), end: instant('04-29 04:00') },
    ]
    loop.send(people.recorderV2, { ...broken, segments })
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
  })
  it('H12: has a record suspended that was verified before the burst was noticed; it counts again when its hold is cleared', () => {
    const loop = ledger()
    enter(loop, '05-18 01:00', 'R6', 'c')
    loop.send(people.approverV2, { type: 'VerifyRecord', volunteer: 'c', recordId: 'R6' })
    enter(loop, '05-18 01:02', 'R7', 'e')
    enter(loop, '05-18 01:04', 'R8', 'b')
    const counted = () => countedRecords([loop.state(record, 'record-c') as RecordState])
    expect(counted()).toHaveLength(1)
    loop.rest()
    expect(statuses(loop)).toEqual(['suspended', 'held', 'held'])
    expect(counted()).toEqual([])
    const holdId = readRecord(loop, 'c', 'R6')?.holds[0]?.holdId ?? ''
    loop.send(people.approverV2, { ...commands.ClearHold, volunteer: 'c', recordId: 'R6', holdId })
    expect(counted()).toMatchObject([{ recordId: 'R6', minutes: 240, revision: 2 }])
  })
  it('H12: has a record suspended that was verified between the third entry and its hold', () => {
    const loop = ledger()
    three(loop)
    loop.deliver()
    loop.send(people.approverV2, { type: 'VerifyRecord', volunteer: 'b', recordId: 'R8' })
    loop.rest((waiting) => waiting.length - 1)
    expect(statuses(loop)).toEqual(['held', 'held', 'suspended'])
  })
  it('H12: ends the same for any order of holds, and has no record held again after it was cleared', () => {
    const loop = ledger()
    three(loop)
    loop.rest((waiting) => waiting.length - 1)
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
    const holdId = readRecord(loop, 'c', 'R6')?.holds[0]?.holdId ?? ''
    loop.send(people.approverV2, {
      ...commands.ClearHold,
      volunteer: 'c',
      recordId: 'R6',
      holdId,
      reason: reason('seen'),
    })
    enter(loop, '05-18 01:06', 'R10', 'a')
    loop.rest()
    expect(readStatus(loop, 'c', 'R6')).toBe('submitted')
  })
  it('H12: counts a resubmission after a return as an entry', () => {
    const loop = ledger()
    loop.send(people.recorderV2, backfill('R8', 'b', '04-29 00:00', '04-29 05:00', 300))
    loop.send(people.approverV2, { ...commands.ReturnRecord, volunteer: 'b', recordId: 'R8' })
    enter(loop, '05-18 01:00', 'R6', 'c')
    enter(loop, '05-18 01:02', 'R7', 'e')
    const { segments } = backfill('x', 'b', '04-29 00:00', '04-29 04:00', 240)
    loop.send(people.recorderV2, { type: 'ResubmitRecord', volunteer: 'b', recordId: 'R8', segments, minutes: 240 })
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
  })
  it('H12: counts a record that was entered three times once', () => {
    const loop = ledger()
    enter(loop, '05-18 01:00', 'R6', 'c')
    for (const [minute, minutes] of [
      ['01', 239],
      ['02', 238],
      ['03', 237],
    ] as const) {
      loop.at(instant(`05-18 01:${minute}`))
      loop.does(people.approverV2, {
        ...commands.ReturnRecord,
        volunteer: 'c',
        recordId: 'R6',
        reason: reason(`unclear-${minutes}`),
      })
      const segments = [
        { start: instant('04-29 00:00'), end: instant('04-29 01:00') },
        { start: instant(`04-29 01:${minute}`), end: instant('04-29 04:00') },
      ]
      loop.does(people.recorderV2, { type: 'ResubmitRecord', volunteer: 'c', recordId: 'R6', segments, minutes })
    }
    expect(readRecord(loop, 'c', 'R6')?.entries).toHaveLength(4)
    expect(readStatus(loop, 'c', 'R6')).toBe('submitted')
    enter(loop, '05-18 01:04', 'R7', 'e')
    enter(loop, '05-18 01:05', 'R8', 'b')
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
  })
  it('H12: is made by an approver who adds time to three records, which then no longer count', () => {
    const loop = ledger()
    const four = { segments: [{ start: instant('04-29 00:00'), end: instant('04-29 04:00') }], minutes: 240 }
    const records = [
      ['c', 'R6'],
      ['e', 'R7'],
      ['b', 'R8'],
    ] as const
    for (const [index, [volunteer, recordId]] of records.entries()) {
      const ref = { volunteer, recordId }
      loop.at(instant(`05-18 0${index + 1}:00`))
      loop.does(people.recorderV2, backfill(recordId, volunteer, `04-29 00:0${index}`, '04-29 01:00', 60 - index))
      loop.does(people.approverV2, { ...commands.VerifyRecord, ...ref })
      loop.does(people.approverC, { ...commands.RequestCorrection, ...ref })
    }
    loop.at(instant('05-18 04:00'))
    for (const [volunteer, recordId] of records)
      loop.does(people.approverV2, { ...commands.CorrectRecord, volunteer, recordId, ...four })
    expect(statuses(loop)).toEqual(['suspended', 'suspended', 'suspended'])
  })
  it('H12: does not count a correction that only takes time away', () => {
    const event = {
      type: 'RecordCorrected',
      added: false,
      grade: 'manual',
      approver: 'q2',
      segments: [],
      volunteer: 'a',
    }
    expect(burstHold.keys(event as never)).toEqual([])
    expect(burstHold.keys({ ...event, added: true } as never)).toHaveLength(2)
  })
  it('G5, H12: has the size of the policy in force on the day of recording', () => {
    const stricter = (effectiveFrom: string) => ({
      ...test1,
      type: 'PolicyAdopted',
      adoptedAt: '2020-01-01T00:00:00.000Z',
      version: 'TEST-2',
      effectiveFrom,
      sections: completeTerms({ bursts: { people: 2 } }, test1.sections),
    })
    const under = (effectiveFrom: string) => {
      const policyEvents = [...(world['policy-131081'] ?? []), stricter(effectiveFrom)]
      const loop = startLoop({
        slices: [record, policy],
        processes: [burstHold],
        world: { ...world, 'policy-131081': policyEvents },
        scene: { ...scene, now: instant('05-18 01:00') },
      })
      enter(loop, '05-18 01:00', 'R6', 'c')
      enter(loop, '05-18 01:02', 'R7', 'e')
      loop.rest()
      return readStatus(loop, 'c', 'R6')
    }
    expect(under('2020-05-18')).toBe('held')
    expect(under('2020-05-19')).toBe('submitted')
  })
  it('H12: does not count records that a check-out made, since no person entered them', () => {
    const event = { type: 'RecordSubmitted', grade: 'attested', recorder: 'k2', segments: [], volunteer: 'a' }
    expect(burstHold.keys(event as never)).toEqual([])
    expect(burstHold.keys({ ...event, grade: 'manual' } as never)).toHaveLength(2)
  })
})
