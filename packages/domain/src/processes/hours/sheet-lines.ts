import { send, type PersonId, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import { nameSheetList } from '../../slices/attendance/head-count/head-count.read.ts'
import type { EnterSheetLine } from '../../slices/hours/record/record.codec.ts'
import type { SheetEntered } from '../../slices/hours/sheet/sheet.codec.ts'
import { listLines, parseLine } from '../../slices/hours/sheet/sheet.read.ts'

type EventTypes = ReadonlyArray<LedgerEvent['type']>
type LineOfSheet = Pick<EnterSheetLine, 'volunteer' | 'recordId'>
/** The lines and hands of all editions of a sheet, and its occasion, by the id of the sheet. */
export interface SheetLinesRow {
  readonly occasion: Occasion | null
  readonly lines: ReadonlyArray<LineOfSheet>
  readonly hands: ReadonlyArray<PersonId>
}

const ruling = ['SheetApproved', 'SheetReturned', 'SheetRejected'] as const satisfies EventTypes
type Ruling = Extract<LedgerEvent, { readonly type: (typeof ruling)[number] }>
const isRuling = (event: LedgerEvent): event is Ruling => (ruling as ReadonlyArray<string>).includes(event.type)

const copyLines = (entered: SheetEntered): ReadonlyArray<LineOfSheet> =>
  listLines(entered).map(({ volunteer, recordId }) => ({ volunteer, recordId }))
const findOccasion = ({ occasion }: SheetEntered): Occasion =>
  occasion.type === 'order' ? occasion : { type: 'session', sessionId: occasion.sessionId }
const settle = ({ volunteer, recordId }: LineOfSheet) => send({ type: 'SettleSheetLine' as const, volunteer, recordId })

const addHands = (hands: ReadonlyArray<PersonId>, { responsible, recorder }: SheetEntered): ReadonlyArray<PersonId> => [
  ...new Set([...hands, responsible, recorder]),
]

/** The sheet takes its place behind the lists that were there before, and then each line becomes a record. */
const enterLines = (entered: SheetEntered, hands: ReadonlyArray<PersonId>): ReadonlyArray<Reaction<LedgerCommand>> => {
  const { sheetId, edition, day, lines } = entered
  const listId = nameSheetList(sheetId, edition)
  const people = lines.map(({ volunteer }) => volunteer)
  const occasion = findOccasion(entered)
  return [
    send({ type: 'NoteList', occasion, listId, hands, people, day }),
    ...copyLines(entered).map((line) => send({ type: 'EnterSheetLine' as const, ...line })),
  ]
}

/** A sheet that does not stand gives its heads free. */
const dropList = (
  { type, sheetId, edition }: Ruling,
  { occasion }: SheetLinesRow,
): ReadonlyArray<Reaction<LedgerCommand>> =>
  type === 'SheetApproved' || occasion === null
    ? []
    : [send({ type: 'DropList', occasion, listId: nameSheetList(sheetId, edition) })]

/**
 * H14: a sheet that was entered makes a record of each line; a ruling on it settles each of them. A line on which holds are open is settled
 * after the last of them was cleared. H12: the sheet is noted beside the head counts of its occasion.
 */
export const sheetLines: Process<SheetLinesRow, LedgerEvent, LedgerCommand> = {
  name: 'sheet-lines',
  version: 2,
  initial: () => ({ occasion: null, lines: [], hands: [] }),
  keys: (event) => (event.type === 'SheetEntered' || isRuling(event) ? [event.sheetId] : []),
  evolve: (row, { data }) =>
    data.type === 'SheetEntered'
      ? {
          occasion: findOccasion(data),
          lines: [...row.lines, ...copyLines(data)],
          hands: addHands(row.hands, data),
        }
      : row,
  react: ({ data }, [row]) => {
    if (data.type === 'SheetEntered' && row !== undefined) return enterLines(data, row.hands)
    if (isRuling(data) && row !== undefined) return [...dropList(data, row), ...row.lines.map(settle)]
    const isSettled = data.type === 'HoldCleared' && !data.stillHeld && parseLine(data.recordId) !== null
    return isSettled ? [settle(data)] : []
  },
}
