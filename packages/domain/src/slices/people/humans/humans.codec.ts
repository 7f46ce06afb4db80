/** Commands and events of which registrations are one human: stream `humans-<jurisdiction>`. */
import type * as t from 'io-ts'
import { closed, Instant, list, literal, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'

/** The most registrations of one human, so that a list of them fits into an event. */
export const mostRegistrations = 200

const merge = { person: PersonId, survivor: PersonId }
/** The registrations that leave a human together: `person` continues for the others (G2). */
const split = { person: PersonId, others: list(PersonId, 0, mostRegistrations - 1) }
/** It waits at the top for another person's decision. */
const proposal = { by: PersonId, proposedAt: Instant }

/** A person proposed a merge; another one decides (G2). */
export const MergeProposed = closed({ type: literal('MergeProposed'), ...merge, ...proposal })
export interface MergeProposed extends t.TypeOf<typeof MergeProposed> {}
/** A person proposed to take a merge back; another one decides (G2). */
export const SplitProposed = closed({ type: literal('SplitProposed'), ...split, ...proposal })
export interface SplitProposed extends t.TypeOf<typeof SplitProposed> {}
/** Two groups of registrations are one human from now on. All stay valid; figures use the survivor (G2). */
export const RegistrationsMerged = closed({
  type: literal('RegistrationsMerged'),
  /** `person` is named in the command, and one of those who join. */
  ...merge,
  /** The registrations that continue as the survivor's from now on: the person's whole group. */
  joining: list(PersonId, 1, mostRegistrations),
  /** The registrations of the survivor's human before the merge, the survivor first. */
  there: list(PersonId, 1, mostRegistrations),
})
export interface RegistrationsMerged extends t.TypeOf<typeof RegistrationsMerged> {}
/**
 * A merge was taken back: two humans from now on, each with the own records, points, seats and reviews. What the survivor spent beyond the
 * own is the survivor's debt (G2).
 */
export const RegistrationsSplit = closed({
  type: literal('RegistrationsSplit'),
  /** Who is named in the command, the survivor of those who leave. */
  person: PersonId,
  /** The registrations that are a human of their own from now on, the person first. */
  leaving: list(PersonId, 1, mostRegistrations),
  /** The registrations that remain one human, its survivor first. */
  staying: list(PersonId, 1, mostRegistrations),
  by: PersonId,
  reason: Reason,
})
export interface RegistrationsSplit extends t.TypeOf<typeof RegistrationsSplit> {}
/** All events of which registrations are one human. */
export const HumansEvent: Codec<HumansEvent> = variants('HumansEvent', [
  MergeProposed,
  RegistrationsMerged,
  SplitProposed,
  RegistrationsSplit,
])
export type HumansEvent = MergeProposed | RegistrationsMerged | SplitProposed | RegistrationsSplit

/**
 * By a station clerk, clerk or administrator of the last home of one of the two or above, under neither of the registrations. Refused
 * unless the survivor is another registered volunteer who was not merged (G2).
 */
export const ProposeMerge = closed({ type: literal('ProposeMerge'), ...merge })
export interface ProposeMerge extends t.TypeOf<typeof ProposeMerge> {}
/**
 * By an administrator at the top of the tree, under neither of the registrations, where another person has proposed it. Joins the person,
 * with all registrations of that human, to the survivor (G2).
 */
export const MergeRegistrations = closed({ type: literal('MergeRegistrations'), ...merge })
export interface MergeRegistrations extends t.TypeOf<typeof MergeRegistrations> {}
/**
 * By a station clerk, clerk or administrator of the last home of one of the human's registrations or above, under none of them. Refused for
 * registrations that are not of this human (G2); a no-op where they are all of it, as after the split.
 */
export const ProposeSplit = closed({ type: literal('ProposeSplit'), ...split })
export interface ProposeSplit extends t.TypeOf<typeof ProposeSplit> {}
/**
 * By an administrator at the top of the tree, under none of the human's registrations, with a reason, where another person has proposed it.
 * The person and the others leave the human together (G2); a no-op where they are all of it, as after the split.
 */
export const SplitRegistrations = closed({ type: literal('SplitRegistrations'), ...split, reason: Reason })
export interface SplitRegistrations extends t.TypeOf<typeof SplitRegistrations> {}
/** All commands about which registrations are one human. */
export const HumansCommand: Codec<HumansCommand> = variants('HumansCommand', [
  ProposeMerge,
  MergeRegistrations,
  ProposeSplit,
  SplitRegistrations,
])
export type HumansCommand = ProposeMerge | MergeRegistrations | ProposeSplit | SplitRegistrations
