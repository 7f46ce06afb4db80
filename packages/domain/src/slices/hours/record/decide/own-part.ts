/** What the log says of the human's own part in a round (H2a). */
import type { Segments } from '../../../../vocabulary/values.ts'
import type { AssignmentState, Existing } from '../../../attendance/assignment/assignment.read.ts'
import { overlaps } from '../overlap.ts'
import { isWithin } from './window.ts'

/**
 * By these the log says that the human was not there, or that no one has vouched for it: a presence that has not ended, a check-out or a
 * capture that is not confirmed makes no record (A8, A9, H15).
 */
const unproven: ReadonlyArray<AssignmentState['type']> = [
  'AbsenceAlleged',
  'Absent',
  'Excused',
  'Present',
  'Paused',
  'CheckOutMissing',
  'Unconfirmed',
  'Captured',
  'CaptureUnconfirmed',
  'CaptureRefused',
]

/** Also a presence by which a volunteer answers an allegation, until it is confirmed (A8). */
const isDoubted = ({ type, contested }: Existing): boolean => unproven.includes(type) || contested !== null

/** By these the volunteer gave the seat up, so that since when it was bound says nothing. */
const givenUp: ReadonlyArray<AssignmentState['type']> = ['Withdrawn', 'Substituted']

/** A14: each seat that the human has was bound after the presence began. */
const isBeforeSeat = (segments: Segments, own: ReadonlyArray<Existing>): boolean => {
  const [first] = segments
  const seats = own.filter(({ type }) => !givenUp.includes(type))
  return first !== undefined && seats.length > 0 && seats.every(({ boundAt }) => first.start < boundAt)
}

/** A presence that has ended, as the log tells; empty where it tells of none. */
const listStay = (state: Existing): Segments =>
  state.type === 'Left' || state.type === 'Confirmed' || state.type === 'TakenOver' ? state.segments : []

/** Each segment is one of the presence, at most `fit` minutes longer at each end. What lies beside the presence is not of it. */
const isOfStay = (segments: Segments, stay: Segments, fit: number): boolean =>
  segments.every((one) => stay.some((known) => overlaps([one], [known]) && isWithin([one], known, fit)))

/** H2a, A14: no one doubts the presence, it did not begin before its seat was bound, and it is no more than the known one. */
export const fitsOwnPart = (segments: Segments, assignments: ReadonlyArray<AssignmentState>, fit: number): boolean => {
  const own = assignments.filter((state): state is Existing => state.type !== 'None')
  if (own.some(isDoubted) || isBeforeSeat(segments, own)) return false
  const stays = own.flatMap(listStay)
  return stays.length === 0 || isOfStay(segments, stays, fit)
}
