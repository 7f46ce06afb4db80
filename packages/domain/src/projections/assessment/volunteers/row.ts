import type { Instant, LocalDay, UnitId } from '@zhiyuan/kernel'
import type { Recorded } from '../../known.ts'
import { unmerged, type MergeFacts } from '../../people/survivors.ts'
import type { RecordHistory } from '../../records/record-history.ts'

/** Residence from a day on (G2). */
export interface HomeFact extends Recorded {
  readonly from: LocalDay
  readonly home: UnitId
}

/** Everything that an assessment needs to know of one volunteer. */
export interface AssessmentVolunteer extends MergeFacts {
  readonly registered: (Recorded & { readonly occurredAt: Instant }) | null
  readonly homes: ReadonlyArray<HomeFact>
  readonly records: ReadonlyArray<RecordHistory>
}

export const unknownVolunteer = (key: string): AssessmentVolunteer => ({
  ...unmerged(key),
  registered: null,
  homes: [],
  records: [],
})
