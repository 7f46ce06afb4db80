/** One human, one person in figures: the surviving volunteer id (S9, G2). */
import type { Instant, PersonId } from '@zhiyuan/kernel'
import { lastSurvivor } from '../../slices/people/volunteer/volunteer.read.ts'
import { type Case, type Cases } from '../cases.ts'
import { isKnown, type Recorded } from '../known.ts'

/** Which registration goes on for this one. */
export interface MergedInto extends Recorded {
  readonly survivor: PersonId
}
/** A registration that goes on in this one. */
export interface Absorbed extends Recorded {
  readonly person: PersonId
}

/** What every row of a volunteer says of merges. */
export interface MergeFacts {
  readonly volunteer: PersonId
  readonly mergedInto: MergedInto | null
  readonly absorbed: ReadonlyArray<Absorbed>
}

export const unmerged = (key: string): MergeFacts => ({ volunteer: key as PersonId, mergedInto: null, absorbed: [] })

const merge = <Row extends MergeFacts>(): Case<
  Row,
  { readonly type: 'VolunteerMerged'; readonly person: PersonId; readonly survivor: PersonId }
> => ({
  keys: ({ person, survivor }) => [person, survivor],
  evolve: (row, { person, survivor }, { recordedAt }, key) =>
    key === person
      ? { ...row, mergedInto: { recordedAt, survivor } }
      : { ...row, absorbed: [...row.absorbed, { recordedAt, person }] },
})

/** For a view whose rows are volunteers. */
export const mergeNotes = <Row extends MergeFacts>(): Cases<Row> => ({ VolunteerMerged: merge<Row>() })

/** The registrations that directly go on in a row's, as known at an instant: whose rows are to be read with it. */
export const absorbedBy = ({ absorbed }: MergeFacts, at: Instant): ReadonlyArray<PersonId> =>
  absorbed.filter(({ recordedAt }) => recordedAt <= at).map(({ person }) => person)

/** The person whom figures use for an id. */
export type SurvivorOf = (person: PersonId) => PersonId

export const survivorsAt = (rows: Iterable<MergeFacts>, at: Instant): SurvivorOf => {
  const next = new Map<PersonId, PersonId>()
  for (const { volunteer, mergedInto } of rows) if (isKnown(mergedInto, at)) next.set(volunteer, mergedInto.survivor)
  return (person) => (next.has(person) ? lastSurvivor((one) => next.get(one), person) : person)
}

/** The rows of one person: the survivor's own first, the others by id. */
export interface Person<Row> {
  readonly person: PersonId
  readonly rows: ReadonlyArray<Row>
}

/** Every person once, by id, with all rows of the registrations that they go by. */
export const peopleOf = <Row extends MergeFacts>(
  rows: ReadonlyArray<Row>,
  survivorOf: SurvivorOf,
): ReadonlyArray<Person<Row>> => {
  const people = new Map<PersonId, Row[]>()
  for (const row of rows) {
    const person = survivorOf(row.volunteer)
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
