import { serviceFact, type HoldId, type PersonId, type RecordId } from '@zhiyuan/domain'
import { promised } from '@zhiyuan/runtime'
import type { Sources } from './sources.ts'

/** The holds that keep a record from counting, in the order in which they were set: what `ClearHold` names (H15). */
export const openHolds =
  ({ readFact }: Sources) =>
  async (volunteer: string, recordId: string): Promise<ReadonlyArray<HoldId>> => {
    const { records } = await promised(readFact(serviceFact(volunteer as PersonId)))
    const holds = records.get(recordId as RecordId)?.holds ?? []
    return holds.filter(({ cleared }) => cleared === null).map(({ holdId }) => holdId)
  }
