/** What was said against a record, and the terms in which it is answered (H22). */
import type { CorrectionId, HoldId } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'

/** An objection, by its hold, or a correction, by its id; the other one is null. */
export interface Question {
  readonly holdId: HoldId | null
  readonly correctionId: CorrectionId | null
  readonly answering: Omit<RunningTerm, 'assumed'>
  readonly isOverdue: boolean
}
type Asked = Pick<Question, 'holdId' | 'correctionId'>
interface Questioned {
  readonly questions: ReadonlyArray<Question>
}

export const addQuestion = <R extends Questioned>(record: R, asked: Asked, answering: Question['answering']): R => ({
  ...record,
  questions: [...record.questions, { ...asked, answering, isOverdue: false }],
})

export const markOverdue = <R extends Questioned>(record: R, { holdId, correctionId }: Asked): R => ({
  ...record,
  questions: record.questions.map((one) =>
    one.holdId === holdId && one.correctionId === correctionId ? { ...one, isOverdue: true } : one,
  ),
})
