import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { loopOf } from '@zhiyuan/testing'
import { people } from '../../sample/people.ts'
import { scene, world } from '../../sample/world.ts'
import { countedRecords, record, type RecordState } from '../../slices/hours/record/index.ts'
import { at, attended, backfill, orderO1 } from '../../slices/hours/record/record.sample.ts'
import { volunteer } from '../../slices/people/volunteer/index.ts'
import { samePerson } from './same-person.ts'

const ledger = (now = '05-02 01:00') =>
  loopOf({
    slices: [record, volunteer],
    processes: [samePerson],
    world: { ...world, ...orderO1 },
    scene: { ...scene, now: at(now) },
  })
type Loop = ReturnType<typeof ledger>

const enter = (loop: Loop, person: string, recordId: string, start = '04-29 06:00', end = '04-29 07:00') =>
  loop.send(people.recorderV2, backfill(recordId, person, start, end, 60))
const verify = (loop: Loop, person: string, recordId: string) =>
  loop.send(people.approverV2, { type: 'VerifyRecord', volunteer: person, recordId })
const merge = (loop: Loop, person: string, survivor: string) =>
  loop.send(people.admin, { type: 'MergeVolunteer', person, survivor })
const stateOf = (loop: Loop, person: string) => loop.state(record, `record-${person}`) as RecordState
const statusOf = (loop: Loop, person: string, recordId: string) =>
  stateOf(loop, person).records.get(recordId as never)?.status
const counted = (loop: Loop) => ['a', 'b', 'c', 'e'].flatMap((person) => countedRecords(stateOf(loop, person)))

describe('a merge', () => {
  it('G2, H5: is noted on both sides; new records go to the survivor’s', () => {
    const loop = ledger()
    merge(loop, 'e', 'a')
    loop.rest()
    expect(stateOf(loop, 'a').others).toEqual(['e'])
    expect(stateOf(loop, 'e').others).toEqual(['a'])
    expect(enter(loop, 'e', 'R1')).toMatchObject({ left: { type: 'MergedInto', survivor: 'a' } })
    expect(enter(loop, 'a', 'R1')).toMatchObject({ right: [{ type: 'RecordSubmitted' }] })
  })
  it('H5: of two that were verified before it, the later one is suspended, whichever side looks first', () => {
    for (const last of [false, true]) {
      const loop = ledger()
      enter(loop, 'e', 'R1')
      verify(loop, 'e', 'R1')
      loop.at(at('05-02 01:10'))
      enter(loop, 'a', 'R2', '04-29 06:30', '04-29 07:30')
      verify(loop, 'a', 'R2')
      merge(loop, 'e', 'a')
      loop.rest((waiting) => (last ? waiting.length - 1 : 0))
      expect([statusOf(loop, 'e', 'R1'), statusOf(loop, 'a', 'R2')]).toEqual(['verified', 'suspended'])
    }
  })
  it('H5: a record of the merged one that slipped in before the merge was noted is looked at', () => {
    const loop = ledger()
    enter(loop, 'a', 'R2')
    verify(loop, 'a', 'R2')
    loop.at(at('05-02 01:10'))
    merge(loop, 'e', 'a')
    loop.deliver()
    const checkedOut = attended('o.O1.1', 'e', '04-29 06:30', '04-29 07:30', 60)
    loop.send({ type: 'process', process: 'attendance-records', cause: 'x.0' }, checkedOut)
    expect(statusOf(loop, 'e', 'o.O1.1')).toBe('submitted')
    loop.rest()
    expect([statusOf(loop, 'a', 'R2'), statusOf(loop, 'e', 'o.O1.1')]).toEqual(['verified', 'held'])
  })
  it('H5: a record verified on one side while the other notes the merge is looked at again', () => {
    const loop = ledger()
    enter(loop, 'e', 'R1')
    loop.at(at('05-02 01:10'))
    enter(loop, 'a', 'R2', '04-29 06:30', '04-29 07:30')
    merge(loop, 'e', 'a')
    loop.deliver()
    expect(statusOf(loop, 'a', 'R2')).toBe('held')
    verify(loop, 'e', 'R1')
    loop.rest()
    expect([statusOf(loop, 'e', 'R1'), statusOf(loop, 'a', 'R2')]).toEqual(['verified', 'held'])
  })
  it('H5: whatever one side records or lets count has the other looked at again, for it may have decided on older facts', () => {
    const loop = ledger()
    merge(loop, 'e', 'a')
    loop.rest()
    enter(loop, 'a', 'R2')
    verify(loop, 'a', 'R2')
    const recheck = { type: 'RecheckOverlaps', volunteer: 'e', other: 'a' }
    expect(loop.waiting().map(({ command }) => command)).toEqual([recheck, recheck])
  })
  it('H5: a record verified before its own side noted the merge has the side that noted it looked at again', () => {
    const loop = ledger()
    enter(loop, 'e', 'R1')
    loop.at(at('05-02 01:10'))
    enter(loop, 'a', 'R2', '04-29 06:30', '04-29 07:30')
    verify(loop, 'a', 'R2')
    merge(loop, 'e', 'a')
    loop.deliver()
    expect(verify(loop, 'e', 'R1')).toMatchObject({ right: [{ type: 'RecordVerified' }] })
    loop.rest()
    expect([statusOf(loop, 'e', 'R1'), statusOf(loop, 'a', 'R2')]).toEqual(['verified', 'suspended'])
  })
  it('G2: of three registrations each comes to know both others', () => {
    const loop = ledger()
    merge(loop, 'e', 'a')
    loop.rest()
    merge(loop, 'a', 'b')
    loop.rest((waiting) => waiting.length - 1)
    for (const [person, others] of [
      ['a', ['b', 'e']],
      ['b', ['a', 'e']],
      ['e', ['a', 'b']],
    ] as const)
      expect([...stateOf(loop, person).others].sort()).toEqual(others)
  })
  it('H5: at rest no minute counts twice, in whatever order things were done and noted', () => {
    const people = ['a', 'e', 'c'] as const
    const deed = fc.record({
      person: fc.constantFrom(...people),
      minute: fc.integer({ min: 0, max: 3 }),
      what: fc.constantFrom('enter', 'verify', 'merge', 'deliver', 'deliver'),
      pick: fc.nat({ max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(deed, { minLength: 4, maxLength: 16 }), (deeds) => {
        const loop = ledger()
        deeds.forEach(({ person, minute, what, pick }, index) => {
          loop.at(at(`05-02 02:${String(index).padStart(2, '0')}`))
          if (what === 'enter') enter(loop, person, `R${index}`, `04-29 06:${minute}0`, `04-29 07:${minute}0`)
          if (what === 'verify')
            for (const recordId of stateOf(loop, person).records.keys()) verify(loop, person, recordId)
          if (what === 'merge') merge(loop, person, people[pick % 3] ?? 'a')
          if (what === 'deliver' && loop.waiting().length > 0) loop.deliver(pick % loop.waiting().length)
        })
        loop.rest((waiting) => (deeds.length % 2 === 0 ? waiting.length - 1 : 0))
        expect(loop.refused()).toEqual([])
        const groups = people.map((person) => [person, ...stateOf(loop, person).others])
        for (const group of groups) {
          const all = counted(loop).filter((one) => (group as ReadonlyArray<string>).includes(one.volunteer))
          const segments = all.flatMap(
            ({ volunteer: whose, recordId }) => stateOf(loop, whose).records.get(recordId)?.segments ?? [],
          )
          const twice = segments.some((one, index) =>
            segments.slice(index + 1).some((two) => one.start < two.end && two.start < one.end),
          )
          expect(twice).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })
})
