import type { EventId } from '@zhiyuan/kernel'
import type { OfferId, OrderId, TeamId } from '../../vocabulary/ids.ts'
import type { TeamFacts } from '../../slices/organisation/team/team.read.ts'
import type { Interval, Round } from '../../vocabulary/values.ts'
import type { Noted } from '../noted.ts'

/** What was offered to a team: this order, at its time if it has one. */
export interface Slot {
  readonly orderId: OrderId
  readonly planned: Interval | null
}

/** An offer that the team has not answered yet, or has refused. */
export interface BoardOffer extends Slot, Noted {
  readonly offerId: OfferId
}

/** An order round that the team has accepted and not finished. */
export interface BoardOrder extends Noted {
  readonly orderId: OrderId
  readonly round: Round
}

/** The key of the row that stands for the whole board; no team has this id. */
export const boardKey = '*'

/** One team as a dispatcher sees it: its data, its open offers, its load, and what it has refused. */
export interface TeamBoardRow {
  readonly teamId: TeamId
  /** Null until it is founded. */
  readonly team: TeamFacts | null
  readonly offers: ReadonlyArray<BoardOffer>
  readonly serving: ReadonlyArray<BoardOrder>
  /** Orders that have lost their last cleared seat, and wait for a volunteer of the team (O25). */
  readonly waiting: ReadonlyArray<OrderId>
  readonly refusals: ReadonlyArray<BoardOffer>
  /** On the row of the board alone: the last event that changed what a ranking reads (O10). */
  readonly lastEvent: EventId | null
}
