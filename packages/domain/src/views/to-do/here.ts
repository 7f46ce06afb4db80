import type { Case } from '../cases.ts'
import { toDoKey, type Clock, type RunningClock, type Place, type Subject, type ToDoRow, type Waits } from './row.ts'

export interface At {
  readonly place: Place
  readonly subject: Subject
}

/** What becomes of a thing at a place, and which clocks run there from now on. */
export type Onward<E> = (
  event: E,
  row: ToDoRow,
) => { readonly waits: Waits | null; readonly due: ReadonlyArray<RunningClock> }

/** Events that concern one thing at one place. */
export const here =
  <About>(of: (event: About) => At) =>
  <E extends About>(onward: Onward<E>): Case<ToDoRow, E> => ({
    keys: (event) => {
      const { place, subject } = of(event)
      return [toDoKey(place, subject)]
    },
    evolve: (row, event, said) => ({ subject: of(event).subject, since: said, ...onward(event, row) }),
  })

export const waiting = (waits: Waits, ...due: ReadonlyArray<RunningClock>) => ({ waits, due })
/** Nothing waits any more. */
export const done = (): ReturnType<Onward<unknown>> => ({ waits: null, due: [] })

/** Those of the row's clocks that run on. */
export const still = ({ due }: ToDoRow, ...clocks: ReadonlyArray<Clock>): ReadonlyArray<RunningClock> =>
  due.filter(({ clock }) => clocks.includes(clock))
