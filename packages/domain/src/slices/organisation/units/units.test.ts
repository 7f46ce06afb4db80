import { describe, expect, it } from 'vitest'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, unitEvents } from '../../../fixtures/world.ts'
import type { UnitLevel } from '../../../vocabulary/values.ts'
import { listAncestors, organisation, treeDistance, type UnitTree } from './index.ts'

const { C, T1, T2, V1, V2 } = units
const given = stage(organisation, {}, { ...scene, actor: people.admin })
const county = given(...unitEvents)
const makeAdmin = (unit: string) => ({ type: 'person', person: 'admin-2', role: 'administrator', unit }) as const

const node = (unitId: string, level: UnitLevel, parent: string | null) => ({
  unitId,
  level,
  parent,
  name: unitId,
  code: null,
})
const open = (unitId: string, level: UnitLevel, parent: string | null) =>
  ({ type: 'OpenUnit', ...node(unitId, level, parent) }) as const
const closing = (unitId: string) => ({ type: 'UnitClosingBegan', unitId })
const closed = (unitId: string, parent: string) => ({ type: 'UnitClosed', unitId, parent })
const close = (unitId: string) => ({ type: 'CloseUnit', unitId }) as const

describe('the unit tree', () => {
  it('G1: begins with a city, and has one root', () => {
    given()
      .when(open(C, 'city', null))
      .emits({ type: 'UnitOpened', unitId: C, level: 'city', parent: null })
    given()
      .when(open(T1, 'township', null))
      .isRefused({ type: 'TreeBroken', unit: T1, because: 'level' })
    given()
      .when(open(T1, 'township', C))
      .isRefused({ type: 'TreeBroken', because: 'unknown-parent' })
    county.when(open('131082', 'city', null)).isRefused({ type: 'TreeBroken', because: 'second-root' })
  })
  it('G2: no unit has the id of the home outside the tree; another word for it is free', () => {
    county.when(open('outside', 'village', T1)).isRefused({ type: 'TreeBroken', unit: 'outside', because: 'reserved' })
    county.when(open('outside-1', 'village', T1)).emits({ type: 'UnitOpened', unitId: 'outside-1' })
  })

  it('G1: has each level exactly one below its parent', () => {
    county.when(open('V3', 'village', T1)).emits({ type: 'UnitOpened', unitId: 'V3', parent: T1 })
    county.when(open('V3', 'village', C)).isRefused({ type: 'TreeBroken', unit: 'V3', because: 'level' })
    county.when(open('V3', 'village', V1)).isRefused({ type: 'TreeBroken', because: 'level' })
    county.when(open('T3', 'township', T1)).isRefused({ type: 'TreeBroken', because: 'level' })
    county.when({ type: 'MoveUnit', unitId: V1, parent: C }).isRefused({ type: 'TreeBroken', because: 'level' })
  })

  it('G1: has no cycle', () => {
    county.when({ type: 'MoveUnit', unitId: T1, parent: V1 }).isRefused({ type: 'TreeBroken', because: 'cycle' })
    county.when({ type: 'MoveUnit', unitId: T1, parent: T1 }).isRefused({ type: 'TreeBroken', because: 'cycle' })
    county.when({ type: 'MoveUnit', unitId: C, parent: T1 }).isRefused({ type: 'TreeBroken', because: 'cycle' })
  })

  it('G1: a unit moves with the units below it, by an administrator of both parents', () => {
    const move = { type: 'MoveUnit', unitId: V1, parent: T2 } as const
    county.when(move).emits({ type: 'UnitMoved', unitId: V1, parent: T2 })
    county.by(makeAdmin(T1)).when(move).isRefused({ type: 'OutsideJurisdiction', unit: T2 })
    county.by(makeAdmin(T2)).when(move).isRefused({ type: 'OutsideJurisdiction', unit: T1 })
    const moved = county.and({ type: 'UnitMoved', unitId: V1, parent: T2 } as never)
    moved.when(move).isSilent()
    moved.when({ type: 'RenameUnit', unitId: V1, name: 'Riverside' }).emits({ type: 'UnitRenamed', name: 'Riverside' })
    moved
      .by(makeAdmin(T1))
      .when({ type: 'RenameUnit', unitId: V1, name: 'Riverside' })
      .isRefused({ type: 'OutsideJurisdiction' })
  })

  it('G1: a closing unit takes no new unit or team below it, and is neither moved nor renamed', () => {
    const t1Closing = county.and(closing(T1))
    t1Closing.when(open('V3', 'village', T1)).isRefused({ type: 'TreeBroken', because: 'parent-not-open' })
    t1Closing
      .when({ type: 'MoveUnit', unitId: V2, parent: T1 })
      .isRefused({ type: 'TreeBroken', because: 'parent-not-open' })
    t1Closing
      .when({ type: 'RenameUnit', unitId: T1, name: 'x' })
      .isRefused({ type: 'CommandNotAllowed', state: 'Closing' })
    county
      .and(closing(V1))
      .when({ type: 'MoveUnit', unitId: V1, parent: T2 })
      .isRefused({ type: 'CommandNotAllowed', state: 'Closing', command: 'MoveUnit' })
  })

  it('G1: closing is begun by an administrator and ended by the process that finds nothing open', () => {
    const begin = { type: 'BeginClosingUnit', unitId: V1 } as const
    county.by(makeAdmin(T1)).when(begin).emits({ type: 'UnitClosingBegan', unitId: V1 })
    county.by(makeAdmin(T2)).when(begin).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    const begun = county.and(closing(V1))
    begun.when(begin).isSilent()
    begun.when(close(V1)).isRefused({ type: 'OnlyAProcess', command: 'CloseUnit' })
    begun.by(timer).when(close(V1)).emits({ type: 'UnitClosed', unitId: V1, parent: T1 })
    county.by(timer).when(close(V1)).isRefused({ type: 'CommandNotAllowed', state: 'Open', command: 'CloseUnit' })
    begun.and(closed(V1, T1)).by(timer).when(close(V1)).isSilent()
  })

  it('G1: a unit with an open unit below it does not close, and the root never closes', () => {
    const t1Closing = county.and(closing(T1)).by(timer)
    t1Closing.when(close(T1)).isRefused({ type: 'TreeBroken', unit: T1, because: 'open-below' })
    t1Closing.and(closing(V1)).when(close(T1)).isRefused({ type: 'TreeBroken', because: 'open-below' })
    t1Closing.and(closing(V1), closed(V1, T1)).when(close(T1)).emits({ type: 'UnitClosed', parent: C })
    county.when({ type: 'BeginClosingUnit', unitId: C }).isRefused({ type: 'TreeBroken', because: 'root-stays' })
  })

  it('tells a repeat from another unit of the same id, also after a move and a new name', () => {
    const changed = county.and(
      { type: 'UnitMoved', unitId: V1, parent: T2 } as never,
      { type: 'UnitRenamed', unitId: V1, name: 'Riverside' } as never,
    )
    const asOpened = { ...open(V1, 'village', T1), code: V1 }
    changed.when(asOpened).isSilent()
    changed.when({ ...asOpened, code: null }).isRefused({ type: 'SameIdOtherContent', id: V1 })
    changed.when({ ...asOpened, name: 'Riverside' }).isRefused({ type: 'SameIdOtherContent', id: V1 })
    county.when(open('K', 'village', T1)).isRefused({ type: 'SameIdOtherContent', id: 'K' })
  })

  it('G4: is kept by administrators of the unit above', () => {
    const village = open('V3', 'village', T1)
    county.by(makeAdmin(T1)).when(village).emits({ type: 'UnitOpened' })
    county.by(makeAdmin(T2)).when(village).isRefused({ type: 'OutsideJurisdiction', actsAt: T2, unit: T1 })
    county.by(people.clerkV1).when(village).isRefused({ type: 'NotAuthorised', command: 'OpenUnit' })
    given()
      .by(people.clerkV1)
      .when(open(C, 'city', null))
      .isRefused({ type: 'NotAuthorised' })
  })
})

