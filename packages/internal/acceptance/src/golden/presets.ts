/** The policy of the story and the calendar of 2020, as commands. */
import { calendar2020to2026, test1 as policy } from '@zhiyuan/domain'
import type { StoryCommand } from './command.ts'

type Commands = ReadonlyArray<StoryCommand>

export const test1: Commands = [{ type: 'AdoptPolicy', ...policy }]
export const testCalendar: Commands = calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear', ...year }))
