/** What others may read of the head counts of an occasion, and what they prove. */
import { streamRead, type Fold, type Instant, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { RollCallId, SheetId } from '../../../vocabulary/ids.ts'
import { occasionKey, type Occasion } from '../../../vocabulary/occasion.ts'
import type { HeadCountEvent, HeadCountTold, ListId, ListNoted } from './head-count.codec.ts'

/** The head counts of an occasion and the lists that stand, each in the order in which they were written. */
export interface HeadCountState {
  readonly told: ReadonlyArray<HeadCountTold>
  readonly lists: ReadonlyArray<ListNoted>
  /** A list that was dropped is not noted again by an older command. */
  readonly dropped: ReadonlySet<ListId>
}

const evolve = (state: HeadCountState, event: HeadCountEvent): HeadCountState => {
  switch (event.type) {
    case 'HeadCountTold':
      return { ...state, told: [...state.told, event] }
    case 'ListNoted':
      return { ...state, lists: [...state.lists, event] }
    case 'ListDropped': {
      const lists = state.lists.filter(({ listId }) => listId !== event.listId)
      return { ...state, lists, dropped: new Set(state.dropped).add(event.listId) }
    }
  }
}
export const headCountFold: Fold<HeadCountState, HeadCountEvent> = {
  initial: { told: [], lists: [], dropped: new Set() },
  evolve,
}
export const headCountStream = (occasion: Occasion): StreamName => `headcount-${occasionKey(occasion)}`
export const headCountRead = (occasion: Occasion): StreamRead<HeadCountState> =>
  streamRead(headCountStream(occasion), headCountFold)

/** The id of an edition of a sheet as a list. */
export const nameSheetList = (sheet: SheetId, edition: number): ListId => `sheet.${sheet}.${edition}` as ListId
/** The id of a roll call as a list. */
export const nameRollList = (rollCall: RollCallId): ListId => `roll.${rollCall}` as ListId

/** The one registration that stands for a human (G2). */
type FindHuman = (person: PersonId) => PersonId

/** In whose name a head count was told. */
export const findTeller = ({ by, caller }: HeadCountTold): PersonId => caller ?? by

/** What was told on the day of a list. */
const listSpoken = ({ told }: HeadCountState, { day }: ListNoted): ReadonlyArray<HeadCountTold> =>
  told.filter((one) => one.day === day)

/** H12: under another name and by another hand than the list, under any registration. */
const isIndependent = (told: HeadCountTold, { hands }: ListNoted, findHuman: FindHuman): boolean => {
  const humans = hands.map(findHuman)
  return !humans.includes(findHuman(told.by)) && !humans.includes(findHuman(findTeller(told)))
}

/** The humans on the lists of one day. All lists of the occasion share its heads. */
const listPeople = (lists: ReadonlyArray<ListNoted>, own: ListNoted): ReadonlyArray<PersonId> =>
  lists.flatMap(({ day, people }) => (day === own.day ? people : []))

/** A person of whom the ledger was told in time that she came, and when it was told (A14). */
export interface Came {
  readonly person: PersonId
  readonly knownAt: Instant
}

/** Those on whose words a list rests. They count as having confirmed it. */
export const listTellers = (state: HeadCountState, listId: ListId): ReadonlyArray<PersonId> => {
  const own = state.lists.find((one) => one.listId === listId)
  return own === undefined ? [] : listSpoken(state, own).flatMap((told) => [told.by, findTeller(told)])
}

/**
 * H12, H14: whether a list lies within a head count that was told the same day under another name and by another hand. The lists that were
 * noted before it take their heads first, so that many short lists are no way around. The lowest count of the day holds, so that a second call
 * never makes room; also one by a hand of the list, so that no one is named on the list to silence a count. Who had come by a count, as the
 * log knew then, is one of its heads.
 */
export const isWithinHeadCount = (
  state: HeadCountState,
  listId: ListId,
  findHuman: FindHuman,
  came: ReadonlyArray<Came> = [],
): boolean => {
  const index = state.lists.findIndex((one) => one.listId === listId)
  const own = state.lists[index]
  if (own === undefined) return false
  const people = listPeople(state.lists.slice(0, index + 1), own)
  const countHeads = ({ at }: HeadCountTold): number =>
    new Set([...people, ...came.flatMap(({ person, knownAt }) => (knownAt <= at ? [person] : []))].map(findHuman)).size
  const spoken = listSpoken(state, own)
  return (
    spoken.some((told) => isIndependent(told, own, findHuman)) && spoken.every((told) => countHeads(told) <= told.count)
  )
}

/** H12: whether a person stands on a list that lies within a head count, and so is not counted in a burst. */
export const isOnCountedList = (state: HeadCountState, person: PersonId, findHuman: FindHuman): boolean =>
  state.lists.some(
    ({ listId, people }) =>
      people.some((one) => findHuman(one) === findHuman(person)) && isWithinHeadCount(state, listId, findHuman),
  )

/** H7, G7: whether the person told no count, or the counts prove the list also without it: no one's own word makes the own minutes `attested`. */
export const isProvenWithout = (
  state: HeadCountState,
  listId: ListId,
  findHuman: FindHuman,
  person: PersonId,
): boolean => {
  const human = findHuman(person)
  const told = state.told.filter((one) => findHuman(one.by) !== human && findHuman(findTeller(one)) !== human)
  return told.length === state.told.length || isWithinHeadCount({ ...state, told }, listId, findHuman)
}
