import type * as E from 'fp-ts/lib/Either.js'
import {
  commandNotAllowed,
  defineHandler,
  sameContent,
  type Moment,
  type PersonId,
  type StreamRead,
} from '@zhiyuan/kernel'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import type { RecordId } from '../../../../vocabulary/ids.ts'
import type { Count, Reason } from '../../../../vocabulary/words.ts'
import type { RecordCommand, RecordEvent } from '../record.codec.ts'
import { survivorOf, volunteerRead, type VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import { recordRead } from '../record.read.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { Ruling, ServiceRecord, RecordState } from '../record.state.ts'

export type Decision = E.Either<RecordRejection, ReadonlyArray<RecordEvent>>
export const on = defineHandler<RecordState, RecordEvent, RecordRejection>()

/** The streams of the same human's other registrations, one fact each (G2). */
export type Others = Readonly<Record<`record-${string}`, StreamRead<RecordState>>>
export const othersOf = ({ others }: RecordState): Others =>
  Object.fromEntries(others.map((person) => [`record-${person}`, recordRead(person)]))

type Noted = Readonly<Record<`party ${string}`, StreamRead<RecordState>>>
type Registrations = Readonly<Record<`registration ${string}`, StreamRead<VolunteerState>>>
/**
 * G2: what is noted of who entered the record or asked for a correction, and whom these, the volunteer and the actor were merged into: a merge
 * is known before it is noted. Keys of their own, since ids are free.
 */
const partiesOf = (command: RecordCommand, { records }: RecordState, moment: Moment): Noted & Registrations => {
  const record = 'recordId' in command ? records.get(command.recordId) : undefined
  if (record === undefined) return {}
  const people = [...record.entries, ...record.corrections].flatMap(({ by }) => by ?? [])
  const registered = [record.volunteer, ...people, ...actorOf(moment)]
  const noted: Noted = Object.fromEntries(people.map((person) => [`party ${person}`, recordRead(person)]))
  return { ...noted, ...registrations(registered) }
}
export const registrations = (people: ReadonlyArray<PersonId>): Registrations =>
  Object.fromEntries(people.map((person) => [`registration ${person}`, volunteerRead(person)]))
/** Whom a registration was merged into, as far as facts know; itself where it was not. */
export const survivor = (facts: object, person: PersonId): PersonId => {
  const known = (facts as Readonly<Record<string, VolunteerState | undefined>>)[`registration ${person}`]
  return known === undefined ? person : survivorOf(known, person)
}
/** Whether somebody is that party, under whichever registration. */
export const isParty = (facts: object, party: PersonId, person: PersonId): boolean => {
  const noted = (facts as Readonly<Record<string, RecordState | undefined>>)[`party ${party}`]
  return survivor(facts, party) === survivor(facts, person) || (noted?.others.includes(person) ?? false)
}

export const units = (command: RecordCommand, state: RecordState, moment: Moment) => ({
  tree: unitsRead(moment.jurisdiction),
  ...partiesOf(command, state, moment),
})
export const unitsAndOthers = (command: RecordCommand, state: RecordState, moment: Moment) => ({
  ...units(command, state, moment),
  ...othersOf(state),
})

export const recordOf = ({ records }: RecordState, recordId: RecordId): ServiceRecord | undefined =>
  records.get(recordId)

/** By name of state and command; by its own name where the state is final (H9). */
export const notAllowed = (record: ServiceRecord | undefined, command: RecordCommand): RecordRejection => {
  if (record === undefined) return commandNotAllowed('none', command.type)
  const { recordId, status } = record
  if (status === 'voided') return { type: 'VoidedIsFinal', recordId, state: status, command: command.type }
  if (status === 'rejected') return { type: 'RejectedIsFinal', recordId, state: status, command: command.type }
  return commandNotAllowed(status, command.type)
}

export const personOf = ({ actor }: Moment): PersonId | null => (actor.type === 'person' ? actor.person : null)

export const actorOf = ({ actor }: Moment): ReadonlyArray<PersonId> => (actor.type === 'person' ? [actor.person] : [])

/** The credited human, under whatever registration (G2). */
export const isCredited = ({ others }: RecordState, volunteer: PersonId, person: PersonId): boolean =>
  person === volunteer || others.includes(person)

const gave = ({ type, by, reason }: Ruling, ruling: Ruling): boolean =>
  type === ruling.type && by === ruling.by && sameContent(reason, ruling.reason)

/** Whether it is the last word on the record: saying it again changes nothing. */
export const isLastRuling = ({ rulings }: ServiceRecord, ruling: Ruling): boolean => {
  const last = rulings.at(-1)
  return last !== undefined && gave(last, ruling)
}

/** A repeat of an older word, which would undo what was said since. */
export const refuseOlderRuling = ({ rulings }: ServiceRecord, ruling: Ruling): RecordRejection | null =>
  rulings.some((one) => gave(one, ruling)) ? { type: 'RuledBefore', ruling: ruling.type } : null

export const rulingOf = (
  type: Ruling['type'],
  { reason }: { readonly reason: Reason },
  moment: Moment,
): Ruling | null => {
  const by = personOf(moment)
  return by === null ? null : { type, by, reason }
}

/** Whose record it is and which body answers for it. */
export const stepOf = ({ volunteer, recordId, bodyId }: ServiceRecord) => ({ volunteer, recordId, bodyId })

/** What views key on and undo, at a revision of its standing. */
export const standingOf = (record: ServiceRecord, revision: number) => {
  const { minutes, day, grade, source, servedUnit } = record
  return { ...stepOf(record), minutes, day, grade, source, servedUnit, revision: revision as Count }
}
