/** Random histories of needs and orders. */
import * as fc from 'fast-check'
import { units } from '../fixtures/people.ts'
import { at, drawOne, everywhere, times, walk, type History, type Words } from './log.draw.arbitrary.ts'

const { C, T1, V1, T2, V2 } = units

type Waiting = 'submitted' | 'asked' | 'merged' | 'approved' | 'ended'
const answers: Readonly<Record<Waiting, ReadonlyArray<readonly [type: string, to: Waiting]>>> = {
  submitted: [
    ['NeedApproved', 'approved'],
    ['InformationRequested', 'asked'],
    ['NeedRejected', 'ended'],
    ['NeedReferred', 'ended'],
    ['NeedMerged', 'merged'],
    ['NeedWithdrawn', 'ended'],
    ['NeedMisrouted', 'submitted'],
  ],
  asked: [
    ['NeedApproved', 'approved'],
    ['NeedRejected', 'ended'],
    ['NeedWithdrawn', 'ended'],
    ['InformationSupplied', 'submitted'],
    ['InformationMissing', 'submitted'],
    ['InformationLapsed', 'ended'],
  ],
  merged: [
    ['NeedUnmerged', 'submitted'],
    ['MergedNeedReturned', 'submitted'],
  ],
  approved: [
    ['NeedWithdrawn', 'ended'],
    ['NeedMisrouted', 'approved'],
  ],
  ended: [],
}
/** The history of one need. */
export const need = (needId: string): fc.Arbitrary<History> =>
  fc
    .record({ owner: drawOne(...everywhere), picks: times(4), due: at, to: drawOne(...everywhere) })
    .map(({ owner, picks, due, to }) => [
      { type: 'NeedSubmitted', needId, unitId: owner, answerDueAt: due, voicedAt: due },
      ...walk<Waiting>(
        'submitted',
        (state, pick) => {
          const step = answers[state][pick % Math.max(1, answers[state].length)]
          const reason = { code: pick % 2 === 0 ? 'not-here' : 'twice', text: null }
          const by = pick % 2 === 0 ? 'requester' : 'clerk'
          const side = pick % 2 === 0 ? 'requester' : 'office'
          const withdrawn = { unanswered: state === 'submitted', by, side }
          const words = { needId, unitId: owner, to, reason, answerDueAt: due, proposed: pick % 2 === 0, ...withdrawn }
          return step === undefined ? null : [{ type: step[0], ...words }, step[1]]
        },
        picks,
      ),
    ])

/** `risenFrom`: the handler before the last escalation, if that was a clock's. */
type Course = { at: 'open' | 'served' | 'closed' | 'ended'; round: number; handler: string; risenFrom: string | null }
const up: Readonly<Record<string, string>> = { [V1]: T1, [V2]: T2, [T1]: C, [T2]: C, [C]: C }

const makeNext =
  (ids: { readonly orderId: string; readonly needId: string }) =>
  (course: Course, pick: number): readonly [Words, Course] | null => {
    const { round, handler, risenFrom } = course
    const step = { ...ids, round, handler, offerId: `offer-${pick}` }
    const say = (type: string, to: Partial<Course>, more: object = {}): readonly [Words, Course] => [
      { type, ...step, ...more },
      { ...course, ...to },
    ]
    const rating = { rating: 1 + (pick % 5), verdict: ['solved', 'partly', 'not-solved'][pick % 3] }
    const open = [
      () => say('OfferExpired', {}),
      () => say('ClaimLapsed', {}),
      () => say('OfferDeclined', {}),
      () => say('OrderAccepted', {}),
      () => {
        const automatic = pick % 2 === 0
        const to = up[handler] ?? C
        return say(
          'OrderEscalated',
          { handler: to, risenFrom: automatic ? handler : null },
          { from: handler, to, automatic },
        )
      },
      () =>
        risenFrom === null
          ? say('OfferExpired', {})
          : say('EscalationUndone', { handler: risenFrom, risenFrom: null }, { from: handler, to: risenFrom }),
      () => say('OrderMisrouted', {}, { to: everywhere[pick % everywhere.length] }),
      () => say('ServiceReported', { at: 'served' }),
      () => say('ServiceReported', { at: 'served' }),
      () => say('OrderCancelled', { at: 'ended' }, { beforeAcceptance: pick % 2 === 0 }),
      () => say('OrderUnmet', { at: 'ended' }),
      () => say('OrderAborted', { at: 'ended' }),
    ]
    const served = [
      () => say('OrderReviewed', { at: 'served' }, { ...rating, ownTeam: pick % 7 === 0 }),
      () => say('OrderFollowedUp', { at: 'served' }, rating),
      () => say('OrderClosed', { at: 'closed' }, { outcome: rating.verdict }),
      () => say('OrderClosed', { at: 'closed' }, { outcome: 'unreviewed' }),
    ]
    const closed = [
      () => say('OutcomeRevised', {}, { outcome: rating.verdict }),
      () => say('OrderReopened', { at: 'open', round: round + 1, risenFrom: null }, { round: round + 1 }),
    ]
    const may = { open, served, closed, ended: [] }[course.at]
    return may[pick % Math.max(1, may.length)]?.() ?? null
  }

/** The history of one order. */
export const order = (orderId: string): fc.Arbitrary<History> =>
  fc
    .record({ owner: drawOne(...everywhere), needId: drawOne('n1', 'n2'), picks: times(12) })
    .map(({ owner, needId, picks }) => {
      const ids = { orderId, needId }
      return [
        { type: 'OrderPlaced', ...ids, owner },
        ...walk<Course>({ at: 'open', round: 1, handler: owner, risenFrom: null }, makeNext(ids), picks),
      ]
    })
