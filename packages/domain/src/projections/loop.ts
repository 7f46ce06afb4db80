/** The views of the loop from need to thanks. */
import { teamBoard } from './team-board/project.ts'

export const loopViews = [teamBoard] as const

export * from './team-board/project.ts'
export * from './team-board/rank.ts'
export type * from './team-board/row.ts'
