/**
 * A paper sheet (H14).
 *
 * Choice: the place "stood before it began" is strict: known a millisecond before its start. The start is the one that the log planned or published, not the first line.
 * Choice: the head count is asked for each line's local day; a line of another day than the count is `manual`, the others keep their grade.
 * Choice: a sheet with more lines than the count is kept, and all its lines are `manual`.
 * Choice: "the unit above approves" is the unit above the body's. A sheet approved by an approver of the body is `manual`, and it is verified all the same.
 * Choice: who gave the list, by name or by hand, stands on no line of it (H7: the recorder is not the credited one), and the approver is neither of them nor on a line.
 * A human stands on one line only.
 */
import { localDay } from './calendar.oracle.fixture.ts'
import { isCounted } from './head-count.oracle.fixture.ts'
import type { HeadCount } from './head-count.oracle.fixture.ts'

export interface SheetLine {
  readonly record: string
  readonly human: string
  readonly start: number
}

export interface PaperSheet {
  readonly sheet: string
  readonly place: string
  readonly name: string
  readonly hand: string
  readonly imageHash: string | null
  readonly lines: readonly SheetLine[]
}

export interface SheetPlace {
  /** The instant since which the order or session stands in the log; null where it does not. */
  readonly knownSince: number | null
  readonly begins: number
}

export type SheetRefusal = 'no-lines' | 'no-image' | 'human-twice' | 'recorder-on-line'

/** Tells the first reason to refuse a sheet; null where it is taken. */
export const refuseSheet = ({ lines, imageHash, name, hand }: PaperSheet): SheetRefusal | null => {
  if (lines.length === 0) return 'no-lines'
  if (imageHash === null) return 'no-image'
  if (new Set(lines.map(({ human }) => human)).size < lines.length) return 'human-twice'
  return lines.some(({ human }) => human === name || human === hand) ? 'recorder-on-line' : null
}

export const mayApproveSheet = (approver: string, { lines, name, hand }: PaperSheet): boolean =>
  approver !== name && approver !== hand && !lines.some(({ human }) => human === approver)

/** Tells the grade of each line, in the order of the sheet. */
export const gradeLines = (
  sheet: PaperSheet,
  place: SheetPlace,
  counts: readonly HeadCount[],
  approvedBy: 'body' | 'unit-above',
  offsetMinutes: number,
): readonly ('attested' | 'manual')[] => {
  const stood = place.knownSince !== null && place.knownSince < place.begins
  return sheet.lines.map(({ start }) =>
    stood && approvedBy === 'unit-above' && isCounted(sheet.sheet, sheet.place, localDay(start, offsetMinutes), counts)
      ? 'attested'
      : 'manual',
  )
}
