import type { Slice } from '@zhiyuan/kernel'
import { FoundingCommand, FoundingEvent } from './ledger.codec.ts'
import { foundingDecider, type FoundingRejection } from './ledger.decide.ts'
import type { Founding } from './ledger.read.ts'
import { restoreFounding } from './ledger.restore.ts'

export * from './ledger.codec.ts'
export * from './ledger.read.ts'
export type { AlreadyFounded, FoundingRejection, OtherLog } from './ledger.decide.ts'

/** The ledger itself: the name of its log, its jurisdiction, and the person who founded it (L4). */
export const founding: Slice<FoundingCommand, Founding | null, FoundingEvent, FoundingRejection, 'ledger'> = {
  name: 'ledger',
  command: FoundingCommand,
  event: FoundingEvent,
  decider: foundingDecider,
  lifecycle: { table: null, reason: 'a ledger is founded once, and nothing else happens to it' },
  restoreCommand: restoreFounding,
}
