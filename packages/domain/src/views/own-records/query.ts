import type { HoldKind } from '../../slices/hours/record/record.codec.ts'
import { occasionKey } from '../../vocabulary/occasion.ts'
import type { OwnRecord, OwnRecordRow } from './row.ts'

/**
 * Who has to act next on a record (H22): at the recording body its recorder or an approver, or the unit above. What is late has passed to the unit
 * above, and the body may still answer. Null: no one.
 */
export type Acting = 'recorder' | 'approver' | 'unit-above'

/** Why a second look is due (H20). */
export type LookCause = 'manual' | 'late'

/** A record as its volunteer sees it. */
export interface OwnRecordItem extends OwnRecord {
  /** Records with one name are one visit: those of one human in one order or session on one day (H21). */
  readonly visit: string
  readonly lookedFor: ReadonlyArray<LookCause>
  readonly waitsFor: Acting | null
}

/** These are cleared by the unit above and not by the body (A9, H2a, H12). */
const above: ReadonlyArray<HoldKind> = ['burst', 'confirmed-in-bulk', 'contradicts-the-log']

const findActing = ({ status, holds, isOverdue }: OwnRecord): Acting | null => {
  switch (status) {
    case 'returned':
      return 'recorder'
    case 'submitted':
    case 'suspended':
      return isOverdue || holds.some(({ kind }) => above.includes(kind)) ? 'unit-above' : 'approver'
    case 'correction-requested':
      return isOverdue ? 'unit-above' : 'approver'
    case 'verified':
      return holds.length === 0 ? null : 'approver'
    case 'withdrawn':
    case 'rejected':
    case 'voided':
      return null
  }
}

const nameVisit = ({ source, day }: OwnRecord): string => `${occasionKey(source)}@${day}`

const listCauses = ({ lookUntil, grade, marks, minutesAsked }: OwnRecord): ReadonlyArray<LookCause> => {
  if (lookUntil === null) return []
  return [
    ...(grade === 'manual' || minutesAsked !== null ? ['manual' as const] : []),
    ...(marks.includes('late') ? ['late' as const] : []),
  ]
}

const tellRecord = (record: OwnRecord): OwnRecordItem => ({
  ...record,
  visit: nameVisit(record),
  lookedFor: listCauses(record),
  waitsFor: findActing(record),
})

/** Orders records by when they were entered. */
export const compareEntering = (one: OwnRecord, other: OwnRecord): number =>
  one.enteredAt < other.enteredAt ? -1 : one.enteredAt > other.enteredAt ? 1 : 0

/** The records of a human, of all registrations (G2), in the order in which they were entered, with who has to act and since when. */
export const listOwnRecords = (rows: ReadonlyArray<OwnRecordRow>): ReadonlyArray<OwnRecordItem> =>
  rows
    .flatMap(({ record }) => record ?? [])
    .toSorted(compareEntering)
    .map(tellRecord)
