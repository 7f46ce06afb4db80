/** What was voided is final, also under another id (H9). */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import { overlaps } from '../overlap.ts'
import { mostBecause, type RecordHeld } from '../record.codec.ts'
import type { ServiceRecord } from '../record.state.ts'
import { copyEdition, copyRef } from './overlap.ts'
import { copyKeys, copyWorth } from './shared.ts'

/**
 * H9: hours that counted and were voided, and that a body of the same unit enters again by hand, are held until the unit above rules. A record
 * that never counted is entered again under another id, and is looked at anew (H11).
 */
export const holdEnteredAnew = (
  record: ServiceRecord,
  beside: ReadonlyArray<ServiceRecord>,
): ReadonlyArray<RecordHeld> => {
  const because = beside
    .filter(
      (one) =>
        one.status === 'voided' &&
        one.recordingUnit === record.recordingUnit &&
        overlaps(one.segments, record.segments),
    )
    .slice(0, mostBecause)
    .map(copyRef)
  if (because.length === 0) return []
  const holdId = `final:${copyEdition(record)}` as HoldId
  const kind = 'contradicts-the-log'
  return [{ type: 'RecordHeld', ...copyKeys(record), holdId, kind, because, ...copyWorth(record) }]
}
