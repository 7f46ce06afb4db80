/** Who may propose and decide a merge or split: two persons, neither of them one of the registrations (G2, G7). */
import type * as E from 'fp-ts/lib/Either.js'
import { defineHandler, type Actor, type PersonId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import { refuseByRow } from '../../own-favour.ts'
import { findLastHome, type VolunteerState } from '../../volunteer/volunteer.read.ts'
import type { HumansEvent } from '../humans.codec.ts'
import { isSameHuman, type Humans } from '../humans.read.ts'
import type { HumansRejection } from '../humans.rejection.ts'
import { humansRoles } from '../humans.roles.ts'

export type Decision = E.Either<HumansRejection, ReadonlyArray<HumansEvent>>
export const on = defineHandler<Humans, HumansEvent, HumansRejection>()

interface Asked {
  readonly command: keyof typeof humansRoles
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
  const row = humansRoles[command]
  const refusals = homes.map((unit) => refuseAuthority(tree, actor, { command, unit, roles: row.roles }))
  if (refusals.includes(null)) return refuseByRow(row, { humans, actor }, { merged: concerned })
  return refusals[0] ?? { type: 'NotAuthorised', command }
}

/** The administrator of the whole, where another human has proposed it. */
export const refuseDecider = (
  { command, actor, tree, humans, concerned }: Asked,
  proposedBy: ReadonlyArray<PersonId>,
): HumansRejection | null => {
  if (actor.type !== 'person' || tree.root === null) return { type: 'NotAuthorised', command }
  const row = humansRoles[command]
  const refusal =
    refuseAuthority(tree, actor, { command, unit: tree.root, roles: row.roles }) ??
    refuseByRow(row, { humans, actor }, { merged: concerned })
  if (refusal !== null) return refusal
  const isApart = (by: PersonId): boolean =>
    [actor.person, ...concerned].every((person) => !isSameHuman(humans, by, person))
  return proposedBy.some(isApart) ? null : { type: 'NeedsTwoPersons', command, proposedBy }
}
