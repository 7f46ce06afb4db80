/** The lines of a sheet as records: entered by its hand, and settled by its one approver (H14). */
import * as E from 'fp-ts/lib/Either.js'
import type { PersonId } from '@zhiyuan/kernel'
import type { RecordId, SheetId } from '../../../../vocabulary/ids.ts'
import {
  headCountRead,
  isProvenWithout,
  nameSheetList,
  type HeadCountState,
} from '../../../attendance/head-count/head-count.read.ts'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { findSurvivor, type Humans } from '../../../people/humans/humans.read.ts'
import type { SheetEntered } from '../../sheet/sheet.codec.ts'
import {
  findLine,
  findRuling,
  parseLine,
  sheetRead,
  type SheetRuling,
  type SheetState,
} from '../../sheet/sheet.read.ts'
import type { Occasion } from '../../../../vocabulary/occasion.ts'
import type { EnterSheetLine, RecordEvent, SettleSheetLine } from '../record.codec.ts'
import { mostTellers } from '../record.values.ts'
import { beginRecord, changeRecord, isCounting, type RecordStatus, type ServiceRecord } from '../record.state.ts'
import { capture, captureReads } from './capture.ts'
import { holdUnvouched, presenceReads, toldReads, type Told } from './contradiction.ts'
import { holdOverlap, listOtherRecords, listOverlapping } from './overlap.ts'
import {
  copyDatedKeys,
  copyRuledKeys,
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

/** The line of a record with the ruling on its sheet; null where the record is of no sheet. */
const findOwnLine = (recordId: RecordId, sheet: SheetState | null) => {
  const ref = parseLine(recordId)
  const found = ref === null || sheet === null ? null : findLine(sheet, ref)
  if (ref === null || sheet === null || found === null) return null
  return { ref, ruling: findRuling(sheet, ref.edition), ...found }
}

/** The occasion of a sheet as its records keep it. */
const copySource = ({ occasion }: SheetEntered): Occasion =>
  occasion.type === 'order' ? occasion : { type: 'session', sessionId: occasion.sessionId }

/** The head counts of the sheet's occasion (H14). */
const countReads = (own: ReturnType<typeof findOwnLine>) => ({
  counts: own === null ? null : headCountRead(copySource(own.entered)),
})

/** Reads of the second round: what the log says of the occasion is read by the sheet (H2a). */
const lineReads = (
  found: { readonly humans: Humans; readonly sheet: SheetState | null },
  { volunteer, recordId }: EnterSheetLine | SettleSheetLine,
) => {
  const own = findOwnLine(recordId, found.sheet)
  const record = own === null ? undefined : { source: copySource(own.entered), volunteer }
  return {
    ...otherReads(found, { volunteer }),
    ...toldReads(record),
    ...presenceReads(found.humans, record),
    ...countReads(own),
  }
}

type Waiting = Extract<RecordStatus, 'submitted' | 'held' | 'returned'>
const isWaiting = (status: RecordStatus): status is Waiting =>
  status === 'submitted' || status === 'held' || status === 'returned'

/** Whether the record still says what the sheet says: it was not entered again on its own. */
const isAsEntered = ({ entries }: ServiceRecord): boolean => entries.length === 1

/** What a line is settled by, besides the ruling on its sheet. */
interface Beside {
  readonly beside: ReadonlyArray<ServiceRecord>
  readonly told: Told
  readonly policies: PolicyBook
}

/** An approved line counts from now on, unless it overlaps what counts by now (H5), or says more than the log and is not attested (H2a). */
const approveLine = (
  record: ServiceRecord,
  { beside, told, policies }: Beside,
  { by: approver, grade }: Extract<SheetRuling, { readonly type: 'approved' }>,
): ReadonlyArray<RecordEvent> => {
  const graded = { ...record, grade }
  const unvouched = grade === 'attested' ? [] : holdUnvouched(graded, told, policies)
  if (unvouched.length > 0) return unvouched
  const stronger = listOverlapping(beside, record.segments).filter(isCounting)
  if (stronger.length > 0) return holdOverlap(graded, stronger)
  const { teamId, home } = record
  return [{ type: 'RecordVerified', ...copyStanding(graded, record.revision), approver, teamId, home }]
}

/** What a ruling leads to; null where the record does not wait for it. */
const settle = (record: ServiceRecord, beside: Beside, ruling: SheetRuling): ReadonlyArray<RecordEvent> | null => {
  switch (ruling.type) {
    case 'approved':
      return record.status === 'submitted' && isAsEntered(record) ? approveLine(record, beside, ruling) : null
    case 'returned':
      return isWaiting(record.status)
        ? [
            {
              type: 'RecordWithdrawn',
              ...copyDatedKeys(record),
              source: record.source,
              by: ruling.by,
              takenBack: false,
            },
          ]
        : null
    case 'rejected': {
      const { by, reason } = ruling
      return isWaiting(record.status)
        ? [{ type: 'RecordRejected', ...copyRuledKeys(record), source: record.source, by, reason }]
        : null
    }
  }
}

interface Counted {
  readonly counts: HeadCountState | null
  readonly humans: Humans
}

/** The ruling as it is for this line: the own word about the heads attests no minutes of one's own (H7, G7). */
const gradeLine = (own: ReturnType<typeof findOwnLine>, { counts, humans }: Counted): SheetRuling | null => {
  if (own === null || own.ruling === null || own.ruling.type !== 'approved' || counts === null)
    return own?.ruling ?? null
  const { ref, line, ruling } = own
  const findHuman = (person: PersonId): PersonId => findSurvivor(humans, person)
  const isProven = isProvenWithout(counts, nameSheetList(ref.sheetId, ref.edition), findHuman, line.volunteer)
  return isProven ? ruling : { ...ruling, grade: 'manual' }
}

/** The ruling on a record's sheet with what follows from it; empty where the record does not wait for it. */
const listSettlement = (
  record: ServiceRecord,
  beside: Beside,
  { sheetId, ruling }: { readonly sheetId: SheetId; readonly ruling: SheetRuling | null },
): ReadonlyArray<RecordEvent> => {
  const follows = ruling === null ? null : settle(record, beside, ruling)
  if (ruling === null || follows === null) return []
  const grade = ruling.type === 'approved' ? ruling.grade : record.grade
  return [{ type: 'SheetLineSettled', ...copyKeys(record), sheetId, ruling: ruling.type, grade }, ...follows]
}

/** H7: who entered an earlier edition of the sheet counts as a recorder of its lines. */
const noteEarlierHands = (
  { volunteer, recordId, bodyId }: ServiceRecord,
  sheet: SheetState | null,
  { edition, recorder }: SheetEntered,
): ReadonlyArray<RecordEvent> => {
  const editions = sheet === null || sheet.type === 'None' ? [] : sheet.editions.slice(0, edition - 1)
  const others = editions.map((one): PersonId => one.recorder).filter((one) => one !== recorder && one !== volunteer)
  const tellers = [...new Set(others)].slice(-mostTellers)
  return tellers.length === 0 ? [] : [{ type: 'TellersNoted', volunteer, recordId, bodyId, tellers }]
}

/** A record after the events of its own capture. */
const beginCaptured = ([submitted, ...holds]: ReadonlyArray<RecordEvent>): ServiceRecord | null =>
  submitted?.type === 'RecordSubmitted'
    ? holds.reduce(
        (record, held) => (held.type === 'RecordHeld' ? changeRecord(record, held) : record),
        beginRecord(submitted),
      )
    : null

/**
 * H14: a line is a `manual` record of the recorder, as a Backfill is, and it says no more than the log (H2a). Where its sheet was ruled on
 * already, it is settled at once.
 */
export const enterSheetLine = onProcess<EnterSheetLine>()({
  reads: (command, state, moment) => ({ ...captureReads(command, state, moment), ...readSheet(command.recordId) }),
  thenReads: (found, command) => lineReads(found, command),
  about: ({ volunteer, recordId }, state, { sheet }) => {
    const own = findOwnLine(recordId, sheet)
    const isThere = findRecord(state, recordId) !== undefined
    return own === null || own.line.volunteer !== volunteer || isThere ? null : { recordId, state, own }
  },
  then: ({ recordId, state, own }, facts, moment): Decision => {
    const { ref, entered, line } = own
    const ruling = gradeLine(own, facts)
    const { content, servedUnit, bodyId, teamId, recorder, responsible, reason } = entered
    const source = copySource(entered)
    const { volunteer, segments, minutes } = line
    const said = { volunteer, recordId, source, segments, minutes, grade: 'manual', content, servedUnit } as const
    const told = { ...facts, isLine: true }
    const captured = capture(state, facts, moment, { ...said, bodyId, teamId, recorder, responsible, reason }, told)
    if (E.isLeft(captured)) return captured
    const record = beginCaptured(captured.right)
    if (record === null) return captured
    const beside = { ...facts, beside: listOtherRecords(state, facts.others, recordId), told }
    const earlier = noteEarlierHands(record, facts.sheet, entered)
    return E.right([...captured.right, ...earlier, ...listSettlement(record, beside, { sheetId: ref.sheetId, ruling })])
  },
})

/** H14: one approver for all lines. A line that is held waits for its own ruling; when that was given, this is sent again. */
export const settleSheetLine = onProcess<SettleSheetLine>()({
  reads: (command, state, moment) => ({
    ...humanReads(command, state, moment),
    ...readSheet(command.recordId),
    policies: policyRead(moment.jurisdiction),
  }),
  thenReads: (found, command) => lineReads(found, command),
  about: ({ recordId }, state, found) => {
    const record = findRecord(state, recordId)
    const own = findOwnLine(recordId, found.sheet)
    if (record === undefined || own === null) return null
    const ruling = gradeLine(own, found)
    const beside = { ...found, beside: listOtherRecords(state, found.others, recordId), told: found }
    return listSettlement(record, beside, { sheetId: own.ref.sheetId, ruling })
  },
  then: (settlement): Decision => E.right(settlement),
})
