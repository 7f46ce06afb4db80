import { expect, it } from 'vitest'
import { secondLooks } from './project.ts'

it('H20: a record that the own check-out made stands in the list of its team once it is entered again with more time', () => {
  const ref = { volunteer: 'e', recordId: 'R5', source: { type: 'order', orderId: 'O1', round: 1 }, teamId: 'B1' }
  const again = { ...ref, type: 'RecordResubmitted', by: 'k2', lookUntil: '2020-05-19T16:00:00.000Z' }
  const listKeys = (event: object) => secondLooks.keys(event as never)
  expect(listKeys(again)).toContain('team:B1:e:R5')
  expect(listKeys({ ...again, lookUntil: null })).not.toContain('team:B1:e:R5')
  const first = { ...ref, type: 'RecordSubmitted', recorder: null, lookUntil: null }
  expect(listKeys(first)).toEqual(['person:e:order.O1'])
})

it('H20: so does the time that a correction adds, also for who asked for it', () => {
  const ref = { volunteer: 'e', recordId: 'R5', source: { type: 'order', orderId: 'O1', round: 1 }, teamId: 'B1' }
  const added = { ...ref, type: 'AddedTimeEntered', by: 'qc', lookUntil: '2020-05-19T16:00:00.000Z' }
  expect(secondLooks.keys(added as never)).toEqual(['person:qc:order.O1', 'place:order.O1:e:R5', 'team:B1:e:R5'])
})
