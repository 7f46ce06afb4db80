import { localDay, send, type Envelope, type PersonId, type Process, type UnitId } from '@zhiyuan/kernel'
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
import { occasionKey } from '../../vocabulary/occasion.ts'

/** Confirmations of one clerk or one unit, by day; or, under one key, all adopted policies. */
export type BulkRow =
  | { readonly type: 'policies'; readonly policies: ReadonlyArray<Policy> }
  | { readonly type: 'confirmations'; readonly instants: ReadonlyArray<Confirmation> }

interface Confirmation {
  readonly name: string
  readonly at: string
}

const policiesKey = 'policies'
const clerkKey = (clerk: PersonId): string => `clerk:${clerk}`
const unitKey = (unit: UnitId): string => `unit:${unit}`

const isByClerk = (event: LedgerEvent): event is AttendanceConfirmed & { readonly clerkAt: UnitId } =>
  event.type === 'AttendanceConfirmed' && event.clerkAt !== null

const nameConfirmation = ({ occasion, volunteer, attempt }: AttendanceConfirmed): string =>
  `${occasionKey(occasion)}.${volunteer}.${attempt}`

const readBook = (row: BulkRow | undefined): PolicyBook => ({
  ...policyFold.initial,
  policies: row?.type === 'policies' ? row.policies : [],
})

/** How many the row has of the day of the last one. */
const countOfDay = (row: BulkRow | undefined, book: PolicyBook, at: Envelope<LedgerEvent>['recordedAt']): number => {
  if (row?.type !== 'confirmations') return 0
  const zone = findZone(book)
  const day = localDay(zone, at)
  return row.instants.filter((one) => localDay(zone, one.at as typeof at) === day).length
}

const evolve = (row: BulkRow, { data, recordedAt }: Envelope<LedgerEvent>): BulkRow => {
  if (row.type === 'policies') {
    if (data.type !== 'PolicyAdopted') return row
    const { version, document, effectiveFrom, sections, adoptedAt } = data
    return { ...row, policies: [...row.policies, { version, document, effectiveFrom, sections, adoptedAt }] }
  }
  if (!isByClerk(data)) return row
  const name = nameConfirmation(data)
  const others = row.instants.filter((one) => one.name !== name).slice(-mostKept)
  return { ...row, instants: [...others, { name, at: recordedAt }] }
}

/** A row is small: more than this many of one day are held anyway. */
const mostKept = 1_000

/** A9: what clerks confirm beyond the policy's number a day each, and a day of one unit, is held until the unit above rules. */
export const bulkConfirmations: Process<BulkRow, LedgerEvent, LedgerCommand> = {
  name: 'bulk-confirmations',
  version: 1,
  initial: (key) =>
    key === policiesKey ? { type: 'policies', policies: [] } : { type: 'confirmations', instants: [] },
  keys: (event) => {
    if (event.type === 'PolicyAdopted') return [policiesKey]
    return isByClerk(event) ? [policiesKey, clerkKey(event.confirmer), unitKey(event.clerkAt)] : []
  },
  evolve,
  react: ({ data, recordedAt }, [adopted, byClerk, byUnit]) => {
    if (!isByClerk(data)) return []
    const book = readBook(adopted)
    const policy = findGuardPolicy(book, recordedAt)
    if (policy === null) return []
    const { clerk, unit } = readTerms(attendanceTerms, policy).confirmsADay
    const tooMany =
      (clerk !== null && countOfDay(byClerk, book, recordedAt) > clerk) ||
      (unit !== null && countOfDay(byUnit, book, recordedAt) > unit)
    const { volunteer, occasion, attempt, clerkAt } = data
    return tooMany ? [send({ type: 'NoteBulkConfirmation', volunteer, occasion, attempt, unit: clerkAt })] : []
  },
}
