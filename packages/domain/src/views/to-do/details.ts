/** Keeps what the commands on an item ask for beside its subject. */
import type { UnitId } from '@zhiyuan/kernel'
import type { HoldId } from '../../vocabulary/ids.ts'
import type { Count, Round } from '../../vocabulary/values.ts'
import type { LedgerEvent } from '../../ledger.ts'
import { noDetails, type Details } from './named.ts'
import type { ToDoRow, Waits } from './row.ts'
import { readRuling } from './rulings.ts'

const ofRound = ['round'] as const
const ofRecord = ['holds'] as const
const ofApplication = ['heard'] as const

/** What is kept of each kind of item. A held record may come back, be asked about or wait for a ruling, and its holds stay. */
const kept: Readonly<Partial<Record<Waits, ReadonlyArray<keyof Details>>>> = {
  dispatch: ofRound,
  offer: ['round', 'offerId'],
  claim: ['round', 'offerId'],
  schedule: ofRound,
  seats: ofRound,
  service: ofRound,
  report: ofRound,
  review: ofRound,
  abort: ofRound,
  extension: ofRound,
  supervision: ofRound,
  'two-services': ofRound,
  approval: ofRecord,
  hold: ofRecord,
  case: ofRecord,
  resubmission: ofRecord,
  ruling: ofRecord,
  'late-objection': ofRecord,
  'late-correction': ['holds', 'correctionId'],
  correction: ['holds', 'correctionId'],
  burst: ['number', 'units'],
  vouching: ['told', 'unseen'],
  'second-person': ['others', 'command', 'proposals'],
  examination: ofApplication,
  notice: ofApplication,
  grant: ofApplication,
  'star-decision': ['examination'],
}

const changeHolds = ({ holds = [] }: Details, event: LedgerEvent): ReadonlyArray<HoldId> => {
  if (event.type !== 'RecordHeld' && event.type !== 'HoldCleared' && event.type !== 'HoldLifted') return holds
  const others = holds.filter((one) => one !== event.holdId)
  return event.type === 'RecordHeld' ? [...others, event.holdId] : others
}

const addUnits = ({ units = [] }: Details, event: LedgerEvent): ReadonlyArray<UnitId> => {
  if (event.type !== 'BurstNoted') return units
  const held = event.entries.filter((entry) =>
    event.held.some((one) => one.volunteer === entry.volunteer && one.recordId === entry.recordId),
  )
  return [...new Set([...units, ...held.map(({ unit }) => unit)])]
}

const addProposal = ({ proposals = [] }: Details, event: LedgerEvent): NonNullable<Details['proposals']> => {
  if (event.type !== 'RulingProposed') return proposals
  const { by, post, reason, proposedAt } = event
  return [...proposals, { by, post, reason, proposedAt }]
}

const countHeard = ({ heard = 0 as Count }: Details, event: LedgerEvent): Count =>
  event.type === 'ObjectionRaised' ? ((heard + 1) as Count) : 'heard' in event ? event.heard : heard

const readCommand = (event: LedgerEvent): Details => {
  const command = event.type === 'RulingProposed' ? readRuling(event.rulingId) : null
  return command === null ? noDetails : { command }
}

/** What the event itself says. An order begins with its first round. */
const readEvent = (event: LedgerEvent): Details => ({
  ...(event.type === 'OrderPlaced' ? { round: 1 as Round } : {}),
  ...('round' in event ? { round: event.round } : {}),
  ...('offerId' in event ? { offerId: event.offerId } : {}),
  ...('correctionId' in event && event.correctionId !== null ? { correctionId: event.correctionId } : {}),
  ...(event.type === 'BurstNoted' ? { number: event.number } : {}),
  ...(event.type === 'OfficeVouched' ? { told: event.told, unseen: event.unseen } : {}),
  ...(event.type === 'VouchingSeen' ? { unseen: event.unseen } : {}),
  ...('others' in event ? { others: event.others } : {}),
  ...readCommand(event),
  ...('examination' in event ? { examination: event.examination } : {}),
})

/** A list that gathers over events is left out while it is empty. `others` is told at once, and with none it is the usual split. */
const isLeftOut = (field: string, value: unknown): boolean =>
  field !== 'others' && Array.isArray(value) && value.length === 0

const pick = (details: Details, fields: ReadonlyArray<string>): Details =>
  Object.fromEntries(
    Object.entries(details).filter(([field, value]) => fields.includes(field) && !isLeftOut(field, value)),
  )

/** Keeps what the event tells beside the item; a finished item has none. */
export const noteDetails = (before: ToDoRow, row: ToDoRow, event: LedgerEvent): ToDoRow => {
  if (row === before) return row
  const { details } = before
  const all = {
    ...details,
    ...readEvent(event),
    holds: changeHolds(details, event),
    units: addUnits(details, event),
    proposals: addProposal(details, event),
    heard: countHeard(details, event),
  }
  return { ...row, details: row.waits === null ? noDetails : pick(all, kept[row.waits] ?? []) }
}
