/** On which officer's word a presence rests (A9, A12). */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { AttendanceConfirmed, CheckedOut } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { NoteVouching } from '../../slices/hours/watch/watch.codec.ts'

/** Who typed a roll for a caller, and at which unit she acted. */
export interface Typist {
  readonly person: PersonId
  readonly unitId: UnitId
}

/** The clerk's unit; the one that owns the need where a proxy or contact confirmed: whether that is an office's, the need says (N15). */
export const findOffice = ({ as, byReview, clerkAt, owner }: AttendanceConfirmed): UnitId | null => {
  if (byReview) return null
  return clerkAt ?? (as === 'proxy' || as === 'contact' ? owner : null)
}

/** A12: those on whose word it rests that she came or left, where they typed it for a caller. */
const listTypists = ({ told, toldBefore }: CheckedOut, typists: ReadonlyArray<Typist>): ReadonlyArray<Typist> =>
  typists.filter(({ person }) =>
    [told, toldBefore].some((one) => one !== null && one.caller !== null && one.by === person),
  )

/** An attendance of less than a minute makes no record. */
export const vouchForTyped = (event: CheckedOut, typists: ReadonlyArray<Typist>): ReadonlyArray<NoteVouching> => {
  const { volunteer, occasion, minutes } = event
  const of = { type: 'presence', occasion } as const
  return minutes === 0
    ? []
    : listTypists(event, typists).map((typist) => ({ type: 'NoteVouching', ...typist, volunteer, of, minutes }))
}
