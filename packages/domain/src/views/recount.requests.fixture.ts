/** The naive recount of needs, orders and offers. */
import type { LedgerEvent } from '../ledger.ts'
import { text, type NaiveEvents, type Pair, type Said } from './recount.events.fixture.ts'

const answers: ReadonlySet<string> = new Set<LedgerEvent['type']>([
  'NeedApproved',
  'NeedRejected',
  'NeedReferred',
  'NeedMerged',
  'InformationRequested',
])

/** S14: the owner as ruled from the start, or the first one. */
const findOwner = ({ pickEvents }: NaiveEvents, first: string, key: 'needId' | 'orderId', id: unknown): string => {
  const type = key === 'needId' ? 'NeedMisrouted' : 'OrderMisrouted'
  const rulings = pickEvents(type).filter((one) => one[key] === id)
  return rulings.length === 0 ? first : text(rulings.at(-1), 'to')
}

/** Answers in time, of the needs whose answer was due. */
const recountAnswers = (naive: NaiveEvents): Pair => {
  const { events, pickEvents, isInArea, isInPeriod, knownAt } = naive
  const needs = pickEvents('NeedSubmitted')
    .filter((one) => isInPeriod(one.recordedAt))
    .filter((one) => isInArea(findOwner(naive, text(one, 'unitId'), 'needId', one['needId'])))
    .map((one) => ({
      due: text(one, 'answerDueAt'),
      own: events.filter((other) => other['needId'] === one['needId']),
    }))
    .filter(({ due }) => due <= knownAt)
    .filter(({ due, own }) => {
      const withdrawn = own.filter(({ type }) => type === 'NeedWithdrawn').at(-1)
      return withdrawn === undefined || !withdrawn['unanswered'] || withdrawn.recordedAt >= due
    })
  const onTime = needs.filter(({ due, own }) =>
    own.some(({ type, recordedAt }) => answers.has(type) && recordedAt <= due),
  )
  return [onTime.length, needs.length]
}

/** A review after the closing gives the round another outcome (O7). */
const closings: ReadonlySet<string> = new Set<LedgerEvent['type']>(['OrderClosed', 'OutcomeRevised'])

/** An order with what its last round came to. */
interface NaiveOrder {
  readonly has: (type: string) => boolean
  /** Escalations less those that were undone (A15), which is one step at a time in these histories. */
  readonly steps: number
  readonly closing: Said | undefined
  readonly review: Said | undefined
  readonly takenBack: boolean
}
const readOrder = ({ events }: NaiveEvents, orderId: unknown): NaiveOrder => {
  const own = events.filter((other) => other['orderId'] === orderId && other['offerId'] !== undefined)
  const pick = (type: string): ReadonlyArray<Said> => own.filter((one) => one.type === type)
  const round = 1 + pick('OrderReopened').length
  const isOfRound = (one: Said): boolean => Number(one['round']) === round
  return {
    has: (type) => pick(type).length > 0,
    steps: pick('OrderEscalated').length - pick('EscalationUndone').length,
    closing: own.findLast((one) => closings.has(one.type) && isOfRound(one)),
    review: pick('OrderReviewed').filter(isOfRound).at(-1),
    takenBack: pick('OrderCancelled').some((other) => other['beforeAcceptance']),
  }
}

const recountOffers = ({ pickEvents, isInArea, isInPeriod }: NaiveEvents): Pair => {
  const offers = pickEvents('OfferExpired', 'ClaimLapsed', 'OfferDeclined', 'OrderAccepted').filter(
    (one) => isInPeriod(one.recordedAt) && isInArea(text(one, 'handler')),
  )
  return [offers.filter(({ type }) => type === 'OfferExpired' || type === 'ClaimLapsed').length, offers.length]
}

type OrderIndicator = 'I05' | 'I07' | 'I08' | 'I09' | 'I10' | 'I11' | 'I12'
const recountOrders = (naive: NaiveEvents): Readonly<Record<OrderIndicator, Pair>> => {
  const { pickEvents, isInArea, isInPeriod } = naive
  const orders = pickEvents('OrderPlaced')
    .filter((one) => isInPeriod(one.recordedAt))
    .filter((one) => isInArea(findOwner(naive, text(one, 'owner'), 'orderId', one['orderId'])))
    .map((one) => readOrder(naive, one['orderId']))
  const counted = orders.filter(({ takenBack }) => !takenBack)
  const done = counted.filter(({ closing }) => closing !== undefined)
  const reviewed = done.filter(({ review }) => review !== undefined && review['ownTeam'] !== true)
  const closed = orders.filter(({ has }) => has('OrderClosed'))
  const countOutcome = (outcome: string) => done.filter(({ closing }) => closing?.['outcome'] === outcome).length
  return {
    I05: [done.length, counted.length],
    I07: [countOutcome('solved'), done.length],
    I08: [reviewed.filter(({ review }) => Number(review?.['rating']) >= 4).length, reviewed.length],
    I09: [orders.filter(({ steps }) => steps > 0).length, orders.length],
    I10: [countOutcome('unreviewed'), done.length],
    I11: [orders.filter(({ has }) => has('OrderUnmet')).length, orders.length],
    I12: [closed.filter(({ has }) => has('OrderReopened')).length, closed.length],
  }
}

/** The indicators of the loop from a need to its review. */
export const recountRequests = (naive: NaiveEvents): Readonly<Record<OrderIndicator | 'I04' | 'I13', Pair>> => ({
  ...recountOrders(naive),
  I04: recountAnswers(naive),
  I13: recountOffers(naive),
})
