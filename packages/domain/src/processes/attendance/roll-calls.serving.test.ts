/** A roll serves where one's own check-in would (A12): from the call to the order, the assignments and the records. */
import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { headCount } from '../../slices/attendance/head-count/index.ts'
import { rollCall } from '../../slices/attendance/roll-call/index.ts'
import { roll, start } from '../../slices/attendance/roll-call/roll-call.fixture.ts'
import { record, type RecordState } from '../../slices/hours/record/index.ts'
import { order, type OrderState } from '../../slices/requests/order/index.ts'
import { attendanceRecords } from '../hours/attendance-records.ts'
import { county, toScheduled } from '../requests/county.fixture.ts'

const startCounty = () =>
  startLoop({
    ...county,
    slices: [...county.slices, headCount, rollCall, record],
    processes: [...county.processes, attendanceRecords],
  })
type Loop = ReturnType<typeof startCounty>
const call = { type: 'CallRoll', ...roll } as const
const left = (rollCallId: string, more: object = {}) => ({ ...call, rollCallId, phase: 'left' as const, ...more })
const end = '2020-04-22T03:00:00.000Z'

const readOrder = (loop: Loop) => loop.state(order, 'order-O1') as OrderState
const listRecords = (loop: Loop, volunteer: string) =>
  [...(loop.state(record, `record-${volunteer}`) as RecordState).records.values()].map(
    ({ grade, minutes, entries }) => ({
      grade,
      minutes,
      recorder: entries[0]?.by,
    }),
  )

describe('service by roll calls', () => {
  it('A12: begins and ends by the leader’s word: attested, with the leader as recorder, and no miss', () => {
    const loop = toScheduled(startCounty())
    loop.restUntil(start)
    loop.does(people.b, call)
    expect(readOrder(loop).type).toBe('InProgress')
    loop.restUntil(end)
    loop.does(people.b, left('call2'))
    loop.restUntil('2020-04-22T06:00:00.000Z')
    expect(readOrder(loop).type).toBe('InProgress')
    expect(listRecords(loop, 'a')).toEqual([{ grade: 'attested', minutes: 120, recorder: 'b' }])
    expect(listRecords(loop, 'b')).toEqual([])
  })

  it('A12: a volunteer alone and without a phone calls the clerk, who types it: attested, never system', () => {
    const loop = toScheduled(startCounty())
    loop.restUntil(start)
    loop.does(people.clerkV1, { ...call, caller: 'a' })
    loop.restUntil(end)
    loop.does(people.clerkV1, left('call2', { caller: 'a' }))
    expect(listRecords(loop, 'a')).toEqual([{ grade: 'attested', minutes: 120, recorder: 'k1' }])
  })

  it('A12: without a call the order is missed', () => {
    const loop = toScheduled(startCounty())
    loop.restUntil('2020-04-22T06:00:00.000Z')
    expect(readOrder(loop).type).toBe('Open')
  })
})
