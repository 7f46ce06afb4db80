/** The areas of the table, and how contributions add up along the unit tree (S11). */
import type { UnitId } from '@zhiyuan/kernel'
import { listAncestors, type Unit, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import { spreadMeasures } from '../../indicators/index.ts'
import type { UnitLevel } from '../../vocabulary/values.ts'
import type { Ratio } from '../figures/ratio.ts'
import type { Contribution, Measure, Sink } from './contribution.ts'

/** A unit with all units below it; or the city's own row: its bodies and its needs. */
export interface Area {
  readonly unit: UnitId
  readonly level: UnitLevel
  readonly own: boolean
}

const areaKey = ({ unit, own }: Pick<Area, 'unit' | 'own'>): string => (own ? `${unit}:own` : unit)

const indexChildren = ({ units }: UnitTree): ReadonlyMap<UnitId, ReadonlyArray<Unit>> => {
  const children = new Map<UnitId, Unit[]>()
  for (const unit of units.values()) {
    if (unit.parent === null) continue
    const siblings = children.get(unit.parent)
    if (siblings === undefined) children.set(unit.parent, [unit])
    else siblings.push(unit)
  }
  return children
}

/** The city, the city's own row, and then each township before its villages. */
export const listAreas = (tree: UnitTree): ReadonlyArray<Area> => {
  const children = indexChildren(tree)
  const below = (unit: UnitId, level: UnitLevel, depth: number): ReadonlyArray<Area> => {
    const own: ReadonlyArray<Area> = unit === tree.root ? [{ unit, level, own: true }] : []
    const units = (children.get(unit) ?? []).toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
    const under = depth > 8 ? [] : units.flatMap((child) => below(child.unitId, child.level, depth + 1))
    return [{ unit, level, own: false }, ...own, ...under]
  }
  const root = tree.root === null ? undefined : tree.units.get(tree.root)
  return root === undefined ? [] : below(root.unitId, root.level, 0)
}

/** The areas in which a contribution of a unit counts. What belongs to no unit of the tree is the city's own, so that nothing is lost. */
const findAreaKeys = (tree: UnitTree): ((unit: UnitId) => ReadonlyArray<string>) => {
  const known = new Map<UnitId, ReadonlyArray<string>>()
  const { root } = tree
  const own = root === null ? [] : [areaKey({ unit: root, own: false }), areaKey({ unit: root, own: true })]
  const find = (unit: UnitId): ReadonlyArray<string> => {
    const path = [unit, ...listAncestors(tree, unit)]
    return unit === root || path.at(-1) !== root ? own : path.map((one) => areaKey({ unit: one, own: false }))
  }
  return (unit) => {
    const found = known.get(unit) ?? find(unit)
    known.set(unit, found)
    return found
  }
}

/** Whether a contribution is part of an area's figure. */
export const isPartOfArea = (
  tree: UnitTree,
  area: Pick<Area, 'unit' | 'own'>,
): ((contribution: Contribution) => boolean) => {
  const places = findAreaKeys(tree)
  return ({ unit }) => places(unit).includes(areaKey(area))
}

/** Sums by area and measure. Some measures also keep each single value, for a median. */
export interface Sums {
  readonly ratio: (area: Area, measure: Measure) => Ratio
  readonly values: (area: Area, measure: Measure) => ReadonlyArray<number>
  readonly measures: (area: Area) => ReadonlyArray<Measure>
}

interface Sum {
  n: number
  d: number
  readonly values: number[]
}

const nothing: Sum = { n: 0, d: 0, values: [] }

/** Adds each contribution to every area in which it counts. */
export const sumAreas = (tree: UnitTree): { readonly add: Sink; readonly sums: Sums } => {
  const places = findAreaKeys(tree)
  const sums = new Map<string, Map<Measure, Sum>>()
  const findSum = (place: string, measure: Measure): Sum => {
    const ofPlace = sums.get(place) ?? new Map<Measure, Sum>()
    const sum = ofPlace.get(measure) ?? { n: 0, d: 0, values: [] }
    if (!sums.has(place)) sums.set(place, ofPlace)
    if (!ofPlace.has(measure)) ofPlace.set(measure, sum)
    return sum
  }
  const add: Sink = ({ measure, unit, n, d }) => {
    for (const place of places(unit)) {
      const sum = findSum(place, measure)
      sum.n += n
      sum.d += d
      if (spreadMeasures.has(measure)) sum.values.push(n)
    }
  }
  const found = (area: Area, measure: Measure): Sum => sums.get(areaKey(area))?.get(measure) ?? nothing
  const read: Sums = {
    ratio: (area, measure) => ({ n: found(area, measure).n, d: found(area, measure).d }),
    values: (area, measure) => found(area, measure).values,
    measures: (area) => [...(sums.get(areaKey(area))?.keys() ?? [])],
  }
  return { add, sums: read }
}
