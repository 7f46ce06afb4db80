/** What overlaps among the seats and presences of one human (A16). */
import type { Instant } from '@zhiyuan/kernel'
import { isSameOccasion } from '../../../vocabulary/occasion.ts'
import type { AssignmentRef } from '../assignment/assignment.codec.ts'
import type { DiarySeat, PresenceElsewhere, PresencesCrossed, SeatsOverlap } from './diary.codec.ts'
import { nameFinding, type Diary, type DiaryPresence } from './diary.read.ts'

const isSame = (one: AssignmentRef, other: AssignmentRef): boolean =>
  one.volunteer === other.volunteer && isSameOccasion(one.occasion, other.occasion)

const overlaps = (one: DiarySeat, other: DiarySeat): boolean =>
  !isSame(one, other) && one.planned.start < other.planned.end && other.planned.start < one.planned.end

const copyRef = ({ occasion, volunteer }: AssignmentRef): AssignmentRef => ({ occasion, volunteer })

const endsAfter = ({ to }: DiaryPresence, at: Instant): boolean => to === null || to > at

/** The presence that had begun before the other one, and is not known to have ended, is ended by it; two that ended later have crossed. */
const comparePresences = (one: DiaryPresence, other: DiaryPresence): PresenceElsewhere | PresencesCrossed | null => {
  if (isSame(one, other) || !endsAfter(one, other.from) || !endsAfter(other, one.from)) return null
  const [earlier, later] = one.from <= other.from ? [one, other] : [other, one]
  const { volunteer } = one
  const both = { volunteer, here: copyRef(earlier), there: copyRef(later) }
  return earlier.to === null && earlier.from < later.from
    ? { type: 'PresenceElsewhere', ...both, at: later.from }
    : { type: 'PresencesCrossed', ...both }
}

type Finding = SeatsOverlap | PresenceElsewhere | PresencesCrossed
const nameEvent = (event: Finding): string =>
  event.type === 'SeatsOverlap'
    ? nameFinding(event.type, event, event.other)
    : nameFinding(event.type, event.here, event.there)

/** The entries of one diary to compare with all those of the human. */
export interface Compared {
  readonly seats: ReadonlyArray<DiarySeat>
  readonly presences: ReadonlyArray<DiaryPresence>
}

/** What is found of these entries, beside what this diary has said before. */
export const findOverlaps = (own: Diary, all: ReadonlyArray<Diary>, { seats, presences }: Compared) => {
  const otherSeats = all.flatMap((diary) => [...diary.seats.values()])
  const otherPresences = all.flatMap((diary) => [...diary.presences.values()])
  const marks = seats.flatMap((seat) =>
    otherSeats
      .filter((other) => overlaps(seat, other))
      .map((other): Finding => ({ type: 'SeatsOverlap', ...seat, other })),
  )
  const meetings = presences.flatMap((one) => otherPresences.flatMap((other) => comparePresences(one, other) ?? []))
  const found = new Map([...marks, ...meetings].map((event): readonly [string, Finding] => [nameEvent(event), event]))
  return [...found].flatMap(([name, event]) => (own.said.has(name) ? [] : [event]))
}
