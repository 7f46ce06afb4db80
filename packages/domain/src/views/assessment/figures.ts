/** The figures of one area: a ratio, whether it reaches its target, and what must stand beside it (S6, S10). */
import type { Ratio } from '../figures/ratio.ts'
import type { MinutesByGrade } from '../figures/minutes.ts'
import type { UnitLevel } from '../../vocabulary/words.ts'

/** A ratio of integers, rounded only to be shown. */
export interface Figure<Beside> extends Ratio {
  /** Half up: hundredths of a percent, of I02 hundredths of a minute. Null is no data. */
  readonly hundredths: number | null
  /** Null where the plan sets no target; without data nothing is met. */
  readonly met: boolean | null
  readonly beside: Beside
}

/** All indicators of one area, each by the one formula of the indicator set (S5). */
export interface IndicatorFigures {
  /** In-service participation: heads with a counted minute, of all heads of the roster (C08). */
  readonly I01: Figure<Record<never, never>>
  /** In-service minutes, over heads; the target is the year's, by days (C08). */
  readonly I02: Figure<{ readonly median: Ratio; readonly headsAtTarget: Ratio }>
  /** Mass participation: persons off the roster with a counted minute, of the resident population (C10). */
  readonly I03: Figure<{
    readonly allParticipants: Ratio
    readonly registered: number
    /** Counted records: never what the target is measured by. */
    readonly visits: number
  }>
  /** On-time answers. A decision is more than asking for information: its time stands beside. */
  readonly I04: Figure<{
    readonly medianMinutesToDecision: Ratio
    readonly decided: number
    readonly unanswered: number
  }>
  /** Completion. */
  readonly I05: Figure<{
    readonly open: number
    readonly unmet: number
    readonly aborted: number
    readonly cancelled: number
  }>
  /** Solved. */
  readonly I07: Figure<{ readonly partly: Ratio; readonly solvedInFirstRound: Ratio }>
  /** Satisfaction. Coverage says how many were asked and answered; `thin` is below the policy's share. */
  readonly I08: Figure<{ readonly coverage: Ratio; readonly thin: boolean; readonly followUpAgreement: Ratio }>
  /** Escalation. Beside it the level that fulfilled what was completed (C27). */
  readonly I09: Figure<{
    readonly steps: number
    readonly automatic: number
    readonly fulfilledBy: Readonly<Record<UnitLevel, number>>
  }>
  /** Unreviewed. */
  readonly I10: Figure<Record<never, never>>
  /** Unmet; needs that never became an order stand beside it, refusals by reason. */
  readonly I11: Figure<{ readonly referred: number; readonly rejected: Readonly<Record<string, number>> }>
  /** Reopened. */
  readonly I12: Figure<Record<never, never>>
  /** Unanswered offers, by handler. */
  readonly I13: Figure<Record<never, never>>
  /** Evidence strength: minutes `system` and `attested`, of counted minutes, by the area served. Beside it minutes. */
  readonly I14: Figure<{
    readonly late: number
    readonly held: number
    readonly suspended: number
    readonly voided: number
  }>
}

/** Counted minutes by grade, by the area served and by the volunteers' homes (S2, H17). */
export interface AreaMinutes {
  readonly served: MinutesByGrade
  readonly home: MinutesByGrade
}
