import { defineView } from '../cases.ts'
import { keepAsked } from './asked-corrections.ts'
import { besideOrders } from './beside-orders.ts'
import { diary } from './diary.ts'
import { noteDetails } from './details.ts'
import { noDetails } from './named.ts'
import { addDoubled } from './doubled.ts'
import { bursts } from './bursts.ts'
import { watches } from './watches.ts'
import { addLapses } from './lapsed-rulings.ts'
import { needs } from './needs.ts'
import { orders } from './orders.ts'
import { proposals } from './proposals.ts'
import { registrations } from './registrations.ts'
import { noMarks, type ToDoRow } from './row.ts'
import { attendance, records } from './service.ts'
import { sheets } from './sheets.ts'
import { stars } from './stars.ts'
import { teams } from './teams.ts'

const items = defineView<ToDoRow>('to-do', 2, {
  initial: () => ({ subject: null, waits: null, since: null, due: [], marks: noMarks, details: noDetails }),
  cases: addLapses({
    ...needs,
    ...addDoubled(orders),
    ...besideOrders,
    ...attendance,
    ...records,
    ...sheets,
    ...stars,
    ...registrations,
    ...proposals,
    ...diary,
    ...bursts,
    ...watches,
    ...teams,
  }),
})

/** The to-do list: what waits and which clocks run, by unit, by body, and at the authority over stars. */
export const toDo: typeof items = {
  ...items,
  evolve: (row, envelope, key) => {
    const next = items.evolve(row, envelope, key)
    return next === row ? row : keepAsked(row, noteDetails(row, next, envelope.data), envelope.data)
  },
}
