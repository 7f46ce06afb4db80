/** An objection or a correction is answered in its term; after it, the unit above sees it (H22). */
import * as E from 'fp-ts/lib/Either.js'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { dueNow } from '../../../organisation/policy/policy.read.ts'
import type { NoteObjectionOverdue } from '../record.codec.ts'
import type { Question } from '../record.questions.ts'
import { isLive, isOpen, type ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'
import { copyDatedKeys, findRecord, onTimer } from './shared.ts'

const isUnanswered = ({ holds, corrections }: ServiceRecord, { holdId, correctionId }: Question): boolean =>
  holds.some((hold) => hold.holdId === holdId && isOpen(hold)) ||
  corrections.some((one) => one.correctionId === correctionId && one.answer === null)

const findQuestion = (record: ServiceRecord, { holdId, correctionId }: NoteObjectionOverdue): Question | undefined =>
  record.questions.find((one) => one.holdId === holdId && one.correctionId === correctionId)

export const noteObjectionOverdue = onTimer<NoteObjectionOverdue>()({
  reads: policyReads,
  running: (command, state, { policies }) => {
    const record = findRecord(state, command.recordId)
    if (record === undefined || !isLive(record)) return null
    const question = findQuestion(record, command)
    if (question === undefined || question.isOverdue || !isUnanswered(record, question)) return null
    if (question.answering.dueAt !== command.answerBy) return null
    return { dueAt: dueNow(policies, { of: recordTerms, term: 'late' }, question.answering), record, question }
  },
  end: ({ record, question: { holdId, correctionId, answering } }) =>
    E.right([{ type: 'ObjectionOverdue', ...copyDatedKeys(record), holdId, correctionId, answerBy: answering.dueAt }]),
})
