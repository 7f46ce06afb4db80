/** The story of a merge must go on to show these things. */
import { expect, it } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { tellMerge } from './merge.ts'

it('H5, G2: records of two registrations that overlap are suspended at the merge, and those that only touch are not', async () => {
  const ledger = await tellMerge(memoryStores())
  const { events } = await ledger.read(null, 100_000)
  const after = events.slice(events.findIndex(({ type }) => type === 'RegistrationsMerged'))
  const said = after.map(({ data }) => ('recordId' in data ? `${data.type} ${data.recordId}` : data.type))
  expect(said).toEqual([
    'RegistrationsMerged',
    'RecordHeld e-02',
    'RecordSuspended e-02',
    'RecordHeld e-03',
    'RecordSuspended e-03',
    'OverlapsRechecked',
  ])
})
