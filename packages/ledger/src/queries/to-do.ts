import { closed, UnitId } from '@zhiyuan/kernel'
import type { Deadline, ToDoItem } from '@zhiyuan/domain'
import { unitsRead } from '@zhiyuan/domain/organisation'
import {
  keepListed,
  listDeadlines,
  openItems,
  placePrefix,
  listPlaces,
  toDo as view,
  type PlacedRow,
} from '@zhiyuan/domain/requests'
import { unwrap } from '@zhiyuan/runtime'
import { readQuestion } from './read-question.ts'
import { readRows, type Sources } from './sources.ts'

const Question = closed({ unit: UnitId })

const placedRows = async (sources: Sources, unit: string): Promise<ReadonlyArray<PlacedRow>> => {
  const of = await readQuestion(Question, { unit })
  const tree = await unwrap(sources.readState(unitsRead(sources.jurisdiction)))
  const all: PlacedRow[] = []
  for (const place of listPlaces(tree, of.unit)) {
    const rows = await readRows(sources, view, placePrefix(place))
    all.push(...rows.map((row) => ({ place, row })))
  }
  return keepListed(tree, of.unit, all)
}

/** What waits for people at a unit and those below, the longest waiting first. */
export const toDo =
  (sources: Sources) =>
  async (unit: string): Promise<ReadonlyArray<ToDoItem>> =>
    openItems(await placedRows(sources, unit))

/** Every running timer at a unit and those below, the next first. */
export const deadlines =
  (sources: Sources) =>
  async (unit: string): Promise<ReadonlyArray<Deadline>> =>
    listDeadlines(await placedRows(sources, unit))
