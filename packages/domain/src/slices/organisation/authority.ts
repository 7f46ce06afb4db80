/** Who may: the one check with which most handlers begin (G4). */
import type { Actor, Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { findOpenUnit, hasAuthority, type UnitTree } from './units/units.read.ts'
import type { NotAuthorised, OnlyAProcess, OutsideJurisdiction } from '../../vocabulary/rejections.ts'
import { actsAs, type roles } from '../../vocabulary/values.ts'

/** One of the roles that the domain knows. */
export type RoleName = (typeof roles)[keyof typeof roles]

export interface Wanted {
  readonly command: string
  readonly unit: UnitId
  readonly roles: ReadonlyArray<RoleName>
}

/** Null where the actor may: a person in one of the roles, at the unit concerned or above it, and not at a closed one (H16). */
export const refuseAuthority = (
  tree: UnitTree,
  actor: Actor,
  wanted: Wanted,
): NotAuthorised | OutsideJurisdiction | null => {
  if (actor.type !== 'person' || !actsAs(actor.role, ...wanted.roles))
    return { type: 'NotAuthorised', command: wanted.command }
  if (hasAuthority(tree, actor, wanted.unit, ...wanted.roles)) return null
  const { person, role, unit: actsAt } = actor
  return { type: 'OutsideJurisdiction', person, role, actsAt, unit: findOpenUnit(tree, wanted.unit) }
}

/** The person who acts; null for a process. */
export const actingPerson = ({ actor }: Moment): PersonId | null => (actor.type === 'person' ? actor.person : null)

/** Null where a process acts. */
export const refusePerson = (actor: Actor, command: string): OnlyAProcess | null =>
  actor.type === 'process' ? null : { type: 'OnlyAProcess', command }
