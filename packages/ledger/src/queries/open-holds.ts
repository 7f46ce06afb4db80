import { RecordId, type HoldId } from '@zhiyuan/domain'
import { recordRead } from '@zhiyuan/domain/hours'
import { closed, PersonId } from '@zhiyuan/kernel'
import { unwrap } from '@zhiyuan/runtime'
import { readQuestion } from './read-question.ts'
import type { Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId, recordId: RecordId })

/** The holds that keep a record from counting, in the order in which they were set: what `ClearHold` names (H15). */
export const openHolds =
  ({ readState }: Sources) =>
  async (volunteer: string, recordId: string): Promise<ReadonlyArray<HoldId>> => {
    const of = await readQuestion(Question, { volunteer, recordId })
    const { records } = await unwrap(readState(recordRead(of.volunteer)))
    const holds = records.get(of.recordId)?.holds ?? []
    return holds.filter(({ cleared }) => cleared === null).map(({ holdId }) => holdId)
  }
