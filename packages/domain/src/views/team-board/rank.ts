/** The teams to which a dispatcher may offer an order, best first, and why the others are left out; computed from rows and the unit tree. */
import { sameContent } from '@zhiyuan/kernel'
import type { TeamId } from '../../vocabulary/ids.ts'
import type { LeftOutReason } from '../../slices/organisation/team/team.codec.ts'
import type { Candidate, Ranking } from '../../slices/requests/order/ranking.codec.ts'
import { treeDistance, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import { judgeFit, type TeamFacts, type Wanted } from '../../slices/organisation/team/team.read.ts'
import type { Count } from '../../vocabulary/values.ts'
import type { BoardOffer, Slot, TeamBoardRow } from './row.ts'

/** What an order requires of a team, and when. */
export interface RankingWish extends Wanted, Slot {}

const kept = 10
const reasons: ReadonlyArray<LeftOutReason> = ['level', 'specialty', 'area']
const count = (n: number): Count => n as Count

/** Whether two orders have the same time; where neither has a time, whether they are the same order. */
const sameSlot = (wish: Slot, refusal: BoardOffer): boolean =>
  wish.planned === null || refusal.planned === null
    ? wish.orderId === refusal.orderId
    : sameContent(wish.planned, refusal.planned)

const computeFeatures = (
  tree: UnitTree,
  { handler, specialty, orderId, planned }: RankingWish,
  { teamId, offers, serving, refusals }: TeamBoardRow,
  team: TeamFacts,
): Candidate => ({
  teamId,
  mainSpecialty: team.specialties[0] === specialty,
  distance: count(treeDistance(tree, handler, team.unitId)),
  openOffers: count(offers.length),
  load: count(serving.length),
  refusedThisSlot: refusals.some((refusal) => sameSlot({ orderId, planned }, refusal)),
})

const byId = (a: TeamId, b: TeamId): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compares candidates feature by feature, in the order in which `Candidate` lists them, and then by team id. */
const compareFeatures = (a: Candidate, b: Candidate): number =>
  Number(b.mainSpecialty) - Number(a.mainSpecialty) ||
  a.distance - b.distance ||
  a.openOffers - b.openOffers ||
  a.load - b.load ||
  Number(a.refusedThisSlot) - Number(b.refusedThisSlot) ||
  byId(a.teamId, b.teamId)

/** Ranks the teams (O10, O23). A disbanded team is neither ranked nor listed as left out. */
export const rank = (wish: RankingWish, teams: Iterable<TeamBoardRow>, tree: UnitTree): Ranking => {
  const candidates: Candidate[] = []
  const leftOut: Record<LeftOutReason, TeamId[]> = { level: [], specialty: [], area: [] }
  let lastEvent: Ranking['lastEvent'] = null
  for (const row of teams) {
    const { team, teamId } = row
    lastEvent = row.lastEvent ?? lastEvent
    if (team === null || !team.active) continue
    const fit = judgeFit(team, tree, wish)
    if (fit === 'candidate') candidates.push(computeFeatures(tree, wish, row, team))
    else leftOut[fit].push(teamId)
  }
  return {
    candidates: candidates.sort(compareFeatures).slice(0, kept),
    candidateCount: count(candidates.length),
    leftOut: reasons.flatMap((reason) => {
      const all = leftOut[reason].sort(byId)
      return all.length === 0 ? [] : [{ reason, teams: all.slice(0, kept), count: count(all.length) }]
    }),
    lastEvent,
  }
}
