import type { PersonId } from '@zhiyuan/kernel'
import type { ServiceRecord } from './record.state.ts'

/** G8: who was credited by a record, or entered, confirmed, approved or handled it. */
export const listParts = (record: ServiceRecord): ReadonlyArray<PersonId> => {
  const { volunteer, entries, tellers, approver, holds, corrections, rulings } = record
  const people = [
    volunteer,
    approver,
    ...entries.map(({ by }) => by),
    ...tellers,
    ...holds.map(({ cleared }) => cleared?.by ?? null),
    ...corrections.flatMap(({ by, answer }) => [by, answer?.approver ?? null]),
    ...rulings.map(({ by }) => by),
  ]
  return [...new Set(people.filter((person) => person !== null))]
}
