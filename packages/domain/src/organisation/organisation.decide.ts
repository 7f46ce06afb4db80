import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, none, sameContent, step, type Decider, type Moment, type UnitId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../authority.ts'
import { roles, type UnitLevel } from '../words.ts'
import type {
  BeginClosingUnit,
  CloseUnit,
  LeaveOffice,
  LeavePost,
  MoveUnit,
  OpenUnit,
  OrganisationCommand,
  OrganisationEvent,
  RegisterBody,
  RenameUnit,
  SucceedBody,
  TakePost,
} from './organisation.codec.ts'
import { isWithin, unitOfBody, unitsStream } from './organisation.fact.ts'
import type { OrganisationRejection, TreeBroken } from './organisation.rejection.ts'
import { unitsFold, type UnitTree } from './organisation.state.ts'

type Decision = E.Either<OrganisationRejection, ReadonlyArray<OrganisationEvent>>
const on = <C extends OrganisationCommand>() => step<C, UnitTree, OrganisationEvent, OrganisationRejection>()

const levelBelow: Readonly<Record<UnitLevel, UnitLevel | null>> = {
  city: 'township',
  township: 'village',
  village: null,
}
const broken = (unit: UnitId, because: TreeBroken['because']): Decision => E.left({ type: 'TreeBroken', unit, because })

/** The administrator of the unit or above it; before there is a root, any administrator. */
const mayAdminister = (
  tree: UnitTree,
  { actor }: Moment,
  unit: UnitId,
  command: string,
): OrganisationRejection | null =>
  tree.root === null && actor.type === 'person' && actor.role === roles.administrator
    ? null
    : refuseAuthority(tree, actor, { command, unit, roles: [roles.administrator] })

const parentFault = (
  tree: UnitTree,
  unit: UnitId,
  level: UnitLevel,
  parent: UnitId | null,
): TreeBroken['because'] | null => {
  if (parent === null) return tree.root !== null ? 'second-root' : level === 'city' ? null : 'level'
  const above = tree.units.get(parent)
  if (above === undefined) return 'unknown-parent'
  if (isWithin(tree, parent, unit)) return 'cycle'
  if (levelBelow[above.level] !== level) return 'level'
  return above.status === 'Open' ? null : 'parent-not-open'
}

const openUnit = on<typeof OpenUnit._A>()(none, (command, _facts, moment) => (tree): Decision => {
  const { unitId, level, parent, name, code } = command
  const there = tree.units.get(unitId)
  if (there !== undefined) {
    const same = sameContent({ level: there.level, code: there.code, ...there.opened }, { level, code, parent, name })
    return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: unitId })
  }
  const fault = parentFault(tree, unitId, level, parent)
  if (fault !== null) return broken(unitId, fault)
  const refusal = mayAdminister(tree, moment, parent ?? unitId, command.type)
  if (refusal !== null) return E.left(refusal)
  return E.right([{ type: 'UnitOpened', unitId, level, parent, name, code }])
})

const beginClosing = on<typeof BeginClosingUnit._A>()(none, ({ type, unitId }, _facts, moment) => (tree): Decision => {
  const unit = tree.units.get(unitId)
  if (unit === undefined) return E.left({ type: 'UnknownUnit', unit: unitId })
  if (unit.status === 'Closing') return E.right([])
  if (unit.status === 'Closed') return E.left(commandNotAllowed(unit.status, type))
  const refusal = mayAdminister(tree, moment, unitId, type)
  return refusal === null ? E.right([{ type: 'UnitClosingBegan', unitId }]) : E.left(refusal)
})

const closeUnit = on<typeof CloseUnit._A>()(none, ({ type, unitId }, _facts, moment) => (tree): Decision => {
  const unit = tree.units.get(unitId)
  if (unit === undefined) return E.left({ type: 'UnknownUnit', unit: unitId })
  if (unit.status === 'Closed') return E.right([])
  if (unit.status === 'Open') return E.left(commandNotAllowed(unit.status, type))
  const openBelow = [...tree.units.values()].some(({ parent, status }) => parent === unitId && status !== 'Closed')
  if (openBelow) return broken(unitId, 'open-below')
  const refusal = mayAdminister(tree, moment, unitId, type)
  return refusal === null ? E.right([{ type: 'UnitClosed', unitId }]) : E.left(refusal)
})

const moveUnit = on<typeof MoveUnit._A>()(none, ({ type, unitId, parent }, _facts, moment) => (tree): Decision => {
  const unit = tree.units.get(unitId)
  if (unit === undefined) return E.left({ type: 'UnknownUnit', unit: unitId })
  if (unit.status !== 'Open') return E.left(commandNotAllowed(unit.status, type))
  if (unit.parent === parent) return E.right([])
  const fault = parentFault(tree, unitId, unit.level, parent)
  if (fault !== null) return broken(unitId, fault)
  const refusal = mayAdminister(tree, moment, unit.parent ?? unitId, type) ?? mayAdminister(tree, moment, parent, type)
  return refusal === null ? E.right([{ type: 'UnitMoved', unitId, parent }]) : E.left(refusal)
})

