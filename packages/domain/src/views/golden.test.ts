import { describe, expect, it } from 'vitest'
import { decode, type Instant } from '@zhiyuan/kernel'
import { buildLog } from '@zhiyuan/testing'
import { NeedEvent } from '../slices/requests/need/need.codec.ts'
import { OrderEvent } from '../slices/requests/order/order.codec.ts'
import { policy } from '../policy.ts'
import { test1 } from '../presets/policies.ts'
import { units } from '../fixtures/people.ts'
import { RecordEvent } from '../slices/hours/record/record.codec.ts'
import { StarEvent } from '../slices/recognition/star/star.codec.ts'
import { VolunteerEvent } from '../slices/people/volunteer/volunteer.codec.ts'
import { goldenPopulations } from './golden-populations.fixture.ts'
import { goldenLines } from './golden.fixture.ts'
import { assess, type AreaAssessment, type Assessment } from './assessment/assess.ts'
import type { Figure } from '../indicators/indicator.ts'
import { indicators, type IndicatorFigures } from '../indicators/index.ts'
import { starTable, type StarFigures } from './star-certification/figures.ts'
import { volunteers } from './volunteers/project.ts'
import { aprilAndMay, foldHumans, buildFigureInput, buildPlainLog, buildRows, worldLines } from './log.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const known = { K1: '2020-05-18T04:00:00.000Z', K2: '2020-06-15T01:00:00.000Z', K3: '2020-06-19T16:00:00.000Z' }
type Known = keyof typeof known
const each = ['K1', 'K2', 'K3'] as const

const log = buildPlainLog([
  ...worldLines,
  ...goldenPopulations.map((event) => ({ at: '2020-04-01T01:00:00.000Z', event })),
  ...goldenLines,
])
const rows = buildRows(volunteers, log)
const assessed = (at: Known): Assessment => assess(buildFigureInput(log, { period: aprilAndMay, knownAt: known[at] }))
const listStars = (at: Known): ReadonlyArray<StarFigures> =>
  starTable(rows, foldHumans(log, known[at]), { knownAt: known[at] as Instant, policy: test1 })
const findStar = (person: string, at: Known): StarFigures | undefined =>
  listStars(at).find(({ volunteer }) => volunteer === person)

const findArea = (at: Known, unit: string, own = false): AreaAssessment => {
  const found = assessed(at).areas.find((area) => area.unit === unit && area.own === own)
  return found ?? expect.fail(`${unit} has no row`)
}
/** `n/d` of T1, T2, the city's own and the city. */
const ratios = (at: Known, indicator: keyof IndicatorFigures): string =>
  [findArea(at, T1), findArea(at, T2), findArea(at, C, true), findArea(at, C)]
    .map(({ figures }) => figures[indicator])
    .map(({ n, d }: Figure<unknown>) => `${n}/${d}`)
    .join(' ')
const city = (at: Known) => findArea(at, C).figures
const sumGrades = (minutes: { readonly system: number; readonly attested: number; readonly manual: number }): number =>
  minutes.system + minutes.attested + minutes.manual

describe('the golden story', () => {
  it('has events that decode by the codecs of their slices', () => {
    const slices = Object.entries({ NeedEvent, OrderEvent, RecordEvent, StarEvent, VolunteerEvent }).map(
      ([name, event]) => ({ name, event }),
    )
    expect(buildLog(slices, goldenLines)).toHaveLength(goldenLines.length)
    for (const population of goldenPopulations)
      expect(decode(policy.event)(population)).toMatchObject({ _tag: 'Right' })
  })
})

