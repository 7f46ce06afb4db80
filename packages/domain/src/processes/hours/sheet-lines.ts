import { send, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { EnterSheetLine } from '../../slices/hours/record/record.codec.ts'
import type { SheetEntered } from '../../slices/hours/sheet/sheet.codec.ts'
import { listLines, parseLine } from '../../slices/hours/sheet/sheet.read.ts'

type EventTypes = ReadonlyArray<LedgerEvent['type']>
type LineOfSheet = Pick<EnterSheetLine, 'volunteer' | 'recordId'>
/** The lines of all editions of a sheet, by the id of the sheet. */
export type SheetLinesRow = ReadonlyArray<LineOfSheet>

const ruling = ['SheetApproved', 'SheetReturned', 'SheetRejected'] as const satisfies EventTypes
type Ruling = Extract<LedgerEvent, { readonly type: (typeof ruling)[number] }>
const isRuling = (event: LedgerEvent): event is Ruling => (ruling as ReadonlyArray<string>).includes(event.type)

const copyLines = (entered: SheetEntered): SheetLinesRow =>
  listLines(entered).map(({ volunteer, recordId }) => ({ volunteer, recordId }))
const settle = ({ volunteer, recordId }: LineOfSheet) => send({ type: 'SettleSheetLine' as const, volunteer, recordId })

/**
 * H14: a sheet that was entered makes a record of each line; a ruling on it settles each of them. A line on which holds are open is settled
 * after the last of them was cleared.
 */
export const sheetLines: Process<SheetLinesRow, LedgerEvent, LedgerCommand> = {
  name: 'sheet-lines',
  version: 1,
  initial: () => [],
  keys: (event) => (event.type === 'SheetEntered' || isRuling(event) ? [event.sheetId] : []),
  evolve: (row, { data }) => (data.type === 'SheetEntered' ? [...row, ...copyLines(data)] : row),
  react: ({ data }, [row = []]) => {
    if (data.type === 'SheetEntered') return copyLines(data).map((line) => send({ type: 'EnterSheetLine', ...line }))
    if (isRuling(data)) return row.map(settle)
    const isSettled = data.type === 'HoldCleared' && !data.stillHeld && parseLine(data.recordId) !== null
    return isSettled ? [settle(data)] : []
  },
}
