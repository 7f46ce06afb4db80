/** The lines of a sheet as records: entered by its hand, and settled by its one approver (H14). */
import * as E from 'fp-ts/lib/Either.js'
import type { RecordId } from '../../../../vocabulary/ids.ts'
import {
  findLine,
  findRuling,
  parseLine,
  sheetRead,
  type SheetRuling,
  type SheetState,
} from '../../sheet/sheet.read.ts'
import type { EnterSheetLine, RecordEvent, SettleSheetLine, SheetLineSettled } from '../record.codec.ts'
import { isCounting, type RecordStatus, type ServiceRecord } from '../record.state.ts'
import { capture, captureReads } from './capture.ts'
import { holdOverlap, listOtherRecords, listOverlapping } from './overlap.ts'
import {
  copyDatedKeys,
  copyKeys,
  copyStanding,
  findRecord,
  humanReads,
  onProcess,
  otherReads,
  type Decision,
} from './shared.ts'

const readSheet = (recordId: RecordId) => {
  const line = parseLine(recordId)
  return { sheet: line === null ? null : sheetRead(line.sheetId) }
}

/** The line of a record; null where the record is of no sheet. */
const findOwnLine = (recordId: RecordId, sheet: SheetState | null) => {
  const ref = parseLine(recordId)
  const found = ref === null || sheet === null ? null : findLine(sheet, ref)
  return ref === null || found === null ? null : { ref, ...found }
}

/** H14: a line is a `manual` record of the recorder, as a Backfill is. */
export const enterSheetLine = onProcess<EnterSheetLine>()({
  reads: (command, state, moment) => ({ ...captureReads(command, state, moment), ...readSheet(command.recordId) }),
  thenReads: (found, command) => otherReads(found, command),
  about: ({ volunteer, recordId }, state, { sheet }) => {
    const own = findOwnLine(recordId, sheet)
    const isThere = findRecord(state, recordId) !== undefined
    return own === null || own.line.volunteer !== volunteer || isThere ? null : { recordId, state, ...own }
  },
  then: ({ recordId, state, entered, line }, facts, moment): Decision => {
    const { occasion, content, servedUnit, bodyId, teamId, recorder, responsible, reason } = entered
    const source = occasion.type === 'order' ? occasion : ({ type: 'session', sessionId: occasion.sessionId } as const)
    const { volunteer, segments, minutes } = line
    const said = { volunteer, recordId, source, segments, minutes, grade: 'manual', content, servedUnit } as const
    return capture(state, facts, moment, { ...said, bodyId, teamId, recorder, responsible, reason })
  },
})

type Waiting = Extract<RecordStatus, 'submitted' | 'held' | 'returned'>
const isWaiting = (status: RecordStatus): status is Waiting =>
  status === 'submitted' || status === 'held' || status === 'returned'

/** Whether the record still says what the sheet says: it was not entered again on its own. */
const isAsEntered = ({ entries }: ServiceRecord): boolean => entries.length === 1

/** An approved line counts from now on, unless it overlaps what counts by now (H5). */
const approveLine = (
  record: ServiceRecord,
  beside: ReadonlyArray<ServiceRecord>,
  { by: approver, grade }: Extract<SheetRuling, { readonly type: 'approved' }>,
): ReadonlyArray<RecordEvent> => {
  const graded = { ...record, grade }
  const stronger = listOverlapping(beside, record.segments).filter(isCounting)
  if (stronger.length > 0) return holdOverlap(graded, stronger)
  const { teamId, home } = record
  return [{ type: 'RecordVerified', ...copyStanding(graded, record.revision), approver, teamId, home }]
}

/** What a ruling leads to; null where the record does not wait for it. */
const settle = (
  record: ServiceRecord,
  beside: ReadonlyArray<ServiceRecord>,
  ruling: SheetRuling,
): ReadonlyArray<RecordEvent> | null => {
  switch (ruling.type) {
    case 'approved':
      return record.status === 'submitted' && isAsEntered(record) ? approveLine(record, beside, ruling) : null
    case 'returned':
      return isWaiting(record.status) ? [{ type: 'RecordWithdrawn', ...copyDatedKeys(record), by: ruling.by }] : null
    case 'rejected': {
      const { by, reason } = ruling
      return isWaiting(record.status) ? [{ type: 'RecordRejected', ...copyDatedKeys(record), by, reason }] : null
    }
  }
}

/** H14: one approver for all lines. A line that is held waits for its own ruling; when that was given, this is sent again. */
export const settleSheetLine = onProcess<SettleSheetLine>()({
  reads: (command, state, moment) => ({ ...humanReads(command, state, moment), ...readSheet(command.recordId) }),
  thenReads: (found, command) => otherReads(found, command),
  about: ({ recordId }, state, { sheet, others }) => {
    const record = findRecord(state, recordId)
    const own = findOwnLine(recordId, sheet)
    const ruling = own === null || sheet === null ? null : findRuling(sheet, own.ref.edition)
    if (record === undefined || own === null || ruling === null) return null
    const follows = settle(record, listOtherRecords(state, others, recordId), ruling)
    return follows === null ? null : { record, ruling, follows, sheetId: own.ref.sheetId }
  },
  then: ({ record, ruling, follows, sheetId }): Decision => {
    const grade = ruling.type === 'approved' ? ruling.grade : record.grade
    const settled: SheetLineSettled = {
      type: 'SheetLineSettled',
      ...copyKeys(record),
      sheetId,
      ruling: ruling.type,
      grade,
    }
    return E.right([settled, ...follows])
  },
})
