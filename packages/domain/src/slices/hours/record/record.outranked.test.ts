import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { attended, held, instant, interval, orderO1, submitted, verified } from './record.fixture.ts'

const { V1 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: timer })
const served = { source: { type: 'order', orderId: 'O1', round: 1 }, bodyId: V1, teamId: 'B1' } as const
const checkedOut = { ...attended('o.O1.1', 'a', '04-22 01:00', '04-22 03:10', 130), ...served }

describe('an attendance that overlaps an entry by hand', () => {
  const byHand = (more: object = {}) =>
    submitted('R5', { volunteer: 'a', segments: [interval('04-22 02:00', '04-22 03:00')], ...more })
  const enter = (...past: ReadonlyArray<ReturnType<typeof submitted>>) =>
    given(...past)
      .knowing(orderO1)
      .when(checkedOut)
  const entry = { type: 'RecordSubmitted', recordId: 'o.O1.1' } as const
  const hold = (recordId: string) => ({ type: 'RecordHeld', kind: 'overlap', recordId }) as const

  it('H5: what the ledger was told as it happened does not give way to one that only waits: that one is held', () => {
    enter(byHand()).emits(entry, hold('R5'))
    enter(byHand({ segments: [interval('04-22 03:10', '04-22 04:00')] })).emits(entry)
  })
  it('H5: it gives way to one that counts, and to another presence that was there before', () => {
    enter(byHand(), verified('R5', { volunteer: 'a' })).emits(entry, hold('o.O1.1'))
    enter(byHand({ grade: 'attested' })).emits(entry, hold('o.O1.1'))
  })
  it('H5, H15: an entry by hand that waits for a ruling already is held once', () => {
    enter(byHand(), held('R5', 'overlap:a:R9:0', { volunteer: 'a', kind: 'overlap' })).emits(entry)
  })
})
