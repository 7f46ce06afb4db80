import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import { monday } from './need.fixture.ts'
import { areLikelyTwins, findTwinPairs, proposeTwins, refuseTwinOrder } from './twins.oracle.fixture.ts'
import type { TwinNeed, TwinOrder } from './twins.oracle.fixture.ts'

const need = (fields: Partial<TwinNeed> = {}): TwinNeed => ({
  need: 'N1',
  requester: 'r1',
  contact: null,
  kind: 'health',
  owner: 'V1',
  recordedAt: monday,
  ...fields,
})

describe('likely twins', () => {
  const other = (fields: Partial<TwinNeed>) =>
    areLikelyTwins(need({ contact: 'f1' }), need({ need: 'N2', ...fields }), 30)

  it('N14: share requester or contact, kind and unit', () => {
    expect(other({})).toBe(true)
    expect(other({ requester: 'r2', contact: 'f1' })).toBe(true)
    expect(other({ requester: 'r2' })).toBe(false)
    expect(other({ kind: 'policy-law' })).toBe(false)
    expect(other({ owner: 'V2' })).toBe(false)
    expect(areLikelyTwins(need(), need({ need: 'N2', requester: 'r2' }), 30)).toBe(false)
    expect(other({ requester: 'f1' })).toBe(false)
  })

  it('N14: lie at most 30 days apart, in either order', () => {
    expect(other({ recordedAt: monday + 30 * day })).toBe(true)
    expect(other({ recordedAt: monday + 30 * day + 1 })).toBe(false)
    expect(other({ recordedAt: monday - 30 * day })).toBe(true)
  })

  it('N14: a need is not its own twin', () => {
    expect(proposeTwins(need(), [need(), need({ need: 'N2' })], 30)).toEqual(['N2'])
  })
})

const order = (id: string, fields: Partial<TwinOrder> = {}): TwinOrder => ({
  order: id,
  need: 'N1',
  specialty: 'hygiene-environment',
  slot: { start: monday, end: monday + 2 * hour },
  isLive: true,
  meantBeside: [],
  ...fields,
})

describe('twin orders', () => {
  const first = order('O1')
  const refuse = (fields: Partial<TwinOrder>, others = [first]) =>
    refuseTwinOrder({ order: order('O2', fields), isMeant: false, reason: '' }, others)

  it('O26: a second live order at an overlapping time is refused', () => {
    expect(refuse({ slot: { start: monday + 2 * hour - 1, end: monday + 3 * hour } })).toEqual(['O1'])
    expect(refuse({ slot: { start: monday + 2 * hour, end: monday + 3 * hour } })).toEqual([])
    expect(refuse({ slot: { start: monday - hour, end: monday } })).toEqual([])
  })

  it('O26: no time overlaps every time', () => {
    expect(refuse({ slot: null })).toEqual(['O1'])
    expect(
      refuse({ slot: { start: monday + 99 * day, end: monday + 100 * day } }, [order('O1', { slot: null })]),
    ).toEqual(['O1'])
  })

  it('O26: another need, another specialty or an ended order stands in no way', () => {
    expect(refuse({ need: 'N2' })).toEqual([])
    expect(refuse({ specialty: 'legal' })).toEqual([])
    expect(refuse({}, [order('O1', { isLive: false })])).toEqual([])
  })

  it('O26: one that is meant needs its reason', () => {
    expect(refuseTwinOrder({ order: order('O2'), isMeant: true, reason: '' }, [first])).toEqual(['O1'])
    expect(refuseTwinOrder({ order: order('O2'), isMeant: true, reason: 'two-rooms' }, [first])).toEqual([])
  })

  it('O26: what slipped in is marked on both until one ends; what is meant is not', () => {
    expect(findTwinPairs([first, order('O2', { slot: null })])).toEqual([['O1', 'O2']])
    expect(findTwinPairs([first, order('O2', { meantBeside: ['O1'] })])).toEqual([])
    expect(findTwinPairs([first, order('O2'), order('O3', { meantBeside: ['O1'] })])).toEqual([
      ['O1', 'O2'],
      ['O2', 'O3'],
    ])
    expect(findTwinPairs([first, order('O2', { isLive: false })])).toEqual([])
  })
})
