import { describe, expect, it } from 'vitest'
import { listCommands, type Envelope } from '@zhiyuan/kernel'
import { startLoop } from '@zhiyuan/testing'
import type { LedgerEvent } from '../../ledger.ts'
import { accepted, misrouted, offered, placed } from '../../slices/requests/order/order.fixture.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { record, type RecordState } from '../../slices/hours/record/index.ts'
import { instant, interval } from '../../slices/hours/record/record.fixture.ts'
import { attendanceRecords, type AttendedRow } from './attendance-records.ts'

const attendance = {
  occasion: { type: 'order', orderId: 'O1', round: 1 },
  volunteer: 'a',
  teamId: 'B1',
  bodyId: units.V1,
  owner: units.V1,
  specialty: 'hardship-relief',
  segments: [interval('04-22 01:00', '04-22 03:10')],
  minutes: 130,
}
const checkedOut = {
  type: 'CheckedOut',
  ...attendance,
  at: instant('04-22 03:10'),
  missingAt: null,
}
const confirmed = { type: 'AttendanceConfirmed', ...attendance, confirmer: 'k1', wasPresent: true }
// The process reads the event alone, so a fact without its header is enough.
const wrap = (data: object) => ({ data }) as unknown as Envelope<LedgerEvent>
const wanted = (event: object) => listCommands(attendanceRecords.react(wrap(event), []))

const order = [placed, offered, accepted]
const ledger = (more: object = {}) =>
  startLoop({
    slices: [record],
    processes: [],
    world: { ...world, 'order-O1': order, ...more },
    scene: { ...scene, now: instant('04-22 03:10') },
  })

describe('an attendance', () => {
  it('H2: makes a record for its order and round, with the specialty as content', () => {
    const [command] = wanted(checkedOut)
    expect(command).toMatchObject({
      type: 'SubmitRecord',
      volunteer: 'a',
      recordId: 'o.O1.1',
      source: { type: 'order', orderId: 'O1', round: 1 },
      minutes: 130,
      grade: 'system',
      content: 'hardship-relief',
      bodyId: units.V1,
      teamId: 'B1',
      confirmer: null,
    })
  })
  it('A9: that a second person confirms makes an attested record', () => {
    expect(wanted(confirmed)[0]).toMatchObject({ grade: 'attested', confirmer: 'k1' })
  })
  it('H7, A12: keeps each person on whose word it rests, in the order of telling, and not who called for herself', () => {
    const by = (person: string, caller: string | null = null) => ({
      by: person,
      caller,
      list: null,
      toldAt: instant('04-22 04:00'),
    })
    const captured = { ...checkedOut, type: 'PresenceCaptured', told: by('k3', 'a'), toldBefore: by('b') }
    const key = 'o.O1.1.a'
    const note = (row: AttendedRow, data: object) => attendanceRecords.evolve(row, wrap(data), key)
    const came = note(attendanceRecords.initial(key), { type: 'CheckedIn', ...attendance, told: by('k2', 'b') })
    const row = note(came, captured)
    const [confirmation] = listCommands(attendanceRecords.react(wrap(confirmed), [row]))
    expect(confirmation).toMatchObject({ confirmer: 'k1', tellers: ['k2', 'b', 'k3'] })
    expect(note(row, { type: 'CheckedIn', ...attendance, told: null }).tellers).toEqual([])
  })
  it('of less than a minute makes no record', () => {
    expect(wanted({ ...checkedOut, minutes: 0 })).toEqual([])
    expect(wanted({ type: 'CheckedIn' })).toEqual([])
  })
  it('H11: makes one record where its event is delivered twice', () => {
    const loop = ledger()
    const command = wanted(checkedOut)[0] as never
    loop.send(timer, command)
    expect(loop.send(timer, command)).toMatchObject({ right: [] })
    expect(loop.events('record-a')).toMatchObject([{ type: 'RecordSubmitted', minutes: 130 }])
  })
  it('H17, O19: is credited to the owner by the rulings known when it is recorded', () => {
    const loop = ledger({ 'order-O1': [...order, misrouted] })
    loop.send(timer, wanted(checkedOut)[0] as never)
    expect(loop.events('record-a')).toMatchObject([{ servedUnit: units.V2 }])
  })
  it('H5: is recorded and held where a recorder has entered the same time meanwhile', () => {
    const loop = ledger()
    const entered = {
      type: 'Backfill',
      volunteer: 'a',
      recordId: 'R1',
      occasion: { type: 'order', orderId: 'O1', round: 1 },
      segments: attendance.segments,
      minutes: 130,
      content: 'hardship-relief',
      bodyId: units.V1,
      teamId: 'B1',
      responsible: 'b',
      reason: null,
    } as const
    loop.send(people.clerkV1, entered)
    loop.send(timer, wanted(checkedOut)[0] as never)
    expect(loop.events('record-a').map(({ type }) => type)).toEqual([
      'RecordSubmitted',
      // No one has a seat in the order (H2a).
      'RecordHeld',
      'RecordSubmitted',
      'RecordHeld',
    ])
  })
  const again = { ...checkedOut, segments: [interval('04-22 01:00', '04-22 03:00')], minutes: 120, attempt: 1 }
  const withdraw = { type: 'WithdrawTakenBack', volunteer: 'a', recordId: 'o.O1.1' } as const
  const send = (loop: ReturnType<typeof ledger>, command: unknown) => loop.send(timer, command as never)
  const readStatuses = (loop: ReturnType<typeof ledger>) =>
    [...(loop.state(record, 'record-a') as RecordState).records.values()].map(({ status }) => status)
  it('A8: planted interleaving: a second check-out that is recorded before the first is withdrawn is not held for it', () => {
    const loop = ledger()
    send(loop, wanted(checkedOut)[0])
    send(loop, wanted(again)[0])
    expect(readStatuses(loop)).toEqual(['submitted', 'held'])
    send(loop, withdraw)
    expect(readStatuses(loop)).toEqual(['withdrawn', 'submitted'])
    expect(send(loop, withdraw)).toMatchObject({ right: [] })
  })
  it('A8, H5: stays held where it overlaps another record as well', () => {
    const loop = ledger()
    const beside = { ...checkedOut, occasion: { ...attendance.occasion, round: 2 } }
    for (const event of [beside, checkedOut, again]) send(loop, wanted(event)[0])
    expect(readStatuses(loop)).toEqual(['submitted', 'held', 'held'])
    send(loop, withdraw)
    expect(readStatuses(loop)).toEqual(['submitted', 'withdrawn', 'held'])
  })
})
