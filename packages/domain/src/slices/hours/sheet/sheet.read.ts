/** What others may read of a sheet. */
import * as E from 'fp-ts/lib/Either.js'
import { decode, streamRead, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import { SheetId, type PersonId, type RecordId } from '../../../vocabulary/ids.ts'
import type { EvidenceGrade, Reason } from '../../../vocabulary/values.ts'
import type { SheetEntered, SheetLine } from './sheet.codec.ts'
import { sheetFold, type SheetState } from './sheet.state.ts'

export type { SheetFacts, SheetState } from './sheet.state.ts'
export { sheetFold } from './sheet.state.ts'

export const sheetStream = (sheet: SheetId): StreamName => `sheet-${sheet}`
export const sheetRead = (sheet: SheetId): StreamRead<SheetState> => streamRead(sheetStream(sheet), sheetFold)

/** A line of an edition of a sheet; lines count from 1. */
export interface LineRef {
  readonly sheetId: SheetId
  readonly edition: number
  readonly line: number
}

/** The id of a line's record. It has a prefix that no other record has, so it can be parsed and is unique. */
export const lineRecordId = ({ sheetId, edition, line }: LineRef): RecordId =>
  `p.${sheetId}.${edition}.${line}` as RecordId

/** Parses the id of a record; null where it is of no sheet. */
export const parseLine = (recordId: RecordId): LineRef | null => {
  const [kind, sheet, edition, line] = recordId.split('.')
  const sheetId = decode(SheetId)(sheet)
  if (kind !== 'p' || E.isLeft(sheetId)) return null
  const ref = { sheetId: sheetId.right, edition: Number(edition), line: Number(line) }
  return lineRecordId(ref) === recordId ? ref : null
}

/** The lines of a sheet with the ids of their records. */
export const listLines = ({ sheetId, edition, lines }: SheetEntered) =>
  lines.map((line, index) => ({ ...line, recordId: lineRecordId({ sheetId, edition, line: index + 1 }) }))

/** An edition with one of its lines; null where there is no such line. */
export const findLine = (
  state: SheetState,
  { edition, line }: LineRef,
): { readonly entered: SheetEntered; readonly line: SheetLine } | null => {
  const entered = state.type === 'None' ? undefined : state.editions.find((one) => one.edition === edition)
  const found = entered?.lines[line - 1]
  return entered === undefined || found === undefined ? null : { entered, line: found }
}

/** What was ruled on an edition; null while it waits. */
export type SheetRuling =
  | { readonly type: 'approved'; readonly by: PersonId; readonly grade: EvidenceGrade }
  | { readonly type: 'returned'; readonly by: PersonId }
  | { readonly type: 'rejected'; readonly by: PersonId; readonly reason: Reason }

/** The ruling on an edition. Those before the last one were returned. */
export const findRuling = (state: SheetState, edition: number): SheetRuling | null => {
  if (state.type === 'None') return null
  const returned = state.returns.find((one) => one.edition === edition)
  if (returned !== undefined) return { type: 'returned', by: returned.by }
  if (state.type === 'Approved') return { type: 'approved', by: state.approved.by, grade: state.approved.grade }
  if (state.type === 'Rejected') return { type: 'rejected', by: state.rejected.by, reason: state.rejected.reason }
  return null
}
