/** A correction that is asked for waits again once its record, held or suspended meanwhile, counts again (H9, H22). */
import type { LedgerEvent } from '../../ledger.ts'
import { startWaiting } from './cases.ts'
import type { AskedCorrection, ToDoRow } from './row.ts'

/** The correction is answered, or its record has ended. */
const answers: ReadonlySet<LedgerEvent['type']> = new Set(['RecordCorrected', 'RecordUpheld', 'RecordVoided'])

const noteAsked = (
  asked: AskedCorrection | undefined,
  row: ToDoRow,
  event: LedgerEvent,
): AskedCorrection | undefined => {
  if (event.type === 'CorrectionRequested')
    return { correctionId: event.correctionId, waits: 'correction', due: row.due }
  if (event.type === 'ObjectionOverdue' && event.holdId === null && asked !== undefined)
    return { ...asked, waits: 'late-correction', due: [] }
  return answers.has(event.type) ? undefined : asked
}

/** Keeps beside a record's item the correction that was asked for, and brings it back where nothing stands before it any more. */
export const keepAsked = ({ asked: before }: ToDoRow, row: ToDoRow, event: LedgerEvent): ToDoRow => {
  const asked = noteAsked(before, row, event)
  if (asked === undefined) {
    const { asked: _ended, ...rest } = row
    return rest
  }
  return event.type === 'RecordReinstated'
    ? { ...row, ...startWaiting(asked.waits, ...asked.due), details: { correctionId: asked.correctionId }, asked }
    : { ...row, asked }
}
