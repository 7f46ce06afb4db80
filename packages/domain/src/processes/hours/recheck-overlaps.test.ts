import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { record, type RecordState } from '../../slices/hours/record/index.ts'
import { instant, attended, backfill, orderO1 } from '../../slices/hours/record/record.fixture.ts'
import { humans } from '../../slices/people/humans/index.ts'
import { recheckOverlaps } from './recheck-overlaps.ts'

const ledger = (now = '05-02 01:00') =>
  startLoop({
    slices: [record, humans],
    processes: [recheckOverlaps],
    world: { ...world, ...orderO1 },
    scene: { ...scene, now: instant(now) },
  })
type Loop = ReturnType<typeof ledger>

const enter = (loop: Loop, person: string, recordId: string, start = '04-29 06:00', end = '04-29 07:00') =>
  loop.send(people.recorderV2, backfill(recordId, person, start, end, 60))
const verify = (loop: Loop, person: string, recordId: string) =>
  loop.send(people.approverV2, { type: 'VerifyRecord', volunteer: person, recordId })
const merge = (loop: Loop, person: string, survivor: string) => {
  loop.send(people.deputy, { type: 'ProposeMerge', person, survivor })
  return loop.send(people.admin, { type: 'MergeRegistrations', person, survivor })
}
const readStatus = (loop: Loop, person: string, recordId: string) =>
  (loop.state(record, `record-${person}`) as RecordState).records.get(recordId as never)?.status
const wanted = (loop: Loop) => loop.waiting().map(({ command }) => command)
const recheck = (volunteer: string, tell: ReadonlyArray<string> | null) => ({
  type: 'RecheckOverlaps',
  volunteer,
  tell,
})

describe('a merge', () => {
  it('G2, H5: has each registration of the smaller group rechecked', () => {
    const loop = ledger()
    merge(loop, 'e', 'a')
    expect(wanted(loop)).toEqual([recheck('e', ['a'])])
    loop.rest()
    merge(loop, 'b', 'a')
    expect(wanted(loop)).toEqual([recheck('b', ['a', 'e'])])
    loop.rest()
    merge(loop, 'a', 'c')
    expect(wanted(loop)).toEqual([recheck('c', ['a', 'e', 'b'])])
  })
  it('H9, G2: holds the copy of what was voided under another registration, before or after the merge, also where it counts by then', () => {
    const ruling = { volunteer: 'e', recordId: 'R1', reason: { code: 'false', text: null } }
    const void1 = (loop: Loop) => {
      loop.send(people.approverV2, { type: 'SuspendRecord', ...ruling })
      loop.send(people.approverC, { type: 'VoidRecord', ...ruling })
    }
    for (const isMergedFirst of [true, false])
      for (const isVerified of [true, false]) {
        const loop = ledger()
        enter(loop, 'e', 'R1')
        verify(loop, 'e', 'R1')
        enter(loop, 'a', 'R2', '04-29 06:30', '04-29 07:30')
        if (isMergedFirst) merge(loop, 'e', 'a')
        void1(loop)
        // The approver has not seen what is voided, nor the merge: the processes come later.
        if (isVerified) verify(loop, 'a', 'R2')
        if (!isMergedFirst) merge(loop, 'e', 'a')
        loop.rest()
        const { records } = loop.state(record, 'record-a') as RecordState
        expect([isMergedFirst, records.get('R2' as never)]).toMatchObject([
          isMergedFirst,
          { status: isVerified ? 'suspended' : 'held', holds: [{ kind: 'contradicts-the-log' }] },
        ])
      }
  })
  it('G2: sends new records to the survivor’s stream', () => {
    const loop = ledger()
    merge(loop, 'e', 'a')
    expect(enter(loop, 'e', 'R1')).toMatchObject({ left: { type: 'MergedInto', survivor: 'a' } })
    expect(enter(loop, 'a', 'R1')).toMatchObject({ right: [{ type: 'RecordSubmitted' }] })
  })
  it('H5: suspends the later of two records that were verified before it, with either registration in the smaller group', () => {
    for (const [person, survivor] of [
      ['e', 'a'],
      ['a', 'e'],
    ] as const) {
      const loop = ledger()
      enter(loop, 'e', 'R1')
      verify(loop, 'e', 'R1')
      loop.at(instant('05-02 01:10'))
      enter(loop, 'a', 'R2', '04-29 06:30', '04-29 07:30')
      verify(loop, 'a', 'R2')
      merge(loop, person, survivor)
      loop.rest()
      expect([readStatus(loop, 'e', 'R1'), readStatus(loop, 'a', 'R2')]).toEqual(['verified', 'suspended'])
    }
  })
  it('H5: has a record rechecked that was decided before the merge was known', () => {
    const loop = ledger()
    enter(loop, 'a', 'R2')
    verify(loop, 'a', 'R2')
    loop.at(instant('05-02 01:10'))
    const late = attended('S.1', 'e', '04-29 06:30', '04-29 07:30', 60)
    const write = loop.sendLate({ type: 'process', process: 'attendance-records', cause: 'x.0' }, late)
    merge(loop, 'e', 'a')
    loop.rest()
    write()
    expect(readStatus(loop, 'e', 'S.1')).toBe('submitted')
    loop.rest()
    expect([readStatus(loop, 'a', 'R2'), readStatus(loop, 'e', 'S.1')]).toEqual(['verified', 'held'])
  })
  it('H5: suspends one of two records that were verified on outdated reads, also where the first recheck asks for the other', () => {
    const loop = ledger()
    enter(loop, 'a', 'R2')
    loop.at(instant('05-02 01:10'))
    enter(loop, 'e', 'R1', '04-29 06:30', '04-29 07:30')
    const late = [['a', 'R2'] as const, ['e', 'R1'] as const].map(([volunteer, recordId]) =>
      loop.sendLate(people.approverV2, { type: 'VerifyRecord', volunteer, recordId }),
    )
    merge(loop, 'e', 'a')
    late.forEach((write) => write())
    loop.rest((waiting) => waiting.length - 1)
    expect([readStatus(loop, 'a', 'R2'), readStatus(loop, 'e', 'R1')]).toEqual(['verified', 'suspended'])
    expect(loop.refused()).toEqual([])
  })
})

