/** On whose word a volunteer came and left, and how many others counted there. */
import type { PersonId } from '@zhiyuan/kernel'
import { occasionKey, deriveRecordId, type Occasion } from '../../vocabulary/occasion.ts'
import type { PolicyVersion, RecordId } from '../../vocabulary/ids.ts'
import type { Count, Interval } from '../../vocabulary/values.ts'
import type { AttendanceConfirmed, Telling } from '../../slices/attendance/assignment/assignment.codec.ts'
import { copyEvidence, type Evidence, type Logged } from './logged.ts'
import { noteRows, onward, listTypes, type Changes } from './table.ts'

/** That she came or left, on the word of `by`: the volunteer herself, a caller, or who confirmed it. */
export interface Word {
  readonly by: PersonId
  readonly evidence: Evidence
}

/** One volunteer at one occasion. */
export interface PresenceFact {
  readonly occasion: Occasion
  readonly volunteer: PersonId
  readonly planned: Interval | null
  /** The policy by which she came; null: she did not. */
  readonly policyVersion: PolicyVersion | null
  readonly came: Word | null
  readonly left: Word | null
  /** In which capacity a second person chose the end; null: no one did, or a review did it by itself. */
  readonly confirmedAs: AttendanceConfirmed['as'] | null
  /** A part of it reached the ledger too late for `system`: it counts on the word of a second person (A14). */
  readonly toldLate: boolean
  /** The record that it makes; null: it has not ended. */
  readonly recordId: RecordId | null
}

/** A clerk who types for a caller gives the caller's word. */
const hear = (volunteer: PersonId, told: Telling | null, logged: Logged): Word => ({
  by: told === null ? volunteer : (told.caller ?? told.by),
  evidence: copyEvidence(logged),
})

interface Departure {
  readonly told: Telling | null
  readonly attempt: Count
}
const leave = (fact: PresenceFact, { told, attempt }: Departure, logged: Logged): PresenceFact => ({
  ...fact,
  left: hear(fact.volunteer, told, logged),
  recordId: deriveRecordId(fact.occasion, attempt),
})

type Handled = 'AssignmentOpened' | 'CheckedIn' | 'CheckedOut' | 'PresenceCaptured' | 'AttendanceConfirmed'

const changes: Changes<PresenceFact, Handled> = {
  AssignmentOpened: (_fact, { occasion, volunteer, planned }) => ({
    ...{ occasion, volunteer, planned, policyVersion: null, came: null, left: null },
    confirmedAs: null,
    toldLate: false,
    recordId: null,
  }),
  CheckedIn: onward((fact, { told, late, policyVersion }, logged) => ({
    ...fact,
    policyVersion,
    came: hear(fact.volunteer, told, logged),
    left: null,
    confirmedAs: null,
    toldLate: late,
  })),
  CheckedOut: onward(leave),
  PresenceCaptured: onward((fact, event, logged) => ({ ...leave(fact, event, logged), toldLate: true })),
  AttendanceConfirmed: onward((fact, { confirmer: by, as, byReview, attempt }, logged) => ({
    ...fact,
    left: { by, evidence: copyEvidence(logged) },
    confirmedAs: byReview ? null : as,
    recordId: deriveRecordId(fact.occasion, attempt),
  })),
}

export const presenceEvents = listTypes(changes)

/** Takes an event into the presences by occasion and volunteer. */
export const notePresence = noteRows(
  changes,
  ({ occasion, volunteer }): string => `${occasionKey(occasion)}.${volunteer}`,
)

/** How many volunteers one person counted at an occasion on its day. */
export interface HeadFact {
  /** The caller where a clerk typed it. */
  readonly by: PersonId
  readonly count: number
}

const headChanges: Changes<ReadonlyArray<HeadFact>, 'HeadCountTold'> = {
  HeadCountTold: (heads = [], { by, caller, count }) => [...heads, { by: caller ?? by, count }],
}

export const headEvents = listTypes(headChanges)

/** Takes an event into the head counts by occasion. */
export const noteHeads = noteRows(headChanges, ({ occasion }) => occasionKey(occasion))
