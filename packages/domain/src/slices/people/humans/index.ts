import type { Slice } from '@zhiyuan/kernel'
import { HumansCommand, HumansEvent } from './humans.codec.ts'
import { humansDecider } from './humans.decide.ts'
import type { Humans } from './humans.read.ts'
import type { HumansRejection } from './humans.rejection.ts'
import { restoreHumans } from './humans.restore.ts'

export * from './humans.codec.ts'
export * from './humans.read.ts'
export type * from './humans.rejection.ts'

/** Which registrations are one human. */
export const humans: Slice<HumansCommand, Humans, HumansEvent, HumansRejection, 'humans'> = {
  name: 'humans',
  command: HumansCommand,
  event: HumansEvent,
  decider: humansDecider,
  lifecycle: { table: null, reason: 'registrations come together and part; none of them waits for anything by it' },
  restoreCommand: restoreHumans,
}
