import { describe, expect, it } from 'vitest'
import { replay } from '@zhiyuan/kernel'
import { units } from '../../../sample/people.ts'
import { unitEvents } from '../../../sample/world.ts'
import type { BodyId } from '../../../vocabulary/ids.ts'
import {
  ancestorsOf,
  certifierOf,
  holdersOf,
  isWithin,
  parentOf,
  unitOfBody,
  unitsFold,
  type UnitTree,
} from './units.read.ts'

const { C, T1, T2, V1, V2 } = units
const treeOf = (...more: ReadonlyArray<object>): UnitTree => replay(unitsFold, [...unitEvents, ...more] as never)
const body = (id: string): BodyId => id as BodyId

describe('what others read of the unit tree', () => {
  it('G1: ancestors, nearest first; within is itself and below; a stranger is nowhere', () => {
    const tree = treeOf()
    expect(ancestorsOf(tree, V1 as never)).toEqual([T1, C])
    expect(parentOf(tree, C as never)).toBeNull()
    expect(isWithin(tree, V1 as never, V1 as never)).toBe(true)
    expect(isWithin(tree, V1 as never, T2 as never)).toBe(false)
    expect(isWithin(tree, T1 as never, V1 as never)).toBe(false)
    expect(isWithin(tree, 'V9' as never, 'V9' as never)).toBe(false)
  })

  it('G1: is total on a tree with a cycle, which no decision lets in', () => {
    const cyclic = treeOf({ type: 'UnitMoved', unitId: T1, parent: V1 })
    expect(ancestorsOf(cyclic, V1 as never)).toEqual([T1, V1])
    expect(isWithin(cyclic, V1 as never, C as never)).toBe(false)
  })

  it('H16: holders of a post are those of that very unit, as of now', () => {
    const tree = treeOf({ type: 'PostLeft', unitId: V2, post: 'approver', person: 'q2' })
    expect(holdersOf(tree, V2 as never, 'approver')).toEqual(['k2'])
    expect(holdersOf(treeOf(), V2 as never, 'approver')).toEqual(['q2', 'k2'])
    expect(holdersOf(tree, T2 as never, 'approver')).toEqual([])
    expect(holdersOf(tree, V2 as never, 'recorder')).toEqual([])
  })

  it('H3: the certifier is the last of the successors, and the body itself where there is none', () => {
    const succeeded = (bodyId: string, successor: string) => ({ type: 'BodySucceeded', bodyId, successor })
    const tree = treeOf(succeeded('K', V1), succeeded(V1, V2))
    expect(['K', V1, V2, T1].map((id) => certifierOf(tree, body(id)))).toEqual([V2, V2, V2, T1])
    const circle = treeOf(succeeded(V1, V2), succeeded(V2, V1))
    expect(certifierOf(circle, body(V1))).toBe(V2)
  })

  it('a body is a unit of the same id, or belongs to one', () => {
    expect(['K', V1, 'nobody'].map((id) => unitOfBody(treeOf(), body(id)))).toEqual([C, V1, null])
  })
})
