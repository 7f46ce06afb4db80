/** What was voided is final, also under another id (H9). */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import { parseLine } from '../../sheet/sheet.read.ts'
import { indexByTime } from '../overlap.ts'
import { mostBecause, type RecordEvent, type RecordHeld } from '../record.codec.ts'
import { isLive, isOpen, type Hold, type RecordState, type ServiceRecord } from '../record.state.ts'
import { suspendHeld } from './hold.ts'
import { copyEdition, copyRef, listRecords } from './overlap.ts'
import { copyKeys, copyWorth } from './shared.ts'

type Records = ReadonlyArray<ServiceRecord>

const names = ({ because }: Hold, { volunteer, recordId }: ServiceRecord): boolean =>
  because.some((one) => one.volunteer === volunteer && one.recordId === recordId)

/** Of voided records, those of a record's unit that it overlaps. */
const indexVoided = (records: Records) => {
  const findOverlapping = indexByTime(records.filter(({ status }) => status === 'voided'))
  return ({ recordingUnit, segments }: ServiceRecord): Records =>
    findOverlapping(segments, (one) => one.recordingUnit === recordingUnit)
}

const hold = (record: ServiceRecord, voided: Records, id: string): ReadonlyArray<RecordHeld> => {
  if (voided.length === 0) return []
  const kind = 'contradicts-the-log'
  const because = voided.slice(0, mostBecause).map(copyRef)
  return [{ type: 'RecordHeld', ...copyKeys(record), holdId: id as HoldId, kind, because, ...copyWorth(record) }]
}

/**
 * H9: hours that counted and were voided, and that a body of the same unit enters again by hand, are held until the unit above rules. A record
 * that never counted is entered again under another id, and is looked at anew (H11).
 */
export const holdEnteredAnew = (record: ServiceRecord, beside: Records): ReadonlyArray<RecordHeld> => {
  const voided = indexVoided(beside)(record).filter(
    (one) => !record.holds.some((held) => isOpen(held) && names(held, one)),
  )
  return hold(record, voided, `final:${copyEdition(record)}`)
}

/** A record by hand, or the line of a sheet, which may be `attested` by now. */
const isByHand = ({ grade, recordId }: ServiceRecord): boolean => grade === 'manual' || parseLine(recordId) !== null

/** Such a hold was set for it already. One that was cleared has answered for what it named. */
const isNamed = ({ holds }: ServiceRecord, voided: ServiceRecord): boolean =>
  holds.some((one) => one.kind === 'contradicts-the-log' && !one.lifted && names(one, voided))

/** H5: what the voided record had to give way to is no copy of it: it was voided for being one. */
const gaveWay = ({ holds }: ServiceRecord, record: ServiceRecord): boolean =>
  holds.some((one) => one.kind === 'overlap' && isOpen(one) && names(one, record))

/** H9: the same where the copy was entered first, or under a registration that is merged later (G2). */
export const findCopies = (
  records: Records,
  against: Records,
): ReadonlyArray<{ readonly record: ServiceRecord; readonly held: RecordHeld }> => {
  const findVoided = indexVoided(against)
  return records
    .filter((record) => isLive(record) && isByHand(record))
    .flatMap((record) => {
      const voided = findVoided(record).filter((one) => !isNamed(record, one) && !gaveWay(one, record))
      const [first] = voided
      const id = first === undefined ? '' : `final:${first.volunteer}:${first.recordId}:${copyEdition(record)}`
      return hold(record, voided, id).map((held) => ({ record, held }))
    })
}

/** H9: the copies of a record that is voided now, in its own stream. */
export const holdCopies = (record: ServiceRecord, state: RecordState): ReadonlyArray<RecordEvent> => {
  const others = listRecords(state).filter(({ recordId }) => recordId !== record.recordId)
  return findCopies(others, [{ ...record, status: 'voided' }]).flatMap(({ record: copy, held }) =>
    suspendHeld(copy, held),
  )
}
