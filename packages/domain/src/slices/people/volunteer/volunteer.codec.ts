/** Commands and events of a volunteer (stream `volunteer-<person>`) and of volunteer numbers (stream `number-<no>`, one event). */
import type * as t from 'io-ts'
import { closed, LocalDay, literal, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, UnitId, VolunteerNo } from '../../../vocabulary/ids.ts'

/** Declared, never a birth date (P1). */
export const AgeBand = oneOf('AgeBand', ['under-14', '14-to-17', 'adult'])
export type AgeBand = t.TypeOf<typeof AgeBand>

/** A person claimed a number, for good. */
export const NumberClaimed = closed({ type: literal('NumberClaimed'), number: VolunteerNo, person: PersonId })
export interface NumberClaimed extends t.TypeOf<typeof NumberClaimed> {}
/** All events of a volunteer number. */
export const NumberEvent: Codec<NumberEvent> = variants('NumberEvent', [NumberClaimed])
export type NumberEvent = NumberClaimed
/** By the person, or a station clerk, clerk or administrator; refused where another person has it (G2). */
export const ClaimNumber = closed({ type: literal('ClaimNumber'), number: VolunteerNo, person: PersonId })
export interface ClaimNumber extends t.TypeOf<typeof ClaimNumber> {}
/** All commands about a volunteer number. */
export const NumberCommand: Codec<NumberCommand> = variants('NumberCommand', [ClaimNumber])
export type NumberCommand = ClaimNumber

const registration = { person: PersonId, number: VolunteerNo, ageBand: AgeBand, home: UnitId, homeFrom: LocalDay }

/** A person registered as a volunteer, with a number and a first home. */
export const VolunteerRegistered = closed({ type: literal('VolunteerRegistered'), ...registration })
export interface VolunteerRegistered extends t.TypeOf<typeof VolunteerRegistered> {}
/** The volunteer lives in a unit from a day on: one home at a time (G2). */
export const HomeMoved = closed({ type: literal('HomeMoved'), person: PersonId, home: UnitId, from: LocalDay })
export interface HomeMoved extends t.TypeOf<typeof HomeMoved> {}
/** The person, or an officer of the home unit, declared the age band (A6). */
export const AgeBandDeclared = closed({ type: literal('AgeBandDeclared'), person: PersonId, ageBand: AgeBand })
export interface AgeBandDeclared extends t.TypeOf<typeof AgeBandDeclared> {}
/** All events of a volunteer. */
export const VolunteerEvent: Codec<VolunteerEvent> = variants('VolunteerEvent', [
  VolunteerRegistered,
  HomeMoved,
  AgeBandDeclared,
])
export type VolunteerEvent = VolunteerRegistered | HomeMoved | AgeBandDeclared

/** By the person, or a station clerk, clerk or administrator of the home or above. Refused until the person has claimed the number (G2). */
export const RegisterVolunteer = closed({ type: literal('RegisterVolunteer'), ...registration })
export interface RegisterVolunteer extends t.TypeOf<typeof RegisterVolunteer> {}
/** By the person, or a station clerk, clerk or administrator of the new home or above (G2). Refused where the registration was merged into another. */
export const MoveHome = closed({ type: literal('MoveHome'), person: PersonId, home: UnitId, from: LocalDay })
export interface MoveHome extends t.TypeOf<typeof MoveHome> {}
/**
 * By the person, or a station clerk, clerk or administrator of the last declared home or above (A6). Refused where the registration was
 * merged into another.
 */
export const DeclareAgeBand = closed({ type: literal('DeclareAgeBand'), person: PersonId, ageBand: AgeBand })
export interface DeclareAgeBand extends t.TypeOf<typeof DeclareAgeBand> {}
/** All commands about a volunteer. */
export const VolunteerCommand: Codec<VolunteerCommand> = variants('VolunteerCommand', [
  RegisterVolunteer,
  MoveHome,
  DeclareAgeBand,
])
export type VolunteerCommand = RegisterVolunteer | MoveHome | DeclareAgeBand
