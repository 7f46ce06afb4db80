import { RecordId, type HoldId } from '@zhiyuan/domain'
import { recordRead } from '@zhiyuan/domain/hours'
import { closed, PersonId } from '@zhiyuan/kernel'
import { promised } from '@zhiyuan/runtime'
import { asked } from './asked.ts'
import type { Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId, recordId: RecordId })

/** The holds that keep a record from counting, in the order in which they were set: what `ClearHold` names (H15). */
export const openHolds =
  ({ readState }: Sources) =>
  async (volunteer: string, recordId: string): Promise<ReadonlyArray<HoldId>> => {
    const of = await asked(Question, { volunteer, recordId })
    const { records } = await promised(readState(recordRead(of.volunteer)))
    const holds = records.get(of.recordId)?.holds ?? []
    return holds.filter(({ cleared }) => cleared === null).map(({ holdId }) => holdId)
  }
