/** The words of who is one human: stream `humans-<jurisdiction>`. */
import type * as t from 'io-ts'
import { closed, list, literal, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId } from '../../../vocabulary/ids.ts'

/** More registrations than this of one human are refused, so that a list of them fits into an event. */
export const mostRegistrations = 200

/** Two groups of registrations are one human from now on. All stay valid; figures use the survivor (G2). */
export const RegistrationsMerged = closed({
  type: literal('RegistrationsMerged'),
  /** Who was named, one of those who join. */
  person: PersonId,
  survivor: PersonId,
  /** The registrations that go on in the survivor's from now on: a person with all that it had absorbed. */
  joining: list(PersonId, 1, mostRegistrations),
  /** The registrations that were the survivor's human before, the survivor first. */
  there: list(PersonId, 1, mostRegistrations),
})
export interface RegistrationsMerged extends t.TypeOf<typeof RegistrationsMerged> {}
/** Whatever can happen to who is one human. */
export const HumansEvent: Codec<HumansEvent> = variants('HumansEvent', [RegistrationsMerged])
export type HumansEvent = RegistrationsMerged

/**
 * By an administrator at the top of the tree. Joins the person, with all registrations of that human, to the survivor, who is another
 * registered volunteer and was not merged (G2).
 */
export const MergeRegistrations = closed({ type: literal('MergeRegistrations'), person: PersonId, survivor: PersonId })
export interface MergeRegistrations extends t.TypeOf<typeof MergeRegistrations> {}
/** Whatever may be asked of who is one human. */
export const HumansCommand: Codec<HumansCommand> = variants('HumansCommand', [MergeRegistrations])
export type HumansCommand = MergeRegistrations
