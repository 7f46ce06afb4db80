/** What others may read of a watch. */
import { streamRead, type Fold, type Instant, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { UnitId } from '../../../vocabulary/ids.ts'
import type { Count } from '../../../vocabulary/values.ts'
import type { HurrySeen, OfficeVouched, RulingsHurried, Unseen, VouchingSeen, WatchEvent } from './watch.codec.ts'

/** Runs of hurried rulings, in order; `seen` is null until the unit above has looked. The words of its officers, and the looks at them, in order. */
export interface WatchState {
  readonly runs: ReadonlyArray<{ readonly hurried: RulingsHurried; readonly seen: HurrySeen | null }>
  readonly words: ReadonlyArray<OfficeVouched>
  readonly looks: ReadonlyArray<VouchingSeen>
}
type Run = WatchState['runs'][number]

export const findRun = (
  { runs }: WatchState,
  { person, at }: { readonly person: PersonId; readonly at: Instant },
): Run | undefined => runs.find(({ hurried }) => hurried.person === person && hurried.at === at)

/** The look at the words of a person that took in the one of this number. */
export const findLook = (
  { looks }: WatchState,
  { person, told }: Pick<VouchingSeen, 'person' | 'told'>,
): VouchingSeen | undefined => looks.find((one) => one.person === person && one.told >= told)

/** The words of a person at which no unit above has looked, in order. */
export const listUnseen = (state: WatchState, person: PersonId): ReadonlyArray<OfficeVouched> => {
  const seen = state.looks.findLast((one) => one.person === person)?.told ?? 0
  return state.words.filter((one) => one.person === person && one.told > seen)
}

/** How many words there are, and the minutes of all. */
export const sumUnseen = (words: ReadonlyArray<Pick<OfficeVouched, 'minutes'>>): Unseen => ({
  records: words.length as Count,
  minutes: words.reduce((sum, { minutes }) => sum + minutes, 0) as Count,
})

const evolve = (state: WatchState, event: WatchEvent): WatchState => {
  switch (event.type) {
    case 'RulingsHurried':
      return { ...state, runs: [...state.runs, { hurried: event, seen: null }] }
    case 'HurrySeen': {
      const found = findRun(state, event)
      return { ...state, runs: state.runs.map((run) => (run === found ? { ...run, seen: event } : run)) }
    }
    case 'OfficeVouched':
      return { ...state, words: [...state.words, event] }
    case 'VouchingSeen':
      return { ...state, looks: [...state.looks, event] }
  }
}
export const watchFold: Fold<WatchState, WatchEvent> = { initial: { runs: [], words: [], looks: [] }, evolve }

export const watchStream = (unit: UnitId): StreamName => `watch-${unit}`
export const watchRead = (unit: UnitId): StreamRead<WatchState> => streamRead(watchStream(unit), watchFold)
