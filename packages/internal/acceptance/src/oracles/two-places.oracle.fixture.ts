/**
 * One human in two places (A16), under all registrations.
 *
 * Choice: a seat and a presence belong to one registration in one order's round or session. Two registrations of one human in the same place are two
 * seats and two presences, so they are "elsewhere" to each other.
 * Choice: two seats overlap where [start, end) share an instant and both are held at one time; who gave the first up before the second was bound has no mark. The mark arises when
 * the later of the two is bound, or when the merge tells that both are one human.
 * Choice: a check-in told in time ends the presence that the ledger then knew as the same human's; a capture ends none, since it counts nothing until confirmed. The
 * instant is the one of the check-in itself, and a check-out told for a later instant finds the presence ended.
 * Choice: of two presences told in time the one that began later ends the other, in either order of telling; at one instant the one told later ends the other.
 * Choice: the ended presence is a missing check-out whose proposed and whose latest end are that instant: a confirmed end behind it would put the human in two
 * places again.
 * Choice: "open together" is a shared instant of the intervals [in, out) that remain: a tap that was forgotten at the dance and ended by the check-in at the patrol
 * holds neither. What is left are captures, and registrations that were merged later. A presence still open is open for ever.
 */
export interface Merge {
  readonly absorbed: string
  readonly survivor: string
  readonly at: number
}

/** The human that a registration stood for, as known at an instant. */
export const findHuman = (registration: string, merges: readonly Merge[], known: number): string => {
  const merge = merges.find((one) => one.absorbed === registration && one.at <= known)
  return merge === undefined ? registration : findHuman(merge.survivor, merges, known)
}

export interface HeldSeat {
  readonly seat: string
  readonly registration: string
  readonly place: string
  readonly start: number
  readonly end: number
  readonly boundAt: number
  /** The instant at which the seat was given up or released; null while it is held. */
  readonly freedAt: number | null
}

export interface SeatMark {
  readonly seats: readonly [string, string]
  readonly at: number
}

/** The instant at which the ledger knows two registrations as one human; null where it never does. */
const findMergeInstant = (a: string, b: string, merges: readonly Merge[]): number | null =>
  [-Infinity, ...merges.map(({ at }) => at).sort((x, y) => x - y)].find(
    (known) => findHuman(a, merges, known) === findHuman(b, merges, known),
  ) ?? null

const share = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  Math.max(a.start, b.start) < Math.min(a.end, b.end)

const markPair = (a: HeldSeat, b: HeldSeat, merges: readonly Merge[]): readonly SeatMark[] => {
  const known = findMergeInstant(a.registration, b.registration, merges)
  if (known === null || !share(a, b)) return []
  const at = Math.max(a.boundAt, b.boundAt, known)
  const areHeld = [a, b].every(({ freedAt }) => freedAt === null || freedAt > at)
  return areHeld ? [{ seats: [a.seat, b.seat], at }] : []
}

/** Pairs of items in the order of the list. */
const listPairs = <A>(items: readonly A[]): readonly (readonly [A, A])[] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const))

export const markSeats = (seats: readonly HeldSeat[], merges: readonly Merge[]): readonly SeatMark[] =>
  listPairs(seats).flatMap(([a, b]) => markPair(a, b, merges))

export interface ToldPresence {
  readonly presence: string
  readonly registration: string
  readonly place: string
  /** How the check-in was told. */
  readonly told: 'live' | 'late'
  readonly start: number
  /** The check-out, or the end that was confirmed; null where there is none. */
  readonly end: number | null
}

export interface EndedPresence {
  readonly presence: string
  readonly at: number
  /** The presence whose check-in ended it. */
  readonly cause: string
}

export interface TwoPlaces {
  readonly ended: readonly EndedPresence[]
  /** Pairs of presences that were open together; the records of both are held. */
  readonly together: readonly (readonly [string, string])[]
  readonly heldPresences: readonly string[]
}

/** The first check-in elsewhere that finds this presence open. */
const findEnding = (index: number, told: readonly ToldPresence[], merges: readonly Merge[]): EndedPresence | null => {
  const mine = told[index]!
  if (mine.told === 'late') return null
  const endings = told.filter(
    (other, place) =>
      place !== index &&
      other.told === 'live' &&
      findHuman(other.registration, merges, other.start) === findHuman(mine.registration, merges, other.start) &&
      (other.start > mine.start || (other.start === mine.start && place > index)) &&
      other.start < (mine.end ?? Infinity),
  )
  const first = endings.sort((a, b) => a.start - b.start)[0]
  return first === undefined ? null : { presence: mine.presence, at: first.start, cause: first.presence }
}

/** Judges presences in the order in which their check-ins were told. */
export const findTwoPlaces = (told: readonly ToldPresence[], merges: readonly Merge[]): TwoPlaces => {
  const ended = told.map((_, index) => findEnding(index, told, merges)).filter((one) => one !== null)
  const intervals = told.map(({ presence, registration, start, end }) => ({
    presence,
    human: findHuman(registration, merges, Infinity),
    start,
    end: ended.find((one) => one.presence === presence)?.at ?? end ?? Infinity,
  }))
  const together = listPairs(intervals)
    .filter(([a, b]) => a.human === b.human && share(a, b))
    .map(([a, b]) => [a.presence, b.presence] as const)
  const held = new Set(together.flat())
  return { ended, together, heldPresences: told.map(({ presence }) => presence).filter((one) => held.has(one)) }
}