describe('bodies', () => {
  const succeed = (bodyId: string, successor: string) => ({ type: 'SucceedBody', bodyId, successor }) as const
  const succeeded = (bodyId: string, successor: string) => ({ type: 'BodySucceeded', bodyId, successor }) as never

  it('are registered once, under a unit that has not closed', () => {
    const school = { type: 'RegisterBody', bodyId: 'school', unitId: V1, name: 'School' } as const
    county.when(school).emits({ type: 'BodyRegistered', bodyId: 'school', unitId: V1 })
    county.and(closing(V1)).when(school).emits({ type: 'BodyRegistered', unitId: V1 })
    const k = { type: 'RegisterBody', bodyId: 'K', unitId: C, name: 'K' } as const
    county.when(k).isSilent()
    county.when({ ...k, unitId: V1 }).isRefused({ type: 'SameIdOtherContent', id: 'K' })
    county.when({ ...k, name: 'K 2' }).isRefused({ type: 'SameIdOtherContent', id: 'K' })
    county.when({ ...school, bodyId: V2 }).isRefused({ type: 'SameIdOtherContent', id: V2 })
    county.when({ ...school, unitId: 'V9' }).isRefused({ type: 'UnknownUnit', unit: 'V9' })
    county.and(closing(V1), closed(V1, T1)).when(school).isRefused({ type: 'CommandNotAllowed', state: 'Closed' })
  })

  it('G4: are registered by an administrator of the unit or above', () => {
    const school = { type: 'RegisterBody', bodyId: 'school', unitId: V1, name: 'School' } as const
    county.by(makeAdmin(T1)).when(school).emits({ type: 'BodyRegistered' })
    county.by(makeAdmin(T2)).when(school).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    county.by(people.clerkV1).when(school).isRefused({ type: 'NotAuthorised', command: 'RegisterBody' })
  })

  it('H3: have one successor, which is known, by an administrator of both', () => {
    county.when(succeed(V1, V2)).emits({ type: 'BodySucceeded', bodyId: V1, successor: V2 })
    county.by(makeAdmin(T1)).when(succeed(V1, V2)).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    county.by(makeAdmin(T2)).when(succeed(V1, V2)).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    county.when(succeed('gone', V2)).isRefused({ type: 'UnknownBody', body: 'gone' })
    county.when(succeed(V1, 'gone')).isRefused({ type: 'UnknownBody', body: 'gone' })
    county.and(succeeded(V1, V2)).when(succeed(V1, V2)).isSilent()
    county.and(succeeded(V1, V2)).when(succeed(V1, 'K')).isRefused({ type: 'SameIdOtherContent', id: V1 })
  })

  it('H3: never succeed each other in a circle', () => {
    county.when(succeed(V1, V1)).isRefused({ type: 'SuccessionCycle', body: V1, successor: V1 })
    county
      .and(succeeded(V1, V2), succeeded(V2, 'K'))
      .when(succeed('K', V1))
      .isRefused({ type: 'SuccessionCycle', body: 'K' })
  })
})