describe('what a merged registration writes', () => {
  it('H5: has that registration rechecked and no other, since the decision may rest on outdated reads', () => {
    const loop = ledger()
    merge(loop, 'e', 'a')
    loop.rest()
    enter(loop, 'a', 'R2')
    verify(loop, 'a', 'R2')
    enter(loop, 'b', 'R3')
    expect(wanted(loop)).toEqual([recheck('a', null), recheck('a', null)])
  })
  it('H5: has it rechecked also when one of its holds is cleared', () => {
    const loop = ledger()
    enter(loop, 'a', 'R1')
    enter(loop, 'e', 'R2')
    merge(loop, 'e', 'a')
    loop.rest()
    expect(readStatus(loop, 'e', 'R2')).toBe('held')
    const reason = { code: 'was-there', text: null }
    const clear = { type: 'ClearHold', volunteer: 'e', recordId: 'R2', holdId: 'overlap:a:R1:0', reason } as const
    loop.send(people.approverV2, clear)
    expect(wanted(loop)).toEqual([recheck('e', null)])
  })
  it('H5: has a record held that waited with a held one when that one is cleared, also under another registration', () => {
    const loop = ledger()
    enter(loop, 'a', 'R1', '04-29 06:00', '04-29 07:00')
    enter(loop, 'e', 'R2', '04-29 06:30', '04-29 07:30')
    merge(loop, 'e', 'a')
    enter(loop, 'c', 'R3', '04-29 07:00', '04-29 08:00')
    loop.rest()
    merge(loop, 'c', 'a')
    loop.rest()
    expect([readStatus(loop, 'e', 'R2'), readStatus(loop, 'c', 'R3')]).toEqual(['held', 'submitted'])
    const reason = { code: 'was-there', text: null }
    const clear = { type: 'ClearHold', volunteer: 'e', recordId: 'R2', holdId: 'overlap:a:R1:0', reason } as const
    loop.send(people.approverV2, clear)
    loop.rest()
    const statuses = [readStatus(loop, 'e', 'R2'), readStatus(loop, 'c', 'R3')]
    expect(statuses.toSorted()).toEqual(['held', 'submitted'])
  })
})
