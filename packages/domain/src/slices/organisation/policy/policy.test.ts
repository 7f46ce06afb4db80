import { describe, expect, it } from 'vitest'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { completeTerms, policy } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { calendar2020to2026, localTerms, readTerms } from './index.ts'
import { starTerms } from '../../recognition/star/star.terms.ts'

const { 'policy-131081': _own, ...others } = world
const given = stage(policy, others, { ...scene, actor: people.admin })
const adopt = { type: 'AdoptPolicy', ...test1 } as const
const adopted = { type: 'PolicyAdopted', ...test1, adoptedAt: scene.now } as const
const year2020 = calendar2020to2026[0] ?? expect.fail('the calendar begins with 2020')
const adoptYear = { type: 'AdoptCalendarYear', ...year2020 } as const
const population = {
  unitId: units.T1,
  heads: 20,
  referenceDate: '2019-12-31',
  publishedAt: '2020-03-01T00:00:00.000Z',
  source: 'synthetic',
  synthetic: true,
} as const
const publish = { type: 'PublishPopulation', ...population } as const

describe('a policy', () => {
  it('G5: is adopted with its document and the day from which it is in force', () => {
    given()
      .when(adopt)
      .emits({
        type: 'PolicyAdopted',
        version: 'TEST-1',
        document: { number: 'TEST-1', issuer: 'tests', title: 'Policy of the golden story', date: '2020-01-01' },
        effectiveFrom: '2020-01-01',
      })
  })

  it('G5: a version names one policy for good', () => {
    given(adopted).when(adopt).isSilent()
    given(adopted)
      .when({ ...adopt, effectiveFrom: '2020-02-01' })
      .isRefused({ type: 'SameIdOtherContent', id: 'TEST-1' })
  })

  it('W1: thresholds rise from star to star', () => {
    const stars = (...thresholds: ReadonlyArray<number>) => ({
      ...adopt,
      sections: completeTerms({ stars: { thresholds } }, test1.sections),
    })
    const unrisen = { type: 'TermRefused', section: 'stars', term: 'thresholds' } as const
    given().when(stars(300, 300)).isRefused(unrisen)
    given().when(stars(0, 300)).isRefused(unrisen)
    given().when(stars(300, 301)).emits({ type: 'PolicyAdopted' })
  })

  it('has a zone whose transitions are in order of time', () => {
    const zone = (...from: ReadonlyArray<string>) => ({
      ...adopt,
      sections: completeTerms(
        { local: { zone: from.map((at) => ({ from: at, offsetMinutes: 480 })) } },
        test1.sections,
      ),
    })
    const first = '1986-05-03T18:00:00.000Z'
    const second = '1986-09-13T17:00:00.000Z'
    const disordered = { type: 'TermRefused', section: 'local', term: 'zone' } as const
    given().when(zone(second, first)).isRefused(disordered)
    given().when(zone(first, first)).isRefused(disordered)
    given().when(zone(first, second)).emits({ type: 'PolicyAdopted' })
  })
})

describe('a calendar year', () => {
  const another = { ...adoptYear, daysOff: ['2020-01-01'], source: 'a correction' } as const

  it('is adopted from its notice, and again where a later notice changes it', () => {
    given().when(adoptYear).emits({ type: 'CalendarYearAdopted', year: 2020 })
    const noticed = given({ ...adoptYear, type: 'CalendarYearAdopted' })
    noticed.when(adoptYear).isSilent()
    noticed.when(another).emits({ type: 'CalendarYearAdopted', daysOff: ['2020-01-01'], source: 'a correction' })
    noticed
      .and({ ...another, type: 'CalendarYearAdopted' })
      .when(adoptYear)
      .isSilent()
  })

  it('names days of that year only', () => {
    given()
      .when({ ...adoptYear, year: 2021 })
      .isRefused({ type: 'DayOutsideYear', day: '2020-01-01' })
    given()
      .when({ ...adoptYear, daysWorked: ['2019-12-29'] })
      .isRefused({ type: 'DayOutsideYear', day: '2019-12-29' })
  })
})

describe('a population', () => {
  it('S1: is published with its date and its source, for a unit that exists', () => {
    given()
      .when(publish)
      .emits({ type: 'PopulationPublished', ...population })
    given({ type: 'PopulationPublished', ...population } as const)
      .when(publish)
      .isSilent()
    given()
      .when({ ...publish, unitId: 'T9' })
      .isRefused({ type: 'UnknownUnit', unit: 'T9' })
  })
})

describe('who sets policy', () => {
  it.each([adopt, adoptYear, publish])('G4: the administrator of the whole jurisdiction: $type', (command) => {
    const townships = { type: 'person', person: 'x', role: 'administrator', unit: units.T1 } as const
    given().by(townships).when(command).isRefused({ type: 'OutsideJurisdiction', actsAt: units.T1, unit: units.C })
    given().by(people.assessor).when(command).isRefused({ type: 'NotAuthorised', command: command.type })
    given().by(timer).when(command).isRefused({ type: 'NotAuthorised' })
  })

  it('G4: no one where there is no unit yet', () => {
    given().knowing({ 'units-131081': [] }).when(adopt).isRefused({ type: 'NotAuthorised', command: 'AdoptPolicy' })
  })
})

describe('laws of policy', () => {
  const setting = { world, scene: { ...scene, actor: people.admin } }
  const commands = [adopt, adoptYear, publish].map((command) => ({ command }))

  it('events survive storage', () => survivesStorage(policy))
  it('evolve is total', () => evolveIsTotal(policy, [[adopted]]))
  it('repeats say nothing new', () => {
    const correction = { ...adoptYear, daysOff: ['2020-01-01'], source: 'a correction' }
    repeatsSayNothingNew(policy, setting, [...commands, { command: correction }])
  })

  it('G5: under any commands, a version names one policy, and thresholds rise', () => {
    holdsAlways(policy, setting, { known: commands, pools: { PolicyVersion: ['A', 'B'] } }, ({ policies }) => {
      expect(new Set(policies.map(({ version }) => version)).size).toBe(policies.length)
      for (const one of policies) {
        const { thresholds } = readTerms(starTerms, one)
        expect([...thresholds]).toEqual([...new Set(thresholds)].sort((a, b) => a - b))
        const starts = readTerms(localTerms, one).zone.map(({ from }) => from)
        expect(starts).toEqual([...new Set(starts)].sort())
      }
    })
  })
})
