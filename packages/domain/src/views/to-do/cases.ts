import type { Case } from '../cases.ts'
import {
  noMarks,
  toDoKey,
  type TimerName,
  type RunningTimer,
  type Place,
  type Subject,
  type ToDoRow,
  type Waits,
} from './row.ts'

export interface At {
  readonly place: Place
  readonly subject: Subject
}

/** The change of an item at a place: what it waits for, and which clocks run there from then on. */
export type Onward<E> = (
  event: E,
  row: ToDoRow,
) => { readonly waits: Waits | null; readonly due: ReadonlyArray<RunningTimer> }

/** Makes the case of events that concern one item at one place. */
export const caseHere =
  <About>(of: (event: About) => At) =>
  <E extends About>(onward: Onward<E>): Case<ToDoRow, E> => ({
    keys: (event) => {
      const { place, subject } = of(event)
      return [toDoKey(place, subject)]
    },
    evolve: (row, event, noted) => ({
      subject: of(event).subject,
      since: noted,
      marks: noMarks,
      details: row.details,
      ...onward(event, row),
    }),
  })

export const startWaiting = (waits: Waits, ...due: ReadonlyArray<RunningTimer>) => ({ waits, due })
/** Nothing waits any longer. */
export const endWaiting = (): ReturnType<Onward<unknown>> => ({ waits: null, due: [] })

/** Lists those of the row's clocks that go on running. */
export const keepTimers = ({ due }: ToDoRow, ...clocks: ReadonlyArray<TimerName>): ReadonlyArray<RunningTimer> =>
  due.filter(({ clock }) => clocks.includes(clock))
