/** What is read of the log, in the order in which the runtime brings it up to date: rows for lists, passbooks and figures. */
import { assessmentNeeds } from './assessment/needs/project.ts'
import { assessmentOrders } from './assessment/orders/project.ts'
import { passbook } from './passbook/project.ts'
import { teamBoard } from './team-board/project.ts'
import { timeline } from './timeline/project.ts'
import { toDo } from './to-do/project.ts'
import { volunteers } from './volunteers/project.ts'

/** The views of the loop, from a need to its thanks. */
const loopViews = [timeline, toDo, teamBoard, passbook] as const

/** Every view behind stars and assessment. */
export const figureViews = [volunteers, assessmentNeeds, assessmentOrders] as const

/** What is read of the log: rows for lists, passbooks and figures. */
export const views = [...loopViews, ...figureViews] as const
