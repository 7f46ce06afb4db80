import type { Instant, UnitId } from '@zhiyuan/kernel'
import { findCertifier, isWithin, findUnitOfBody, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import type { Noted } from '../noted.ts'
import type { Details } from './named.ts'
import {
  authorityPlace,
  type TimerName,
  type Marks,
  type RunningTimer,
  type Place,
  type Subject,
  type ToDoRow,
  type Waits,
} from './row.ts'

/** A row with the place at the beginning of its key. */
export interface PlacedRow {
  readonly place: Place
  readonly row: ToDoRow
}

/** One open item: what waits, where, for what, since which event, its clocks, and what a command on it asks for beside its subject. */
export interface ToDoItem {
  readonly place: Place
  readonly subject: Subject
  readonly waits: Waits
  readonly since: Noted
  readonly due: ReadonlyArray<RunningTimer>
  readonly marks: Marks
  readonly details: Details
}

/** A clock that runs at a place. */
export interface Deadline {
  readonly at: Instant
  readonly clock: TimerName
  readonly place: Place
  readonly subject: Subject
}

/** For each wait, whether it is the turn of the place's own people (those of the unit, body or authority) or of others. */
const ownTurn: Readonly<Record<Waits, boolean>> = {
  answer: true,
  information: false,
  order: true,
  dispatch: true,
  offer: false,
  claim: false,
  schedule: true,
  service: false,
  report: true,
  review: false,
  approval: true,
  hold: true,
  resubmission: true,
  correction: true,
  ruling: true,
  confirmation: true,
  excuse: true,
  entry: true,
  'too-short': true,
  overlap: true,
  'two-services': true,
  examination: true,
  notice: true,
  grant: true,
  'star-decision': true,
  seats: true,
  supervision: true,
  extension: true,
  twins: true,
  'second-person': true,
  burst: true,
  case: false,
  hurry: true,
  vouching: true,
  release: true,
  'late-order': true,
  unmet: true,
  urged: true,
  ownership: true,
  abort: true,
  joining: true,
  lead: true,
  'late-objection': true,
  'late-correction': true,
}

/** Lists the places whose items a unit sees: itself and the units below, the bodies for which these answer (H3), and at the top the authorities there. */
export const listPlaces = (tree: UnitTree, unit: UnitId): ReadonlyArray<Place> => {
  const units = [...tree.units.keys()].filter((one) => isWithin(tree, one, unit))
  const below = new Set(units)
  const bodies = [...tree.bodies.keys()].filter((body) => {
    const answering = findUnitOfBody(tree, findCertifier(tree, body))
    return answering !== null && below.has(answering)
  })
  return [...units, ...bodies, ...(unit === tree.root ? ([authorityPlace] as const) : [])]
}

/** Lists what the places' own people have to do, the longest waiting first. What was urged is theirs too, also while others are to act (N13). */
export const openItems = (rows: ReadonlyArray<PlacedRow>): ReadonlyArray<ToDoItem> =>
  rows
    .flatMap(({ place, row: { subject, waits, since, due, marks, details } }) =>
      subject === null || since === null || waits === null || !(ownTurn[waits] || marks.urgedAt !== null)
        ? []
        : [{ place, subject, waits, since, due, marks, details }],
    )
    .sort((a, b) => (a.since.recordedAt < b.since.recordedAt ? -1 : a.since.recordedAt > b.since.recordedAt ? 1 : 0))

/** Lists every clock that runs at the places, the earliest end first. A clock whose end has passed is overdue. */
export const listDeadlines = (rows: ReadonlyArray<PlacedRow>): ReadonlyArray<Deadline> =>
  rows
    .flatMap(({ place, row: { subject, due } }) =>
      subject === null ? [] : due.map(({ clock, at }) => ({ at, clock, place, subject })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
