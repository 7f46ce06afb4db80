/**
 * The second look at manual and late records (H20).
 *
 * Choice: a late record waits in every grade, `system` too; an attested one in time does not.
 * Choice: one working day ends with the first working day after the local day of the last entry. The midnight that ends it is the first instant at which the record
 * may be verified, and the first at which it is on no list any more.
 * Choice: "last entered" is the Backfill, the resubmission, or the correction that added time. A held record waits from the same instant.
 * Choice: `null` means no second look: such a record stands on no list and has no objections under this rule.
 * Choice: "seated, recorded or served there" is read widely: holders of a seat, humans whom a record there credits, those who entered a record there, and
 * requester, contact or recipient who were served. More eyes cost nothing, since each of them has one objection.
 * Choice: once is once for a human and a record, also after the record was entered again. The list is read as humans, not registrations.
 */
import { endTerm } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'

export interface LookedRecord {
  readonly record: string
  readonly grade: 'system' | 'attested' | 'manual'
  readonly isLate: boolean
  readonly lastEnteredAt: number
}

export interface WitnessSets {
  readonly seated: readonly string[]
  readonly recorded: readonly string[]
  readonly served: readonly string[]
}

export interface LookObjection {
  readonly record: string
  readonly human: string
  readonly at: number
  /** The instant of an approver's answer; null while there is none. */
  readonly answeredAt: number | null
}

const needsLook = ({ grade, isLate }: LookedRecord): boolean => grade === 'manual' || isLate

/** The earliest instant at which the record may be verified. */
export const findEarliestVerify = (record: LookedRecord, workingDays: number | null, calendar: Calendar): number =>
  needsLook(record) && workingDays !== null
    ? endTerm(record.lastEnteredAt, workingDays, calendar)
    : record.lastEnteredAt

export type ObjectionRefusal = 'on-no-list' | 'not-there' | 'objected-once'

/** Tells why a human may not object at an instant; null where the objection is taken. */
export const refuseObjection = (
  { human, at }: { readonly human: string; readonly at: number },
  record: LookedRecord,
  witnesses: WitnessSets,
  earlier: readonly LookObjection[],
  earliestVerify: number,
): ObjectionRefusal | null => {
  if (!needsLook(record) || at < record.lastEnteredAt || at >= earliestVerify) return 'on-no-list'
  if (![witnesses.seated, witnesses.recorded, witnesses.served].some((set) => set.includes(human))) return 'not-there'
  if (earlier.some((one) => one.record === record.record && one.human === human)) return 'objected-once'
  return null
}

/** A record may be verified from its earliest instant on, while each objection to it is answered. */
export const mayVerify = (
  record: LookedRecord,
  at: number,
  objections: readonly LookObjection[],
  earliestVerify: number,
): boolean =>
  at >= earliestVerify &&
  objections
    .filter((one) => one.record === record.record && one.at <= at)
    .every(({ answeredAt }) => answeredAt !== null && answeredAt <= at)
