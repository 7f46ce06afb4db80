/** Commands and events of a volunteer number: stream `number-<no>`. */
import type * as t from 'io-ts'
import { closed, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, UnitId, VolunteerNo } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'

const claim = { number: VolunteerNo, person: PersonId }

/** An officer of this unit claimed a number for a person (G2). */
export const NumberClaimed = closed({ type: literal('NumberClaimed'), ...claim, unitId: UnitId })
export interface NumberClaimed extends t.TypeOf<typeof NumberClaimed> {}
/** The number is no one's, and is never given again; `by` is null where the person had another number (G2). */
export const NumberReleased = closed({
  type: literal('NumberReleased'),
  ...claim,
  by: nullable(PersonId),
  reason: Reason,
})
export interface NumberReleased extends t.TypeOf<typeof NumberReleased> {}
/** A registration rests on the number: it is this person's for good, also where it had been released meanwhile (G2). */
export const NumberConfirmed = closed({ type: literal('NumberConfirmed'), ...claim })
export interface NumberConfirmed extends t.TypeOf<typeof NumberConfirmed> {}
/** All events of a volunteer number. */
export const NumberEvent: Codec<NumberEvent> = variants('NumberEvent', [NumberClaimed, NumberReleased, NumberConfirmed])
export type NumberEvent = NumberClaimed | NumberReleased | NumberConfirmed

/**
 * By a station clerk, clerk or administrator of the person's home or above, never for oneself (G7); for a person who is not registered, at a
 * unit of the tree, in which the home will be. Refused where the number was ever given, or where the person has one (G2).
 */
export const ClaimNumber = closed({ type: literal('ClaimNumber'), ...claim })
export interface ClaimNumber extends t.TypeOf<typeof ClaimNumber> {}
/**
 * By a station clerk, clerk or administrator of the unit that claimed it or above, with a reason. Refused where a registration rests on it
 * (G2).
 */
export const ReleaseNumber = closed({ type: literal('ReleaseNumber'), number: VolunteerNo, reason: Reason })
export interface ReleaseNumber extends t.TypeOf<typeof ReleaseNumber> {}
/** Sent by a process where the person has another number (G2). */
export const TakeBackNumber = closed({ type: literal('TakeBackNumber'), number: VolunteerNo })
export interface TakeBackNumber extends t.TypeOf<typeof TakeBackNumber> {}
/** Sent by a process when the person registered with the number (G2). */
export const ConfirmNumber = closed({ type: literal('ConfirmNumber'), ...claim })
export interface ConfirmNumber extends t.TypeOf<typeof ConfirmNumber> {}
/** All commands about a volunteer number. */
export const NumberCommand: Codec<NumberCommand> = variants('NumberCommand', [
  ClaimNumber,
  ReleaseNumber,
  TakeBackNumber,
  ConfirmNumber,
])
export type NumberCommand = ClaimNumber | ReleaseNumber | TakeBackNumber | ConfirmNumber
