/** Who may do what to whom, as data (G4, G7, G8): what the deciders read, and what the page of roles shows. */
import type { Typed } from '@zhiyuan/kernel'
import type { Interest } from '../../vocabulary/rejections.ts'
import type { RoleName } from '../../vocabulary/values.ts'

/** Where the office must be held, seen from the unit concerned, and what that means on the page. */
export const standpoints = {
  own: 'at it',
  'own-or-above': 'at it or above',
  top: 'at the top',
  above: 'above it',
  'unit-above': 'at the unit above it (G8)',
  'own-or-unit-above': 'at it or at the unit above it (G8)',
  any: 'anywhere',
} as const
export type Standpoint = keyof typeof standpoints

/** By which relation to the case a person may send a command, in any role and from anywhere. */
export const relations = {
  volunteer: 'the person itself',
  requester: 'the requester',
  contact: 'the contact',
  proxy: 'the proxy',
  family: 'a private proxy',
  leader: "the team's leader",
  member: 'a member of the team',
  seated: 'a volunteer with a seat',
  present: 'who came in time',
  recorder: 'who entered it',
  responsible: 'the person who answers for the session',
  proposed: 'the person proposed',
  anyone: 'any person',
} as const
export type Relation = keyof typeof relations

/** What a person has had to do with a case beside being in its favour. */
export type Part =
  | 'asker'
  | 'hand'
  | 'leader'
  | 'member'
  | 'performer'
  | 'proposer'
  | 'recorder'
  | 'responsible'
  | 'suspender'
  | 'teller'

/** For whom a command is refused although the office would allow it, and what that means on the page. */
export const concerns: Readonly<Record<Interest | Part, string>> = {
  volunteer: 'the volunteer concerned',
  requester: 'the requester',
  contact: 'the contact',
  proxy: 'a private proxy',
  appointed: 'the person appointed',
  applicant: 'the applicant',
  merged: 'one of the registrations',
  asker: 'who asked for it',
  hand: 'who sent a command on the order or its need',
  leader: 'the leader of the serving team',
  member: 'a member of the serving team',
  performer: 'who served',
  proposer: 'who proposed it',
  recorder: 'who entered it',
  responsible: 'the responsible person',
  suspender: 'who suspended it',
  teller: 'who told a head count for it',
}

/** One row of the table. */
export interface Permit {
  readonly roles: ReadonlyArray<RoleName>
  readonly where: Standpoint
  /** The unit concerned, in words; null where no office helps. */
  readonly unit: string | null
  readonly persons: ReadonlyArray<Relation>
  /** G7: under any registration. Who may send the command by the same relation acts as that person, and not in office. */
  readonly never: ReadonlyArray<Interest | Part>
  /** What the command decides, and for whom. */
  readonly decides: string
}

/** The rows of a slice. A command of a process has none; `roles.ts` does not compile while a person's has none. */
export type RolesOf<C extends Typed> = { readonly [T in C['type']]?: Permit }

/** The part of a row where a person may send the command, and no office helps. */
export const byNoOffice = { roles: [], where: 'any', unit: null, never: [] } as const
