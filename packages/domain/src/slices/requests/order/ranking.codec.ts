/** What a dispatcher knew at the decision: the ranked teams with their features, and the teams left out with the reason (O10, O23). */
import type * as t from 'io-ts'
import { boolean, closed, EventId, list, nullable } from '@zhiyuan/kernel'
import { LeftOutReason } from '../../organisation/team/team.codec.ts'
import { TeamId } from '../../../vocabulary/ids.ts'
import { Count } from '../../../vocabulary/values.ts'

/** Features in ranking order: fit, distance, open offers, load; a refusal counts only for the same slot. */
export const Candidate = closed({
  teamId: TeamId,
  /** Whether the specialty is the team's first one. */
  mainSpecialty: boolean,
  /** Steps in the unit tree from the handler to the team's unit. */
  distance: Count,
  openOffers: Count,
  /** Orders that the team has accepted and not finished. */
  load: Count,
  refusedThisSlot: boolean,
})
export interface Candidate extends t.TypeOf<typeof Candidate> {}

/** The candidates of a search, and the teams left out (O10). The ledger makes it; the dispatcher chooses (O23). */
export const Ranking = closed({
  /** The ten best, the best one first. */
  candidates: list(Candidate, 0, 10),
  candidateCount: Count,
  /** Up to ten teams for each reason, by id, and how many there were. */
  leftOut: list(closed({ reason: LeftOutReason, teams: list(TeamId, 0, 10), count: Count }), 0, 3),
  /** The last event that the ranking had seen, so that an audit can make it again; null where it had seen none. */
  lastEvent: nullable(EventId),
})
export interface Ranking extends t.TypeOf<typeof Ranking> {}
