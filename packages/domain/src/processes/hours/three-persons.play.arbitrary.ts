/** Five persons, each of them volunteer, recorder and approver, and the faults that a state at rest must not have after any merges. */
import type { PersonId, Typed } from '@zhiyuan/kernel'
import { startLoop, type PlainActor } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../fixtures/world.ts'
import {
  isCounting,
  record,
  type RecordEvent,
  type RecordState,
  type ServiceRecord,
} from '../../slices/hours/record/index.ts'
import { instant } from '../../slices/hours/record/record.fixture.ts'
import { findSurvivor, humans, type Humans } from '../../slices/people/humans/index.ts'
import { recheckOverlaps } from './recheck-overlaps.ts'

/** All of them are volunteers, and recorders and approvers at V2. */
export const persons = ['a', 'b', 'c', 'd', 'e'] as const
export type Person = (typeof persons)[number]
export const approver = (person: Person): PlainActor => ({ type: 'person', person, role: 'approver', unit: units.V2 })
export const recorder = (person: Person): PlainActor => ({ type: 'person', person, role: 'recorder', unit: units.V2 })
const posts = persons.map(
  (person): Typed => ({ type: 'PostTaken', unitId: units.V2, post: 'approver', person, office: null }) as Typed,
)

export interface Parts {
  readonly recheck: typeof recheckOverlaps
  readonly records: typeof record
}
export const ledger = ({ recheck, records }: Parts = { recheck: recheckOverlaps, records: record }) =>
  startLoop({
    slices: [records, humans],
    processes: [recheck],
    world: { ...world, 'units-131081': [...unitEvents, ...posts] },
    scene: { ...scene, now: instant('05-02 01:00') },
  })
export type Loop = ReturnType<typeof ledger>

export const listAll = (loop: Loop): ReadonlyArray<ServiceRecord> =>
  persons.flatMap((person) => [...(loop.state(record, `record-${person}`) as RecordState).records.values()])
export const listOpen = ({ holds }: ServiceRecord): ReadonlyArray<string> =>
  holds.flatMap(({ holdId, cleared }) => (cleared === null ? [holdId] : []))

export const proposeMerge = (person: string, survivor: string) => ({ type: 'ProposeMerge', person, survivor }) as const
export const merge = (person: string, survivor: string) => ({ type: 'MergeRegistrations', person, survivor }) as const
/** One proposes the merge, and another decides. */
export const doMerge = (loop: Loop, person: string, survivor: string): void => {
  loop.does(people.deputy, proposeMerge(person, survivor))
  loop.does(people.admin, merge(person, survivor))
}

/**
 * Lists the persons who entered a record and let it count, from its events alone; after a third person has cleared the hold, only those who
 * came later. Merges among these persons do not matter until one of them is merged with the volunteer.
 */
const listInvolved = (
  events: ReadonlyArray<RecordEvent>,
  isOwn: (person: PersonId) => boolean,
): ReadonlyArray<PersonId | null> => {
  let entered: ReadonlyArray<PersonId | null> = []
  let approved: PersonId | null = null
  let reinstated: PersonId | null = null
  const asked = new Map<string, PersonId>()
  for (const event of events) {
    if (event.type === 'RecordSubmitted') entered = [event.recorder]
    if (event.type === 'RecordResubmitted') entered = [...entered, event.by]
    if (event.type === 'CorrectionRequested') asked.set(event.correctionId, event.by)
    if (event.type === 'RecordVerified') approved = event.approver
    if (event.type === 'RecordCorrected') {
      approved = event.approver
      reinstated = null
      if (event.added) entered = [...entered, asked.get(event.correctionId) ?? null]
    }
    if (event.type === 'RecordReinstated') reinstated = event.by
    if (event.type === 'HoldCleared' && event.holdId.startsWith('same-person') && !isOwn(event.by)) {
      entered = []
      approved = null
    }
  }
  return [...entered, approved, reinstated]
}

/** Lists the counting records that their volunteer's human entered, approved or let count again, and on which no third person ruled since. */
export const findFaults = (loop: Loop): ReadonlyArray<string> => {
  const known = loop.state(humans, 'humans-131081') as Humans
  return listAll(loop)
    .filter(isCounting)
    .filter(({ volunteer, recordId }) => {
      const own = findSurvivor(known, volunteer)
      const isOwn = (person: PersonId): boolean => findSurvivor(known, person) === own
      const events = (loop.events(`record-${volunteer}`) as ReadonlyArray<RecordEvent>).filter(
        (event) => 'recordId' in event && event.recordId === recordId,
      )
      return listInvolved(events, isOwn).some((person) => person !== null && isOwn(person))
    })
    .map(({ volunteer, recordId }) => `${volunteer}/${recordId}`)
}
