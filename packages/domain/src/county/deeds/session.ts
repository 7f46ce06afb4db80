/** Sessions that a unit hosts, and what its people write down of them. */
import { city, hall, otherHall, otherTown, otherVolunteers, town, units, volunteers } from '../people.ts'
import { deed, why, type CountyActor, type CountyCast, type CountyStep } from '../scene.ts'
import { seen } from './seen.ts'
import { addMinutes, stay, waitUntil, whenSeen } from './times.ts'

/** Units that host, with their offices and those of the unit above. */
export const hosts = [
  { unit: units.village, offices: hall, above: town },
  { unit: units.town, offices: town, above: city },
  { unit: units.otherVillage, offices: otherHall, above: otherTown },
  { unit: units.otherTown, offices: otherTown, above: city },
] as const

const sessionMinutes = 30

/** A session that begins soon. */
export const hostedSession = ({ id, now, pick }: CountyCast) => {
  const { unit, offices, above } = pick(hosts)
  const sessionId = `S${id}`
  const start = addMinutes(now, 3)
  const planned = { start, end: addMinutes(start, sessionMinutes) }
  const plain = { type: 'session', sessionId } as const
  const hosted = { ...plain, host: unit }
  /** What a record or sheet of it says beside who was there. */
  const about = {
    occasion: hosted,
    content: 'culture-arts',
    bodyId: unit,
    teamId: null,
    responsible: offices.clerk.person,
    reason: null,
  }
  return {
    unit,
    offices,
    above,
    sessionId,
    planned,
    plain,
    about,
    publish: deed(offices.clerk, 'PublishSession', {
      sessionId,
      host: unit,
      planned,
      content: 'culture-arts',
      seats: null,
      risks: { known: false, description: null },
      responsible: offices.clerk.person,
    }),
    over: waitUntil(planned.end),
    /** Entered by the recorder after the fact. */
    backfill: (volunteer: CountyActor, recordId: string, minutes = sessionMinutes, from = start) =>
      deed(offices.recorder, 'Backfill', { volunteer: volunteer.person, recordId, ...about, ...stay(from, minutes) }),
    /** One paper list of all who were there. */
    sheet: (by: CountyActor, people: ReadonlyArray<CountyActor>, minutes = sessionMinutes) =>
      deed(by, 'EnterSheet', {
        sheetId: `P${id}`,
        ...about,
        imageHash: '0'.repeat(64),
        lines: people.map(({ person }) => ({ volunteer: person, ...stay(start, minutes) })),
      }),
  }
}

/** Anyone who is a volunteer somewhere in the county. */
export const everyVolunteer: ReadonlyArray<CountyActor> = [...volunteers, ...otherVolunteers]

/** So many different volunteers. */
export const someVolunteers = (pick: CountyCast['pick'], count: number): ReadonlyArray<CountyActor> => {
  const first = pick(everyVolunteer.map((_, n) => n))
  return [...everyVolunteer, ...everyVolunteer].slice(first, first + count)
}

/** Until the second look of the record is over (H20). */
export const lookIsOver = (id: string): CountyStep =>
  whenSeen((look) => seen(look, 'RecordSubmitted').find(({ recordId }) => recordId === id)?.lookUntil, waitUntil)

/** An approver clears the last hold of the record that is open, if there is one. */
export const clearHold = (
  by: CountyActor,
  record: { readonly volunteer: string; readonly recordId: string },
): CountyStep =>
  whenSeen(
    (look) =>
      seen(look, 'RecordHeld').findLast(
        (held) => held.recordId === record.recordId && held.volunteer === record.volunteer,
      ),
    ({ holdId }) => deed(by, 'ClearHold', { ...record, holdId, ...why('looked-at') }),
  )
