import {
  localDay,
  msPerDay,
  plusMillis,
  send,
  type Envelope,
  type Instant,
  type PersonId,
  type Process,
  type UnitId,
} from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { AttendanceConfirmed } from '../../slices/attendance/assignment/assignment.codec.ts'
import { attendanceTerms } from '../../slices/attendance/assignment/assignment.terms.ts'
import {
  findGuardPolicy,
  findZone,
  policyFold,
  readTerms,
  type Policy,
  type PolicyBook,
} from '../../slices/organisation/policy/policy.read.ts'
import type { HumansEvent } from '../../slices/people/humans/humans.codec.ts'
import { humansFold, isSameHuman } from '../../slices/people/humans/humans.read.ts'
import { occasionKey } from '../../vocabulary/occasion.ts'

interface Confirmation {
  readonly name: string
  readonly clerk: PersonId
  readonly unit: UnitId
  readonly at: Instant
}

/** What clerks confirmed lately, all adopted policies, or which registrations are one human: each under a key of its own. */
export type BulkRow =
  | { readonly type: 'policies'; readonly policies: ReadonlyArray<Policy> }
  | { readonly type: 'humans'; readonly facts: ReadonlyArray<HumansEvent> }
  | { readonly type: 'confirmations'; readonly confirmations: ReadonlyArray<Confirmation> }

const policiesKey = 'policies'
const humansKey = 'humans'
const clerksKey = 'clerks'

const isByClerk = (event: LedgerEvent): event is AttendanceConfirmed & { readonly clerkAt: UnitId } =>
  event.type === 'AttendanceConfirmed' && event.clerkAt !== null

const isOfHumans = (event: LedgerEvent): event is HumansEvent =>
  event.type === 'RegistrationsMerged' || event.type === 'RegistrationsSplit'

const nameConfirmation = ({ occasion, volunteer, attempt }: AttendanceConfirmed): string =>
  `${occasionKey(occasion)}.${volunteer}.${attempt}`

const readBook = (row: BulkRow | undefined): PolicyBook => ({
  ...policyFold.initial,
  policies: row?.type === 'policies' ? row.policies : [],
})

/** A row is bounded: what is confirmed after so many in two days is not compared with the first of them. */
const mostKept = 2_000
/** All of a local day began within so long. */
const longestDay = 2 * msPerDay

const evolve = (row: BulkRow, { data, recordedAt: at }: Envelope<LedgerEvent>): BulkRow => {
  if (row.type === 'policies') {
    if (data.type !== 'PolicyAdopted') return row
    const { version, document, effectiveFrom, sections, adoptedAt } = data
    return { ...row, policies: [...row.policies, { version, document, effectiveFrom, sections, adoptedAt }] }
  }
  if (row.type === 'humans') return isOfHumans(data) ? { ...row, facts: [...row.facts, data] } : row
  if (!isByClerk(data)) return row
  const since = plusMillis(at, -longestDay)
  const name = nameConfirmation(data)
  const others = row.confirmations.filter((one) => one.name !== name && one.at > since).slice(-mostKept)
  return { ...row, confirmations: [...others, { name, clerk: data.confirmer, unit: data.clerkAt, at }] }
}

const startRow = (key: string): BulkRow => {
  if (key === policiesKey) return { type: 'policies', policies: [] }
  return key === humansKey ? { type: 'humans', facts: [] } : { type: 'confirmations', confirmations: [] }
}

const isOver = (most: number | null, confirmations: ReadonlyArray<Confirmation>): boolean =>
  most !== null && confirmations.length > most

/**
 * A9: what clerks confirm beyond the policy's number a day each, under any registration, and a day of one unit, is held until the unit above
 * rules. No stream has all of them.
 */
export const bulkConfirmations: Process<BulkRow, LedgerEvent, LedgerCommand> = {
  name: 'bulk-confirmations',
  version: 2,
  initial: startRow,
  keys: (event) => {
    if (event.type === 'PolicyAdopted') return [policiesKey]
    if (isOfHumans(event)) return [humansKey]
    return isByClerk(event) ? [policiesKey, humansKey, clerksKey] : []
  },
  evolve,
  react: ({ data, recordedAt }, [adopted, known, lately]) => {
    if (!isByClerk(data)) return []
    const book = readBook(adopted)
    const policy = findGuardPolicy(book, recordedAt)
    if (policy === null) return []
    const { clerk, unit } = readTerms(attendanceTerms, policy).confirmsADay
    const humans = (known?.type === 'humans' ? known.facts : []).reduce(humansFold.evolve, humansFold.initial)
    const zone = findZone(book)
    const today = (lately?.type === 'confirmations' ? lately.confirmations : []).filter(
      ({ at }) => localDay(zone, at) === localDay(zone, recordedAt),
    )
    const { volunteer, occasion, attempt, clerkAt, confirmer } = data
    const byClerk = today.filter((one) => isSameHuman(humans, one.clerk, confirmer))
    const byUnit = today.filter((one) => one.unit === clerkAt)
    return isOver(clerk, byClerk) || isOver(unit, byUnit)
      ? [send({ type: 'NoteBulkConfirmation', volunteer, occasion, attempt, unit: clerkAt })]
      : []
  },
}
