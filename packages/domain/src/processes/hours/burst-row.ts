/** What the finding of bursts remembers (H12): entries by place and by day, and what is needed to judge them. */
import type { Envelope, Instant, LocalDay } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { occasionKey, type Occasion } from '../../vocabulary/occasion.ts'
import type { HeadCountEvent } from '../../slices/attendance/head-count/head-count.codec.ts'
import type { BurstEntry, BurstNoted } from '../../slices/hours/burst/burst.codec.ts'
import { isSameRecord, nameDayBurst, namePlaceBurst } from '../../slices/hours/burst/burst.read.ts'
import type { PolicyAdopted } from '../../slices/organisation/policy/policy.codec.ts'
import type { RegistrationsMerged, RegistrationsSplit } from '../../slices/people/humans/humans.codec.ts'
import type { Segments } from '../../vocabulary/values.ts'

/** The last entry of a record; it places its volunteer from the first segment's start to the last one's end, breaks included. */
export interface RowEntry extends BurstEntry {
  readonly start: Instant
  readonly end: Instant
  /** It was told to the burst already. */
  readonly noted: boolean
}

/** All entries of one burst; the policies; who is one human; the head counts and lists of one local day. */
export type BurstRow =
  | { readonly type: 'entries'; readonly entries: ReadonlyArray<RowEntry> }
  | { readonly type: 'policies'; readonly events: ReadonlyArray<PolicyAdopted> }
  | { readonly type: 'humans'; readonly events: ReadonlyArray<RegistrationsMerged | RegistrationsSplit> }
  | { readonly type: 'heads'; readonly events: ReadonlyArray<HeadCountEvent> }

const entering = ['RecordSubmitted', 'RecordResubmitted', 'RecordCorrected'] as const satisfies ReadonlyArray<
  LedgerEvent['type']
>
type Entering = Extract<LedgerEvent, { readonly type: (typeof entering)[number] }>

/** An entry of a record that is not `system`. A correction that only takes time away is none. */
export const isEntering = (event: LedgerEvent): event is Entering =>
  (entering as ReadonlyArray<string>).includes(event.type) &&
  'grade' in event &&
  event.grade !== 'system' &&
  !(event.type === 'RecordCorrected' && !event.added)

export const isHeadCount = (event: LedgerEvent): event is HeadCountEvent =>
  event.type === 'HeadCountTold' || event.type === 'ListNoted' || event.type === 'ListDropped'

export const policiesKey = 'policies'
export const humansKey = 'humans'
export const entriesKey = (burst: string): string => `entries:${burst}`
export const dayHeadsKey = (day: LocalDay): string => `heads:${day}`
export const placeHeadsKey = (occasion: Occasion): string => `heads:${occasionKey(occasion)}`

/** The day to which the record belonged before it was entered again on another one. */
const findDayBefore = (event: Entering): LocalDay => (event.type === 'RecordSubmitted' ? event.day : event.before.day)

const entryKeys = (event: Entering): ReadonlyArray<string> => {
  const { source, recordingUnit, day, grade } = event
  const days = grade === 'manual' ? [...new Set([day, findDayBefore(event)])] : []
  return [
    policiesKey,
    humansKey,
    placeHeadsKey(source),
    entriesKey(namePlaceBurst(source)),
    dayHeadsKey(day),
    ...days.map((one) => entriesKey(nameDayBurst(recordingUnit, one))),
  ]
}

export const listKeys = (event: LedgerEvent): ReadonlyArray<string> => {
  if (isEntering(event)) return entryKeys(event)
  if (isHeadCount(event)) {
    const { occasion } = event
    const day = event.day === null ? [] : [dayHeadsKey(event.day)]
    return [policiesKey, humansKey, placeHeadsKey(occasion), entriesKey(namePlaceBurst(occasion)), ...day]
  }
  if (event.type === 'PolicyAdopted') return [policiesKey]
  if (event.type === 'RegistrationsMerged' || event.type === 'RegistrationsSplit') return [humansKey]
  if (event.type === 'DayDoubted') return [policiesKey, humansKey, entriesKey(event.burstId), dayHeadsKey(event.day)]
  return event.type === 'BurstNoted' ? [entriesKey(event.burstId)] : []
}

export const beginRow = (key: string): BurstRow => {
  if (key === policiesKey) return { type: 'policies', events: [] }
  if (key === humansKey) return { type: 'humans', events: [] }
  return key.startsWith('heads:') ? { type: 'heads', events: [] } : { type: 'entries', entries: [] }
}

const makeEntry = (event: Entering, enteredAt: Instant): RowEntry => {
  const { volunteer, recordId, day, source, recordingUnit: unit } = event
  const segments: Segments = event.segments
  const start = segments[0]?.start ?? enteredAt
  const end = segments.at(-1)?.end ?? enteredAt
  return { volunteer, recordId, enteredAt, day, source, unit, start, end, noted: false }
}

/** The last entry of a record replaces the one before. In the row of a day to which it belongs no longer, it only leaves. */
const addEntry = (entries: ReadonlyArray<RowEntry>, entry: RowEntry, key: string): ReadonlyArray<RowEntry> => {
  const others = entries.filter((one) => !isSameRecord(one, entry))
  const belongs =
    key === entriesKey(namePlaceBurst(entry.source)) || key === entriesKey(nameDayBurst(entry.unit, entry.day))
  return belongs ? [...others, entry] : others
}

const markNoted = (entries: ReadonlyArray<RowEntry>, { entries: told }: BurstNoted): ReadonlyArray<RowEntry> =>
  entries.map((one) =>
    told.some((other) => isSameRecord(one, other) && one.enteredAt === other.enteredAt) ? { ...one, noted: true } : one,
  )

export const evolveRow = (row: BurstRow, { data, recordedAt }: Envelope<LedgerEvent>, key: string): BurstRow => {
  switch (row.type) {
    case 'entries':
      if (data.type === 'BurstNoted') return { ...row, entries: markNoted(row.entries, data) }
      return isEntering(data) ? { ...row, entries: addEntry(row.entries, makeEntry(data, recordedAt), key) } : row
    case 'policies':
      return data.type === 'PolicyAdopted' ? { ...row, events: [...row.events, data] } : row
    case 'humans':
      return data.type === 'RegistrationsMerged' || data.type === 'RegistrationsSplit'
        ? { ...row, events: [...row.events, data] }
        : row
    case 'heads':
      return isHeadCount(data) ? { ...row, events: [...row.events, data] } : row
  }
}
