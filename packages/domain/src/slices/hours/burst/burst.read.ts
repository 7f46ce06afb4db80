/** What others may read of a burst. */
import {
  streamRead,
  type EventId,
  type Fold,
  type LocalDay,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { BurstId, HoldId } from '../../../vocabulary/ids.ts'
import { occasionKey, type Occasion } from '../../../vocabulary/occasion.ts'
import type { RecordRef } from '../record/record.ids.ts'
import type { BurstEntry, BurstEvent, BurstRuled, CaseNumber } from './burst.codec.ts'

/** Some entries of a burst under one ruling; `ruled` is null until there is one. Of a record that was entered again the last entry is kept. */
export interface BurstCase {
  readonly number: number
  readonly unit: UnitId
  readonly entries: ReadonlyArray<BurstEntry>
  readonly ruled: BurstRuled | null
}

/** The cases of a burst in their order: only the last one can be open. */
export interface BurstState {
  readonly type: 'None' | 'Open' | 'Ruled'
  readonly cases: ReadonlyArray<BurstCase>
  /** The events for which the entries were counted again. */
  readonly doubts: ReadonlyArray<EventId>
}

export const isSameRecord = (one: RecordRef, other: RecordRef): boolean =>
  one.volunteer === other.volunteer && one.recordId === other.recordId

const isIn = (refs: ReadonlyArray<RecordRef>, one: RecordRef): boolean => refs.some((ref) => isSameRecord(ref, one))

const evolve = (state: BurstState, event: BurstEvent): BurstState => {
  if (event.type === 'DayDoubted') return { ...state, doubts: [...state.doubts, event.because] }
  const before = state.cases.filter(({ number }) => number !== event.number)
  const there = state.cases.find(({ number }) => number === event.number)
  switch (event.type) {
    case 'BurstNoted': {
      const { number, unit, held } = event
      const kept = (there?.entries ?? []).filter((one) => !isIn(held, one))
      const entries = [...kept, ...event.entries.filter((one) => isIn(held, one))]
      return { ...state, type: 'Open', cases: [...before, { number, unit, entries, ruled: null }] }
    }
    case 'BurstRuled':
      return there === undefined ? state : { ...state, type: 'Ruled', cases: [...before, { ...there, ruled: event }] }
  }
}

export const burstFold: Fold<BurstState, BurstEvent> = { initial: { type: 'None', cases: [], doubts: [] }, evolve }

export const burstStream = (burst: BurstId): StreamName => `burst-${burst}`
export const burstRead = (burst: BurstId): StreamRead<BurstState> => streamRead(burstStream(burst), burstFold)

/** The burst of an order round or a session. */
export const namePlaceBurst = (occasion: Occasion): BurstId => occasionKey(occasion) as BurstId
/** The burst of all bodies of one unit on one local day. */
export const nameDayBurst = (unit: UnitId, day: LocalDay): BurstId => `d.${unit}.${day}` as BurstId
export const isDayBurst = (burst: BurstId): boolean => burst.startsWith('d.')

/** The hold that a case sets on each of its records. */
export const nameBurstHold = (burst: BurstId, number: number): HoldId => `burst:${burst}:${number}` as HoldId

/** The burst and the number of the case that set a hold; null where no burst set it. */
export const parseBurstHold = (hold: HoldId): { readonly burstId: BurstId; readonly number: CaseNumber } | null => {
  const [, burst, number] = /^burst:([^:]+):(\d+)$/.exec(hold) ?? []
  return burst === undefined ? null : { burstId: burst as BurstId, number: Number(number) as CaseNumber }
}

/** The ruling on a case; null while it waits, and for a case that there is not. */
export const findBurstRuling = ({ cases }: BurstState, number: number): BurstRuled | null =>
  cases.find((one) => one.number === number)?.ruled ?? null
