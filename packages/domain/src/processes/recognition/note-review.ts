import { send, type PersonId, type Process, type Reaction, type StreamVersion } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { OrderReviewed } from '../../slices/requests/order/order.codec.ts'
import type { OrderRound } from '../../vocabulary/occasion.ts'
import type { Rating } from '../../vocabulary/values.ts'

/** One round of an order: the last review with those it has reached by their seats, and who has minutes in the round. */
export interface ReviewedRoundRow {
  readonly review: {
    readonly rating: Rating | null
    readonly reviewer: PersonId
    readonly orderVersion: StreamVersion
  } | null
  readonly seated: ReadonlyArray<PersonId>
  readonly served: ReadonlyArray<PersonId>
}

type Recorded = Extract<LedgerEvent, { readonly type: 'RecordVerified' }>
type Round = Pick<OrderRound, 'orderId' | 'round'>

const roundKey = ({ orderId, round }: Round): string => `${orderId}.${round}`

/** The round that a record credits; null for a session. */
const findRound = ({ source }: Recorded): OrderRound | null => (source.type === 'order' ? source : null)

const note = (
  volunteer: PersonId,
  { orderId, round }: Round,
  review: NonNullable<ReviewedRoundRow['review']>,
): Reaction<LedgerCommand> => send({ type: 'NoteReview', volunteer, orderId, round, ...review })

/** O9: a review of the own team is none for the score. */
const findRating = ({ ownTeam, rating }: OrderReviewed): Rating | null => (ownTeam ? null : rating)

const isOutOfScore = ({ ownTeam, replaces }: OrderReviewed): boolean => ownTeam && replaces === null

const reactToReview = (
  event: OrderReviewed,
  orderVersion: StreamVersion,
  served: ReadonlyArray<PersonId>,
): ReadonlyArray<Reaction<LedgerCommand>> =>
  [...new Set([...event.seated, ...served])].map((volunteer) =>
    note(volunteer, event, { rating: findRating(event), reviewer: event.reviewer, orderVersion }),
  )

/**
 * W11: a review reaches each volunteer who had a seat in the round or has minutes in it, also when the record came later. The one of a member
 * of the serving team is out of the score, and the one that it replaces leaves it (O9).
 */
export const noteReview: Process<ReviewedRoundRow, LedgerEvent, LedgerCommand> = {
  name: 'note-review',
  version: 1,
  initial: () => ({ review: null, seated: [], served: [] }),
  keys: (event) => {
    if (event.type === 'OrderReviewed') return isOutOfScore(event) ? [] : [roundKey(event)]
    const round = event.type === 'RecordVerified' ? findRound(event) : null
    return round === null ? [] : [roundKey(round)]
  },
  evolve: (row, { data, version }) => {
    if (data.type === 'OrderReviewed')
      return {
        ...row,
        review: { rating: findRating(data), reviewer: data.reviewer, orderVersion: version },
        seated: data.seated,
      }
    if (data.type !== 'RecordVerified' || row.served.includes(data.volunteer)) return row
    return { ...row, served: [...row.served, data.volunteer] }
  },
  react: ({ data, version }, [row]) => {
    if (data.type === 'OrderReviewed') return isOutOfScore(data) ? [] : reactToReview(data, version, row?.served ?? [])
    const round = data.type === 'RecordVerified' ? findRound(data) : null
    if (data.type !== 'RecordVerified' || round === null || row === undefined) return []
    if (row.review === null || row.review.rating === null) return []
    if (row.seated.includes(data.volunteer)) return []
    return [note(data.volunteer, round, row.review)]
  },
}
