import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { replay, type Moment, type PersonId, type UnitId } from '@zhiyuan/kernel'
import { attemptDecider, type PlainActor } from '@zhiyuan/testing'
import { people, units } from '../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../fixtures/world.ts'
import { nameRuling, proposal, proposalFold } from './proposal/index.ts'
import { findUnitAbove, refuseRuler } from './unit-above.ts'
import { unitsFold } from './units/units.read.ts'

const { C, T1, V1 } = units
const post = (unitId: string, role: string, person: string) => ({
  type: 'PostTaken',
  unitId,
  post: role,
  person,
  office: null,
})
const top = [post(C, 'assessor', 'm'), post(C, 'star-authority', 's')]
const grow = (...posts: ReadonlyArray<object>) => replay(unitsFold, [...unitEvents, ...posts] as never)
const isNever = (): boolean => false
const isOneOf =
  (...named: ReadonlyArray<string>) =>
  (person: PersonId) =>
    named.includes(person)
const asked = (below: string, hasPart: (person: PersonId) => boolean) => ({
  below: below as UnitId,
  post: 'approver' as const,
  hasPart,
})

describe('the unit above', () => {
  it('G8: is the nearest one upwards where a person holds the post and had no part', () => {
    expect(findUnitAbove(grow(), asked(V1, isNever))).toEqual({ type: 'one', unit: C })
    expect(findUnitAbove(grow(post(T1, 'approver', 'q9')), asked(V1, isNever))).toEqual({ type: 'one', unit: T1 })
    expect(findUnitAbove(grow(post(T1, 'approver', 'q9')), asked(V1, isOneOf('q9')))).toEqual({ type: 'one', unit: C })
  })
  it('G8: is two at the top together where every holder had a part, and for the case of the top itself', () => {
    expect(findUnitAbove(grow(), asked(V1, isOneOf('qc')))).toEqual({ type: 'together', unit: C })
    expect(findUnitAbove(grow(), asked(C, isNever))).toEqual({ type: 'together', unit: C })
  })
})

describe('two at the top', () => {
  const rulingId = nameRuling('ClearHold', 'c', 'R6')
  const reason = { code: 'seen', text: null }
  const setting = { ...world, 'units-131081': [...unitEvents, ...top] } as typeof world
  const propose = (actor: PlainActor) =>
    attemptDecider(proposal, { world: setting, scene: { ...scene, actor } })(proposalFold.initial, {
      command: { type: 'ProposeRuling', rulingId, reason } as never,
    })
  const made = (by: string, role: string) => ({
    made: [{ rulingId, reason, by, post: role, unitId: C, proposedAt: scene.now }] as never,
  })
  const rule = (actor: object, proposals: object, hasPart = isOneOf('qc'), tree = grow(...top)) =>
    refuseRuler(tree, { actor } as Moment, {
      ...asked(V1, hasPart),
      together: { rulingId, proposals: proposals as never, isSame: (one, other) => one === other },
    })

  it('G8: a holder of a post at the top proposes, once', () => {
    expect(propose(people.assessor)).toMatchObject({ right: [{ type: 'RulingProposed', by: 'm', post: 'assessor' }] })
    expect(propose({ ...people.assessor, person: 'x' })).toMatchObject({ left: { type: 'PostNotHeld' } })
    expect(propose(people.approverV1)).toMatchObject({ left: { type: 'OutsideJurisdiction', unit: C } })
    expect(E.isLeft(propose({ type: 'process', process: 'timer', cause: 'e.0' }))).toBe(true)
  })
  it('G8: an assessor decides what another one proposed; alone, without a post or with a part no one does', () => {
    const alone = { type: 'NotTheUnitAbove', ruler: C, propose: rulingId }
    expect(rule(people.assessor, made('s', 'star-authority'))).toBeNull()
    expect(rule(people.assessor, proposalFold.initial)).toMatchObject(alone)
    expect(rule(people.assessor, made('m', 'assessor'))).toMatchObject(alone)
    expect(rule(people.assessor, made('x', 'assessor'))).toMatchObject(alone)
    const listed = grow(...top, post(C, 'volunteer', 'v'))
    expect(rule(people.assessor, made('v', 'volunteer'), isOneOf('qc'), listed)).toMatchObject(alone)
    expect(rule(people.starAuthority, made('m', 'assessor'))).toMatchObject(alone)
    expect(rule(people.assessor, made('s', 'star-authority'), isOneOf('qc', 's'))).toMatchObject(alone)
    expect(rule(people.assessor, made('s', 'star-authority'), isOneOf('qc', 'm'))).toMatchObject(alone)
  })
  it('G8: an honest approver above rules alone', () => {
    expect(rule(people.approverC, proposalFold.initial, isNever)).toBeNull()
    expect(rule(people.approverV1, proposalFold.initial, isNever)).toMatchObject({ ruler: C, propose: null })
  })
})
