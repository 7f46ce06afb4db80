import type { Assessment, Deadline, HoldId, StarFigures, Timeline, ToDoItem } from '@zhiyuan/domain'
import type { OwnRecordItem } from '@zhiyuan/domain/hours'
import { assessment, type AssessmentQuestion } from './queries/assessment.ts'
import { openHolds } from './queries/open-holds.ts'
import { passbook, type SpendablePassbook } from './queries/passbook.ts'
import { rankTeams, type RankedTeams } from './queries/rank-teams.ts'
import { records } from './queries/records.ts'
import { rulings, type MadeRuling, type RulingsQuestion } from './queries/rulings.ts'
import { secondLooks, type Looking, type SecondLook } from './queries/second-looks.ts'
import type { Sources } from './queries/sources.ts'
import { star, starTable, type Known } from './queries/stars.ts'
import { timeline, type TimelineSubject } from './queries/timeline.ts'
import { deadlines, toDo } from './queries/to-do.ts'

/**
 * The queries of the ledger. Rows are those of the last `settle`; a fault of a store throws a `LedgerFault`, a
 * malformed question, or one about an instant yet to come, a `LedgerRefusal` that names the path.
 */
export interface LedgerQueries {
  /** The teams for an order, best first, and who is left out for which reason; null where there is no such order. */
  readonly rankTeams: (orderId: string) => Promise<RankedTeams | null>
  /** The holds that keep a record from counting, in the order in which they were set. */
  readonly openHolds: (volunteer: string, recordId: string) => Promise<ReadonlyArray<HoldId>>
  /** A volunteer's own records under all registrations: each with its state, marks, holds, reason, and who has to act since when. */
  readonly records: (volunteer: string) => Promise<ReadonlyArray<OwnRecordItem>>
  /** The records against which a person who was there may object now, or those of a team (H20). */
  readonly secondLooks: (asked: Looking) => Promise<ReadonlyArray<SecondLook>>
  /** Every step of a need with its orders, assignments and records, or of one order; null where there is none. */
  readonly timeline: (subject: TimelineSubject) => Promise<Timeline | null>
  /** A volunteer's points, entry by entry: now, or as known at an instant. */
  readonly passbook: (volunteer: string, knownAt?: string) => Promise<SpendablePassbook>
  /** What the people of a unit and of those below have to do, the longest waiting first. */
  readonly toDo: (unit: string) => Promise<ReadonlyArray<ToDoItem>>
  /**
   * Every clock at a unit and those below, the next first, by the calendar as it is known now (H4). A window that has ended is gone; the clock of a
   * duty that is not done in time stays, as overdue, until it is done.
   */
  readonly deadlines: (unit: string) => Promise<ReadonlyArray<Deadline>>
  /** Where a volunteer stands on the way to a star, by the policy in force then; null where none was. */
  readonly star: (volunteer: string, known: Known) => Promise<StarFigures | null>
  /** The same for all volunteers, by id. */
  readonly starTable: (known: Known) => Promise<ReadonlyArray<StarFigures>>
  /** Every indicator of every unit for a period as known at an instant. */
  readonly assessment: (question: AssessmentQuestion) => Promise<Assessment>
  /** The rulings that two made together at the top in a period, which stand beside I14 (G8). */
  readonly rulings: (question: RulingsQuestion) => Promise<ReadonlyArray<MadeRuling>>
}

/** Every query, over the same sources. */
export const ledgerQueries = (sources: Sources): LedgerQueries => ({
  rankTeams: rankTeams(sources),
  openHolds: openHolds(sources),
  records: records(sources),
  secondLooks: secondLooks(sources),
  timeline: timeline(sources),
  passbook: passbook(sources),
  toDo: toDo(sources),
  deadlines: deadlines(sources),
  star: star(sources),
  starTable: starTable(sources),
  assessment: assessment(sources),
  rulings: rulings(sources),
})
