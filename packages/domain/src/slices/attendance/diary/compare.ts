/** What overlaps among the seats and presences of one human (A16). */
import type { Instant } from '@zhiyuan/kernel'
import { isSameOccasion, occasionKey } from '../../../vocabulary/occasion.ts'
import type { AssignmentRef } from '../assignment/assignment.codec.ts'
import type { DiarySeat, PresenceElsewhere, PresencesCrossed, SeatsOverlap } from './diary.codec.ts'
import { nameFinding, type Diary, type DiaryPresence } from './diary.read.ts'

const isSame = (one: AssignmentRef, other: AssignmentRef): boolean =>
  one.volunteer === other.volunteer && isSameOccasion(one.occasion, other.occasion)

const overlaps = (one: DiarySeat, other: DiarySeat): boolean =>
  !isSame(one, other) && one.planned.start < other.planned.end && other.planned.start < one.planned.end

/** The seats that overlap no other one once this one is gone. */
export const findLoneSeats = (all: ReadonlyArray<Diary>, dropped: DiarySeat): ReadonlyArray<DiarySeat> => {
  const left = all.flatMap((diary) => [...diary.seats.values()]).filter((one) => !isSame(one, dropped))
  return left.filter((one) => overlaps(one, dropped) && !left.some((other) => overlaps(one, other)))
}

const copyRef = ({ occasion, volunteer }: AssignmentRef): AssignmentRef => ({ occasion, volunteer })

const endsAfter = ({ to }: DiaryPresence, at: Instant): boolean => to === null || to > at

/** Of two at one instant the one noted later comes second; of two registrations, the one with the later name. */
const sort = (own: Diary, one: DiaryPresence, other: DiaryPresence): readonly [DiaryPresence, DiaryPresence] => {
  if (one.from !== other.from) return one.from < other.from ? [one, other] : [other, one]
  if (one.volunteer !== other.volunteer) return one.volunteer < other.volunteer ? [one, other] : [other, one]
  const noted = [...own.presences.keys()]
  const place = ({ occasion }: DiaryPresence): number => {
    const index = noted.indexOf(occasionKey(occasion))
    return index < 0 ? noted.length : index
  }
  return place(one) < place(other) ? [one, other] : [other, one]
}

const isEmpty = ({ from, to }: DiaryPresence): boolean => to !== null && to <= from

/** A presence that is told late is compared once its end is known: until then it would seem to last for ever. */
const isKnown = ({ late, to }: DiaryPresence): boolean => !late || to !== null

/**
 * The check-in told that the human was elsewhere. It did not where a merge showed later that both registrations are one human: then no
 * presence is ended for it, and their ends say whether they have crossed.
 */
const isOneHuman = (earlier: DiaryPresence, later: DiaryPresence): boolean =>
  earlier.volunteer === later.volunteer || later.several

/** A presence that is not known to have ended is ended by the one that began after it; two that ended later have crossed. */
const comparePresences = (
  own: Diary,
  noted: DiaryPresence,
  other: DiaryPresence,
): PresenceElsewhere | PresencesCrossed | null => {
  if (isSame(noted, other) || [noted, other].some((one) => !isKnown(one) || isEmpty(one))) return null
  const [earlier, later] = sort(own, noted, other)
  const both = { volunteer: noted.volunteer, here: copyRef(earlier), there: copyRef(later) }
  if (earlier.to === null && !earlier.late && !later.late)
    return isOneHuman(earlier, later) ? { type: 'PresenceElsewhere', ...both, at: later.from } : null
  return endsAfter(noted, other.from) && endsAfter(other, noted.from) ? { type: 'PresencesCrossed', ...both } : null
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
  const meetings = presences.flatMap((one) =>
    otherPresences.flatMap((other) => comparePresences(own, one, other) ?? []),
  )
  const found = new Map([...marks, ...meetings].map((event): readonly [string, Finding] => [nameEvent(event), event]))
  return [...found].flatMap(([name, event]) => (own.said.has(name) ? [] : [event]))
}
