import type { Instant, Projection } from '@zhiyuan/kernel'
import type { NeedId } from '../../../vocabulary/ids.ts'
import type { LedgerEvent } from '../../../ledger.ts'
import { defineView, type Case } from '../../cases.ts'
import { unknownNeed, type AnswerFact, type AssessmentNeed } from './row.ts'

const keys = ({ needId }: { readonly needId: NeedId }): ReadonlyArray<string> => [needId]

const answerCase = (
  type: Exclude<AnswerFact['type'], 'rejected' | 'merged'>,
): Case<AssessmentNeed, { readonly needId: NeedId }> => ({
  keys,
  evolve: (row, _event, { recordedAt }) => ({ ...row, answers: [...row.answers, { recordedAt, type }] }),
})

const clockCase: Case<AssessmentNeed, { readonly needId: NeedId; readonly answerDueAt: Instant }> = {
  keys,
  evolve: (row, { answerDueAt }, { recordedAt }) => ({
    ...row,
    laterClocks: [...row.laterClocks, { recordedAt, answerDueAt }],
  }),
}

/** Needs, for the assessment (C22): one row a need. */
export const assessmentNeeds: Projection<AssessmentNeed, LedgerEvent> = defineView<AssessmentNeed>(
  'assessment-needs',
  1,
  {
    initial: unknownNeed,
    cases: {
      NeedSubmitted: {
        keys,
        evolve: (row, { unitId: owner, answerDueAt, voicedAt }, { recordedAt }) => ({
          ...row,
          submitted: { recordedAt, owner, answerDueAt, voicedAt },
        }),
      },
      InformationRequested: answerCase('info-requested'),
      NeedApproved: answerCase('approved'),
      NeedReferred: answerCase('referred'),
      NeedMerged: {
        keys,
        evolve: (row, { proposed }, { recordedAt }) => ({
          ...row,
          answers: [...row.answers, { recordedAt, type: 'merged', proposed }],
        }),
      },
      InformationSupplied: clockCase,
      InformationMissing: clockCase,
      NeedUnmerged: clockCase,
      MergedNeedReturned: clockCase,
      InformationLapsed: { keys, evolve: (row, _event, { recordedAt }) => ({ ...row, lapsed: { recordedAt } }) },
      NeedRejected: {
        keys,
        evolve: (row, { reason }, { recordedAt }) => ({
          ...row,
          answers: [...row.answers, { recordedAt, type: 'rejected', reason: reason.code }],
        }),
      },
      NeedWithdrawn: {
        keys,
        evolve: (row, { unanswered, by, side }, { recordedAt }) => ({
          ...row,
          withdrawn: { recordedAt, unanswered, by, side },
        }),
      },
      NeedMisrouted: {
        keys,
        evolve: (row, { to: owner }, { recordedAt }) => ({ ...row, rulings: [...row.rulings, { recordedAt, owner }] }),
      },
    },
  },
)
