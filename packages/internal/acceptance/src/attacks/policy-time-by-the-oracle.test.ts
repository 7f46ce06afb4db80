/** Random editions of a policy, by the domain and by the oracle: the same one rules, and the same terms are laxer (G5). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nationalDefaultPolicy } from '@zhiyuan/domain'
import { findGuardPolicy, findGuardPolicyOfDay, findPolicy, findPolicyOfDay } from '@zhiyuan/domain/organisation'
import { starFigures } from '@zhiyuan/domain/recognition'
import type { Instant, LocalDay } from '@zhiyuan/kernel'
import {
  defaultGuards,
  findAmountEdition,
  findGuardEdition,
  findLaxTerms,
  findProcedureEdition,
  type Edition,
  type GuardTerms,
} from '../oracles/policy-time.oracle.fixture.ts'

const hour = 3_600_000
const offset = 480
/** Midnight of 2020-05-01 in Beijing. */
const midnight = Date.parse('2020-04-30T16:00:00.000Z')
const days = ['2020-04-29', '2020-04-30', '2020-05-01', '2020-05-02', '2020-05-03', '2020-05-04'] as const
const show = (at: number): Instant => new Date(at).toISOString() as Instant

/** Instants lie at midnights, a millisecond before them, and in the days between. */
const drawAt = fc
  .tuple(fc.integer({ min: -1, max: 3 }), fc.constantFrom(0, -1, 1, 12 * hour))
  .map(([day, rest]) => midnight + day * 24 * hour + rest)
const drawEditions = fc
  .array(fc.tuple(drawAt, fc.constantFrom(...days)), { minLength: 1, maxLength: 5 })
  .map((drawn) =>
    drawn
      .toSorted(([one], [other]) => one - other)
      .map(([adoptedAt, effective], n): Edition => ({ id: `P${n}`, adoptedAt, effective })),
  )
const makeBook = (editions: ReadonlyArray<Edition>, known: number) => ({
  policies: editions
    .filter(({ adoptedAt }) => adoptedAt <= known)
    .map(({ id, adoptedAt, effective }) => ({
      ...nationalDefaultPolicy,
      version: id as typeof nationalDefaultPolicy.version,
      effectiveFrom: effective as LocalDay,
      adoptedAt: show(adoptedAt),
    })),
  years: new Map(),
  notices: [],
  populations: [],
})

describe('which edition rules, by the domain and by the oracle', () => {
  it('G5: amounts by the service day, procedures by the day on which their clock started, as known then', () => {
    const property = fc.property(drawEditions, fc.constantFrom(...days), drawAt, (editions, day, at) => {
      const book = makeBook(editions, at)
      expect(findPolicyOfDay(book, day as LocalDay)?.version).toBe(findAmountEdition(editions, day, at)?.id)
      if (book.policies.length > 0)
        expect(findPolicy(book, show(at))?.version).toBe(findProcedureEdition(editions, at, offset)?.id)
    })
    fc.assert(property, { numRuns: 200 })
  })

  it('G5: terms that guard truth from the day after their adoption, never backwards', () => {
    const property = fc.property(drawEditions, fc.constantFrom(...days), drawAt, (editions, day, at) => {
      const book = makeBook(editions, at)
      expect(findGuardPolicyOfDay(book, day as LocalDay)?.version).toBe(findGuardEdition(editions, day, at, offset)?.id)
      const service = Date.parse(`${day}T00:00:00.000+08:00`)
      for (const edge of [service, service + 24 * hour - 1])
        if (book.policies.length > 0)
          expect(findGuardPolicy(book, show(edge))?.version).toBe(findGuardEdition(editions, day, at, offset)?.id)
    })
    fc.assert(property, { numRuns: 200 })
  })
})

