import { describe, expect, it } from 'vitest'
import { findUnitAbove, isListedBesideEvidence, isOwnFavour, mayAct, refuseRuling } from './authority.oracle.fixture.ts'
import type { Authority, Interest, Part, Post, RuledCase } from './authority.oracle.fixture.ts'
import { tree } from './need.fixture.ts'

const post = (human: string, unit: string, role: string): Post => ({ human, unit, role })
const posts = [
  post('q1', 'V1', 'approver'),
  post('t1', 'T1', 'approver'),
  post('t2', 'T1', 'approver'),
  post('p1', 'T1', 'dispatcher'),
  post('qc', 'C', 'approver'),
  post('m', 'C', 'assessor'),
  post('ad', 'C', 'administrator'),
  post('pc', 'C', 'dispatcher'),
]
const authority: Authority = { above: tree.above, posts }
const part = (human: string, as: Part['as'] = 'recorded'): Part => ({ human, as })
const ruled = (fields: Partial<RuledCase> = {}): RuledCase => ({ unit: 'V1', parts: [], interests: [], ...fields })
const find = (fields: Partial<RuledCase>, role = 'approver') => findUnitAbove(ruled(fields), role, authority)

describe('own favour', () => {
  it('G7: is of whom the case credits, relieves or judges, of requester, contact and private proxy', () => {
    for (const as of ['credited', 'relieved', 'judged', 'requester', 'contact'] as const)
      expect(isOwnFavour('x', ruled({ interests: [{ human: 'x', as }] }))).toBe(true)
    const proxy = (kind: Extract<Interest, { as: 'proxy' }>['kind']) =>
      isOwnFavour('x', ruled({ interests: [{ human: 'x', as: 'proxy', kind }] }))
    expect([proxy('family'), proxy('grid-worker'), proxy('station-clerk'), proxy('volunteer-visitor')]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('G7: to have typed it for a caller is none, unless one is credited besides', () => {
    const typed: Interest = { human: 'x', as: 'typed-for-caller' }
    expect(isOwnFavour('x', ruled({ interests: [typed] }))).toBe(false)
    expect(isOwnFavour('x', ruled({ interests: [typed, { human: 'x', as: 'credited' }] }))).toBe(true)
    expect(isOwnFavour('y', ruled({ interests: [{ human: 'x', as: 'credited' }] }))).toBe(false)
  })
})

describe('the unit above', () => {
  it('G8: is the nearest unit upwards with the post, never the unit itself', () => {
    expect(find({})).toEqual({ type: 'unit', unit: 'T1', rulers: ['t1', 't2'] })
    expect(find({ unit: 'V2' })).toEqual({ type: 'unit', unit: 'C', rulers: ['qc'] })
    expect(find({}, 'assessor')).toEqual({ type: 'unit', unit: 'C', rulers: ['m'] })
  })

  it('G8: passes over those with a part or in own favour', () => {
    expect(find({ parts: [part('t1', 'confirmed')] })).toMatchObject({ unit: 'T1', rulers: ['t2'] })
    expect(find({ parts: [part('t1'), part('t2', 'handled')] })).toMatchObject({ unit: 'C', rulers: ['qc'] })
    expect(find({ parts: [part('t1')], interests: [{ human: 't2', as: 'contact' }] })).toMatchObject({ unit: 'C' })
  })

  it('G8: at the top two without a part rule together', () => {
    const found = find({ unit: 'C' })
    expect(found.type).toBe('two-at-top')
    expect(isListedBesideEvidence(found)).toBe(true)
    expect(isListedBesideEvidence(find({}))).toBe(false)
    expect(refuseRuling({ proposer: 'qc', decider: 'm' }, ruled({ unit: 'C' }), 'approver', authority)).toBe(null)
    expect(refuseRuling({ proposer: 'm', decider: 'ad' }, ruled({ unit: 'C' }), 'approver', authority)).toBe(null)
    expect(refuseRuling({ proposer: 'm', decider: 'qc' }, ruled({ unit: 'C' }), 'approver', authority)).toBe(
      'not-the-unit-above',
    )
    expect(refuseRuling({ proposer: null, decider: 'm' }, ruled({ unit: 'C' }), 'approver', authority)).toBe(
      'not-the-unit-above',
    )
    expect(refuseRuling({ proposer: 'm', decider: 'm' }, ruled({ unit: 'C' }), 'approver', authority)).toBe(
      'one-person',
    )
  })

  it('G8: with no holder free, also below the top', () => {
    const busy = { parts: [part('t1'), part('t2'), part('qc', 'approved')] }
    expect(find(busy)).toMatchObject({ type: 'two-at-top', unit: 'C' })
    expect(refuseRuling({ proposer: 'pc', decider: 'ad' }, ruled(busy), 'approver', authority)).toBe(null)
    expect(refuseRuling({ proposer: 'qc', decider: 'ad' }, ruled(busy), 'approver', authority)).toBe('had-part')
    expect(refuseRuling({ proposer: 'p1', decider: 'ad' }, ruled(busy), 'approver', authority)).toBe(
      'not-the-unit-above',
    )
  })

  it('G8: the pair is no short cut past one who can rule', () => {
    expect(refuseRuling({ proposer: 'pc', decider: 'ad' }, ruled(), 'approver', authority)).toBe('not-the-unit-above')
    expect(refuseRuling({ proposer: null, decider: 'qc' }, ruled(), 'approver', authority)).toBe('not-the-unit-above')
    expect(refuseRuling({ proposer: null, decider: 't1' }, ruled(), 'approver', authority)).toBe(null)
  })

  it('G8: one with every post is no pair; without a pair the case waits', () => {
    const lonely = {
      above: tree.above,
      posts: [post('m', 'C', 'assessor'), post('m', 'C', 'administrator'), post('m', 'C', 'approver')],
    }
    expect(findUnitAbove(ruled({ unit: 'C' }), 'approver', lonely)).toEqual({ type: 'waits' })
    expect(find({ unit: 'C', parts: [part('m'), part('ad')] })).toEqual({ type: 'waits' })
  })

  it('G7: own favour is named before the part', () => {
    const own = ruled({ parts: [part('t1', 'credited')], interests: [{ human: 't1', as: 'credited' }] })
    expect(refuseRuling({ proposer: null, decider: 't1' }, own, 'approver', authority)).toBe('own-favour')
  })
})

describe('roles', () => {
  it('G4: a dispatcher acts for the own unit and those below (golden row 5)', () => {
    const dispatcher = post('p2', 'T2', 'dispatcher')
    expect(['V1', 'V2', 'T2', 'C'].map((unit) => mayAct(dispatcher, 'dispatcher', unit, tree.above))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(mayAct(dispatcher, 'approver', 'V2', tree.above)).toBe(false)
  })
})
