import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

interface Run {
  readonly unitId: UnitId
  readonly person: PersonId
  readonly at: Instant
}
const run = caseHere(({ unitId, person, at }: Run) => ({ place: unitId, subject: { type: 'hurry', person, at } }))

/** Items at the unit where a person ruled in a hurry, for the unit above to look at (H12). */
export const watches: Cases<ToDoRow> = {
  RulingsHurried: run(() => startWaiting('hurry')),
  HurrySeen: run(endWaiting),
}
