import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { Case, Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

interface Run {
  readonly unitId: UnitId
  readonly person: PersonId
  readonly at: Instant
}
const run = caseHere(({ unitId, person, at }: Run) => ({ place: unitId, subject: { type: 'hurry', person, at } }))

type Vouching = Omit<Run, 'at'>
const vouching = caseHere(({ unitId, person }: Vouching) => ({ place: unitId, subject: { type: 'vouching', person } }))

/** One item for all words of a person until they are seen: it waits since the first of them. */
const keepSince = <E extends Vouching>({ keys, evolve }: Case<ToDoRow, E>): Case<ToDoRow, E> => ({
  keys,
  evolve: (row, event, noted, key) => {
    const next = evolve(row, event, noted, key)
    return row.waits === null || next.waits === null ? next : { ...next, since: row.since }
  },
})

/** Items at the unit where a person ruled in a hurry (H12), or vouched for what no second unit has seen (H20, A9), for the unit above to look at. */
export const watches: Cases<ToDoRow> = {
  RulingsHurried: run(() => startWaiting('hurry')),
  HurrySeen: run(endWaiting),
  OfficeVouched: keepSince(vouching(() => startWaiting('vouching'))),
  VouchingSeen: keepSince(
    vouching(({ unseen }, { waits }) => ({ waits: unseen.records === 0 ? null : waits, due: [] })),
  ),
}
