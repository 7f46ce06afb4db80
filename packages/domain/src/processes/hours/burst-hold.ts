import { send, type Envelope, type Instant, type PersonId, type Process } from '@zhiyuan/kernel'
import type { HoldId } from '../../vocabulary/ids.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { findPolicy, policyFold, type Policy } from '../../slices/organisation/policy/policy.read.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'
import type { Segments } from '../../vocabulary/values.ts'
import { burstTerms } from '../../slices/hours/record/burst.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'

type EventTypes = ReadonlyArray<LedgerEvent['type']>

interface Entry extends RecordRef {
  readonly at: Instant
}
/** The latest entries of the records that one recorder entered for one interval, in order; or, under one key, all adopted policies. */
export type BurstRow =
  | { readonly type: 'policies'; readonly policies: ReadonlyArray<Policy> }
  | { readonly type: 'entries'; readonly entries: ReadonlyArray<Entry> }

const policies = 'policies'

/** The interval goes from the start of the first segment to the end of the last: breaks do not make another interval. */
const burstKey = (recorder: PersonId, segments: Segments): string =>
  `${recorder}:${segments[0]?.start ?? ''}:${segments.at(-1)?.end ?? ''}`

const entering = ['RecordSubmitted', 'RecordResubmitted', 'RecordCorrected'] as const satisfies EventTypes
type Entering = Extract<LedgerEvent, { readonly type: (typeof entering)[number] }>
const isEntering = (event: LedgerEvent): event is Entering => (entering as ReadonlyArray<string>).includes(event.type)

/** The person who wrote the times; null where a check-out made the record, or where a correction only took time away. */
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

/** The person who entered a `manual` record, with its interval; null for every other event. */
const findBurstKey = (event: LedgerEvent): string | null => {
  if (!isEntering(event) || event.grade !== 'manual') return null
  const writer = findWriter(event)
  return writer === null ? null : burstKey(writer, event.segments)
}

const evolve = (row: BurstRow, { data, recordedAt }: Envelope<LedgerEvent>): BurstRow => {
  if (row.type === 'policies') {
    if (data.type !== 'PolicyAdopted') return row
    const { version, document, effectiveFrom, sections, adoptedAt } = data
    return { ...row, policies: [...row.policies, { version, document, effectiveFrom, sections, adoptedAt }] }
  }
  if (!isEntering(data)) return row
  const { volunteer, recordId } = data
  const others = row.entries.filter((one) => one.volunteer !== volunteer || one.recordId !== recordId)
  return { ...row, entries: [...others, { volunteer, recordId, at: recordedAt }] }
}

/** The entries that make a burst together with the last one; empty where there is no burst (H12). */
const burst = (adopted: ReadonlyArray<Policy>, entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => {
  const last = entries.at(-1)
  if (last === undefined) return []
  const policy = findPolicy({ ...policyFold.initial, policies: adopted }, last.at)
  if (policy === null) return []
  return entries.length >= readTerms(burstTerms, policy).people ? entries : []
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
 * H12: when one person has entered n records of one interval, all of them are held, the earlier ones too. n is that of the policy in force
 * when the last one was recorded. A correction that adds time is an entry by its approver. Records of the grades
 * `system` and `attested` have no entries.
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
    // If the earlier entries were a burst already, all of them are held: only the last one is new.
    const before = burst(adopted.policies, row.entries.slice(0, -1))
    const holdId = `burst:${key}` as HoldId
    return together.slice(before.length === 0 ? 0 : -1).map((one) => hold(holdId, one, together))
  },
}
