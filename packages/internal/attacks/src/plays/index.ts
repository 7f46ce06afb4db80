/** Every attack, by area. */
import type { Attack } from '../attack.ts'
import { crowds } from './crowds.ts'
import { long } from './long.ts'
import { offices } from './offices.ts'
import { orders } from './orders.ts'
import { ordersByHand } from './orders-by-hand.ts'
import { people } from './people.ts'
import { points } from './points.ts'
import { presence } from './presence.ts'
import { reviews } from './reviews.ts'
import { sheets } from './sheets.ts'
import { sold } from './sold.ts'

export const attacks: ReadonlyArray<Attack> = [
  ...crowds,
  ...sold,
  ...long,
  ...sheets,
  ...ordersByHand,
  ...presence,
  ...reviews,
  ...orders,
  ...points,
  ...people,
  ...offices,
]
