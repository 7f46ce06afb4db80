/**
 * Whether an entry fits the log (H2a): a Backfill, a resubmission, or a correction that adds time. Other records are not asked.
 *
 * Choice: the whole presence, from its first start to its last end, lies in ONE of the windows, planned time or first check-in to report. Two windows
 * put together would tell of hours that neither of them tells.
 * Choice: both bounds are closed: 30 minutes themselves fit.
 * Choice: without a report there is no second window. An abort is no report: the rule names the report alone, and minutes within the plan stay valid.
 * Choice: a round without a check-in (nor a clerk's word, which is one, A12) never began, even when its planned time would fit.
 * Choice: an absence stands while it is alleged, found or excused: an excused person was not there either.
 * Choice: a session's record also lies in the session's time ± the same minutes: a record never says more than the log.
 * `publishedAt` is the instant at which the present time was published, so a session moved afterwards into the past does not fit. "Before it began" is strict.
 * Choice: a cancelled session is like a cancelled order. A policy that asks for no published sessions asks nothing of a session at all, since its
 * session may not stand in the log.
 * Choice: of the human's own part in the round, under every registration: what no one vouched for is not told (A9, A14), a presence that is still open
 * neither; a presence does not begin before each seat was bound (A14); and where the log knows a presence, each segment is of one, ± the same minutes.
 * Choice: what the log says after the entry is compared as well, but for a presence that is open, which may still fit, and one that overlaps, which H5 holds.
 * Choice: a merge by itself tells nothing of a round; what is said of the human from then on counts under each registration.
 * Choice: fit `null` (policies adopted before the rule) asks nothing.
 */
export interface Interval {
  readonly start: number
  readonly end: number
}

export interface Claim {
  readonly human: string
  /** At least one. */
  readonly intervals: readonly Interval[]
}

/** What the log says of one registration of the human in the round. */
export interface OwnPart {
  /** Null where the seat was given up: since when it was bound says nothing then. */
  readonly boundAt: number | null
  readonly proof: 'none-yet' | 'open' | 'ended' | 'denied'
  /** The segments of a presence that has ended. */
  readonly stay: readonly Interval[]
}

export interface OrderRound {
  readonly type: 'order'
  /** Humans who have a seat in this round, under any registration; a seat given up or released is none. */
  readonly seated: readonly string[]
  readonly planned: Interval | null
  readonly firstCheckIn: number | null
  readonly report: number | null
  readonly outcome: 'cancelled' | 'missed' | null
  /** Humans whose absence from this round stands. */
  readonly absent: readonly string[]
  readonly own: readonly OwnPart[]
}

export interface PublishedSession {
  readonly type: 'session'
  readonly publishedAt: number | null
  readonly start: number
  readonly end: number
  readonly isCancelled: boolean
}

export interface FitTerms {
  readonly fitMinutes: number | null
  readonly publishedSessions: boolean
}

export type Contradiction =
  | 'not-seated'
  | 'absent'
  | 'cancelled'
  | 'missed'
  | 'never-began'
  | 'not-published'
  | 'other-time'
  | 'unproven'
  | 'before-seat'
  | 'beside-presence'

const fits = (intervals: readonly Interval[], window: Interval, minutes: number): boolean =>
  Math.min(...intervals.map(({ start }) => start)) >= window.start - minutes * 60_000 &&
  Math.max(...intervals.map(({ end }) => end)) <= window.end + minutes * 60_000

const listWindows = ({ planned, firstCheckIn, report }: OrderRound): readonly Interval[] => [
  ...(planned === null ? [] : [planned]),
  ...(firstCheckIn === null || report === null ? [] : [{ start: firstCheckIn, end: report }]),
]

const meet = (one: Interval, other: Interval): boolean => one.start < other.end && other.start < one.end

const checkOwn = (intervals: readonly Interval[], own: readonly OwnPart[], minutes: number): Contradiction[] => {
  const found: Contradiction[] = []
  const start = Math.min(...intervals.map((one) => one.start))
  const bound = own.flatMap(({ boundAt }) => (boundAt === null ? [] : [boundAt]))
  if (own.some(({ proof }) => proof === 'open' || proof === 'denied')) found.push('unproven')
  if (bound.length > 0 && bound.every((at) => start < at)) found.push('before-seat')
  const stays = own.flatMap(({ stay }) => stay)
  const isOfStay = (one: Interval) => stays.some((stay) => meet(one, stay) && fits([one], stay, minutes))
  if (stays.length > 0 && !intervals.every(isOfStay)) found.push('beside-presence')
  return found
}

const checkOrder = ({ human, intervals }: Claim, round: OrderRound, minutes: number): readonly Contradiction[] => {
  const found: Contradiction[] = checkOwn(intervals, round.own, minutes)
  if (!round.seated.includes(human)) found.push('not-seated')
  if (round.absent.includes(human)) found.push('absent')
  if (round.outcome !== null) found.push(round.outcome)
  if (round.firstCheckIn === null) found.push('never-began')
  if (!listWindows(round).some((window) => fits(intervals, window, minutes))) found.push('other-time')
  return found
}

const checkSession = ({ intervals }: Claim, session: PublishedSession, minutes: number): readonly Contradiction[] => {
  const found: Contradiction[] = []
  if (session.isCancelled) found.push('cancelled')
  if (session.publishedAt === null || session.publishedAt >= session.start) found.push('not-published')
  if (!fits(intervals, session, minutes)) found.push('other-time')
  return found
}

/** Tells why a claim contradicts the log; nothing where it fits. One reason is enough for the hold. */
export const findContradictions = (
  claim: Claim,
  place: OrderRound | PublishedSession,
  terms: FitTerms,
): readonly Contradiction[] => {
  if (terms.fitMinutes === null) return []
  if (place.type === 'order') return checkOrder(claim, place, terms.fitMinutes)
  return terms.publishedSessions ? checkSession(claim, place, terms.fitMinutes) : []
}

/** The same of what the log says later: an open presence may still fit, and one that the claim overlaps is held by H5. */
export const findLaterContradictions = (
  claim: Claim,
  place: OrderRound | PublishedSession,
  terms: FitTerms,
): readonly Contradiction[] => {
  if (place.type === 'session') return findContradictions(claim, place, terms)
  const isBeside = ({ stay }: OwnPart) => !claim.intervals.every((one) => stay.some((known) => meet(one, known)))
  const own = place.own.map((part): OwnPart => ({
    ...part,
    proof: part.proof === 'open' ? 'none-yet' : part.proof,
    stay: isBeside(part) ? part.stay : [],
  }))
  return findContradictions(claim, { ...place, own }, terms)
}

/** A correction adds time where one instant of the new segments lies outside the old ones (H9). The sum of minutes says nothing: a shift adds, too. */
export const addsTime = (before: readonly Interval[], now: readonly Interval[]): boolean =>
  now.some(({ start, end }) => {
    const cuts = [start, ...before.flatMap((old) => [old.start, old.end]).filter((at) => at > start && at < end)]
    return start < end && cuts.some((at) => !before.some((old) => old.start <= at && at < old.end))
  })
