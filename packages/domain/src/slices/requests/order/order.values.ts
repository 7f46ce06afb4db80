/** The values of an order. */
import type * as t from 'io-ts'
import { integer, oneOf } from '@zhiyuan/kernel'

export interface SeatsBrand {
  readonly Seats: unique symbol
}
/** Volunteers asked for: a whole number from 1 to 500. */
export type Seats = t.Branded<number, SeatsBrand>
export const Seats = integer<SeatsBrand>('Seats', 1, 500)

/** What a requester says of the result. */
export const Verdict = oneOf('Verdict', ['solved', 'partly', 'not-solved'])
export type Verdict = t.TypeOf<typeof Verdict>

/** How a round ended for the requester (O7); `not-asked` waits for service plans (O21). */
export const Outcome = oneOf('Outcome', ['solved', 'partly', 'not-solved', 'unreviewed'])
export type Outcome = t.TypeOf<typeof Outcome>

/** The capacity of a reviewer, always labelled (O9, N10). */
export const ReviewerKind = oneOf('ReviewerKind', ['requester', 'contact', 'proxy'])
export type ReviewerKind = t.TypeOf<typeof ReviewerKind>

/** Why a seat was freed. */
export const SeatFreedReason = oneOf('SeatFreedReason', [
  'withdrawn',
  'not-cleared',
  'substituted',
  'released',
  'absent',
])
export type SeatFreedReason = t.TypeOf<typeof SeatFreedReason>

/**
 * The canceller: the requester's side by its capacity (N10), the handler, the withdrawal of the need, or that the need has too many orders.
 */
export const CancelledBy = oneOf('CancelledBy', [
  'requester',
  'contact',
  'proxy',
  'handler',
  'need-withdrawn',
  'need-full',
])
export type CancelledBy = t.TypeOf<typeof CancelledBy>

/** The party that handed an order back. */
export const HandedBackBy = oneOf('HandedBackBy', ['team', 'handler', 'timer'])
export type HandedBackBy = t.TypeOf<typeof HandedBackBy>
