/** Each human is one person in figures, by the surviving volunteer id (S9, G2). */
import type { PersonId } from '@zhiyuan/kernel'
import { findSurvivor, type Humans } from '../../slices/people/humans/humans.read.ts'

/** The rows of one person: the survivor's own first, the others by id. */
export interface Person<Row> {
  readonly person: PersonId
  readonly rows: ReadonlyArray<Row>
}

interface OfVolunteer {
  readonly volunteer: PersonId
}

/** Lists every person once, by id, with the rows of all their registrations according to these merges. */
export const groupByHuman = <Row extends OfVolunteer>(
  rows: ReadonlyArray<Row>,
  humans: Humans,
): ReadonlyArray<Person<Row>> => {
  const people = new Map<PersonId, Row[]>()
  for (const row of rows) {
    const person = findSurvivor(humans, row.volunteer)
    const known = people.get(person)
    if (known === undefined) people.set(person, [row])
    else known.push(row)
  }
  const first =
    (person: PersonId) =>
    (one: Row, other: Row): number =>
      one.volunteer === person ? -1 : other.volunteer === person ? 1 : one.volunteer < other.volunteer ? -1 : 1
  return [...people]
    .map(([person, own]) => ({ person, rows: own.length === 1 ? own : own.sort(first(person)) }))
    .sort((one, other) => (one.person < other.person ? -1 : 1))
}
