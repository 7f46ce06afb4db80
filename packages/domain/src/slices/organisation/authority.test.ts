import { describe, expect, it } from 'vitest'
import { replay, type Actor } from '@zhiyuan/kernel'
import { refuseAuthority, refusePerson } from './authority.ts'
import { unitsFold } from './units/units.read.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import { unitEvents } from '../../fixtures/world.ts'

const { C, T1, T2, V1 } = units
const tree = replay(unitsFold, unitEvents as never)
const makeDispatcher = (unit: string) => ({ type: 'person', person: 'p', role: 'dispatcher', unit }) as Actor
const refusal = (actor: object, unit: string) =>
  refuseAuthority(tree, actor as Actor, {
    command: 'DispatchOrder',
    unit: unit as never,
    roles: ['dispatcher', 'clerk'],
  })

describe('who may', () => {
  it('G4: acts at the unit concerned or above it', () => {
    expect([V1, T1, C].map((unit) => refusal(makeDispatcher(unit), V1))).toEqual([null, null, null])
    expect(refusal(people.clerkV1, V1)).toBeNull()
  })

  it('G4: is refused beside or above the own unit', () => {
    const outside = { type: 'OutsideJurisdiction', person: 'p', role: 'dispatcher', actsAt: T2, unit: V1 }
    expect(refusal(makeDispatcher(T2), V1)).toEqual(outside)
    expect(refusal(makeDispatcher(V1), T1)).toMatchObject({ type: 'OutsideJurisdiction', actsAt: V1, unit: T1 })
    expect(refusal(makeDispatcher(C), 'V9')).toMatchObject({ type: 'OutsideJurisdiction', unit: 'V9' })
    expect(refusal(makeDispatcher('V9'), V1)).toMatchObject({ type: 'OutsideJurisdiction', actsAt: 'V9' })
  })

  it('G4: holds the role; no process holds one', () => {
    const not = { type: 'NotAuthorised', command: 'DispatchOrder' }
    expect([people.admin, people.recorderV1, people.a, timer].map((actor) => refusal(actor, V1))).toEqual([
      not,
      not,
      not,
      not,
    ])
  })

  it('the commands of timers and processes are refused to people', () => {
    expect(refusePerson(timer as Actor, 'ExpireOffer')).toBeNull()
    expect(refusePerson(people.admin as Actor, 'ExpireOffer')).toEqual({ type: 'OnlyAProcess', command: 'ExpireOffer' })
  })
})
