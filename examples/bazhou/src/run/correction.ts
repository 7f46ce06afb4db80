import type { Ledger } from '@zhiyuan/ledger'
import type { Assessment, LedgerEnvelope, LedgerEvent, Passbook, StarFigures } from '@zhiyuan/domain'
import { plusMillis, type Instant, type LocalDay } from '@zhiyuan/kernel'
import type { Scheme } from '../simulation/fraud.ts'

export interface Seen {
  readonly eventId: string
  readonly at: Instant
}

/** The events of the sale, and the figures that it changed. */
export interface Correction {
  readonly scheme: Pick<Scheme, 'host' | 'buyer' | 'listed'>
  readonly steps: Readonly<
    Record<
      | 'published'
      | 'entered'
      | 'held'
      | 'ruled'
      | 'cleared'
      | 'verified'
      | 'hurried'
      | 'granted'
      | 'seen'
      | 'suspended'
      | 'voided'
      | 'examined'
      | 'revoked',
      ReadonlyArray<Seen>
    >
  >
  /** Minutes of all sold records. */
  readonly minutes: number
  readonly buyer: Readonly<Record<'before' | 'after' | 'now', StarFigures | null>>
  /** The buyer's points at the end: those of the sold hours were taken back (W13). */
  readonly points: Pick<Passbook, 'issued' | 'reversed' | 'spent' | 'balance'>
  readonly assessment: { readonly before: Assessment; readonly after: Assessment }
}

type Type = LedgerEvent['type']

/** The stars and the assessment as known just before the first record was suspended, and just after the last was voided. */
export const compareCorrection = async (
  ledger: Ledger,
  {
    scheme,
    events,
    period,
    now,
  }: {
    readonly scheme: Scheme
    readonly events: ReadonlyArray<LedgerEnvelope>
    readonly period: { readonly from: LocalDay; readonly to: LocalDay }
    readonly now: Instant
  },
): Promise<Correction | null> => {
  const listSeen = (type: Type): ReadonlyArray<Seen> =>
    events.filter(({ data }) => data.type === type).map(({ id, recordedAt }) => ({ eventId: id, at: recordedAt }))
  const suspended = listSeen('RecordSuspended')
  const voided = listSeen('RecordVoided')
  const first = suspended[0]
  const last = voided.at(-1)
  if (first === undefined || last === undefined) return null
  const before = plusMillis(first.at, -1)
  const figures = (knownAt: Instant) => ledger.star(scheme.buyer, { knownAt })
  const assess = (knownAt: Instant) => ledger.assessment({ ...period, knownAt })
  const { host, buyer, listed } = scheme
  const { issued, reversed, spent, balance } = await ledger.passbook(buyer, now)
  return {
    points: { issued, reversed, spent, balance },
    scheme: { host, buyer, listed },
    steps: {
      published: listSeen('SessionPublished'),
      entered: listSeen('RecordSubmitted'),
      held: listSeen('RecordHeld'),
      ruled: listSeen('BurstRuled'),
      cleared: listSeen('HoldCleared'),
      verified: listSeen('RecordVerified'),
      hurried: listSeen('RulingsHurried'),
      granted: listSeen('StarGranted'),
      seen: listSeen('HurrySeen'),
      suspended,
      voided,
      examined: listSeen('StarPutUnderExamination'),
      revoked: listSeen('StarRevoked'),
    },
    minutes: events.reduce((sum, { data }) => sum + (data.type === 'RecordVoided' ? data.minutes : 0), 0),
    buyer: { before: await figures(before), after: await figures(last.at), now: await figures(now) },
    assessment: { before: await assess(before), after: await assess(last.at) },
  }
}
