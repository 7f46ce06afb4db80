import { send, type Envelope, type PersonId, type Process, type UnitId } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { parseLine } from '../../slices/hours/sheet/sheet.read.ts'
import type { NoteVouching } from '../../slices/hours/watch/watch.codec.ts'
import { occasionKey, type Occasion } from '../../vocabulary/occasion.ts'
import type { Minutes } from '../../vocabulary/values.ts'
import { findOffice, vouchForTyped, type Typist } from './vouched-presence.ts'

/** A presence: who typed the rolls that name it (A12). A record: who entered it last or asked for time to be added, and for which unit. A sheet: at which unit its approver acted. */
export interface VouchingsRow {
  readonly recorder: PersonId | null
  readonly recordingUnit: UnitId | null
  readonly approvedAt: UnitId | null
  readonly typists: ReadonlyArray<Typist>
}

const telling = [
  'RecordSubmitted',
  'RecordResubmitted',
  'CorrectionRequested',
  'RecordVerified',
  'RecordCorrected',
  'RecordReinstated',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Tells = Extract<LedgerEvent, { readonly type: (typeof telling)[number] }>
const tells = (event: LedgerEvent): event is Tells => (telling as ReadonlyArray<string>).includes(event.type)

const keyOfPresence = (occasion: Occasion, volunteer: PersonId): string =>
  `presence:${occasionKey(occasion)}.${volunteer}`
const keyOfSheet = (sheetId: string): string => `sheet:${sheetId}`
const keyOfRecord = ({ volunteer, recordId }: Tells): string => `record:${volunteer}:${recordId}`

/** Nothing for minutes that another proof carries. What was suspended counts again on the word of who reinstated it, but for what the volunteer told. */
const findMinutes = (event: LedgerEvent): Minutes | null => {
  if (event.type === 'RecordVerified') return event.grade === 'manual' ? event.minutes : null
  if (event.type === 'RecordReinstated') return event.grade === 'system' ? null : event.minutes
  // A whole number from 0 to at most what the record counts, so within its brand.
  if (event.type === 'RecordCorrected')
    return event.added ? (Math.max(0, event.minutes - event.before.minutes) as Minutes) : null
  return null
}

type Counts = Extract<LedgerEvent, { readonly type: 'RecordVerified' | 'RecordCorrected' | 'RecordReinstated' }>
const counts = (event: LedgerEvent): event is Counts =>
  event.type === 'RecordVerified' || event.type === 'RecordCorrected' || event.type === 'RecordReinstated'
/** The lines of a sheet are settled by a process, on the word that its approver gave. */
const findUnit = ({ data, actor }: Envelope<LedgerEvent>, sheet: VouchingsRow | undefined): UnitId | null => {
  if (actor.type === 'person') return actor.unit
  return data.type === 'RecordVerified' ? (sheet?.approvedAt ?? null) : null
}

const vouchForRecord = (
  event: Counts,
  envelope: Envelope<LedgerEvent>,
  [row, sheet]: ReadonlyArray<VouchingsRow | undefined>,
): NoteVouching | null => {
  const minutes = findMinutes(event)
  const unitId = findUnit(envelope, sheet)
  const { recorder = null, recordingUnit = null } = row ?? {}
  const person = event.type === 'RecordReinstated' ? event.by : event.approver
  if (minutes === null || unitId === null || person === null || recorder === null || recordingUnit === null) return null
  const { volunteer, recordId, revision } = event
  const of = { type: 'record', recordId, revision, recorder, recordingUnit } as const
  return { type: 'NoteVouching', unitId, person, volunteer, of, minutes }
}

/**
 * H20, A9: minutes that begin to count on the word of one unit's officers are told to the unit above: a record by hand that the recording unit
 * verified, time that a correction adds, what it reinstated, and a presence that a clerk or an office's proxy confirmed, or that rests on a roll that a clerk typed for a caller. What the requester's side said in a review is no officer's word.
 */
export const vouchings: Process<VouchingsRow, LedgerEvent, LedgerCommand> = {
  name: 'vouchings',
  version: 1,
  initial: () => ({ recorder: null, recordingUnit: null, approvedAt: null, typists: [] }),
  keys: (event) => {
    if (event.type === 'SheetApproved') return [keyOfSheet(event.sheetId)]
    if (event.type === 'RollCalled')
      return event.caller === null ? [] : event.volunteers.map((one) => keyOfPresence(event.occasion, one))
    if (event.type === 'CheckedOut') return [keyOfPresence(event.occasion, event.volunteer)]
    if (!tells(event)) return []
    const line = event.type === 'RecordVerified' ? parseLine(event.recordId) : null
    return [keyOfRecord(event), ...(line === null ? [] : [keyOfSheet(line.sheetId)])]
  },
  evolve: (row, { data, actor }, key) => {
    if (data.type === 'SheetApproved') return { ...row, approvedAt: actor.type === 'person' ? actor.unit : null }
    if (data.type === 'RollCalled' && actor.type === 'person') {
      const { person, unit: unitId } = actor
      return { ...row, typists: [...row.typists.filter((one) => one.person !== person), { person, unitId }] }
    }
    if (!tells(data) || key !== keyOfRecord(data)) return row
    switch (data.type) {
      case 'RecordSubmitted':
        return { ...row, recorder: data.recorder, recordingUnit: data.recordingUnit }
      case 'RecordResubmitted':
        return { ...row, recorder: data.by, recordingUnit: data.recordingUnit }
      case 'CorrectionRequested':
        return { ...row, recorder: data.by }
      case 'RecordVerified':
      case 'RecordCorrected':
      case 'RecordReinstated':
        return row
    }
  },
  react: (envelope, rows) => {
    const { data } = envelope
    if (counts(data)) {
      const noted = vouchForRecord(data, envelope, rows)
      return noted === null ? [] : [send(noted)]
    }
    if (data.type === 'CheckedOut') return vouchForTyped(data, rows[0]?.typists ?? []).map(send)
    const unitId = data.type === 'AttendanceConfirmed' ? findOffice(data) : null
    if (data.type !== 'AttendanceConfirmed' || unitId === null) return []
    const { confirmer: person, volunteer, occasion, minutes } = data
    return [send({ type: 'NoteVouching', unitId, person, volunteer, of: { type: 'presence', occasion }, minutes })]
  },
}
