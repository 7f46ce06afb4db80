import { describe, expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import type { Policy } from '../../slices/organisation/policy/policy.read.ts'
import { completeTerms } from '../../policy.ts'
import { test1 } from '../../presets/policies.ts'
import { mergeEvents } from '../../slices/people/humans/humans.fixture.ts'
import { starTable, type StarFigures } from './figures.ts'
import { volunteers } from '../volunteers/project.ts'
import { foldHumans, buildPlainLog, buildRows, type LogLine } from '../log.fixture.ts'

const makeLine = (type: string, words: object, at = '2020-05-01T00:00:00.000Z'): LogLine => ({
  at,
  event: { type, ...words },
})
const round = (orderId: string) => ({ type: 'order', orderId, round: 1 })
const counts = (volunteer: string, recordId: string, minutes: number, more: object = {}): LogLine =>
  makeLine('RecordVerified', {
    volunteer,
    recordId,
    minutes,
    day: '2020-04-20',
    grade: 'system',
    bodyId: 'V1',
    servedUnit: 'V1',
    source: round(recordId),
    ...more,
  })
const reviewed = (volunteer: string, orderId: string, rating: number, orderVersion = 5): LogLine =>
  makeLine('ReviewNoted', { volunteer, orderId, round: 1, rating, reviewer: 'r1', orderVersion })
const merged = (...merges: ReadonlyArray<readonly [string, string]>): ReadonlyArray<LogLine> =>
  mergeEvents(...merges).map(({ type, ...words }) => makeLine(type, words))
const decided = (type: string, level = 1, at?: string): LogLine => makeLine(type, { volunteer: 'b', level }, at)

const always = '2020-12-31T00:00:00.000Z' as Instant
const buildTable = (
  lines: ReadonlyArray<LogLine>,
  policy: Policy = test1,
  knownAt = always,
): ReadonlyArray<StarFigures> =>
  starTable(buildRows(volunteers, buildPlainLog(lines)), foldHumans(buildPlainLog(lines), knownAt), { knownAt, policy })
const only = (lines: ReadonlyArray<LogLine>, policy?: Policy, knownAt?: Instant): StarFigures | undefined =>
  buildTable(lines, policy, knownAt)[0]

describe('star certification', () => {
  it('C30, W1: a level is reached exactly at its threshold; at the top no minutes are short', () => {
    const star = (minutes: number) => {
      const figures = only([counts('b', 'R', minutes)])
      return [figures?.eligible, figures?.shortOfNext]
    }
    expect([299, 300, 601, 4800, 5000].map(star)).toEqual([
      [0, 1],
      [1, 300],
      [2, 599],
      [5, 0],
      [5, 0],
    ])
  })

  it('W1, S8: only grades that the policy counts give a star; the others are shown separately', () => {
    const strict: Policy = {
      ...test1,
      sections: completeTerms({ records: { countedGrades: ['system'] } }, test1.sections),
    }
    const lines = [counts('b', 'R1', 200), counts('b', 'R2', 200, { grade: 'manual' })]
    expect(only(lines)).toMatchObject({ minutes: 400, eligible: 1, counted: { system: 200, manual: 200 } })
    expect(only(lines, strict)).toMatchObject({
      minutes: 200,
      eligible: 0,
      counted: { system: 200, manual: 0 },
      notCounted: { 'uncounted-grade': 200 },
    })
  })

  it('P8: lists people by their ids, and never by their minutes, reviews or stars', () => {
    const list = (...minutes: readonly [number, number, number]) => {
      const lines = ['b', 'c', 'a'].map((person, n) => counts(person, `R-${person}`, minutes[n] ?? 0))
      const rated = ['c', 'a', 'b'].map((person, n) => reviewed(person, `O-${person}`, 5 - n))
      return buildTable([...lines, ...rated]).map(({ volunteer }) => volunteer)
    }
    expect([list(1, 2, 3), list(3, 2, 1), list(300, 1500, 2), list(7, 7, 7)]).toEqual(Array(4).fill(['a', 'b', 'c']))
  })

  it('S12: a person who registers later is not in the table as known before', () => {
    const at = '2020-06-01T00:00:00.000Z'
    const then = [counts('b', 'R', 60)]
    const later = [
      counts('c', 'R', 60),
      makeLine('ReviewNoted', { volunteer: 'd', orderId: 'R', round: 1, rating: 5, reviewer: 'r1', orderVersion: 5 }),
      ...merged(['b', 'f']),
    ].map((one) => ({ ...one, at }))
    const before = '2020-05-31T23:59:59.999Z' as Instant
    expect(buildTable([...then, ...later], test1, before)).toEqual(buildTable(then, test1, before))
    expect(buildTable([...then, ...later], test1, at as Instant).map(({ volunteer }) => volunteer)).toEqual([
      'c',
      'd',
      'f',
    ])
  })

  it('W11: the score is the mean of the final reviews of the rounds that were counted; below 3.50 the gate is shut', () => {
    const lines = [counts('b', 'o1', 200), counts('b', 'o2', 200)]
    const gate = (...reviews: ReadonlyArray<LogLine>) => {
      const star = only([...lines, ...reviews])
      return [star?.score.sum, star?.score.count, star?.gateOpen, star?.eligible]
    }
    expect(gate()).toEqual([0, 0, true, 1])
    expect(gate(reviewed('b', 'o1', 3), reviewed('b', 'o2', 4))).toEqual([7, 2, true, 1])
    expect(gate(reviewed('b', 'o1', 3))).toEqual([3, 1, false, 0])
    // A review of a round that is not counted is not part of the score.
    expect(gate(reviewed('b', 'o3', 1))).toEqual([0, 0, true, 1])
  })

  it('W11: a later review of a round replaces an earlier one, in either order of noting them', () => {
    const lines = [counts('b', 'o1', 300), reviewed('b', 'o1', 5, 9), reviewed('b', 'o1', 1, 4)]
    expect(only(lines)?.score).toEqual({ sum: 5, count: 1 })
  })

  it('O9, W11: a review that a merge shows to be the own leaves the score; that of another person stays', () => {
    const lines = [counts('b', 'o1', 200), counts('b', 'o2', 200), reviewed('b', 'o1', 3), reviewed('b', 'o2', 5)]
    const own = lines.map(({ event, ...line }) => ({
      ...line,
      event: { ...event, ...('orderId' in event && event.orderId === 'o2' && { reviewer: 'f' }) },
    })) as typeof lines
    expect(only(own)).toMatchObject({ score: { sum: 8, count: 2 }, gateOpen: true })
    const registered = makeLine('VolunteerRegistered', { person: 'f', home: 'V1', homeFrom: '2020-01-01' })
    const [after] = buildTable([...own, registered, ...merged(['f', 'b'])], test1)
    expect(after).toMatchObject({ score: { sum: 3, count: 1 }, gateOpen: false })
  })

  it('W2, W4: eligible is computed and granted is decided: lost minutes alone do not lower a star', () => {
    const lost = [counts('b', 'R', 300), decided('StarGranted'), decided('StarPutUnderExamination')]
    const voided = makeLine('RecordVoided', { ...counts('b', 'R', 300).event, type: 'RecordVoided' })
    expect(only([...lost, voided])).toMatchObject({ eligible: 0, granted: 1, underExamination: true, shortOfNext: 300 })
    const ends = (type: string, level?: number) => {
      const star = only([...lost, decided(type, level)])
      return [star?.granted, star?.underExamination]
    }
    expect([ends('StarUpheld'), ends('StarLowered', 2), ends('StarRevoked')]).toEqual([
      [1, false],
      [2, false],
      [0, false],
    ])
  })

  it('S12: can be computed as known at any instant', () => {
    const lines = [counts('b', 'R', 300), decided('StarGranted', 1, '2020-05-02T00:00:00.000Z')]
    const granted = (at: string) => only(lines, test1, at as Instant)?.granted
    expect(['2020-05-01T23:59:59.999Z', '2020-05-02T00:00:00.000Z'].map(granted)).toEqual([0, 1])
  })

  it('S9: registrations of one human are one line under the survivor, also after a chain of merges', () => {
    const lines = [counts('a', 'o1', 100), counts('b', 'o1', 100), counts('c', 'o2', 100), reviewed('a', 'o1', 5)]
    expect(buildTable(lines).map(({ volunteer, minutes }) => [volunteer, minutes])).toEqual([
      ['a', 100],
      ['b', 100],
      ['c', 100],
    ])
    const joined = buildTable([...lines, reviewed('b', 'o1', 5), ...merged(['a', 'b'], ['b', 'c'])])
    // Both registrations had a seat in o1; its review counts once.
    expect(joined).toMatchObject([{ volunteer: 'c', minutes: 300, eligible: 1, score: { sum: 5, count: 1 } }])
  })

  it('H5, G2: a record that gives way to another of the human and is not held yet counts nowhere and is shown separately', () => {
    const served = (volunteer: string, recordId: string, start: number, at?: string): ReadonlyArray<LogLine> => {
      const segments = [{ start: `2020-04-20T0${start}:00:00.000Z`, end: `2020-04-20T0${start + 2}:00:00.000Z` }]
      const words = { ...counts(volunteer, recordId, 120).event, segments, marks: [], recordedAt: `2020-05-0${start}` }
      return ['RecordSubmitted', 'RecordVerified'].map((type) => makeLine(type, { ...words, type }, at))
    }
    const lines = [...served('b', 'o1', 1), ...served('e', 'o2', 2), ...served('e', 'o3', 4), ...merged(['e', 'b'])]
    expect(only(lines)).toMatchObject({ volunteer: 'b', minutes: 240, notCounted: { twice: 120, suspended: 0 } })
    const held = makeLine('RecordSuspended', { ...counts('e', 'o2', 120).event, type: 'RecordSuspended' })
    expect(only([...lines, held])).toMatchObject({ minutes: 240, notCounted: { twice: 0, suspended: 120 } })
    expect(buildTable(lines.slice(0, -1)).map(({ minutes }) => minutes)).toEqual([120, 240])
  })
})
