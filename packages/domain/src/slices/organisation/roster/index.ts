import type { Slice } from '@zhiyuan/kernel'
import { RosterCommand, RosterEvent } from './roster.codec.ts'
import { rosterDecider, type RosterRejection } from './roster.decide.ts'
import type { RosterBook } from './roster.read.ts'
import { restoreRoster } from './roster.restore.ts'

export * from './roster.codec.ts'
export * from './roster.read.ts'
export type { HeadTwice, OnAnotherRoster, RosterRejection } from './roster.decide.ts'

/** In-service rosters by employing body. */
export const roster: Slice<RosterCommand, RosterBook, RosterEvent, RosterRejection, 'roster'> = {
  name: 'roster',
  command: RosterCommand,
  event: RosterEvent,
  decider: rosterDecider,
  lifecycle: { table: null, reason: 'rosters are only adopted; which one holds is read off their dates' },
  restoreCommand: restoreRoster,
}
