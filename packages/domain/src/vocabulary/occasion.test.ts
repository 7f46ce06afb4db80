import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { sameContent } from '@zhiyuan/kernel'
import { makeArbitrary } from '@zhiyuan/kernel/arbitrary'
import { Backfill } from '../slices/hours/record/record.codec.ts'
import { RecordId } from './ids.ts'
import { deriveRecordId, isSameOccasion, Occasion, occasionKey, parseOccasion } from './occasion.ts'

const occasions = makeArbitrary(Occasion)
/** Ids of few letters, so that two are often similar. */
const alike = makeArbitrary(Occasion, {
  OrderId: ['1', '1-1', 'o', 's'],
  SessionId: ['1', '1-1', 'o', 's'],
  Round: [1, 11],
})
const runs = { numRuns: 200 }

describe('the key of an occasion', () => {
  it('is parsed back to the occasion', () => {
    fc.assert(
      fc.property(occasions, (one) => {
        expect(parseOccasion(occasionKey(one))).toEqual(one)
      }),
      runs,
    )
  })

  it('differs from the key of every other occasion', () => {
    fc.assert(
      fc.property(alike, alike, (one, other) => {
        expect(occasionKey(one) === occasionKey(other)).toBe(sameContent(one, other))
        expect(isSameOccasion(one, other)).toBe(sameContent(one, other))
      }),
      runs,
    )
  })

  it.each(['o.A', 'o.A.0', 'o.A.01', 'o.A.1.2', 'o.A.101', 'o..1', 's.A.1', 's.', 'x.A', 'o.A.1 ', ' o.A.1', ''])(
    'is not %j',
    (text) => {
      expect(parseOccasion(text)).toBeNull()
    },
  )

  it('H11: makes a record id that no recorder can enter', () => {
    const { recordId: entered } = Backfill.shape.kind === 'record' ? Backfill.shape.fields : { recordId: RecordId }
    fc.assert(
      fc.property(occasions, (one) => {
        expect(RecordId.is(deriveRecordId(one))).toBe(true)
        expect(entered.is(deriveRecordId(one))).toBe(false)
      }),
      runs,
    )
  })
})