describe('star certification', () => {
  it('C30: the counted minutes of every person, by grade', () => {
    const minutes = (at: Known) => ['a', 'b', 'c', 'd', 'e'].map((person) => findStar(person, at)?.minutes)
    expect(each.map(minutes)).toEqual([
      [130, 170, 0, 180, 0],
      [130, 410, 240, 180, 300],
      [120, 170, 0, 180, 300],
    ])
    expect(each.map((at) => findStar('b', at)?.counted)).toEqual([
      { system: 50, attested: 120, manual: 0 },
      { system: 50, attested: 120, manual: 240 },
      { system: 50, attested: 120, manual: 0 },
    ])
  })

  it('W1, W2, W4, W11, C30: eligible, granted and short of the next star', () => {
    const stars = (person: string) =>
      each.map((at) => {
        const star = findStar(person, at)
        return [star?.eligible, star?.granted, star?.shortOfNext]
      })
    expect(stars('b')).toEqual([
      [0, 0, 130],
      [1, 1, 190],
      [0, 0, 130],
    ])
    expect(stars('e')).toEqual([
      [0, 0, 300],
      [1, 0, 300],
      [1, 0, 300],
    ])
    expect(stars('a')).toEqual([
      [0, 0, 170],
      [0, 0, 170],
      [0, 0, 180],
    ])
  })

  it('W11: scores are exact: 3.50 opens the gate, 2.00 does not, and without a review it is neutral', () => {
    expect(findStar('b', 'K2')).toMatchObject({ score: { sum: 7, count: 2 }, gateOpen: true })
    expect(findStar('a', 'K2')).toMatchObject({ score: { sum: 2, count: 1 }, gateOpen: false })
    expect(findStar('e', 'K2')).toMatchObject({ score: { sum: 0, count: 0 }, gateOpen: true })
  })

  it('W4: a star is under examination from the loss until the authority decides', () => {
    const findB = (knownAt: string) =>
      starTable(rows, foldHumans(log, knownAt), { knownAt: knownAt as Instant, policy: test1 }).find(({ volunteer }) =>
        volunteer.startsWith('b'),
      )
    expect(findB('2020-06-17T00:59:00.000Z')).toMatchObject({ granted: 1, underExamination: false })
    expect(findB('2020-06-17T01:00:00.000Z')).toMatchObject({ granted: 1, underExamination: true, eligible: 0 })
    expect(findStar('b', 'K3')).toMatchObject({ granted: 0, underExamination: false })
  })

  it('S8: minutes that do not count have a reason', () => {
    const left = (at: Known, why: 'held' | 'submitted' | 'rejected' | 'voided') =>
      listStars(at).reduce((sum, { notCounted }) => sum + notCounted[why], 0)
    expect([left('K1', 'held'), left('K1', 'submitted')]).toEqual([780, 60])
    expect([left('K2', 'held'), left('K2', 'rejected')]).toEqual([0, 60])
    expect(left('K3', 'voided')).toBe(480)
  })
})

describe('minutes', () => {
  it('S2, S8: are summed for the city by grade', () => {
    expect(each.map((at) => findArea(at, C).minutes.served)).toEqual([
      { system: 360, attested: 120, manual: 0 },
      { system: 360, attested: 120, manual: 780 },
      { system: 350, attested: 120, manual: 300 },
    ])
  })

  it('H17: are summed by the area served, by home and by recording body', () => {
    const places = (place: 'served' | 'home') =>
      each.map((at) => [T1, T2].map((unit) => sumGrades(findArea(at, unit).minutes[place])))
    expect(places('served')).toEqual([
      [300, 180],
      [300, 960],
      [290, 480],
    ])
    expect(places('home')).toEqual([
      [300, 180],
      [540, 720],
      [290, 480],
    ])
    const bodies = (at: Known) =>
      Object.fromEntries(assessed(at).bodies.map(({ bodyId, minutes }) => [bodyId, sumGrades(minutes)]))
    expect(each.map(bodies)).toEqual([
      { [V1]: 300, K: 180 },
      { [V1]: 300, K: 180, [V2]: 780 },
      { [V1]: 290, K: 180, [V2]: 300 },
    ])
  })
})

