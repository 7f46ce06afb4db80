/** One order from its need to its thanks, as the ledger writes it: 31 events of two volunteers, in their order. */
import { clearVolunteers, holdService } from './attended-order.ts'
import { closeOrder } from './closed-order.ts'
import { acceptOffer, placeOrder } from './placed-order.ts'
import { recordService } from './recorded-order.ts'
import type { Around } from './round.ts'
import { servedNeed } from './served-need.ts'
import { formatTime, type Served, type Written } from './written.ts'

/** All that is written about one order. */
export const servedOrder = (served: Served): ReadonlyArray<Written> => {
  const opened = formatTime(served.days[1], '00:00')
  const around: Around = { orderId: `o${served.order}`, opened, round: 1, handler: served.village }
  return [
    ...servedNeed(served),
    ...placeOrder(served),
    ...acceptOffer(served, around),
    ...clearVolunteers(served, around),
    ...holdService(served, around),
    ...recordService(served),
    ...closeOrder(served, around),
  ]
}
