import { describe, expect, it } from 'vitest'
import { replay, type PersonId, type UnitId } from '@zhiyuan/kernel'
import { units } from '../../fixtures/people.ts'
import { unitEvents } from '../../fixtures/world.ts'
import { findRecordingUnit } from './recording-unit.ts'
import { unitsFold } from './units/units.read.ts'

const { C, T2, V2 } = units
const take = (unitId: string, person: string) => ({ type: 'PostTaken', unitId, post: 'clerk', person, office: null })
const close = (unitId: string, parent: string) => ({ type: 'UnitClosed', unitId, parent })
const find = (events: ReadonlyArray<object>, ...barred: ReadonlyArray<string>) => {
  const tree = replay(unitsFold, [...unitEvents, ...events] as never)
  return findRecordingUnit(tree, V2 as UnitId, (person: PersonId) => barred.includes(person))
}

describe('the recording unit', () => {
  it('H16: is the unit itself, with holders or without, and the unit above where each of them is barred', () => {
    expect(find([])).toBe(V2)
    expect(find([take(V2, 'k8'), take(V2, 'k9')], 'k8')).toBe(V2)
    expect(find([take(V2, 'k8')], 'k8')).toBe(T2)
    expect(find([take(V2, 'k8'), take(T2, 'k8')], 'k8')).toBe(C)
    expect(
      find(
        [V2, T2, C].map((unit) => take(unit, 'k8')),
        'k8',
      ),
    ).toBe(V2)
  })

  it('H16: is never one that is closed, with holders or without: the nearest above it is', () => {
    expect(find([close(V2, T2)])).toBe(T2)
    expect(find([take(V2, 'k8'), close(V2, T2)])).toBe(T2)
    expect(find([close(V2, T2), close(T2, C)])).toBe(C)
    expect(find([take(T2, 'k8'), close(V2, T2)], 'k8')).toBe(C)
    expect(find([take(T2, 'k8'), take(C, 'k8'), close(V2, T2)], 'k8')).toBe(T2)
  })
})
