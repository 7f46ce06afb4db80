import { describe, expect, it } from 'vitest'
import { replay } from '@zhiyuan/kernel'
import { units } from '../../../fixtures/people.ts'
import { unitEvents } from '../../../fixtures/world.ts'
import type { BodyId } from '../../../vocabulary/ids.ts'
import {
  listAncestors,
  findCertifier,
  listHolders,
  isWithin,
  findParent,
  findOpenUnit,
  findUnitOfBody,
  hasAuthority,
  unitsFold,
  type UnitTree,
} from './units.read.ts'

const { C, T1, T2, V1, V2 } = units
const growTree = (...more: ReadonlyArray<object>): UnitTree => replay(unitsFold, [...unitEvents, ...more] as never)
const body = (id: string): BodyId => id as BodyId

describe('what others read of the unit tree', () => {
  it('G1: ancestors come nearest first; a unit is within itself and its ancestors; an unknown unit is in no area', () => {
    const tree = growTree()
    expect(listAncestors(tree, V1 as never)).toEqual([T1, C])
    expect(findParent(tree, C as never)).toBeNull()
    expect(isWithin(tree, V1 as never, V1 as never)).toBe(true)
    expect(isWithin(tree, V1 as never, T2 as never)).toBe(false)
    expect(isWithin(tree, T1 as never, V1 as never)).toBe(false)
    expect(isWithin(tree, 'V9' as never, 'V9' as never)).toBe(false)
  })

  it('G1: is total on a tree with a cycle, which no decision lets in', () => {
    const cyclic = growTree({ type: 'UnitMoved', unitId: T1, parent: V1 })
    expect(listAncestors(cyclic, V1 as never)).toEqual([T1, V1])
    expect(isWithin(cyclic, V1 as never, C as never)).toBe(false)
  })

  it('H16: holders of a post are those of that very unit at present', () => {
    const tree = growTree({ type: 'PostLeft', unitId: V2, post: 'approver', person: 'q2' })
    expect(listHolders(tree, V2 as never, 'approver')).toEqual(['k2'])
    expect(listHolders(growTree(), V2 as never, 'approver')).toEqual(['q2', 'k2'])
    expect(listHolders(tree, T2 as never, 'approver')).toEqual([])
    expect(listHolders(tree, V2 as never, 'recorder')).toEqual([])
  })

  it('H16: a closed unit has no holders, and the nearest unit above that is not closed acts for it', () => {
    const close = (unitId: string, parent: string) => ({ type: 'UnitClosed', unitId, parent })
    const closed = growTree(close(V2, T2))
    expect(listHolders(closed, V2 as never, 'approver')).toEqual([])
    expect(listHolders(closed, C as never, 'approver')).toEqual(['qc'])
    const find = (tree: UnitTree, unit: string) => findOpenUnit(tree, unit as never)
    expect([V1, V2, C].map((unit) => find(closed, unit))).toEqual([V1, T2, C])
    expect(find(growTree(close(V2, T2), close(T2, C)), V2)).toBe(C)
    expect(find(closed, 'nowhere')).toBe('nowhere')
  })

  it('H16: no one has authority from a closed unit, and who acts above has it still', () => {
    const tree = growTree({ type: 'UnitClosed', unitId: V2, parent: T2 })
    const clerk = (unit: string) => ({ type: 'person', person: 'k', role: 'clerk', unit }) as never
    const may = (one: UnitTree, unit: string) => hasAuthority(one, clerk(unit), V2 as never, 'clerk')
    expect([V2, T2, C, V1].map((unit) => may(growTree(), unit))).toEqual([true, true, true, false])
    expect([V2, T2, C, V1].map((unit) => may(tree, unit))).toEqual([false, true, true, false])
  })

  it('H3: the certifier is the last of the successors, and the body itself where there is none', () => {
    const succeeded = (bodyId: string, successor: string) => ({ type: 'BodySucceeded', bodyId, successor })
    const tree = growTree(succeeded('K', V1), succeeded(V1, V2))
    expect(['K', V1, V2, T1].map((id) => findCertifier(tree, body(id)))).toEqual([V2, V2, V2, T1])
    const circle = growTree(succeeded(V1, V2), succeeded(V2, V1))
    expect(findCertifier(circle, body(V1))).toBe(V2)
  })

  it('a body is a unit of the same id, or belongs to one', () => {
    expect(['K', V1, 'unknown'].map((id) => findUnitOfBody(growTree(), body(id)))).toEqual([C, V1, null])
  })
})
