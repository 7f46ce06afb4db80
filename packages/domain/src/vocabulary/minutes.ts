import { minutesBetween } from '@zhiyuan/kernel'
import type { Segments } from './values.ts'

/** H13: the sum over segments of whole minutes, each rounded down. */
export const sumMinutes = (segments: Segments): number =>
  segments.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)
