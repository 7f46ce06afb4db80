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