const renameUnit = on<typeof RenameUnit._A>()(none, ({ type, unitId, name }, _facts, moment) => (tree): Decision => {
  const unit = tree.units.get(unitId)
  if (unit === undefined) return E.left({ type: 'UnknownUnit', unit: unitId })
  if (unit.status !== 'Open') return E.left(commandNotAllowed(unit.status, type))
  if (unit.name === name) return E.right([])
  const refusal = mayAdminister(tree, moment, unitId, type)
  return refusal === null ? E.right([{ type: 'UnitRenamed', unitId, name }]) : E.left(refusal)
})

const registerBody = on<typeof RegisterBody._A>()(
  none,
  ({ type, bodyId, unitId, name }, _facts, moment) =>
    (tree): Decision => {
      const there = tree.bodies.get(bodyId)
      if (there !== undefined) {
        return there.unitId === unitId && there.name === name
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: bodyId })
      }
      if (!tree.units.has(unitId)) return E.left({ type: 'UnknownUnit', unit: unitId })
      if (unitOfBody(tree, bodyId) !== null) return E.left({ type: 'SameIdOtherContent', id: bodyId })
      const refusal = mayAdminister(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'BodyRegistered', bodyId, unitId, name }]) : E.left(refusal)
    },
)

const succeedBody = on<typeof SucceedBody._A>()(
  none,
  ({ type, bodyId, successor }, _facts, moment) =>
    (tree): Decision => {
      const unit = unitOfBody(tree, bodyId)
      if (unit === null) return E.left({ type: 'UnknownBody', body: bodyId })
      if (unitOfBody(tree, successor) === null) return E.left({ type: 'UnknownBody', body: successor })
      if (tree.successors.get(bodyId) === successor) return E.right([])
      if (tree.successors.has(bodyId) || bodyId === successor) return E.left({ type: 'SameIdOtherContent', id: bodyId })
      const refusal = mayAdminister(tree, moment, unit, type)
      return refusal === null ? E.right([{ type: 'BodySucceeded', bodyId, successor }]) : E.left(refusal)
    },
)

const takePost = on<typeof TakePost._A>()(
  none,
  ({ type, unitId, post, person, office }, _facts, moment) =>
    (tree): Decision => {
      if (!tree.units.has(unitId)) return E.left({ type: 'UnknownUnit', unit: unitId })
      const held = tree.posts.find((one) => one.unitId === unitId && one.post === post && one.person === person)
      if (held !== undefined)
        return held.office === office ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: person })
      const refusal = mayAdminister(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'PostTaken', unitId, post, person, office }]) : E.left(refusal)
    },
)

const leavePost = on<typeof LeavePost._A>()(
  none,
  ({ type, unitId, post, person }, _facts, moment) =>
    (tree): Decision => {
      if (!tree.units.has(unitId)) return E.left({ type: 'UnknownUnit', unit: unitId })
      const held = tree.posts.some((one) => one.unitId === unitId && one.post === post && one.person === person)
      if (!held) return E.left({ type: 'PostNotHeld', unit: unitId, post, person })
      const refusal = mayAdminister(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'PostLeft', unitId, post, person }]) : E.left(refusal)
    },
)

/** G6: posts held ex officio end with the office. */
const leaveOffice = on<typeof LeaveOffice._A>()(
  none,
  ({ type, office, person }, _facts, moment) =>
    (tree): Decision => {
      const posts = tree.posts.filter((one) => one.office === office && one.person === person)
      const [first] = posts
      if (first === undefined) return E.left({ type: 'NotThere', id: office })
      for (const { unitId } of posts) {
        const refusal = mayAdminister(tree, moment, unitId, type)
        if (refusal !== null) return E.left(refusal)
      }
      return E.right([{ type: 'OfficeLeft', office, person }])
    },
)

export const organisationDecider: Decider<OrganisationCommand, UnitTree, OrganisationEvent, OrganisationRejection> = {
  stream: (_command, jurisdiction) => unitsStream(jurisdiction),
  fold: unitsFold,
  steps: {
    OpenUnit: openUnit,
    BeginClosingUnit: beginClosing,
    CloseUnit: closeUnit,
    MoveUnit: moveUnit,
    RenameUnit: renameUnit,
    RegisterBody: registerBody,
    SucceedBody: succeedBody,
    TakePost: takePost,
    LeavePost: leavePost,
    LeaveOffice: leaveOffice,
  },
}
