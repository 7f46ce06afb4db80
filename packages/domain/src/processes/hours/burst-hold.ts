import {
  plusMillis,
  msPerMinute,
  send,
  type Envelope,
  type Instant,
  type PersonId,
  type Process,
} from '@zhiyuan/kernel'
import type { HoldId } from '../../vocabulary/ids.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { findPolicy, policyFold, type Policy } from '../../slices/organisation/policy/policy.read.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'
import type { Segments } from '../../vocabulary/values.ts'
import { burstTerms } from '../../slices/hours/record/burst.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'

interface Entry extends RecordRef {
  readonly at: Instant
}
/** The records that one recorder entered for one interval, each by its latest entry, in order; or, under one key, every policy adopted. */
export type BurstRow =
  | { readonly type: 'policies'; readonly policies: ReadonlyArray<Policy> }
  | { readonly type: 'entries'; readonly entries: ReadonlyArray<Entry> }

const policies = 'policies'

/** From the start of the first segment to the end of the last: breaks do not make another interval. */
const burstKey = (recorder: PersonId, segments: Segments): string =>
  `${recorder}:${segments[0]?.start ?? ''}:${segments.at(-1)?.end ?? ''}`

const entering = ['RecordSubmitted', 'RecordResubmitted', 'RecordCorrected'] as const
type Entering = Extract<LedgerEvent, { readonly type: (typeof entering)[number] }>
const isEntering = (event: LedgerEvent): event is Entering => (entering as ReadonlyArray<string>).includes(event.type)

/** Who wrote the times; null where nobody did: a check-out made the record, or a correction only took away. */
const findWriter = (event: Entering): PersonId | null => {
  switch (event.type) {
    case 'RecordSubmitted':
      return event.recorder
    case 'RecordResubmitted':
      return event.by
    case 'RecordCorrected':
      return event.added ? event.approver : null
  }
}

/** Who entered a `manual` record for which interval; null where nobody did. */
const findBurstKey = (event: LedgerEvent): string | null => {
  if (!isEntering(event) || event.grade !== 'manual') return null
  const writer = findWriter(event)
  return writer === null ? null : burstKey(writer, event.segments)
}

const evolve = (row: BurstRow, { data, recordedAt }: Envelope<LedgerEvent>): BurstRow => {
  if (row.type === 'policies') {
    if (data.type !== 'PolicyAdopted') return row
    const { version, document, effectiveFrom, sections } = data
    return { ...row, policies: [...row.policies, { version, document, effectiveFrom, sections }] }
  }
  if (!isEntering(data)) return row
  const { volunteer, recordId } = data
  const others = row.entries.filter((one) => one.volunteer !== volunteer || one.recordId !== recordId)
  return { ...row, entries: [...others, { volunteer, recordId, at: recordedAt }] }
}

/** The entries that are a burst with the last of them; none where it makes no burst (H12). */
const burst = (adopted: ReadonlyArray<Policy>, entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => {
  const last = entries.at(-1)
  if (last === undefined) return []
  const policy = findPolicy({ ...policyFold.initial, policies: adopted }, last.at)
  if (policy === null) return []
  const { records, withinMinutes } = readTerms(burstTerms, policy)
  const since = plusMillis(last.at, -1 * withinMinutes * msPerMinute)
  const together = entries.filter(({ at }) => at >= since)
  return together.length >= records ? together : []
}

const hold = (holdId: HoldId, held: Entry, together: ReadonlyArray<Entry>) => {
  const { volunteer, recordId } = held
  const because = together
    .filter((one) => one !== held)
    .slice(0, 100)
    .map((one) => ({ volunteer: one.volunteer, recordId: one.recordId }))
  return send({ type: 'HoldRecord' as const, volunteer, recordId, holdId, kind: 'burst' as const, because })
}

/**
 * H12: when one recorder has entered n records of one interval within t minutes, all of them are held, the earlier ones too; n and t are those
 * of the policy in force when the last was recorded. Who adds time to a record enters it. `system` and `attested` records are nobody's entries.
 */
export const burstHold: Process<BurstRow, LedgerEvent, LedgerCommand> = {
  name: 'burst-hold',
  version: 1,
  initial: (key) => (key === policies ? { type: 'policies', policies: [] } : { type: 'entries', entries: [] }),
  keys: (event) => {
    if (event.type === 'PolicyAdopted') return [policies]
    const key = findBurstKey(event)
    return key === null ? [] : [policies, key]
  },
  evolve,
  react: ({ data }, [adopted, row]) => {
    const key = findBurstKey(data)
    if (key === null || adopted?.type !== 'policies' || row?.type !== 'entries') return []
    const together = burst(adopted.policies, row.entries)
    // The ones before were all held when the one before this made a burst with them.
    const before = burst(adopted.policies, row.entries.slice(0, -1))
    const holdId = `burst:${key}` as HoldId
    return together.slice(before.length === 0 ? 0 : -1).map((one) => hold(holdId, one, together))
  },
}
