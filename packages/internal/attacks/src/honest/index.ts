/** Every honest day. */
import type { HonestDay } from './honest.ts'
import { paperDays } from './paper.ts'
import { presenceDays } from './presence.ts'

export const honestDays: ReadonlyArray<HonestDay> = [...paperDays, ...presenceDays]
