/** The views of the loop from need to thanks. */
import { teamBoard } from './team-board/project.ts'

export const loopViews = [teamBoard] as const
