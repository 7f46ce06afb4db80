/** What a sheet's lines add to a volunteer's records (H14). */
import type * as t from 'io-ts'
import { closed, literal, oneOf } from '@zhiyuan/kernel'
import { BodyId, SheetId } from '../../../vocabulary/ids.ts'
import { EvidenceGrade } from '../../../vocabulary/values.ts'
import { recordKey } from './record.fields.ts'

/** What became of the sheet on which a line stands. */
export const LineRuling = oneOf('LineRuling', ['approved', 'returned', 'rejected'])
export type LineRuling = t.TypeOf<typeof LineRuling>

/** The sheet of this record was ruled on; the grade is what the record is worth from then on (H14). What follows from it stands beside it. */
export const SheetLineSettled = closed({
  type: literal('SheetLineSettled'),
  ...recordKey,
  bodyId: BodyId,
  sheetId: SheetId,
  ruling: LineRuling,
  grade: EvidenceGrade,
})
export interface SheetLineSettled extends t.TypeOf<typeof SheetLineSettled> {}

/** Sent by a process for each line of a sheet that was entered (H14): a `manual` record, with marks and holds as any other. */
export const EnterSheetLine = closed({ type: literal('EnterSheetLine'), ...recordKey })
export interface EnterSheetLine extends t.TypeOf<typeof EnterSheetLine> {}
/**
 * Sent by a process for each line after its sheet was ruled on, and again when the last hold on a line was cleared (H14). A no-op while no
 * ruling is there, and for a record that is held, or was entered again on its own.
 */
export const SettleSheetLine = closed({ type: literal('SettleSheetLine'), ...recordKey })
export interface SettleSheetLine extends t.TypeOf<typeof SettleSheetLine> {}
