/** What others may read of the in-service rosters. */
import {
  streamRead,
  type Fold,
  type Jurisdiction,
  type LocalDay,
  type PersonId,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { BodyId } from '../../../vocabulary/ids.ts'
import type { RosterAdopted, RosterEvent } from './roster.codec.ts'

export type Roster = Omit<RosterAdopted, 'type'>

/** Every roster adopted, in order. */
export interface RosterBook {
  readonly rosters: ReadonlyArray<Roster>
}

export const rosterFold: Fold<RosterBook, RosterEvent> = {
  initial: { rosters: [] },
  evolve: ({ rosters }, { rosterId, bodyId, area, effectiveFrom, heads, source }) => ({
    rosters: [...rosters, { rosterId, bodyId, area, effectiveFrom, heads, source }],
  }),
}

export const rosterStream = (jurisdiction: Jurisdiction): StreamName => `roster-${jurisdiction}`
export const rosterRead = (jurisdiction: Jurisdiction): StreamRead<RosterBook> =>
  streamRead(rosterStream(jurisdiction), rosterFold)

/** Each body's roster in effect on a day: the latest to take effect; of two from one day, the one adopted later. */
export const listRosters = ({ rosters }: RosterBook, day: LocalDay): ReadonlyArray<Roster> => {
  const byBody = new Map<BodyId, Roster>()
  for (const roster of rosters) {
    const best = byBody.get(roster.bodyId)
    if (roster.effectiveFrom <= day && (best === undefined || roster.effectiveFrom >= best.effectiveFrom)) {
      byBody.set(roster.bodyId, roster)
    }
  }
  return [...byBody.values()]
}

/** The roster that a person is on, on a day, which says whose figure the person's service counts in; null for a person on none. */
export const findRosterArea = (
  book: RosterBook,
  person: PersonId,
  day: LocalDay,
): { readonly area: UnitId; readonly bodyId: BodyId } | null =>
  listRosters(book, day).find(({ heads }) => heads.includes(person)) ?? null
