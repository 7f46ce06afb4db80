import { minutesBetween } from '@zhiyuan/kernel'
import type { Frame } from '../views/assessment/frame.ts'
import type { KnownNeed } from '../views/assessment/needs/known-need.ts'
import type { Ratio } from '../views/figures/ratio.ts'
import { countOne, buildShare, type IndicatorOf } from './indicator.ts'

/** What stands beside I04. */
export interface I04Beside {
  readonly medianMinutesToDecision: Ratio
  readonly decided: number
  readonly unanswered: number
}

/** Due by K, and not withdrawn unanswered before it was due. */
const isCounted = ({ answerDueAt, withdrawnUnansweredAt }: KnownNeed, { knownAt }: Frame): boolean =>
  answerDueAt <= knownAt && (withdrawnUnansweredAt === null || withdrawnUnansweredAt >= answerDueAt)

/** On-time answers. A decision is more than asking for information: its time stands beside. */
export const I04: IndicatorOf<'I04' | `I04.${'decision' | 'unanswered'}`, I04Beside> = {
  words: {
    zh: { name: '按时答复率', n: '在期限前首次答复的需求数', d: '期内登记、已到期限且到期前未被撤回的需求数' },
    en: {
      name: 'answers on time',
      n: 'needs first answered by their due time',
      d: 'needs recorded in the period and due, without those withdrawn unanswered before',
    },
  },
  exact: {
    each: 'each need of P that is due by K (`answerDueAt` ≤ K), unless it was withdrawn unanswered before (`NeedWithdrawn` with `unanswered`, recorded before `answerDueAt`)',
    n: '1 where the first answer was recorded by `answerDueAt`, which itself is on time; asking for information is an answer',
    d: '1',
    place: 'the owner of the need',
    target: null,
    beside: {
      medianMinutesToDecision:
        'the middle value, over all needs of P with a decision, of the full minutes from the recording of the need to that of its decision',
      decided: 'needs of P with a decision, whether due or not',
      unanswered: 'those in d that have no answer by K',
    },
    events: [
      'NeedSubmitted',
      'InformationRequested',
      'NeedApproved',
      'NeedReferred',
      'NeedMerged',
      'NeedRejected',
      'NeedWithdrawn',
      'OrderMisrouted',
    ],
  },
  spread: ['I04.decision'],
  ofNeed: (frame, need, give) => {
    const { recordedAt, answerDueAt, answeredAt, decision } = need
    if (isCounted(need, frame)) {
      give('I04', countOne(answeredAt !== null && answeredAt <= answerDueAt), 1)
      if (answeredAt === null) give('I04.unanswered', 1, 0)
    }
    if (decision !== null) give('I04.decision', minutesBetween(recordedAt, decision.recordedAt), 1)
  },
  figure: ({ ratio, count, median }) =>
    buildShare(ratio('I04'), {
      medianMinutesToDecision: median('I04.decision'),
      decided: ratio('I04.decision').d,
      unanswered: count('I04.unanswered'),
    }),
}