const sections = nationalDefaultPolicy.sections
/** The terms of the oracle in the sections of a policy. */
const makePolicy = (terms: GuardTerms) => ({
  ...nationalDefaultPolicy,
  sections: {
    ...sections,
    attendance: {
      ...sections['attendance'],
      told: terms.toldMinutes,
      capture: { days: terms.captureDays },
      checkOutBack: terms.checkOutBackMinutes,
      overrun: terms.overrunMinutes,
      confirmsADay: { clerk: terms.confirmsClerk, unit: terms.confirmsUnit },
    },
    records: {
      ...sections['records'],
      fit: terms.fitMinutes,
      publishedSessions: terms.publishedSessions,
      secondLook: terms.secondLook === null ? null : { workingDays: terms.secondLook },
      dayHold: terms.dayHoldMinutes,
      chain: { gap: terms.chainGapMinutes, most: terms.chainMost },
    },
    bursts: {
      people: terms.burstPeople,
      peopleADay: terms.burstPeopleADay,
      pace: { acts: terms.paceActs, minutes: terms.paceMinutes },
    },
    stars: { ...sections['stars'], manualShare: terms.manualShare, gate: terms.gateHundredths },
  },
})
const names: Readonly<Record<keyof GuardTerms, string>> = {
  toldMinutes: 'attendance.told',
  captureDays: 'attendance.capture',
  checkOutBackMinutes: 'attendance.checkOutBack',
  overrunMinutes: 'attendance.overrun',
  confirmsClerk: 'attendance.confirmsADay',
  confirmsUnit: 'attendance.confirmsADay',
  fitMinutes: 'records.fit',
  publishedSessions: 'records.publishedSessions',
  secondLook: 'records.secondLook',
  dayHoldMinutes: 'records.dayHold',
  chainGapMinutes: 'records.chain',
  chainMost: 'records.chain',
  burstPeople: 'bursts.people',
  burstPeopleADay: 'bursts.peopleADay',
  paceActs: 'bursts.pace',
  paceMinutes: 'bursts.pace',
  manualShare: 'stars.manualShare',
  gateHundredths: 'stars.gate',
}
const near = (term: number) => fc.constantFrom(term, term, term - 1, term + 1)
const drawTerms: fc.Arbitrary<GuardTerms> = fc.record({
  toldMinutes: near(defaultGuards.toldMinutes),
  captureDays: near(defaultGuards.captureDays),
  checkOutBackMinutes: near(defaultGuards.checkOutBackMinutes),
  overrunMinutes: near(defaultGuards.overrunMinutes),
  confirmsClerk: near(defaultGuards.confirmsClerk),
  confirmsUnit: near(defaultGuards.confirmsUnit),
  fitMinutes: near(defaultGuards.fitMinutes),
  publishedSessions: fc.boolean(),
  secondLook: fc.constantFrom(1, 2, null),
  dayHoldMinutes: near(defaultGuards.dayHoldMinutes),
  chainGapMinutes: near(defaultGuards.chainGapMinutes),
  chainMost: near(defaultGuards.chainMost),
  burstPeople: near(defaultGuards.burstPeople),
  burstPeopleADay: near(defaultGuards.burstPeopleADay),
  paceActs: near(defaultGuards.paceActs),
  paceMinutes: near(defaultGuards.paceMinutes),
  manualShare: fc.constantFrom({ p: 1, q: 3 }, { p: 2, q: 6 }, { p: 1, q: 4 }, { p: 1, q: 2 }),
  gateHundredths: near(defaultGuards.gateHundredths),
})

describe('terms that are laxer than their default, by the domain and by the oracle', () => {
  it('G5: are named with the star, each once', () => {
    const property = fc.property(drawTerms, (terms) => {
      // The policy has the drawn terms only in the sections that the law asks.
      const policy = makePolicy(terms) as unknown as typeof nationalDefaultPolicy
      const { laxer } = starFigures({ person: 'a' as never, rows: [] }, { knownAt: show(midnight), policy })
      const expected = new Set(findLaxTerms(terms).map((name) => names[name]))
      expect(new Set<string>(laxer)).toEqual(expected)
      expect(laxer).toHaveLength(expected.size)
    })
    fc.assert(property, { numRuns: 200 })
  })
})
