/** What others may read of a diary. */
import { streamRead, type Fold, type Instant, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import { occasionKey } from '../../../vocabulary/occasion.ts'
import type { AssignmentRef } from '../assignment/assignment.codec.ts'
import type { DiaryEvent, DiarySeat } from './diary.codec.ts'

/** A presence, as far as is known. */
export interface DiaryPresence extends AssignmentRef {
  readonly from: Instant
  readonly to: Instant | null
  readonly step: number
  readonly late: boolean
  /** Whether the human was known to have other registrations when it was first noted. */
  readonly several: boolean
}

export interface Diary {
  /** By occasion. */
  readonly seats: ReadonlyMap<string, DiarySeat>
  readonly presences: ReadonlyMap<string, DiaryPresence>
  /** What was said of two entries, so that it is said once. */
  readonly said: ReadonlySet<string>
}

const without = (seats: Diary['seats'], key: string): Diary['seats'] =>
  new Map([...seats].filter(([occasion]) => occasion !== key))

const nameEntry = ({ occasion, volunteer }: AssignmentRef): string => `${occasionKey(occasion)}.${volunteer}`
/** Names what an event says of two entries. */
export const nameFinding = (type: DiaryEvent['type'], one: AssignmentRef, other: AssignmentRef): string =>
  [type, nameEntry(one), nameEntry(other)].join(' ')

const say = (diary: Diary, finding: string): Diary => ({ ...diary, said: new Set(diary.said).add(finding) })
/** A seat that is taken anew may overlap anew. */
const unsay = (diary: Diary, seat: DiarySeat): Diary => {
  const isOfSeat = (finding: string): boolean => {
    const [type, ...entries] = finding.split(' ')
    return type === ('SeatsOverlap' satisfies DiaryEvent['type']) && entries.includes(nameEntry(seat))
  }
  return { ...diary, said: new Set([...diary.said].filter((finding) => !isOfSeat(finding))) }
}

const evolve = (diary: Diary, event: DiaryEvent): Diary => {
  switch (event.type) {
    case 'SeatNoted': {
      const { volunteer, occasion, planned, handler, bodyId } = event
      const seat = { volunteer, occasion, planned, handler, bodyId }
      return { ...diary, seats: new Map(diary.seats).set(occasionKey(occasion), seat) }
    }
    case 'SeatDropped':
      return unsay({ ...diary, seats: without(diary.seats, occasionKey(event.occasion)) }, event)
    case 'OverlapEnded':
      return diary
    case 'PresenceNoted': {
      const { volunteer, occasion, from, to, step, late, several } = event
      const known = diary.presences.get(occasionKey(occasion))
      const more = { late: late || known?.late === true, several: known?.several ?? several }
      const presence = { volunteer, occasion, from, to, step, ...more }
      return { ...diary, presences: new Map(diary.presences).set(occasionKey(occasion), presence) }
    }
    case 'SeatsOverlap':
      return say(diary, nameFinding(event.type, event, event.other))
    case 'PresenceElsewhere':
    case 'PresencesCrossed':
      return say(diary, nameFinding(event.type, event.here, event.there))
    case 'ConfirmedInBulk':
      return say(diary, nameFinding(event.type, event, event))
  }
}

export const diaryFold: Fold<Diary, DiaryEvent> = {
  initial: { seats: new Map(), presences: new Map(), said: new Set() },
  evolve,
}

export const diaryStream = (volunteer: PersonId): StreamName => `diary-${volunteer}`
export const diaryRead = (volunteer: PersonId): StreamRead<Diary> => streamRead(diaryStream(volunteer), diaryFold)
