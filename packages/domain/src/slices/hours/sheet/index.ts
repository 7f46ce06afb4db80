import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { SheetCommand, SheetEvent } from './sheet.codec.ts'
import { sheetDecider } from './sheet.decide.ts'
import { sheetLifecycle } from './sheet.lifecycle.ts'
import type { SheetState } from './sheet.read.ts'
import type { SheetRejection } from './sheet.rejection.ts'
import { restoreSheet } from './sheet.restore.ts'

export * from './sheet.codec.ts'
export * from './sheet.read.ts'
export type * from './sheet.rejection.ts'

/** Paper sheets: one document, one approver, many records (H14). */
export const sheet: Slice<SheetCommand, SheetState, SheetEvent, SheetRejection, 'sheet'> = {
  name: 'sheet',
  command: SheetCommand,
  event: SheetEvent,
  decider: sheetDecider,
  lifecycle: tableLifecycle(sheetLifecycle, ({ type }) => type),
  restoreCommand: restoreSheet,
}
