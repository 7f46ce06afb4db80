/**
 * Candidates of a dispatch, who is left out and why, and their order (O10, O23).
 *
 * Choice: a team that opened itself to the handler by name is open to it and in its area, also where it is not open to the handler's level; it still needs the
 * specialty.
 * Choice: the area is the handler's unit, all units below it, its ancestors and the units with the same parent. Units below an ancestor or a sibling are out.
 * Choice: teams that have ended or have no leader are no teams here; the caller leaves them away, and they count nowhere.
 * Choice: the features are compared one by one in the order of O23: a refusal of this slot last of all, then more fit, less distance, less load, fewer open
 * offers, and the id at the end, so that an audit gets the same list. An unknown distance stands behind every known one.
 * Choice: a slot is the same when order and time are the same. A refusal of another order or another time counts nothing.
 * Choice: an override takes a candidate that is not the first, with a reason; it never takes a team that was left out. Rank 11 may be taken too.
 * Choice: lists keep ten each, the left out by id; counts are of all.
 */
export interface Team {
  readonly team: string
  readonly unit: string
  readonly level: readonly string[]
  readonly specialties: readonly string[]
  /** Units to which the team opened itself. */
  readonly opened: readonly string[]
}

export interface Features {
  readonly refusedSlots: readonly string[]
  readonly fit: number
  readonly distance: number | null
  readonly load: number
  readonly openOffers: number
}

export interface DispatchedOrder {
  readonly handler: string
  readonly specialty: string
  /** Order and time as one word. */
  readonly slot: string
}

export interface Units {
  readonly above: (unit: string) => string | null
  readonly level: (unit: string) => string
}

export type LeftOut = 'level' | 'specialty' | 'area'

const isBelow = (unit: string, top: string, above: Units['above']): boolean => {
  const next = above(unit)
  return next !== null && (next === top || isBelow(next, top, above))
}

const isInArea = ({ unit, opened }: Team, handler: string, { above }: Units): boolean =>
  unit === handler ||
  isBelow(unit, handler, above) ||
  isBelow(handler, unit, above) ||
  (above(handler) !== null && above(unit) === above(handler)) ||
  opened.includes(handler)

/** The first reason for which a team is left out; null for a candidate. */
export const findLeftOut = (team: Team, { handler, specialty }: DispatchedOrder, units: Units): LeftOut | null => {
  if (!team.level.includes(units.level(handler)) && !team.opened.includes(handler)) return 'level'
  if (!team.specialties.includes(specialty)) return 'specialty'
  return isInArea(team, handler, units) ? null : 'area'
}

/** Negative where `one` stands before `other`. */
const compareFeatures = (one: Features, other: Features, slot: string): number => {
  const rows = [one, other].map(({ refusedSlots, fit, distance, load, openOffers }) => [
    refusedSlots.includes(slot) ? 1 : 0,
    -fit,
    distance ?? Infinity,
    load,
    openOffers,
  ])
  for (const [index, value] of (rows[0] ?? []).entries()) {
    const against = rows[1]?.[index] ?? value
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

export interface Ranking {
  readonly ranked: readonly string[]
  readonly leftOut: Readonly<Record<LeftOut, readonly string[]>>
  readonly counts: Readonly<Record<'ranked' | LeftOut, number>>
}

const compareIds = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** All candidates in order; the event keeps the first ten. */
export const rankCandidates = (
  teams: readonly Team[],
  order: DispatchedOrder,
  units: Units,
  features: (team: string) => Features,
): readonly string[] =>
  teams
    .filter((team) => findLeftOut(team, order, units) === null)
    .map(({ team }) => team)
    .sort((one, other) => compareFeatures(features(one), features(other), order.slot) || compareIds(one, other))

export const rankTeams = (
  teams: readonly Team[],
  order: DispatchedOrder,
  units: Units,
  features: (team: string) => Features,
): Ranking => {
  const ranked = rankCandidates(teams, order, units, features)
  const leave = (reason: LeftOut): readonly string[] =>
    teams
      .filter((team) => findLeftOut(team, order, units) === reason)
      .map(({ team }) => team)
      .sort(compareIds)
  const [level, specialty, area] = [leave('level'), leave('specialty'), leave('area')]
  return {
    ranked: ranked.slice(0, 10),
    leftOut: { level: level.slice(0, 10), specialty: specialty.slice(0, 10), area: area.slice(0, 10) },
    counts: { ranked: ranked.length, level: level.length, specialty: specialty.length, area: area.length },
  }
}

/** Tells why a choice of a team is refused; null where it is taken. No candidates is an event, not a choice. */
export const refuseChoice = (
  team: string,
  candidates: readonly string[],
  reason: string,
): 'no-candidate' | 'no-reason' | null => {
  if (!candidates.includes(team)) return 'no-candidate'
  return candidates[0] !== team && reason === '' ? 'no-reason' : null
}
