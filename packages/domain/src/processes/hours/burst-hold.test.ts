import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { completeTerms, policy } from '../../policy.ts'
import { test1 } from '../../presets/policies.ts'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { burst } from '../../slices/hours/burst/index.ts'
import { headCount } from '../../slices/attendance/head-count/index.ts'
import { countedRecords, record, type RecordState } from '../../slices/hours/record/index.ts'
import { instant, backfill, commands, reason } from '../../slices/hours/record/record.fixture.ts'
import { burstHold } from './burst-hold.ts'
import { burstRecords } from './burst-records.ts'

const ledger = () =>
  startLoop({
    slices: [record, burst, headCount, policy],
    processes: [burstHold, burstRecords],
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
const ruleNone = { type: 'RuleBurst', burstId: 's.S', number: 1, verdict: 'none', reason: reason('seen') } as const
const statuses = (loop: Loop) => [readStatus(loop, 'c', 'R6'), readStatus(loop, 'e', 'R7'), readStatus(loop, 'b', 'R8')]

describe('a burst', () => {
  it('H12: has all its records held, the earlier ones too, under one id', () => {
    const loop = ledger()
    three(loop)
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
    const holds = [readRecord(loop, 'c', 'R6'), readRecord(loop, 'b', 'R8')].flatMap((one) => one?.holds ?? [])
    expect(new Set(holds.map(({ holdId }) => holdId)).size).toBe(1)
    expect(holds[0]).toMatchObject({ holdId: 'burst:s.S:1', kind: 'burst', because: [] })
  })
  it('H12: has each further record held too, and no earlier one a second time', () => {
    const loop = ledger()
    three(loop)
    loop.rest()
    enter(loop, '05-18 01:06', 'R10', 'a')
    expect(loop.waiting().map(({ command }) => command)).toMatchObject([
      { type: 'NoteBurst', entries: [{ volunteer: 'a' }] },
    ])
    loop.rest()
    expect(readStatus(loop, 'a', 'R10')).toBe('held')
  })
  it('H12: is made by several recorders over many days too', () => {
    const loop = ledger()
    enter(loop, '05-18 01:00', 'R6', 'c')
    enter(loop, '05-25 01:02', 'R7', 'e', { ...people.recorderV2, person: 'k4' })
    enter(loop, '06-03 01:03', 'R8', 'b', { ...people.recorderV2, person: 'k3' })
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
  })
  it('H12: counts those who are there at one instant, not the same interval', () => {
    const loop = ledger()
    enter(loop, '05-18 01:00', 'R6', 'c')
    enter(loop, '05-18 01:02', 'R7', 'e')
    loop.send(people.recorderV2, backfill('R9', 'a', '04-29 04:00', '04-29 04:30', 30))
    loop.rest()
    expect(readStatus(loop, 'a', 'R9')).toBe('submitted')
    loop.send(people.recorderV2, backfill('R8', 'b', '04-29 03:59', '04-29 04:30', 31))
    loop.rest()
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
    expect(readStatus(loop, 'a', 'R9')).toBe('submitted')
  })
  it('H12: counts people, so that one of them may come many times', () => {
    const loop = ledger()
    for (const [index, time] of ['00:00', '01:00', '02:00', '03:00'].entries())
      loop.send(people.recorderV2, backfill(`R${index}`, 'c', `04-29 ${time}`, `04-29 0${index}:50`, 50))
    loop.rest()
    expect(['R0', 'R1', 'R2', 'R3'].map((one) => readStatus(loop, 'c', one))).not.toContain('held')
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
    loop.does(people.approverC, ruleNone)
    loop.rest()
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
  it('H12: is one case: its ruling clears all its holds, and what is entered afterwards is held anew', () => {
    const loop = ledger()
    three(loop)
    loop.rest((waiting) => waiting.length - 1)
    expect(statuses(loop)).toEqual(['held', 'held', 'held'])
    loop.does(people.approverC, ruleNone)
    loop.rest((waiting) => waiting.length - 1)
    expect(statuses(loop)).toEqual(['submitted', 'submitted', 'submitted'])
    enter(loop, '05-18 01:06', 'R10', 'a')
    loop.rest()
    expect([...statuses(loop), readStatus(loop, 'a', 'R10')]).toEqual(['submitted', 'submitted', 'submitted', 'held'])
    expect(loop.events('burst-s.S').map(({ type }) => type)).toEqual(['BurstNoted', 'BurstRuled', 'BurstNoted'])
  })
  it('H12: a ruling covers what was noted, and an entry of the same moment is held anew', () => {
    const loop = ledger()
    three(loop)
    loop.rest()
    enter(loop, '05-18 01:06', 'R10', 'a')
    loop.send(people.approverC, ruleNone)
    loop.rest()
    expect([...statuses(loop), readStatus(loop, 'a', 'R10')]).toEqual(['submitted', 'submitted', 'submitted', 'held'])
  })
  it('H12: that is one has its records rejected', () => {
    const loop = ledger()
    three(loop)
    loop.rest()
    loop.does(people.approverC, { ...ruleNone, verdict: 'burst' })
    loop.rest()
    expect(statuses(loop)).toEqual(['rejected', 'rejected', 'rejected'])
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
  it('H12: does not count who stands on a list within a head count of that day by another hand', () => {
    const ofS = { type: 'session', sessionId: 'S' }
    const day = '2020-04-29'
    const list = { type: 'NoteList', occasion: ofS, listId: 'sheet.L1.1', hands: ['k2', 'c'], people: ['c', 'e'], day }
    const told = (count: number, by: string) => ({
      type: 'HeadCountTold',
      ...{ occasion: ofS, count, by, caller: null, rollCallId: null, at: instant('04-29 02:00'), day },
    })
    const under = (...counts: ReadonlyArray<object>) => {
      const loop = startLoop({
        slices: [record, burst, headCount, policy],
        processes: [burstHold, burstRecords],
        world: { ...world, 'headcount-s.S': counts as never },
        scene: { ...scene, now: instant('05-18 01:00') },
      })
      loop.does({ type: 'process', process: 'sheet-lines', cause: 'x.0' }, list as never)
      three(loop)
      loop.rest()
      return statuses(loop)
    }
    const none = ['submitted', 'submitted', 'submitted']
    const all = ['held', 'held', 'held']
    expect(under(told(2, 'a'))).toEqual(none)
    expect(under()).toEqual(all)
    expect(under(told(1, 'a'))).toEqual(all)
    expect(under(told(2, 'k2'))).toEqual(all)
  })
  it('H12: is made by an approver who adds time to three records, which then no longer count', () => {
    const loop = ledger()
    const records = [
      ['c', 'R6'],
      ['e', 'R7'],
      ['b', 'R8'],
    ] as const
    for (const [index, [volunteer, recordId]] of records.entries()) {
      const ref = { volunteer, recordId }
      loop.at(instant(`05-18 0${index + 1}:00`))
      loop.does(people.recorderV2, backfill(recordId, volunteer, `04-29 0${index}:00`, `04-29 0${index}:30`, 30))
      loop.does(people.approverV2, { ...commands.VerifyRecord, ...ref })
      loop.does(people.approverC, { ...commands.RequestCorrection, ...ref })
    }
    loop.at(instant('05-18 04:00'))
    const longer = { segments: [{ start: instant('04-29 00:00'), end: instant('04-29 04:00') }], minutes: 240 }
    for (const [volunteer, recordId] of records)
      loop.send(people.approverV2, { ...commands.CorrectRecord, volunteer, recordId, ...longer })
    loop.rest()
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
  })
  it('G5, H12: has the size of the policy that guarded the day of service', () => {
    const stricter = (effectiveFrom: string) => ({
      ...test1,
      type: 'PolicyAdopted',
      adoptedAt: '2020-04-01T02:00:00.000Z',
      version: 'TEST-2',
      effectiveFrom,
      sections: completeTerms({ bursts: { people: 2 } }, test1.sections),
    })
    const under = (effectiveFrom: string) => {
      const policyEvents = [...(world['policy-131081'] ?? []), stricter(effectiveFrom)]
      const loop = startLoop({
        slices: [record, burst, headCount, policy],
        processes: [burstHold, burstRecords],
        world: { ...world, 'policy-131081': policyEvents },
        scene: { ...scene, now: instant('05-18 01:00') },
      })
      enter(loop, '05-18 01:00', 'R6', 'c')
      enter(loop, '05-18 01:02', 'R7', 'e')
      loop.rest()
      return readStatus(loop, 'c', 'R6')
    }
    expect(under('2020-04-29')).toBe('held')
    expect(under('2020-04-30')).toBe('submitted')
  })
  it('H12: does not count records that the own check-out made', () => {
    const event = { type: 'RecordSubmitted', grade: 'system', source: { type: 'session', sessionId: 'S' } }
    expect(burstHold.keys(event as never)).toEqual([])
    expect(burstHold.keys({ ...event, grade: 'attested' } as never)).toContain('entries:s.S')
  })
})
