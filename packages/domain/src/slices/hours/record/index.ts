import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { RecordCommand, RecordEvent } from './record.codec.ts'
import { recordDecider } from './record.decide.ts'
import { nameRecordPhase, recordLifecycle } from './record.lifecycle.ts'
import type { RecordRejection } from './record.rejection.ts'
import type { RecordState } from './record.state.ts'
import { restoreRecord } from './record.restore.ts'

export * from './record.codec.ts'
export * from './record.read.ts'
export type * from './record.rejection.ts'
export * from './burst.terms.ts'
export * from './record.terms.ts'

/** All service records of a volunteer: from submission to verification, correction and voiding. */
export const record: Slice<RecordCommand, RecordState, RecordEvent, RecordRejection, 'record'> = {
  name: 'record',
  command: RecordCommand,
  event: RecordEvent,
  decider: recordDecider,
  lifecycle: tableLifecycle(recordLifecycle, nameRecordPhase),
  restoreCommand: restoreRecord,
}
