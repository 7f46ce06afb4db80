import type { Fold, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId } from '../../../vocabulary/ids.ts'
import type { Code, PublicName, UnitLevel } from '../../../vocabulary/values.ts'
import type { OrganisationEvent } from './units.codec.ts'

export interface Unit {
  readonly unitId: UnitId
  readonly level: UnitLevel
  readonly parent: UnitId | null
  readonly name: PublicName
  readonly code: Code | null
  readonly status: 'Open' | 'Closing' | 'Closed'
  /** The unit as it was opened, to tell a repeat from another unit of the same id. */
  readonly opened: { readonly parent: UnitId | null; readonly name: PublicName }
}

export interface Post {
  readonly unitId: UnitId
  readonly post: string
  readonly person: PersonId
  readonly office: Code | null
}

export interface Body {
  readonly bodyId: BodyId
  readonly unitId: UnitId
  readonly name: PublicName
}

/** All units, bodies and posts of a jurisdiction. */
export interface UnitTree {
  readonly root: UnitId | null
  readonly units: ReadonlyMap<UnitId, Unit>
  readonly bodies: ReadonlyMap<BodyId, Body>
  readonly successors: ReadonlyMap<BodyId, BodyId>
  readonly posts: ReadonlyArray<Post>
  /** Posts that were held and left, so that leaving again is recognised as a repeat. */
  readonly left: ReadonlyArray<Post>
}

const changeUnit = (tree: UnitTree, unitId: UnitId, change: Partial<Unit>): UnitTree => {
  const unit = tree.units.get(unitId)
  return unit === undefined ? tree : { ...tree, units: new Map(tree.units).set(unitId, { ...unit, ...change }) }
}

export const samePost =
  (event: { readonly unitId: UnitId; readonly post: string; readonly person: PersonId }) =>
  ({ unitId, post, person }: Post): boolean =>
    unitId === event.unitId && post === event.post && person === event.person

const endPosts = (tree: UnitTree, leaves: (post: Post) => boolean): UnitTree => ({
  ...tree,
  posts: tree.posts.filter((post) => !leaves(post)),
  left: [...tree.left, ...tree.posts.filter(leaves)],
})

const evolve = (tree: UnitTree, event: OrganisationEvent): UnitTree => {
  switch (event.type) {
    case 'UnitOpened': {
      const { unitId, level, parent, name, code } = event
      const unit: Unit = { unitId, level, parent, name, code, status: 'Open', opened: { parent, name } }
      return { ...tree, root: tree.root ?? unitId, units: new Map(tree.units).set(unitId, unit) }
    }
    case 'UnitClosingBegan':
      return changeUnit(tree, event.unitId, { status: 'Closing' })
    case 'UnitClosed':
      return changeUnit(tree, event.unitId, { status: 'Closed' })
    case 'UnitMoved':
      return changeUnit(tree, event.unitId, { parent: event.parent })
    case 'UnitRenamed':
      return changeUnit(tree, event.unitId, { name: event.name })
    case 'BodyRegistered': {
      const { bodyId, unitId, name } = event
      return { ...tree, bodies: new Map(tree.bodies).set(bodyId, { bodyId, unitId, name }) }
    }
    case 'BodySucceeded':
      return { ...tree, successors: new Map(tree.successors).set(event.bodyId, event.successor) }
    case 'PostTaken': {
      const { unitId, post, person, office } = event
      return { ...tree, posts: [...tree.posts, { unitId, post, person, office }] }
    }
    case 'PostLeft':
      return endPosts(tree, samePost(event))
    case 'OfficeLeft':
      return endPosts(tree, ({ office, person }) => office === event.office && person === event.person)
  }
}

export const unitsFold: Fold<UnitTree, OrganisationEvent> = {
  initial: { root: null, units: new Map(), bodies: new Map(), successors: new Map(), posts: [], left: [] },
  evolve,
}
