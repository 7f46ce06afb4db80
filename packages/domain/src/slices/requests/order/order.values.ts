/** The values of an order. */
import type * as t from 'io-ts'
import { closed, Instant, integer, oneOf } from '@zhiyuan/kernel'

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
 * The canceller: the requester's side by its capacity (N10), a proxy of the office, who counts as the office (N15), the handler, the withdrawal
 * or referral of the need, or that the need has too many orders.
 */
export const CancelledBy = oneOf('CancelledBy', [
  'requester',
  'contact',
  'proxy',
  'office-proxy',
  'handler',
  'need-withdrawn',
  'need-referred',
  'need-full',
])
export type CancelledBy = t.TypeOf<typeof CancelledBy>

/** The party that handed an order back. */
export const HandedBackBy = oneOf('HandedBackBy', ['team', 'handler', 'timer'])
export type HandedBackBy = t.TypeOf<typeof HandedBackBy>

/** Whose word a day of service is: the requester's side asked for it or agreed to it, or only the office or the team noted it (O22). */
export const DayBy = oneOf('DayBy', ['requester', 'office', 'team'])
export type DayBy = t.TypeOf<typeof DayBy>
/** The day of service that is the due date of the round, to its midnight (O22). */
export const ServiceDay = closed({ endsAt: Instant, by: DayBy })
export interface ServiceDay extends t.TypeOf<typeof ServiceDay> {}

/** Who set the time of an order that was accepted without one (O22). */
export const TimeSetBy = oneOf('TimeSetBy', ['team', 'handler'])
export type TimeSetBy = t.TypeOf<typeof TimeSetBy>

/** Who granted or refused a later due date: the requester's side, or the unit above the handler (O27). */
export const ExtensionBy = oneOf('ExtensionBy', ['requester', 'contact', 'proxy', 'unit-above'])
export type ExtensionBy = t.TypeOf<typeof ExtensionBy>
