import { closed, UnitId, type StreamRead } from '@zhiyuan/kernel'
import type { Deadline, ToDoItem } from '@zhiyuan/domain'
import { assignmentRead } from '@zhiyuan/domain/attendance'
import { recordRead } from '@zhiyuan/domain/hours'
import { policyRead, unitsRead, type PolicyBook, type UnitTree } from '@zhiyuan/domain/organisation'
import { starRead } from '@zhiyuan/domain/recognition'
import {
  dropEnded,
  hasMovingClock,
  keepListed,
  listDeadlines,
  needRead,
  openItems,
  orderRead,
  placePrefix,
  listPlaces,
  placeExtension,
  runAttendanceClocks,
  runNeedClocks,
  runNoticeClock,
  runOrderClocks,
  runRecordClocks,
  toDo as view,
  type Place,
  type PlacedRow,
  type ToDoRow,
} from '@zhiyuan/domain/requests'
import { unwrap } from '@zhiyuan/runtime'
import { readQuestion } from './read-question.ts'
import { readRows, type Sources } from './sources.ts'

const Question = closed({ unit: UnitId })

/** The item with its clocks by the calendar as it is known now (H4). */
const runClocks = async ({ readState }: Sources, policies: PolicyBook, row: ToDoRow): Promise<ToDoRow> => {
  const { subject, due } = row
  const load = <S>(read: StreamRead<S>): Promise<S> => unwrap(readState(read))
  if (subject?.type === 'order' || subject?.type === 'extension')
    return { ...row, due: runOrderClocks(policies, await load(orderRead(subject.orderId)), due) }
  if (subject?.type === 'need' || subject?.type === 'ownership')
    return { ...row, due: runNeedClocks(policies, await load(needRead(subject.needId)), due) }
  if (subject?.type === 'attendance')
    return { ...row, due: runAttendanceClocks(policies, await load(assignmentRead(subject)), due) }
  if (subject?.type === 'record') {
    const { recordId, volunteer } = subject
    return { ...row, due: runRecordClocks(policies, await load(recordRead(volunteer)), { recordId, due }) }
  }
  if (subject?.type === 'application') {
    const { applicationId, volunteer } = subject
    return { ...row, due: runNoticeClock(policies, await load(starRead(volunteer)), { applicationId, due }) }
  }
  return row
}

/** A request for a later due date waits where it may be answered now, or nowhere; other items stay where they came (O27). */
const findPlace = async ({ readState }: Sources, tree: UnitTree, { place, row }: PlacedRow): Promise<Place | null> => {
  const { subject, waits } = row
  if (subject?.type !== 'extension' || waits === null) return place
  return placeExtension(tree, await unwrap(readState(orderRead(subject.orderId))))
}

const placedRows = async (sources: Sources, unit: string): Promise<ReadonlyArray<PlacedRow>> => {
  const of = await readQuestion(Question, { unit })
  const { readState, runtime, jurisdiction } = sources
  const tree = await unwrap(readState(unitsRead(jurisdiction)))
  const policies = await unwrap(readState(policyRead(jurisdiction)))
  const now = await unwrap(runtime.now())
  const all: PlacedRow[] = []
  const places = new Set(listPlaces(tree, of.unit))
  for (const from of places)
    for (const row of await readRows(sources, view, placePrefix(from))) {
      const place = await findPlace(sources, tree, { place: from, row })
      if (place === null || !places.has(place)) continue
      all.push({ place, row: dropEnded(hasMovingClock(row) ? await runClocks(sources, policies, row) : row, now) })
    }
  return keepListed(tree, of.unit, all)
}

/** What waits for people at a unit and those below, the longest waiting first. */
export const toDo =
  (sources: Sources) =>
  async (unit: string): Promise<ReadonlyArray<ToDoItem>> =>
    openItems(await placedRows(sources, unit))

/** Every running clock at a unit and those below, and each that has passed while its duty is not done, the next first. */
export const deadlines =
  (sources: Sources) =>
  async (unit: string): Promise<ReadonlyArray<Deadline>> =>
    listDeadlines(await placedRows(sources, unit))
