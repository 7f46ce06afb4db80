/** Commands and events of rulings that two people at the top make together (G8): stream `proposal-<ruling>`. */
import type * as t from 'io-ts'
import { closed, Instant, literal, text, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, Reason } from '../../../vocabulary/values.ts'

export interface RulingIdBrand {
  readonly RulingId: unique symbol
}
/**
 * Names one ruling on a case as it stands, for instance `ClearHold.c.R6`, with what is ruled where the command may rule one or the other, for
 * instance `FollowUpOrder.O1.1.solved`; in its parts `__` is an underscore, `_c` a colon, `_d` a dot. The refusal `NotTheUnitAbove` says it, so that
 * no one makes it up.
 */
export type RulingId = t.Branded<string, RulingIdBrand>
export const RulingId = text<RulingIdBrand>('RulingId', /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/, 200)

const proposal = { rulingId: RulingId, reason: Reason }

/** A holder of a post at the top proposed a ruling; an assessor or administrator there decides by sending the command itself (G8). */
export const RulingProposed = closed({
  type: literal('RulingProposed'),
  ...proposal,
  by: PersonId,
  post: Code,
  unitId: UnitId,
  proposedAt: Instant,
})
export interface RulingProposed extends t.TypeOf<typeof RulingProposed> {}
/** Another person decided at the top what was proposed: a ruling of two, which is listed beside the strength of evidence (G8). */
export const RulingMade = closed({
  type: literal('RulingMade'),
  rulingId: RulingId,
  proposedBy: PersonId,
  decidedBy: PersonId,
  unitId: UnitId,
  madeAt: Instant,
})
export interface RulingMade extends t.TypeOf<typeof RulingMade> {}
/** All events of a proposal. */
export const ProposalEvent: Codec<ProposalEvent> = variants('ProposalEvent', [RulingProposed, RulingMade])
export type ProposalEvent = RulingProposed | RulingMade

/** By a holder of an office at the top of the tree, in the role of the post. What is proposed is decided by another person (G8). Refused for an id that no refusal says. */
export const ProposeRuling = closed({ type: literal('ProposeRuling'), ...proposal })
export interface ProposeRuling extends t.TypeOf<typeof ProposeRuling> {}
/** Sent by a process after a decision that rests on a proposal (G8). A no-op where it was told. */
export const NoteRuling = closed({
  type: literal('NoteRuling'),
  rulingId: RulingId,
  decidedBy: PersonId,
  unitId: UnitId,
  madeAt: Instant,
})
export interface NoteRuling extends t.TypeOf<typeof NoteRuling> {}
/** All commands of a proposal. */
export const ProposalCommand: Codec<ProposalCommand> = variants('ProposalCommand', [ProposeRuling, NoteRuling])
export type ProposalCommand = ProposeRuling | NoteRuling
