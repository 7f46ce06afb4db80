import { plusMillis, sendLater, type Instant, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand } from '../../ledger.ts'
import type { NeedId } from '../../vocabulary/ids.ts'
import { defineProcess } from '../define-process.ts'

interface Answering {
  readonly needId: NeedId
  readonly answerDueAt: Instant
}

const noteLater = ({ needId, answerDueAt: dueAt }: Answering): ReadonlyArray<Reaction<LedgerCommand>> => [
  sendLater(plusMillis(dueAt, 1), { type: 'NoteAnswerOverdue', needId, dueAt }),
]

/**
 * N2: an answer exactly at its due instant is on time, so the timer fires just after it. Whenever the need is its clerk's again, a new clock
 * starts. N7: a request for information lapses at its end.
 */
export const answerClock = defineProcess('answer-clock', {
  NeedSubmitted: noteLater,
  InformationRequested: ({ needId, lapsesAt }) => [sendLater(lapsesAt, { type: 'LapseInformation', needId, lapsesAt })],
  InformationSupplied: noteLater,
  InformationMissing: noteLater,
  NeedUnmerged: noteLater,
  MergedNeedReturned: noteLater,
})
