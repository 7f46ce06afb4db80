import type { Case } from '../cases.ts'
import {
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

/** What becomes of a thing at a place, and which clocks run there from now on. */
export type Onward<E> = (
  event: E,
  row: ToDoRow,
) => { readonly waits: Waits | null; readonly due: ReadonlyArray<RunningTimer> }

/** Events that concern one thing at one place. */
export const caseHere =
  <About>(of: (event: About) => At) =>
  <E extends About>(onward: Onward<E>): Case<ToDoRow, E> => ({
    keys: (event) => {
      const { place, subject } = of(event)
      return [toDoKey(place, subject)]
    },
    evolve: (row, event, said) => ({ subject: of(event).subject, since: said, ...onward(event, row) }),
  })

export const startWaiting = (waits: Waits, ...due: ReadonlyArray<RunningTimer>) => ({ waits, due })
/** Nothing waits any more. */
export const endWaiting = (): ReturnType<Onward<unknown>> => ({ waits: null, due: [] })

/** Those of the row's clocks that run on. */
export const keepTimers = ({ due }: ToDoRow, ...clocks: ReadonlyArray<TimerName>): ReadonlyArray<RunningTimer> =>
  due.filter(({ clock }) => clocks.includes(clock))
