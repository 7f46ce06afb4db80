import { send, sendLater, type Instant, type Reaction } from '@zhiyuan/kernel'
import type { AssignmentRef } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { DiarySeat, PresenceNoted, SeatNoted } from '../../slices/attendance/diary/diary.codec.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Count, Segments } from '../../vocabulary/values.ts'
import { defineProcess } from '../define-process.ts'

type Reactions = ReadonlyArray<Reaction<LedgerCommand>>

/** Each attempt is opened, ended and confirmed, in this order. */
const stages = { open: 0, ended: 1, confirmed: 2 } as const

interface Known {
  readonly from: Instant | undefined
  readonly to: Instant | null | undefined
  readonly attempt: number
  readonly stage: keyof typeof stages
  readonly late: boolean
}

const notePresence = ({ occasion, volunteer }: AssignmentRef, { from, to, attempt, stage, late }: Known): Reactions => {
  if (from === undefined || to === undefined) return []
  const step = (attempt * Object.keys(stages).length + stages[stage]) as Count
  return [send({ type: 'NotePresence', volunteer, occasion, from, to, step, late })]
}

interface Stay extends AssignmentRef {
  readonly segments: Segments
  readonly attempt: number
}
const noteStay = (stay: Stay, stage: Known['stage'], late: boolean): Reactions => {
  const { segments, attempt } = stay
  return notePresence(stay, { from: segments[0]?.start, to: segments.at(-1)?.end, attempt, stage, late })
}

const dropSeat = ({ occasion, volunteer }: AssignmentRef): Reactions => [
  send({ type: 'DropSeat', volunteer, occasion }),
]
const dropLater = ({ occasion, volunteer, planned }: DiarySeat) =>
  sendLater(planned.end, { type: 'DropSeat' as const, volunteer, occasion })
const compareSeveral = ({ several, volunteer }: SeatNoted | PresenceNoted): Reactions =>
  several ? [send({ type: 'CompareDiary', volunteer })] : []

/**
 * A16: a diary follows a volunteer's seats and presences. Where the human has several registrations, they are compared once the note is stored:
 * of two notes at the same time, the later comparison sees both.
 */
export const diaries = defineProcess('diaries', {
  SeatTaken: ({ orderId, round, volunteer, planned, handler, bodyId }) => {
    if (planned === null) return []
    const occasion = { type: 'order', orderId, round } as const
    return [send({ type: 'NoteSeat', volunteer, occasion, planned, handler, bodyId })]
  },
  AssignmentReleased: dropSeat,
  AssignmentWithdrawn: dropSeat,
  AssignmentSubstituted: dropSeat,
  AbsenceExcused: dropSeat,
  AbsenceStood: dropSeat,
  CheckedIn: (event) => notePresence(event, { from: event.at, to: null, attempt: 0, stage: 'open', late: event.late }),
  CheckOutTakenBack: (event) =>
    notePresence(event, { from: event.cameAt, to: null, attempt: event.attempt + 1, stage: 'open', late: false }),
  CheckOutMissing: (event) =>
    notePresence(event, {
      from: event.cameAt,
      to: event.proposedEnd,
      attempt: event.attempt,
      stage: 'ended',
      late: false,
    }),
  CheckedOut: (event) => noteStay(event, 'ended', false),
  PresenceCaptured: (event) => noteStay(event, 'ended', true),
  AttendanceConfirmed: (event) => noteStay(event, 'confirmed', false),
  PresenceProven: (event) => noteStay(event, 'confirmed', false),
  CaptureTakenOver: (event) => noteStay(event, 'confirmed', true),
  SeatNoted: compareSeveral,
  PresenceNoted: compareSeveral,
  RegistrationsMerged: ({ joining }) => joining.map((volunteer) => send({ type: 'CompareDiary', volunteer })),
  SeatsOverlap: (seat) => [dropLater(seat), dropLater(seat.other)],
  PresenceElsewhere: ({ here, there: elsewhere, at }) => [send({ type: 'EndPresence', ...here, at, elsewhere })],
})
