import type { MinutesByGrade } from '../figures/minutes.ts'

/** Counted minutes by grade, by the area served and by the volunteers' homes (S2, H17). */
export interface AreaMinutes {
  readonly served: MinutesByGrade
  readonly home: MinutesByGrade
}
