/**
 * Check-ins, check-outs and their confirmation (A9, A14, A12).
 *
 * Choice: "within 15 minutes" and "up to 3 days" are closed: they measure a distance and start no timer.
 * Choice: a kept time ahead of the ledger's clock is refused. It did not happen yet, and a check-out in advance would earn minutes.
 * Choice: a check-in at the very instant of the binding passes (O14), a seat may be taken at the planned end itself ("after" is later), and one's
 * own check-in at the planned end still answers an allegation (A8, "up to").
 * Choice: a roster told in time and a call typed in time are `attested`; told later they are captures like one's own.
 * Choice: the grade of a presence is its weakest fact; one capture or forgotten check-out that is not confirmed makes no record at all.
 * Choice: the limit of the end (planned end + 30 minutes) binds what a second person confirms. A check-out told in time is bound by H13 only.
 */
export interface ToldFact {
  readonly toldAt: number
  /** The time that the device kept; null where it was online and kept none. */
  readonly keptAt: number | null
  readonly by: 'self' | 'roster' | 'clerk'
}

export interface PresenceTerms {
  readonly toldMinutes: number
  readonly captureDays: number
  readonly overrunMinutes: number
}

export type ToldGrade = 'system' | 'attested' | 'capture'
export type ToldRefusal = 'ahead-of-the-clock' | 'too-late' | 'no-seat-yet' | 'ends-first'
export interface GradedFact {
  readonly occurredAt: number
  readonly grade: ToldGrade
}

/** Grades a fact by the ledger's clock. */
export const gradeFact = ({ toldAt, keptAt, by }: ToldFact, terms: PresenceTerms): GradedFact | ToldRefusal => {
  const occurredAt = keptAt ?? toldAt
  const lag = toldAt - occurredAt
  if (lag < 0) return 'ahead-of-the-clock'
  if (lag > terms.captureDays * 86_400_000) return 'too-late'
  if (lag > terms.toldMinutes * 60_000) return { occurredAt, grade: 'capture' }
  return { occurredAt, grade: by === 'self' ? 'system' : 'attested' }
}

/** A check-in stands on a seat that was bound; null where the check-in itself binds it (a walk-in). */
export const gradeArrival = (
  fact: ToldFact,
  seatBoundAt: number | null,
  terms: PresenceTerms,
): GradedFact | ToldRefusal => {
  const graded = gradeFact(fact, terms)
  if (typeof graded === 'string') return graded
  return seatBoundAt !== null && graded.occurredAt < seatBoundAt ? 'no-seat-yet' : graded
}

export const gradeDeparture = (fact: ToldFact, arrivedAt: number, terms: PresenceTerms): GradedFact | ToldRefusal => {
  const graded = gradeFact(fact, terms)
  if (typeof graded === 'string') return graded
  return graded.occurredAt < arrivedAt ? 'ends-first' : graded
}

/** A seat is taken by the ledger's clock, also by a device that kept an earlier time. */
export const mayTakeSeat = (toldAt: number, plannedEnd: number): boolean => toldAt <= plannedEnd
export const answersAllegation = (arrivedAt: number, plannedEnd: number): boolean => arrivedAt <= plannedEnd

export type PresenceFact = 'system' | 'attested' | 'confirmed' | 'capture' | 'missing'

/** The grade of the record of a presence from all its facts; null while it makes no record. */
export const gradePresence = (facts: readonly PresenceFact[]): 'system' | 'attested' | null => {
  if (facts.some((fact) => fact === 'capture' || fact === 'missing')) return null
  return facts.every((fact) => fact === 'system') ? 'system' : 'attested'
}

/** The end that a second person may confirm: the check-in at the earliest, the latest end itself at the latest. Null where a correction is needed. */
export const confirmEnd = (end: number, arrivedAt: number, plannedEnd: number, terms: PresenceTerms): number | null =>
  end >= arrivedAt && end <= plannedEnd + terms.overrunMinutes * 60_000 ? end : null
