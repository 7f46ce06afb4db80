/** The unit above, in every rule (G8): where a ruling goes that the people concerned may not give themselves. */
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { actsAs, type RoleName } from '../../vocabulary/values.ts'
import { refuseAlone, type CaseOfTwo, type HasPart, type NotTheUnitAbove, type Together } from './two-at-the-top.ts'
import { findParent, listAncestors, listHolders, type UnitTree } from './units/units.read.ts'

/** Who rules: one holder of the post at a unit, or two at the top together, one proposing and an assessor or administrator deciding. */
export type Ruler =
  { readonly type: 'one'; readonly unit: UnitId } | { readonly type: 'together'; readonly unit: UnitId }

export interface RulingAsked {
  /** The unit in whose case is ruled. The search begins above it. */
  readonly below: UnitId
  readonly post: RoleName
  readonly hasPart: HasPart
}

/** The people of a unit who hold one of the posts and have no part in the case. */
export const listFreeHolders = (
  tree: UnitTree,
  unit: UnitId,
  posts: ReadonlyArray<RoleName>,
  hasPart: HasPart,
): ReadonlyArray<PersonId> =>
  posts.flatMap((post) => listHolders(tree, unit, post)).filter((person) => !hasPart(person))

/**
 * G8: the nearest unit upwards where a person holds the post and had no part in the case. Where there is none, also where the case is the
 * top's own, two holders of posts at the top rule together.
 */
export const findUnitAbove = (tree: UnitTree, { below, post, hasPart }: RulingAsked): Ruler | null => {
  const unit = listAncestors(tree, below).find((one) => listFreeHolders(tree, one, [post], hasPart).length > 0)
  if (unit !== undefined) return { type: 'one', unit }
  return tree.root === null ? null : { type: 'together', unit: tree.root }
}

/** G8: null where the acting person holds the post at the unit above, and had no part in the case, or decides what another proposed at the top. */
export const refuseRuler = (
  tree: UnitTree,
  moment: Moment,
  asked: RulingAsked & { readonly together: Together },
): NotTheUnitAbove | null => {
  const ruler = findUnitAbove(tree, asked)
  if (ruler?.type !== 'one') return refuseAlone(tree, moment, asked)
  const { actor } = moment
  const { post, hasPart } = asked
  const rules =
    actor.type === 'person' &&
    actor.unit === ruler.unit &&
    actsAs(actor.role, post) &&
    listHolders(tree, actor.unit, actor.role).includes(actor.person) &&
    !hasPart(actor.person)
  if (rules) return null
  const person = actor.type === 'person' ? actor.person : null
  return { type: 'NotTheUnitAbove', person, ruler: ruler.unit, propose: null, inVain: [] }
}

/**
 * G8, where an office without a named post rules: any unit above does, and for a case of the top two together there. The caller has asked
 * for the role, and for a part of the acting person.
 */
export const refuseOwnUnit = (
  tree: UnitTree,
  moment: Moment,
  { below, ...asked }: CaseOfTwo & { readonly below: UnitId },
): NotTheUnitAbove | null => {
  const parent = findParent(tree, below)
  if (parent === null) return refuseAlone(tree, moment, asked)
  const { actor } = moment
  return actor.type === 'person' && listAncestors(tree, below).includes(actor.unit)
    ? null
    : {
        type: 'NotTheUnitAbove',
        person: actor.type === 'person' ? actor.person : null,
        ruler: parent,
        propose: null,
        inVain: [],
      }
}