describe('laws of the unit tree', () => {
  const ids = [C, T1, T2, V1, V2, 'V3']
  const pools = {
    UnitId: ids,
    BodyId: [...ids, 'K'],
    PersonId: ['q1', 'q2'],
    Code: ['x'],
    PublicName: ['n'],
  }
  const setting = { world: {}, scene: { ...scene, actor: people.admin }, past: unitEvents }

  it('events survive storage', () => survivesStorage(organisation))
  it('evolve is total', () => evolveIsTotal(organisation, [unitEvents], { ...pools, Role: ['approver'] }))

  const sound = (tree: UnitTree): void => {
    const below = { city: 'none', township: 'city', village: 'township' } as const
    for (const unit of tree.units.values()) {
      const parent = unit.parent === null ? undefined : tree.units.get(unit.parent)
      expect(parent?.level ?? 'none').toBe(below[unit.level])
      expect(unit.parent === null ? unit.unitId : listAncestors(tree, unit.unitId).at(-1)).toBe(tree.root)
      if (unit.status !== 'Closed' && parent !== undefined) expect(parent.status).not.toBe('Closed')
    }
  }

  const firstUnits = [
    open(C, 'city', null),
    open(T1, 'township', C),
    open(V1, 'village', T1),
    open(T2, 'township', C),
    open(V2, 'village', T2),
  ]
  it('G1: under any commands there is one root, no cycle, and each level is one below its parent', () => {
    const sent = { ...pools, RoleName: ['approver'] }
    holdsAlways(organisation, setting, { pools: sent, actors: [people.admin, timer] }, sound)
    holdsAlways(
      organisation,
      { ...setting, past: [] },
      { pools: sent, known: firstUnits.map((command) => ({ command })) },
      sound,
    )
  })

  it('repeats say nothing new', () => {
    repeatsSayNothingNew(organisation, setting, [
      { command: open('V3', 'village', T1) },
      { command: { type: 'RegisterBody', bodyId: 'school', unitId: 'V3', name: 'School' } },
      { command: { type: 'SucceedBody', bodyId: 'V3', successor: V1 } },
      { command: { type: 'MoveUnit', unitId: 'V3', parent: T2 } },
      { command: { type: 'BeginClosingUnit', unitId: 'V3' } },
      { command: close('V3'), actor: timer },
    ])
  })

  it('O23: distance is counted along the tree, from either side', () => {
    const tree = unitEvents.reduce(
      (state: UnitTree, event) => organisation.decider.fold.evolve(state, event as never),
      organisation.decider.fold.initial,
    )
    const steps = (a: string, b: string) => treeDistance(tree, a as never, b as never)
    expect([steps(V1, V1), steps(V1, T1), steps(V1, C), steps(V1, T2), steps(V1, V2)]).toEqual([0, 1, 2, 3, 4])
    expect(steps(C, V1)).toBe(2)
  })
})
