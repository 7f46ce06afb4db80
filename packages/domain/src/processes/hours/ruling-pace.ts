import { send, toMillis, type Envelope, type Instant, type Process, type UnitId } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { Count } from '../../vocabulary/values.ts'
import { parseBurstHold } from '../../slices/hours/burst/burst.read.ts'
import { burstTerms } from '../../slices/hours/record/burst.terms.ts'
import { parseLine } from '../../slices/hours/sheet/sheet.read.ts'
import { findGuardPolicy, policyFold } from '../../slices/organisation/policy/policy.read.ts'
import type { PolicyAdopted } from '../../slices/organisation/policy/policy.codec.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'

/** A ruling or approval; those of one sheet or burst are one act. */
interface Act {
  readonly at: Instant
  readonly name: string
}
/** The last acts of one person, or the policies. `isFast`: the run that goes on was told. */
export type PaceRow =
  | { readonly type: 'policies'; readonly events: ReadonlyArray<PolicyAdopted> }
  | { readonly type: 'acts'; readonly acts: ReadonlyArray<Act>; readonly before: ReadonlyArray<Act> }

/** No window reaches further back: an hour is the longest that any policy needs here. */
const longestWindowMs = 60 * 60_000
const policies = 'policies'

const rulings = [
  'RecordVerified',
  'RecordReturned',
  'RecordRejected',
  'RecordSuspended',
  'RecordReinstated',
  'RecordVoided',
  'HoldCleared',
  'RecordCorrected',
  'RecordUpheld',
  'SheetApproved',
  'SheetReturned',
  'SheetRejected',
  'BurstRuled',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Ruling = Extract<LedgerEvent, { readonly type: (typeof rulings)[number] }>
/** Records that the own check-out made are looked at by no one, and may go fast. */
const isRuling = (event: LedgerEvent): event is Ruling =>
  (rulings as ReadonlyArray<string>).includes(event.type) && !('grade' in event && event.grade === 'system')

/** The sheet or burst that an act is about; else the command, of which several events may tell. */
const nameAct = (event: Ruling, commandId: string): string => {
  if ('sheetId' in event) return `sheet:${event.sheetId}`
  if (event.type === 'BurstRuled') return `burst:${event.burstId}`
  const line = parseLine(event.recordId)
  if (line !== null) return `sheet:${line.sheetId}`
  const burst = event.type === 'HoldCleared' ? parseBurstHold(event.holdId) : null
  return burst === null ? `command:${commandId}` : `burst:${burst.burstId}`
}

type Actor = Envelope<LedgerEvent>['actor']
const findPerson = (event: Ruling) => {
  if ('approver' in event) return event.approver
  return 'by' in event ? event.by : null
}

const within = (acts: ReadonlyArray<Act>, at: Instant, ms: number): ReadonlyArray<Act> =>
  acts.filter((act) => toMillis(at) - toMillis(act.at) <= ms)
const weigh = (acts: ReadonlyArray<Act>): number => new Set(acts.map(({ name }) => name)).size

const findUnit = (actor: Actor): UnitId | null => (actor.type === 'person' ? actor.unit : null)

/** H12: a run of rulings in a hurry is told once, at the act that makes it one. */
export const rulingPace: Process<PaceRow, LedgerEvent, LedgerCommand> = {
  name: 'ruling-pace',
  version: 1,
  initial: (key) => (key === policies ? { type: 'policies', events: [] } : { type: 'acts', acts: [], before: [] }),
  keys: (event) => {
    if (event.type === 'PolicyAdopted') return [policies]
    const person = isRuling(event) ? findPerson(event) : null
    return person === null ? [] : [policies, `person:${person}`]
  },
  evolve: (row, { data, recordedAt, actor, commandId }) => {
    if (row.type === 'policies') return data.type === 'PolicyAdopted' ? { ...row, events: [...row.events, data] } : row
    if (!isRuling(data) || actor.type !== 'person') return row
    const act = { at: recordedAt, name: nameAct(data, commandId) }
    return { ...row, before: row.acts, acts: [...within(row.acts, recordedAt, longestWindowMs), act] }
  },
  react: ({ data, recordedAt: at, actor }, [adopted, row]) => {
    const unitId = findUnit(actor)
    if (!isRuling(data) || unitId === null || adopted?.type !== 'policies' || row?.type !== 'acts') return []
    const person = findPerson(data)
    const policy = findGuardPolicy(adopted.events.reduce(policyFold.evolve, policyFold.initial), at)
    const pace = policy === null ? null : readTerms(burstTerms, policy).pace
    if (person === null || pace === null) return []
    const acts = weigh(within(row.acts, at, pace.minutes * 60_000))
    const last = row.before.at(-1)
    const before = last === undefined ? 0 : weigh(within(row.before, last.at, pace.minutes * 60_000))
    if (acts <= pace.acts || before > pace.acts) return []
    return [send({ type: 'NoteHurry', unitId, person, acts: acts as Count, at })]
  },
}
