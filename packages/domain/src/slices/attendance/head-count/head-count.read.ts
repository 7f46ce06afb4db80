/** What others may read of the head counts of an occasion, and what they prove. */
import { streamRead, type Fold, type LocalDay, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import { occasionKey, type Occasion } from '../../../vocabulary/occasion.ts'
import type { HeadCountEvent, HeadCountTold } from './head-count.codec.ts'

/** The head counts of an occasion, in the order in which they were told. */
export interface HeadCountState {
  readonly told: ReadonlyArray<HeadCountTold>
}

export const headCountFold: Fold<HeadCountState, HeadCountEvent> = {
  initial: { told: [] },
  evolve: ({ told }, event) => ({ told: [...told, event] }),
}
export const headCountStream = (occasion: Occasion): StreamName => `headcount-${occasionKey(occasion)}`
export const headCountRead = (occasion: Occasion): StreamRead<HeadCountState> =>
  streamRead(headCountStream(occasion), headCountFold)

/** A list of people at an occasion, such as a sheet or a roll call. */
export interface PeopleList {
  /** Those in whose name it is, and those who wrote it down. */
  readonly hands: ReadonlyArray<PersonId>
  /** For each person on it, the local days that the service touches. */
  readonly days: ReadonlyArray<ReadonlyArray<LocalDay>>
}

/** Whether two registrations are of one human. */
type IsSame = (one: PersonId, other: PersonId) => boolean

/** In whose name a head count was told. */
export const findTeller = ({ by, caller }: HeadCountTold): PersonId => caller ?? by

/** H12: under another name and by another hand than the list, under any registration. */
const isIndependent = (told: HeadCountTold, hands: ReadonlyArray<PersonId>, isSame: IsSame): boolean =>
  !hands.some((hand) => isSame(hand, told.by) || isSame(hand, findTeller(told)))

/** Each teller's last word: a head count is put right by telling it again. */
const listLast = (told: ReadonlyArray<HeadCountTold>, isSame: IsSame): ReadonlyArray<HeadCountTold> =>
  told.filter((one, index) => !told.slice(index + 1).some((later) => isSame(findTeller(one), findTeller(later))))

/** The last word of each teller on the days of a list. */
const listSpoken = ({ told }: HeadCountState, { days }: PeopleList, isSame: IsSame): ReadonlyArray<HeadCountTold> =>
  listLast(
    told.filter(({ day }) => days.some((touched) => touched.includes(day))),
    isSame,
  )

/** Those among whose words a list is proved. They count as having confirmed it. */
export const listTellers = (state: HeadCountState, list: PeopleList, isSame: IsSame): ReadonlyArray<PersonId> =>
  listSpoken(state, list, isSame).flatMap((told) => [told.by, findTeller(told)])

/**
 * H12, H14: whether a list lies within a head count that was told the same day under another name and by another hand. Where tellers differ,
 * the lowest count holds, also one by a hand of the list: so neither one more friend who counts nor one more name on the list makes it longer.
 */
export const isWithinHeadCount = (state: HeadCountState, list: PeopleList, isSame: IsSame): boolean => {
  const spoken = listSpoken(state, list, isSame)
  const independent = spoken.filter((told) => isIndependent(told, list.hands, isSame))
  const isTold = (touched: ReadonlyArray<LocalDay>): boolean => independent.some(({ day }) => touched.includes(day))
  return independent.length > 0 && list.days.every(isTold) && spoken.every(({ count }) => list.days.length <= count)
}
