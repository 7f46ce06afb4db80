/** Commands and events of a volunteer: stream `volunteer-<person>`. */
import type * as t from 'io-ts'
import { boolean, closed, LocalDay, literal, nullable, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, UnitId, VolunteerNo } from '../../../vocabulary/ids.ts'
import { TextRef } from '../../../vocabulary/values.ts'

export * from './number.codec.ts'

/** Declared, never a birth date (P1). */
export const AgeBand = oneOf('AgeBand', ['under-14', '14-to-17', 'adult'])
export type AgeBand = t.TypeOf<typeof AgeBand>

/**
 * On what an age band rests: the person's own word, an officer to whom it was told, an officer who has seen a document, or the date of
 * birth in the vault (A6).
 */
export const AgeSource = oneOf('AgeSource', ['own-word', 'officer', 'document', 'birth-date'])
export type AgeSource = t.TypeOf<typeof AgeSource>

const registration = { person: PersonId, number: VolunteerNo, ageBand: AgeBand, home: UnitId, homeFrom: LocalDay }

/**
 * A person registered as a volunteer, with a number and a first home. `outside`: the person lives outside the tree, and `home` is the unit
 * that keeps the registration (G2).
 */
export const VolunteerRegistered = closed({
  type: literal('VolunteerRegistered'),
  ...registration,
  ageSource: AgeSource,
  outside: boolean,
})
export interface VolunteerRegistered extends t.TypeOf<typeof VolunteerRegistered> {}
/** The volunteer lives in a unit from a day on, or outside the tree, kept by this unit: one home at a time (G2). */
export const HomeMoved = closed({
  type: literal('HomeMoved'),
  person: PersonId,
  home: UnitId,
  from: LocalDay,
  outside: boolean,
})
export interface HomeMoved extends t.TypeOf<typeof HomeMoved> {}
/** The age band was declared, on this ground; `bornOn` is the date of birth in the vault (A6). */
export const AgeBandDeclared = closed({
  type: literal('AgeBandDeclared'),
  person: PersonId,
  ageBand: AgeBand,
  source: AgeSource,
  bornOn: nullable(TextRef),
})
export interface AgeBandDeclared extends t.TypeOf<typeof AgeBandDeclared> {}
/** The person has a number; `second` says that it is one too many, and is taken back (G2). */
export const NumberNoted = closed({
  type: literal('NumberNoted'),
  person: PersonId,
  number: VolunteerNo,
  second: boolean,
})
export interface NumberNoted extends t.TypeOf<typeof NumberNoted> {}
/** All events of a volunteer. */
export const VolunteerEvent: Codec<VolunteerEvent> = variants('VolunteerEvent', [
  VolunteerRegistered,
  HomeMoved,
  AgeBandDeclared,
  NumberNoted,
])
export type VolunteerEvent = VolunteerRegistered | HomeMoved | AgeBandDeclared | NumberNoted

/**
 * By the person, or a station clerk, clerk or administrator of the home or above. Refused until an officer of the home or above has claimed
 * the number for the person (G2). A home called `outside` is outside the tree, and kept by the unit that registers.
 */
export const RegisterVolunteer = closed({ type: literal('RegisterVolunteer'), ...registration })
export interface RegisterVolunteer extends t.TypeOf<typeof RegisterVolunteer> {}
/**
 * By the person, or a station clerk, clerk or administrator of the last declared home or above, never by the new home alone (G2). Refused where
 * the registration was merged into another.
 */
export const MoveHome = closed({ type: literal('MoveHome'), person: PersonId, home: UnitId, from: LocalDay })
export interface MoveHome extends t.TypeOf<typeof MoveHome> {}
/**
 * By the person, or a station clerk, clerk or administrator of the last declared home or above. To an older band only by the date of birth in
 * the vault, which the ledger compares, or by an officer, never for oneself, who has seen a document (A6, G7). The person may name a date of birth
 * once an officer has given it. Refused where the registration was merged into another.
 */
export const DeclareAgeBand = closed({
  type: literal('DeclareAgeBand'),
  person: PersonId,
  ageBand: AgeBand,
  source: AgeSource,
  bornOn: nullable(TextRef),
})
export interface DeclareAgeBand extends t.TypeOf<typeof DeclareAgeBand> {}
/** Sent by a process when a number was claimed for the person (G2). */
export const NoteNumber = closed({ type: literal('NoteNumber'), person: PersonId, number: VolunteerNo })
export interface NoteNumber extends t.TypeOf<typeof NoteNumber> {}
/** All commands about a volunteer. */
export const VolunteerCommand: Codec<VolunteerCommand> = variants('VolunteerCommand', [
  RegisterVolunteer,
  MoveHome,
  DeclareAgeBand,
  NoteNumber,
])
export type VolunteerCommand = RegisterVolunteer | MoveHome | DeclareAgeBand | NoteNumber
