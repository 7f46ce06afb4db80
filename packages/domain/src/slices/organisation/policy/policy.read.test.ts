import { describe, expect, it } from 'vitest'
import { replay, type Instant, type LocalDay, type Moment } from '@zhiyuan/kernel'
import {
  findGuardPolicy,
  findPolicy,
  policyFold,
  findCurrentPolicy,
  listGuardPolicies,
  findPolicyOfDay,
  findPopulation,
  type Policy,
  type PolicyBook,
} from './index.ts'
import { bazhou2020, nationalDefaultPolicy, test1 } from '../../../presets/policies.ts'

const adoptedAt = '2020-01-01T00:00:00.000Z' as Instant
const adoptPolicies = (...policies: ReadonlyArray<Policy>): PolicyBook =>
  replay(
    policyFold,
    policies.map((one) => ({ type: 'PolicyAdopted' as const, adoptedAt, ...one })),
  )
const versionOfDay = (book: PolicyBook, day: string) => findPolicyOfDay(book, day as LocalDay)?.version ?? null
const versionAtInstant = (book: PolicyBook, instant: string) => findPolicy(book, instant as Instant)?.version ?? null

describe('the policy in force', () => {
  it('G5: is Bazhou’s plan from 2020-04-27, the default policy before it, none before that', () => {
    const book = adoptPolicies(nationalDefaultPolicy, bazhou2020)
    expect(
      ['2017-11-30', '2017-12-01', '2020-04-26', '2020-04-27', '2026-01-01'].map((day) => versionOfDay(book, day)),
    ).toEqual([null, 'HABITS-1', 'HABITS-1', 'BAZHOU-2020', 'BAZHOU-2020'])
  })

  it('G5: is chosen by effective day, not by order of adoption; of two from one day, the one adopted later', () => {
    expect(versionOfDay(adoptPolicies(bazhou2020, nationalDefaultPolicy), '2020-05-01')).toBe('BAZHOU-2020')
    const revised = { ...bazhou2020, version: 'BAZHOU-2020a' as never }
    expect(versionOfDay(adoptPolicies(bazhou2020, revised, nationalDefaultPolicy), '2020-05-01')).toBe('BAZHOU-2020a')
  })

  it('G5: an instant belongs to the local day: 2020-04-27 begins at 16:00Z the day before', () => {
    const book = adoptPolicies(nationalDefaultPolicy, bazhou2020)
    expect(versionAtInstant(book, '2020-04-26T15:59:59.999Z')).toBe('HABITS-1')
    expect(versionAtInstant(book, '2020-04-26T16:00:00.000Z')).toBe('BAZHOU-2020')
    expect(findCurrentPolicy(book, { now: '2020-04-26T16:00:00.000Z' } as Moment)?.version).toBe('BAZHOU-2020')
  })

  it('G5: guards truth from the day after its adoption, never backwards; the first policy of a log at once', () => {
    const laxer = { ...bazhou2020, adoptedAt: '2020-05-10T03:00:00.000Z' as Instant }
    const book = adoptPolicies(nationalDefaultPolicy, laxer)
    const guard = (at: string) => findGuardPolicy(book, at as Instant)?.version
    expect(versionOfDay(book, '2020-05-01')).toBe('BAZHOU-2020')
    expect(guard('2020-05-01T00:00:00.000Z')).toBe('HABITS-1')
    expect(guard('2020-05-10T15:59:59.999Z')).toBe('HABITS-1')
    expect(guard('2020-05-10T16:00:00.000Z')).toBe('BAZHOU-2020')
    expect(guard('2018-01-01T00:00:00.000Z')).toBe('HABITS-1')
  })

  it('G5: all policies that guard the days of these instants are listed, each once', () => {
    const laxer = { ...bazhou2020, adoptedAt: '2020-05-10T03:00:00.000Z' as Instant }
    const book = adoptPolicies(nationalDefaultPolicy, laxer)
    const versions = (...at: ReadonlyArray<string>) =>
      listGuardPolicies(book, at as ReadonlyArray<Instant>).map(({ version }) => version)
    expect(versions('2020-05-10T14:00:00.000Z', '2020-05-10T15:59:59.999Z')).toEqual(['HABITS-1'])
    expect(versions('2020-05-10T14:00:00.000Z', '2020-05-10T16:00:00.000Z')).toEqual(['HABITS-1', 'BAZHOU-2020'])
    expect(versions('2020-05-12T01:00:00.000Z', '2020-05-13T01:00:00.000Z')).toEqual(['BAZHOU-2020'])
    expect(versions()).toEqual([])
    expect(listGuardPolicies(adoptPolicies(), [adoptedAt])).toEqual([])
  })

  it('is null where none was adopted', () => {
    expect(versionAtInstant(adoptPolicies(), '2020-05-01T00:00:00.000Z')).toBeNull()
  })
})

describe('a denominator', () => {
  const published = (heads: number, referenceDate: string, publishedAt: string, unitId = 'T1') => ({
    type: 'PopulationPublished',
    unitId,
    heads,
    referenceDate,
    publishedAt: `${publishedAt}T00:00:00.000Z`,
    source: 's',
    synthetic: true,
  })
  const book = replay(policyFold, [
    { type: 'PolicyAdopted', ...test1 },
    published(20, '2019-12-31', '2020-03-01'),
    published(22, '2020-12-31', '2021-03-01'),
    published(21, '2019-12-31', '2020-06-01'),
    published(99, '2020-12-31', '2020-01-01', 'T2'),
  ] as never)
  const heads = (referenceBefore: string, knownAt: string) =>
    findPopulation(book, 'T1' as never, { referenceBefore: referenceBefore as Instant, knownAt: knownAt as Instant })
      ?.heads ?? null

  it('S1, S9: is the latest published by then, with a reference date not after the period', () => {
    const periodEnd = '2020-05-31T16:00:00.000Z'
    expect(heads(periodEnd, '2020-02-29T00:00:00.000Z')).toBeNull()
    expect(heads(periodEnd, '2020-03-01T00:00:00.000Z')).toBe(20)
    expect(heads(periodEnd, '2020-06-15T00:00:00.000Z')).toBe(21)
    expect(heads(periodEnd, '2022-01-01T00:00:00.000Z')).toBe(21)
    expect(heads('2020-12-30T16:00:00.000Z', '2022-01-01T00:00:00.000Z')).toBe(22)
    expect(heads('2020-12-30T15:59:59.999Z', '2022-01-01T00:00:00.000Z')).toBe(21)
    expect(heads('2019-12-30T15:59:59.999Z', '2022-01-01T00:00:00.000Z')).toBeNull()
  })
})
