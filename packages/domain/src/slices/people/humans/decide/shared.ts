/** Who may propose and decide a merge or split: two persons, neither of them one of the registrations (G2, G7). */
import type * as E from 'fp-ts/lib/Either.js'
import { defineHandler, type Actor, type PersonId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { roles } from '../../../../vocabulary/values.ts'
import { refuseOwnFavour } from '../../own-favour.ts'
import { findLastHome, type VolunteerState } from '../../volunteer/volunteer.read.ts'
import type { HumansEvent } from '../humans.codec.ts'
import { isSameHuman, type Humans } from '../humans.read.ts'
import type { HumansRejection } from '../humans.rejection.ts'

export type Decision = E.Either<HumansRejection, ReadonlyArray<HumansEvent>>
export const on = defineHandler<Humans, HumansEvent, HumansRejection>()

interface Asked {
  readonly command: string
  readonly actor: Actor
  readonly tree: UnitTree
  readonly humans: Humans
  /** The registrations concerned: none of them, nor another of their humans, is the acting person's. */
  readonly concerned: ReadonlyArray<PersonId>
}

/** An officer of the last home of one of the registrations, or above. */
export const refuseProposer = (
  { command, actor, tree, humans, concerned }: Asked,
  registrations: ReadonlyArray<VolunteerState>,
): HumansRejection | null => {
  const homes = registrations.flatMap((one) => findLastHome(one) ?? [])
  const officers = [roles.administrator, roles.clerk, roles.stationClerk]
  const refusals = homes.map((unit) => refuseAuthority(tree, actor, { command, unit, roles: officers }))
  if (refusals.includes(null)) return refuseOwnFavour(humans, actor, { merged: concerned })
  return refusals[0] ?? { type: 'NotAuthorised', command }
}

/** The administrator of the whole, where another human has proposed it. */
export const refuseDecider = (
  { command, actor, tree, humans, concerned }: Asked,
  proposedBy: ReadonlyArray<PersonId>,
): HumansRejection | null => {
  if (actor.type !== 'person' || tree.root === null) return { type: 'NotAuthorised', command }
  const refusal =
    refuseAuthority(tree, actor, { command, unit: tree.root, roles: [roles.administrator] }) ??
    refuseOwnFavour(humans, actor, { merged: concerned })
  if (refusal !== null) return refusal
  const isApart = (by: PersonId): boolean =>
    [actor.person, ...concerned].every((person) => !isSameHuman(humans, by, person))
  return proposedBy.some(isApart) ? null : { type: 'NeedsTwoPersons', command, proposedBy }
}
