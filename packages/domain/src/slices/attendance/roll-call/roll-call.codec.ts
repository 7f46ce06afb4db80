/** The words of roll calls: one person says for many that they came or left (A12). Stream `rollcall-<id>`. */
import type * as t from 'io-ts'
import { closed, Instant, list, literal, LocalDay, nullable, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, RollCallId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Count } from '../../../vocabulary/values.ts'

/** Whether the people on the roll have come or have left. */
export const RollPhase = oneOf('RollPhase', ['came', 'left'])
export type RollPhase = t.TypeOf<typeof RollPhase>

/** The most people on one roll: as many as an order has seats. */
export const mostOnRoll = 500

const roll = {
  rollCallId: RollCallId,
  occasion: Occasion,
  phase: RollPhase,
  volunteers: list(PersonId, 1, mostOnRoll),
  /** How many volunteers are there, with those who are not on the roll. */
  headCount: Count,
  /** Where they are: a unit, never coordinates. */
  place: UnitId,
  /** The person who telephoned, where a clerk typed it; null where the leader called it. */
  caller: nullable(PersonId),
}

/** The people on the roll came or left at `at`, as `by` or the caller says. Each presence is `attested` (A12). */
export const RollCalled = closed({
  type: literal('RollCalled'),
  ...roll,
  by: PersonId,
  at: Instant,
  /** The local day of `at`. */
  day: LocalDay,
  /** When the ledger was told. */
  toldAt: Instant,
})
export interface RollCalled extends t.TypeOf<typeof RollCalled> {}

/** All events of a roll call. */
export const RollCallEvent: Codec<RollCallEvent> = variants('RollCallEvent', [RollCalled])
export type RollCallEvent = RollCalled

/**
 * By the leader of the team or the person responsible for the session, for the leader's own line by another volunteer with a seat, or by a clerk
 * of the handler or host or above for a caller who has no phone (A12). Refused for people without a seat, for one's own line, for more names than heads, or after the term of a capture.
 */
export const CallRoll = closed({ type: literal('CallRoll'), ...roll })
export interface CallRoll extends t.TypeOf<typeof CallRoll> {}

/** All commands of a roll call. */
export const RollCallCommand: Codec<RollCallCommand> = variants('RollCallCommand', [CallRoll])
export type RollCallCommand = CallRoll
