import type { Instant } from '@zhiyuan/kernel'
import type { PassbookFact, PassbookRow } from './row.ts'

/** An entry with the points that it added or took, and the balance after it. */
export type PassbookEntry = PassbookFact & { readonly change: number; readonly balance: number }

/** A human's points as known at an instant, under all registrations (G2). `balance` = `issued` − `reversed` − `spent` (W6). */
export interface Passbook {
  readonly entries: ReadonlyArray<PassbookEntry>
  readonly issued: number
  readonly reversed: number
  /** Without redemptions that were cancelled (W13). */
  readonly spent: number
  /** Only a reversal takes it below zero (W7, W13). Points of a record that is held, suspended or counted twice are in it, and cannot be spent meanwhile. */
  readonly balance: number
}

const total = (entries: ReadonlyArray<PassbookFact>, type: PassbookFact['type']): number =>
  entries.reduce((sum, entry) => (entry.type === type ? sum + entry.points : sum), 0)

const byTime = ({ recordedAt: one }: PassbookFact, { recordedAt: other }: PassbookFact): number =>
  one < other ? -1 : one > other ? 1 : 0

/** Makes the passbook from the entries of all registrations of a human that were recorded by `knownAt`, or from all. */
export const buildPassbook = (rows: ReadonlyArray<PassbookRow>, knownAt?: Instant): Passbook => {
  const known = rows
    .flatMap(({ entries }) => entries)
    .filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt)
    .sort(byTime)
  let balance = 0
  const entries = known.map((entry): PassbookEntry => {
    const adds = entry.type === 'credit' || entry.type === 'cancelled-redemption'
    const change = adds ? entry.points : 0 - entry.points
    balance += change
    return { ...entry, change, balance }
  })
  const sumType = (type: PassbookFact['type']): number => total(known, type)
  const spent = sumType('redemption') - sumType('cancelled-redemption')
  return { entries, issued: sumType('credit'), reversed: sumType('reversal'), spent, balance }
}
