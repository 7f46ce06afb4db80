/** Runs of hurried rulings, told to the unit above (H12). */
import type * as t from 'io-ts'
import { closed, Instant, literal } from '@zhiyuan/kernel'
import { PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Count, Reason } from '../../../vocabulary/values.ts'

const run = { unitId: UnitId, person: PersonId, acts: Count, at: Instant }

/** One person gave more rulings and approvals within some minutes than the policy takes for looked at (H12). The unit above sees it. */
export const RulingsHurried = closed({ type: literal('RulingsHurried'), ...run })
export interface RulingsHurried extends t.TypeOf<typeof RulingsHurried> {}
/** The unit above has looked at what was ruled in a hurry, and says what it found. */
export const HurrySeen = closed({
  type: literal('HurrySeen'),
  unitId: UnitId,
  person: PersonId,
  at: Instant,
  by: PersonId,
  reason: Reason,
})
export interface HurrySeen extends t.TypeOf<typeof HurrySeen> {}

/** Sent by a process that counted the rulings of a person (H12). A no-op where it was told. */
export const NoteHurry = closed({ type: literal('NoteHurry'), ...run })
export interface NoteHurry extends t.TypeOf<typeof NoteHurry> {}
/** By one who holds the post of an approver, assessor or administrator at a unit above, and is not the person concerned. */
export const SeeHurry = closed({
  type: literal('SeeHurry'),
  unitId: UnitId,
  person: PersonId,
  at: Instant,
  reason: Reason,
})
export interface SeeHurry extends t.TypeOf<typeof SeeHurry> {}
