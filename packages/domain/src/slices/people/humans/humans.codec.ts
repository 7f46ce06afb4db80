/** Command and event of which registrations are one human: stream `humans-<jurisdiction>`. */
import type * as t from 'io-ts'
import { closed, list, literal, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId } from '../../../vocabulary/ids.ts'

/** The most registrations of one human, so that a list of them fits into an event. */
export const mostRegistrations = 200

/** Two groups of registrations are one human from now on. All stay valid; figures use the survivor (G2). */
export const RegistrationsMerged = closed({
  type: literal('RegistrationsMerged'),
  /** The person named in the command, one of those who join. */
  person: PersonId,
  survivor: PersonId,
  /** The registrations that continue as the survivor's from now on: the person's whole group. */
  joining: list(PersonId, 1, mostRegistrations),
  /** The registrations of the survivor's human before the merge, the survivor first. */
  there: list(PersonId, 1, mostRegistrations),
})
export interface RegistrationsMerged extends t.TypeOf<typeof RegistrationsMerged> {}
/** All events of which registrations are one human. */
export const HumansEvent: Codec<HumansEvent> = variants('HumansEvent', [RegistrationsMerged])
export type HumansEvent = RegistrationsMerged

/**
 * By an administrator at the top of the tree. Joins the person, with all registrations of that human, to the survivor. Refused unless the
 * survivor is another registered volunteer who was not merged (G2).
 */
export const MergeRegistrations = closed({ type: literal('MergeRegistrations'), person: PersonId, survivor: PersonId })
export interface MergeRegistrations extends t.TypeOf<typeof MergeRegistrations> {}
/** All commands about which registrations are one human. */
export const HumansCommand: Codec<HumansCommand> = variants('HumansCommand', [MergeRegistrations])
export type HumansCommand = MergeRegistrations
