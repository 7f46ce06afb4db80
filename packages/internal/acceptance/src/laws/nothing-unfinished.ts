/**
 * Nothing unfinished without a clock or a to-do (N12, and what each lifecycle says of its waiting states). Unfinished is what stands in a state
 * that its lifecycle calls neither final nor at rest, and an approved need that no order has met.
 */
import { occasionKey, slices, type LedgerSlice } from '@zhiyuan/domain'
import { toDo, type Subject, type ToDoRow } from '@zhiyuan/domain/requests'
import type { StreamName, Typed } from '@zhiyuan/kernel'
import type { Loop, WorldLaw } from '@zhiyuan/testing'
import { followLog, followRows, type Written } from './following.ts'

/** One thing that a lifecycle names a state of: a stream, or what of it has an id of its own. */
interface Thing {
  readonly slice: LedgerSlice
  readonly stream: StreamName
  readonly id: string
}

/** Slices whose streams hold many things, and the field of their events that names one. */
const manyInOne: Readonly<Record<string, string>> = { record: 'recordId', units: 'unitId' }

const findSlice = (stream: string): LedgerSlice | undefined =>
  slices.find(({ name }) => name === stream.slice(0, stream.indexOf('-')))

const findThing = ({ stream, data }: Written): Thing | null => {
  const slice = findSlice(stream)
  if (slice === undefined || slice.lifecycle.table === null) return null
  const field = manyInOne[slice.name]
  // Events are looked at as plain fields: which of them names a thing differs by slice.
  const fields = data as unknown as Readonly<Record<string, unknown>>
  const id = field === undefined ? '' : fields[field]
  return typeof id === 'string' ? { slice, stream, id } : null
}

/** What the law asks of a need's state. */
interface NeedSeen {
  readonly type: string
  readonly standing?: string
  readonly orders?: ReadonlyArray<string>
}

/** The state's name where a person or a process has to act on it; null where it may last. */
const nameWaiting = ({ slice, id }: Thing, state: unknown): string | null => {
  if (slice.lifecycle.table === null) return null
  const { table, nameState } = slice.lifecycle
  // Each slice's own function takes the slice's own state; the list of slices does not pair them.
  const name = (nameState as (state: unknown, id: string) => string)(state, id)
  const lasting: ReadonlyArray<string> = [table.initial, ...table.final, ...table.resting]
  if (slice.name === 'need' && name === 'Approved' && (state as NeedSeen).standing !== 'met') return 'Approved, not met'
  return lasting.includes(name) ? null : name
}

/** What is left of a stream's name after its slice. */
const readId = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

/** States of a seat for which the clock of its order runs: nothing is asked of people before the service has begun or ended. */
const servedByOrder = ['Accepted', 'Cleared', 'NotCleared', 'Present', 'Paused']

/** Whether an item is about the thing, about an order of the need that it is, or about the order in which a seat waits to be served. */
const isAbout = (subject: Subject, { slice, stream, id }: Thing, state: unknown, waiting: string): boolean => {
  const own = readId(stream)
  const ofOrder = 'orderId' in subject ? subject.orderId : null
  if (slice.name === 'need') {
    const { orders = [] } = state as NeedSeen
    return ('needId' in subject && subject.needId === own) || (ofOrder !== null && orders.includes(ofOrder))
  }
  if (slice.name === 'order') return ofOrder === own
  if (slice.name === 'assignment')
    return 'occasion' in subject
      ? `${occasionKey(subject.occasion)}.${subject.volunteer}` === own
      : servedByOrder.includes(waiting) && ofOrder !== null && own.startsWith(`o.${ofOrder}.`)
  // The lines of a sheet wait with it, as one document (H14).
  if (slice.name === 'record')
    return subject.type === 'sheet'
      ? id.startsWith(`p.${subject.sheetId}.`)
      : subject.type === 'record' && subject.volunteer === own && subject.recordId === id
  if (slice.name === 'sheet') return subject.type === 'sheet' && subject.sheetId === own
  if (slice.name === 'burst') return subject.type === 'burst' && subject.burstId === own
  return (
    slice.name === 'star' &&
    ['application', 'star'].includes(subject.type) &&
    'volunteer' in subject &&
    subject.volunteer === own
  )
}
const isRunning = ({ waits, due }: ToDoRow): boolean => waits !== null || due.length > 0

/** Streams to which a process command is about to be sent, or a timer runs. */
const listClocked = (loop: Loop<Typed>): ReadonlySet<string> =>
  new Set(
    loop.running().map(({ command, cause }) => {
      const slice = slices.find(({ command: { shape } }) => shape.kind === 'variants' && command.type in shape.members)
      // The slice that has a command of that type takes it.
      return slice === undefined
        ? ''
        : (slice.decider.stream as (command: Typed, at: string) => string)(command, cause.jurisdiction)
    }),
  )

export const nothingUnfinished: WorldLaw = {
  name: 'N12: nothing is unfinished without a clock or a to-do',
  watch: (loop) => {
    const follow = followLog(loop)
    const things = new Map<string, Thing>()
    const items = followRows(toDo)
    const check = (): void => {
      const clocked = listClocked(loop)
      const running = [...items.rows.values()].filter(isRunning)
      for (const thing of things.values()) {
        const { slice, stream, id } = thing
        const state = loop.state(slice, stream)
        const waiting = nameWaiting(thing, state)
        if (waiting === null || clocked.has(stream)) continue
        if (!running.some(({ subject }) => subject !== null && isAbout(subject, thing, state, waiting)))
          throw new Error(`${stream} ${id} is ${waiting}, and no clock runs and no to-do shows it`)
      }
    }
    return {
      rested: () => {
        for (const written of follow()) {
          items.take(written)
          const thing = findThing(written)
          if (thing !== null) things.set(`${thing.stream} ${thing.id}`, thing)
        }
        check()
      },
    }
  },
}
