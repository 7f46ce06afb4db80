/** What a dispatch decision knew: who was ranked, by which features, and who was left out for which reason (O10, O23). */
import type * as t from 'io-ts'
import { boolean, closed, list } from '@zhiyuan/kernel'
import { LeftOutReason } from '../../organisation/team/team.codec.ts'
import { TeamId } from '../../../vocabulary/ids.ts'
import { Count } from '../../../vocabulary/values.ts'

/** Features in the order they rank by: fit, distance, open offers, load; a refusal counts only for the same slot. */
export const Candidate = closed({
  teamId: TeamId,
  /** The specialty is the team's first one. */
  mainSpecialty: boolean,
  /** Steps in the unit tree from the handler to the team's unit. */
  distance: Count,
  openOffers: Count,
  /** Orders that it has accepted and not finished. */
  load: Count,
  refusedThisSlot: boolean,
})
export interface Candidate extends t.TypeOf<typeof Candidate> {}

/** The candidates of a search, and who was left out (O10). Compiled for the dispatcher, who chooses (O23). */
export const Ranking = closed({
  /** The ten best, best first. */
  candidates: list(Candidate, 0, 10),
  candidateCount: Count,
  /** Ten of each reason by team id, and how many there were. */
  leftOut: list(closed({ reason: LeftOutReason, teams: list(TeamId, 0, 10), count: Count }), 0, 3),
})
export interface Ranking extends t.TypeOf<typeof Ranking> {}
