/** Visits that both sides invent, for a month: no third person was there. */
import type { Stage } from '../attack.ts'
import { interval } from '../county.ts'
import { arrive, leave, order, report, review, acceptOrder, takeSeat } from './round.ts'
import { verify } from './words.ts'

/** Eight mornings of May, every second day: the number of the order, its day, and the evening before. */
export const mornings = [1, 2, 3, 4, 5, 6, 7, 8].map((no) => ({
  no,
  orderId: `O${no}`,
  day: `05-${String(6 + 2 * no).padStart(2, '0')}`,
  before: `05-${String(5 + 2 * no).padStart(2, '0')} 00:00`,
}))

/** a checks in and out eight times for two hours; the requester gives the best review. */
export const inventVisits =
  (requester: string) =>
  async (stage: Stage): Promise<void> => {
    for (const { no, orderId, day, before } of mornings) {
      await stage.at(before)
      await order(stage, before, interval(`${day} 01:00`, `${day} 03:00`), { no, seats: 1, by: requester, requester })
      await acceptOrder(stage, no)
      await stage.does('a', takeSeat(orderId))
      await stage.at(`${day} 01:00`)
      await stage.does('a', arrive('a', orderId))
      await stage.at(`${day} 03:00`)
      await stage.does('a', leave('a', orderId))
      await stage.does('b', { ...report, orderId })
      await stage.does(requester, { ...review(5), orderId })
      await stage.at(`${day} 08:00`)
      await stage.tries('q0', verify('a', `o.${orderId}.1`))
    }
  }
