/** The unit above, in every rule (G8): where a ruling goes that the people concerned may not give themselves. */
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { actsAs, roles, type RoleName } from '../../vocabulary/values.ts'
import type { RulingId } from './proposal/proposal.codec.ts'
import type { Proposals } from './proposal/proposal.read.ts'
import { findParent, findUnit, listAncestors, listHolders, type UnitTree } from './units/units.read.ts'

/** Who rules: one holder of the post at a unit, or two at the top together, one proposing and an assessor or administrator deciding. */
export type Ruler =
  { readonly type: 'one'; readonly unit: UnitId } | { readonly type: 'together'; readonly unit: UnitId }

export interface RulingAsked {
  /** The unit in whose case is ruled. The search begins above it. */
  readonly below: UnitId
  readonly post: RoleName
  /** Whether a person was credited, recorded, confirmed, approved or handled in the case, under any registration. */
  readonly hasPart: (person: PersonId) => boolean
}

/** The people of a unit who hold one of the posts and have no part in the case. A closed unit has none. */
export const listFreeHolders = (
  tree: UnitTree,
  unit: UnitId,
  posts: ReadonlyArray<RoleName>,
  hasPart: (person: PersonId) => boolean,
): ReadonlyArray<PersonId> =>
  findUnit(tree, unit)?.status === 'Closed'
    ? []
    : posts.flatMap((post) => listHolders(tree, unit, post)).filter((person) => !hasPart(person))

/**
 * G8: the nearest unit upwards where a person holds the post and had no part in the case. Where there is none, also where the case is the
 * top's own, two holders of posts at the top rule together.
 */
export const findUnitAbove = (tree: UnitTree, { below, post, hasPart }: RulingAsked): Ruler | null => {
  const unit = listAncestors(tree, below).find((one) => listFreeHolders(tree, one, [post], hasPart).length > 0)
  if (unit !== undefined) return { type: 'one', unit }
  return tree.root === null ? null : { type: 'together', unit: tree.root }
}

/** The posts whose holders decide what another holder of a post at the top proposed (G8). */
export const decidingPosts = [roles.assessor, roles.administrator] as const satisfies ReadonlyArray<RoleName>

/** G8: another unit rules. Null: there is none. `together`: at the top one person proposes the ruling, and another decides. */
export interface NotTheUnitAbove {
  readonly type: 'NotTheUnitAbove'
  readonly person: PersonId | null
  readonly ruler: UnitId | null
  /** The ruling to propose first, where two rule together; otherwise null. */
  readonly propose: RulingId | null
}

/** What a ruling of two at the top needs: its id, what was proposed, and who is one human. */
export interface Together {
  readonly rulingId: RulingId
  readonly proposals: Proposals
  readonly isSame: (one: PersonId, other: PersonId) => boolean
}

/** Whether another holder of a post at the top, without a part in the case, has proposed the ruling and still holds the post. */
const isProposed = (
  tree: UnitTree,
  { proposals, isSame }: Together,
  person: PersonId,
  hasPart: RulingAsked['hasPart'],
): boolean =>
  proposals.made.some(
    ({ by, post, unitId }) =>
      unitId === tree.root && !isSame(by, person) && !hasPart(by) && listHolders(tree, unitId, post).includes(by),
  )

/** Who has a part in a case, and what was proposed about it. */
export interface CaseOfTwo {
  readonly hasPart: RulingAsked['hasPart']
  readonly together: Together
}

/** G8: null where the acting person decides at the top what another one without a part has proposed. */
export const refuseAlone = (
  tree: UnitTree,
  { actor }: Moment,
  { hasPart, together }: CaseOfTwo,
): NotTheUnitAbove | null => {
  const refused: NotTheUnitAbove = {
    type: 'NotTheUnitAbove',
    person: actor.type === 'person' ? actor.person : null,
    ruler: tree.root,
    propose: tree.root === null ? null : together.rulingId,
  }
  if (actor.type !== 'person' || actor.unit !== tree.root) return refused
  const { person, role, unit } = actor
  const mayDecide = actsAs(role, ...decidingPosts) && listHolders(tree, unit, role).includes(person) && !hasPart(person)
  return mayDecide && isProposed(tree, together, person, hasPart) ? null : refused
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
  return { type: 'NotTheUnitAbove', person, ruler: ruler.unit, propose: null }
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
  return actor.type === 'person' && actor.unit !== below
    ? null
    : { type: 'NotTheUnitAbove', person: actor.type === 'person' ? actor.person : null, ruler: parent, propose: null }
}
