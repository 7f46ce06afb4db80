/** What the log says of the human's own part in a round (H2a). */
import type { PersonId } from '@zhiyuan/kernel'
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

type Unended = Extract<Existing, { readonly type: 'Present' | 'CheckOutMissing' }>

/** A12: by another person's word the log does not know when she came, only that she was there. */
const isOnWord = ({ told, ref }: Unended): boolean => told !== null && told.caller !== ref.volunteer

/** H14: the ledger was told in time that the volunteer of the line was there, and no one has told when she left: the sheet may say it. */
const isEndedBySheet = (state: Existing, volunteer: PersonId): state is Unended => {
  if (state.type !== 'Present' && state.type !== 'CheckOutMissing') return false
  if (state.ref.volunteer !== volunteer || state.late || state.contested !== null) return false
  return state.type === 'Present' ? isOnWord(state) : state.elsewhere === null
}

/** What her own word tells of it, up to the end that is proposed. */
const listOwnWord = (state: Unended): Segments =>
  isOnWord(state) || state.type === 'Present' ? [] : [...state.segments, { start: state.since, end: state.proposedEnd }]

export interface OwnPart {
  readonly assignments: ReadonlyArray<AssignmentState>
  /** The volunteer of a sheet's line, which ends a presence that the log leaves open (H14); null: it ends none. */
  readonly line: PersonId | null
}

/** H2a, A14: no one doubts the presence, it did not begin before its seat was bound, and it is no more than the known one. */
export const fitsOwnPart = (segments: Segments, { assignments, line }: OwnPart, fit: number): boolean => {
  const own = assignments.filter((state): state is Existing => state.type !== 'None')
  const unended = own.filter((state): state is Unended => line !== null && isEndedBySheet(state, line))
  const others = own.filter((state) => !unended.some((one) => one === state))
  if (others.some(isDoubted) || isBeforeSeat(segments, own)) return false
  const stays = [...others.flatMap(listStay), ...unended.flatMap(listOwnWord)]
  return stays.length === 0 || isOfStay(segments, stays, fit)
}
