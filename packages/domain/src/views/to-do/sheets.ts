import type { BodyId, SheetId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

interface OfSheet {
  readonly bodyId: BodyId
  readonly sheetId: SheetId
}
const sheet = caseHere(({ bodyId, sheetId }: OfSheet) => ({ place: bodyId, subject: { type: 'sheet', sheetId } }))

/** Items at the body: a sheet waits as one, for its approver or to be entered again (H14). */
export const sheets: Cases<ToDoRow> = {
  SheetEntered: sheet(() => startWaiting('approval')),
  SheetApproved: sheet(endWaiting),
  SheetReturned: sheet(() => startWaiting('resubmission')),
  SheetRejected: sheet(endWaiting),
}
