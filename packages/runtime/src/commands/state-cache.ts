import { isSome, tryCatch } from 'fp-ts/lib/Option.js'
import type { Envelope, StreamName, StreamRead, StreamVersion, Typed } from '@zhiyuan/kernel'

/** A folded state and the version it stands at; null where the stream does not exist. */
export interface Folded {
  readonly version: StreamVersion | null
  readonly state: unknown
}

interface Kept extends Folded {
  readonly resume: StreamRead<unknown>['resume']
}

/** What is known of one stream: its states by fold, and how far this process itself has written it. */
export interface Slot {
  readonly states: Map<object, Kept>
  head: number
}

/** An event, and who caused it. */
export type Caused = Pick<Envelope<Typed>, 'data' | 'actor'>

/** Folded states by stream and fold; the streams that were used least recently are forgotten. */
export interface StateCache {
  /** The stream's slot; keep it over a read, so that a slow reader cannot undo what was written meanwhile. */
  readonly slot: (stream: StreamName) => Slot
  /** Takes in what this process has just appended after `before`. */
  readonly appended: (stream: StreamName, before: StreamVersion | null, events: ReadonlyArray<Caused>) => void
}

const countEvents = (version: StreamVersion | null): number => version ?? -1

/** Keeps a folded state, unless a newer one is there. */
export const keep = (slot: Slot, { fold, resume }: StreamRead<unknown>, folded: Folded): void => {
  const there = slot.states.get(fold)
  if (there === undefined || countEvents(there.version) <= countEvents(folded.version))
    slot.states.set(fold, { ...folded, resume })
}

/** The state that this process knows to be the newest, if no other process writes. */
export const newest = (slot: Slot, fold: object): Folded | undefined => {
  const there = slot.states.get(fold)
  return there !== undefined && countEvents(there.version) >= slot.head ? there : undefined
}

/** A state whose fold fails on events that are already written is dropped, so that the next reader gets the fault. */
const applyEvents = (slot: Slot, before: StreamVersion | null, events: ReadonlyArray<Caused>): void => {
  const version = (countEvents(before) + events.length) as StreamVersion
  for (const [fold, held] of slot.states) {
    if (held.version !== before) continue
    const next = tryCatch(() =>
      held.resume(
        held.state,
        events.map(({ data }) => data),
        events.map(({ actor }) => actor),
      ),
    )
    if (isSome(next)) slot.states.set(fold, { version, state: next.value, resume: held.resume })
    else slot.states.delete(fold)
  }
  slot.head = Math.max(slot.head, version)
}

/** Drops the oldest quarter at once: a Map that is emptied from the front one by one walks over all its deleted entries each time. */
const forgetOldest = (slots: Map<StreamName, Slot>, streams: number): void => {
  for (const stream of slots.keys()) {
    if (slots.size <= streams * 0.75) return
    slots.delete(stream)
  }
}

export const stateCache = (streams: number): StateCache => {
  const slots = new Map<StreamName, Slot>()
  const slot = (stream: StreamName): Slot => {
    const there = slots.get(stream) ?? { states: new Map(), head: -1 }
    if (slots.size >= streams && !slots.has(stream)) forgetOldest(slots, streams)
    slots.delete(stream)
    slots.set(stream, there)
    return there
  }
  return { slot, appended: (stream, before, events) => applyEvents(slot(stream), before, events) }
}
