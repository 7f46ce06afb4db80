/** At the top, or where no one above is free, two people rule together (G8): one proposes, another decides. */
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { actsAs, isOffice, roles, type RoleName } from '../../vocabulary/values.ts'
import type { RulingId } from './proposal/proposal.codec.ts'
import type { Proposal, Proposals } from './proposal/proposal.read.ts'
import { listHolders, type UnitTree } from './units/units.read.ts'

/** Whether a person was credited, recorded, confirmed, approved or handled in the case, under any registration. */
export type HasPart = (person: PersonId) => boolean

/** The posts whose holders decide what another holder of a post at the top proposed (G8). */
export const decidingPosts = [roles.assessor, roles.administrator] as const satisfies ReadonlyArray<RoleName>

/** G8: another unit rules, `ruler`; null where there is none. With `propose`, two rule together at the top: one proposes that ruling, another decides. */
export interface NotTheUnitAbove {
  readonly type: 'NotTheUnitAbove'
  readonly person: PersonId | null
  readonly ruler: UnitId | null
  /** The ruling to propose first, where two rule together; otherwise null. */
  readonly propose: RulingId | null
  /** Who has proposed it in vain: the acting person, or who has a part in the case, or no longer holds the post. */
  readonly inVain: ReadonlyArray<PersonId>
}

/** What a ruling of two at the top needs: its id, what was proposed, and who is one human. */
export interface Together {
  readonly rulingId: RulingId
  readonly proposals: Proposals
  readonly isSame: (one: PersonId, other: PersonId) => boolean
}

/** Whether another holder of a post at the top, without a part in the case, has proposed the ruling and still holds the post. */
const isOfAnother = (
  tree: UnitTree,
  { by, post, unitId }: Proposal,
  { isSame }: Together,
  { person, hasPart }: { readonly person: PersonId | null; readonly hasPart: HasPart },
): boolean =>
  unitId === tree.root &&
  isOffice(post) &&
  (person === null || !isSame(by, person)) &&
  !hasPart(by) &&
  listHolders(tree, unitId, post).includes(by)

/** Who has a part in a case, and what was proposed about it. */
export interface CaseOfTwo {
  readonly hasPart: HasPart
  readonly together: Together
}

/** G8: null where the acting person decides at the top what another one without a part has proposed. */
export const refuseAlone = (
  tree: UnitTree,
  { actor }: Moment,
  { hasPart, together }: CaseOfTwo,
): NotTheUnitAbove | null => {
  const by = actor.type === 'person' ? actor.person : null
  const { made } = together.proposals
  const counted = made.filter((one) => isOfAnother(tree, one, together, { person: by, hasPart }))
  const refused: NotTheUnitAbove = {
    type: 'NotTheUnitAbove',
    person: by,
    ruler: tree.root,
    propose: tree.root === null ? null : together.rulingId,
    inVain: made.filter((one) => !counted.includes(one)).map((one) => one.by),
  }
  if (actor.type !== 'person' || actor.unit !== tree.root) return refused
  const { person, role, unit } = actor
  const mayDecide = actsAs(role, ...decidingPosts) && listHolders(tree, unit, role).includes(person) && !hasPart(person)
  return mayDecide && counted.length > 0 ? null : refused
}
