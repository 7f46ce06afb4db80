/** A month of mornings, an order for each: the days of which a single one would pass as chance. */
import type { Stage } from '../attack.ts'
import { interval } from '../county.ts'
import { mornings } from './invented.ts'
import { acceptOrder, order, takeSeat } from './round.ts'

type Morning = (typeof mornings)[number]

/** An order for each morning of the month; these have a seat. What they do begins at its planned start. */
export const eachMorning = async (
  stage: Stage,
  seated: ReadonlyArray<string>,
  serve: (morning: Morning) => Promise<void>,
  days: ReadonlyArray<Morning> = mornings,
): Promise<void> => {
  for (const one of days) {
    const { no, orderId, day, before } = one
    await stage.at(before)
    await order(stage, before, interval(`${day} 01:00`, `${day} 03:00`), { no, seats: Math.max(2, seated.length) })
    await acceptOrder(stage, no)
    for (const person of seated) await stage.does(person, takeSeat(orderId))
    await stage.at(`${day} 01:00`)
    await serve(one)
  }
}