describe('assessment', () => {
  it('C08, S9, S11: I01 in-service participation of T1, T2, the city’s bodies and the city', () => {
    expect(each.map((at) => ratios(at, 'I01'))).toEqual(['1/2 0/2 1/1 2/5', '1/2 1/2 1/1 3/5', '1/2 0/2 1/1 2/5'])
    expect([city('K2').I01.hundredths, city('K3').I01.hundredths]).toEqual([6000, 4000])
    expect([findArea('K2', C, true).figures.I01.met, city('K2').I01.met]).toEqual([true, false])
  })

  it('C08, S10: I02 in-service minutes a head; 61 of 366 days make the target 200', () => {
    expect(each.map((at) => ratios(at, 'I02'))).toEqual([
      '130/2 0/2 180/1 310/5',
      '130/2 240/2 180/1 550/5',
      '120/2 0/2 180/1 300/5',
    ])
    expect([city('K1').I02.hundredths, findArea('K1', T1).figures.I02.hundredths]).toEqual([6200, 6500])
    expect(city('K2').I02).toMatchObject({
      met: false,
      beside: { median: { n: 130, d: 1 }, headsAtTarget: { n: 1, d: 5 } },
    })
    expect(findArea('K2', T2).figures.I02).toMatchObject({ beside: { median: { n: 240, d: 2 } } })
  })

  it('C10, S9: I03 mass participation leaves out the roster, counts persons and not registrations', () => {
    expect(each.map((at) => ratios(at, 'I03'))).toEqual([
      '1/20 0/30 0/0 1/50',
      '1/20 1/30 0/0 2/50',
      '1/20 1/30 0/0 2/50',
    ])
    expect(findArea('K2', T2).figures.I03.hundredths).toBe(333)
    expect(
      each.map((at) => [T1, T2, C].map((unit) => findArea(at, unit).figures.I03.beside.allParticipants.n)),
    ).toEqual([
      [2, 1, 3],
      [2, 3, 5],
      [2, 2, 4],
    ])
    expect(city('K2').I03.beside).toMatchObject({ registered: 5, visits: 8 })
    expect(city('K2').I03.met).toBe(false)
  })

  it('S2: I14 evidence strength falls with bought hours, and rises when they are voided', () => {
    expect(each.map((at) => [city(at).I14.n, city(at).I14.d, city(at).I14.hundredths])).toEqual([
      [480, 480, 10000],
      [480, 1260, 3810],
      [470, 770, 6104],
    ])
    expect(each.map((at) => city(at).I14.beside)).toEqual([
      { late: 0, held: 780, suspended: 0, voided: 0 },
      { late: 720, held: 0, suspended: 0, voided: 0 },
      { late: 240, held: 0, suspended: 0, voided: 480 },
    ])
  })

  it('S5, S14: the loop’s indicators, the same at K2 and at K3', () => {
    for (const at of ['K2', 'K3'] as const) {
      const table = indicators.filter((id) => !['I01', 'I02', 'I03', 'I14'].includes(id))
      expect(Object.fromEntries(table.map((indicator) => [indicator, ratios(at, indicator)]))).toEqual({
        I04: '2/2 1/2 0/0 3/4',
        I05: '1/1 1/1 0/0 2/2',
        I07: '1/1 0/1 0/0 1/2',
        I08: '1/1 0/0 0/0 1/1',
        I09: '0/1 1/1 0/0 1/2',
        I10: '0/1 1/1 0/0 1/2',
        I11: '0/1 0/1 0/0 0/2',
        I12: '1/1 0/1 0/0 1/2',
        I13: '1/3 0/0 0/1 1/4',
      })
      expect(city(at).I04.hundredths).toBe(7500)
      expect(findArea(at, T2).figures.I08).toMatchObject({ hundredths: null, met: null })
    }
  })

  it('S6, C27: each figure is shown beside what it leaves out', () => {
    const { I04, I05, I07, I08, I09, I11 } = city('K2')
    expect(I04.beside).toEqual({ medianMinutesToDecision: { n: 110, d: 2 }, decided: 4, unanswered: 0 })
    expect(I05.beside).toEqual({ open: 0, unmet: 0, aborted: 0, cancelled: 0 })
    expect(I07.beside).toEqual({ partly: { n: 0, d: 2 }, solvedInFirstRound: { n: 0, d: 2 }, ownTeam: 0 })
    expect(I08.beside).toEqual({ coverage: { n: 1, d: 2 }, thin: false, followUpAgreement: { n: 0, d: 0 } })
    expect(I09.beside).toEqual({ steps: 2, automatic: 1, undone: 0, fulfilledBy: { village: 1, township: 0, city: 1 } })
    expect(I11.beside).toEqual({ referred: 1, rejected: {} })
  })

  it('S11, C22, C36: rows are the city, its own bodies, and each township before its villages', () => {
    expect(assessed('K2').areas.map(({ unit, own }) => (own ? 'own' : unit))).toEqual([C, 'own', T1, V1, T2, V2])
  })
})
