/** What others may read of a watch. */
import { streamRead, type Fold, type Instant, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { UnitId } from '../../../vocabulary/ids.ts'
import type { HurrySeen, RulingsHurried, WatchEvent } from './watch.codec.ts'

/** Runs of hurried rulings, in order; `seen` is null until the unit above has looked. */
export interface WatchState {
  readonly runs: ReadonlyArray<{ readonly hurried: RulingsHurried; readonly seen: HurrySeen | null }>
}
type Run = WatchState['runs'][number]

export const findRun = (
  { runs }: WatchState,
  { person, at }: { readonly person: PersonId; readonly at: Instant },
): Run | undefined => runs.find(({ hurried }) => hurried.person === person && hurried.at === at)

const evolve = (state: WatchState, event: WatchEvent): WatchState => {
  if (event.type === 'RulingsHurried') return { runs: [...state.runs, { hurried: event, seen: null }] }
  const found = findRun(state, event)
  return { runs: state.runs.map((run) => (run === found ? { ...run, seen: event } : run)) }
}
export const watchFold: Fold<WatchState, WatchEvent> = { initial: { runs: [] }, evolve }

export const watchStream = (unit: UnitId): StreamName => `watch-${unit}`
export const watchRead = (unit: UnitId): StreamRead<WatchState> => streamRead(watchStream(unit), watchFold)
