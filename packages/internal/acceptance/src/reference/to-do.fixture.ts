/** The rows of the to-do that drawn events of every type make. */
import { slices } from '@zhiyuan/domain'
import { toDo, type PlacedRow, type Subject, type ToDoRow, type Waits } from '@zhiyuan/domain/requests'
import { decodeLog } from '../lock/read-log.ts'
import { vocabularyLog } from '../lock/vocabulary-log.ts'
import { groupItems } from './markdown.ts'

/** A row that waits for something. */
export type Placed = PlacedRow & { readonly row: ToDoRow & { readonly waits: Waits; readonly subject: Subject } }
type Step = Parameters<typeof toDo.evolve>[1]

/** A presence of less than a minute is not drawn. */
const shorten = (event: Step): Step => ({ ...event, data: { ...event.data, minutes: 0 } }) as Step

/** The usual split sets one registration apart, with no others. */
const setApart = (event: Step): Step => ({ ...event, data: { ...event.data, others: [] } }) as Step

// Drawn events are looked at as plain fields, of whichever type.
const drawn = decodeLog('vocabulary', vocabularyLog(slices, 4)).events as unknown as ReadonlyArray<Step>
const short = drawn.filter(({ data }) => data.type === 'CheckedOut').map(shorten)
const alone = drawn.filter(({ data }) => 'others' in data).map(setApart)
const steps = [...drawn, ...short, ...alone].flatMap((event) => toDo.keys(event.data).map((key) => ({ key, event })))
const stepsByKey = groupItems(steps, ({ key }) => key)

const placeRow = (key: string, row: ToDoRow): ReadonlyArray<Placed> => {
  const { waits, subject } = row
  const place = key.split(':')[0] as PlacedRow['place']
  return waits === null || subject === null ? [] : [{ place, row: { ...row, waits, subject } }]
}
const once = steps.map(({ key, event }) => ({ key, row: toDo.evolve(toDo.initial(key), event, key) }))
const twice = once.flatMap(({ key, row }) =>
  (stepsByKey.get(key) ?? []).map(({ event }) => ({ key, row: toDo.evolve(row, event, key) })),
)
/** Each row that one or two events make. */
export const rows = [...once, ...twice].flatMap(({ key, row }) => placeRow(key, row))
