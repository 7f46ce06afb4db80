/** The views (read models), in the order in which the runtime brings them up to date: rows for lists, passbooks and figures. */
import { assessmentNeeds } from './assessment/needs/project.ts'
import { assessmentOrders } from './assessment/orders/project.ts'
import { ownRecords } from './own-records/project.ts'
import { passbook } from './passbook/project.ts'
import { rulings } from './rulings/project.ts'
import { secondLooks } from './second-looks/project.ts'
import { teamBoard } from './team-board/project.ts'
import { timeline } from './timeline/project.ts'
import { toDo } from './to-do/project.ts'
import { volunteers } from './volunteers/project.ts'

/** The views of the loop, from a need to its points. */
const loopViews = [timeline, toDo, teamBoard, passbook, ownRecords, secondLooks, rulings] as const

/** The views behind stars and assessment. */
export const figureViews = [volunteers, assessmentNeeds, assessmentOrders] as const

/** All views. */
export const views = [...loopViews, ...figureViews] as const
