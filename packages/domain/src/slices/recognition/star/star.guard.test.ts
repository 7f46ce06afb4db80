import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { calendar2020to2026 } from '../../organisation/policy/presets/calendar.ts'
import { star } from './index.ts'
import { laxer, R2, R3, R8, reviews, serving, toNotice } from './star.fixture.ts'

const { b, starAuthority } = people
const setStage = stage(star, world, { ...scene, now: '2020-05-20T01:00:00.000Z', actor: b })
/** b has served 410 minutes in R2, R3 and R8. */
const given = (...past: ReadonlyArray<Typed>) => setStage(...past).knowing(serving([R2, R3, R8]))
const makeEvent = (type: string, more: object = {}) =>
  ({ type, volunteer: 'b', applicationId: 'star-b-1', ...more }) as never
const apply = (level = 1, applicationId = 'star-b-1') => makeEvent('ApplyForStar', { level, applicationId })

describe('the policies of a star', () => {
  const authority = (...past: ReadonlyArray<Typed>) => given(...past).by(starAuthority)

  it('W2, H4: a calendar that is changed while the notice runs moves its end', () => {
    const year2020 = calendar2020to2026.find(({ year }) => year === 2020) ?? expect.fail('no 2020')
    const longer = {
      type: 'CalendarYearAdopted',
      ...year2020,
      daysOff: [...year2020.daysOff, '2020-05-26'],
      source: 'a later notice',
    }
    authority(...toNotice())
      .knowing({ ...serving([R2, R3, R8]), 'policy-131081': [...(world['policy-131081'] ?? []), longer] as never })
      .at('2020-05-27T16:00:00.000Z')
      .when(makeEvent('GrantStar'))
      .isRefused({ type: 'NoticeStillOpen', endsAt: '2020-05-28T16:00:00.000Z' })
  })

  it('W1, G5: the grant shows `manual` minutes apart, and names the terms that are laxer than their defaults', () => {
    authority(...toNotice())
      .at('2020-05-28T01:00:00.000Z')
      .when(makeEvent('GrantStar'))
      .emits({ type: 'StarGranted', minutes: 410, manual: 240, guardVersion: 'TEST-1', laxer })
  })

  describe('a laxer term that held for days', () => {
    const adopted = (version: string, adoptedAt: string, said: Parameters<typeof completeTerms>[0]) => ({
      type: 'PolicyAdopted',
      ...test1,
      version,
      effectiveFrom: '2020-01-01',
      adoptedAt,
      sections: completeTerms(said, test1.sections),
    })
    const grantUnder = (from: string, to: string) =>
      authority(...toNotice())
        .knowing({
          ...serving([R2, R3, R8]),
          'policy-131081': [
            ...(world['policy-131081'] ?? []),
            adopted('LAX', from, { bursts: { people: 500 }, records: { dayHold: null } }),
            adopted('BACK', to, {}),
          ] as never,
        })
        .at('2020-05-28T01:00:00.000Z')
        .when(makeEvent('GrantStar'))

    it('G5: is named with a star that counts service of these days', () => {
      const [told, , , manualShare] = laxer
      // R2 is of 04-22: the policy of 04-21 guards it, and that of 04-22 does not yet.
      grantUnder('2020-04-21T01:00:00.000Z', '2020-04-22T01:00:00.000Z').emits({
        type: 'StarGranted',
        guardVersion: 'TEST-1',
        laxer: [
          told,
          'records.publishedSessions',
          'records.secondLook',
          'records.dayHold',
          'bursts.people',
          manualShare,
        ],
      })
    })

    it('G5: is not named where no record that counts is of these days', () => {
      grantUnder('2020-04-22T01:00:00.000Z', '2020-04-25T01:00:00.000Z').emits({ type: 'StarGranted', laxer })
    })
  })

  it('S8, G5: a grade that is counted from today on, with a date before, does not count in service that was done', () => {
    const strict = {
      ...test1,
      sections: completeTerms({ records: { countedGrades: ['system', 'attested'] } }, test1.sections),
    }
    const adopted = (policy: object, adoptedAt: string) => ({ type: 'PolicyAdopted', ...policy, adoptedAt }) as never
    const book = (adoptedAt: string) => ({
      'policy-131081': [
        ...(world['policy-131081'] ?? []).filter(({ type }) => type !== 'PolicyAdopted'),
        adopted(strict, '2020-01-01T00:00:00.000Z'),
        adopted({ ...test1, version: 'TEST-2', effectiveFrom: '2020-01-02' }, adoptedAt),
      ] as never,
    })
    const applyUnder = (adoptedAt: string) =>
      given(...reviews)
        .knowing({ ...serving([R2, R3, R8]), ...book(adoptedAt) })
        .when(apply())
    applyUnder('2020-05-10T00:30:00.000Z').isRefused({ type: 'NotEligible' })
    applyUnder('2020-01-02T00:30:00.000Z').emits({ type: 'StarApplied', policyVersion: 'TEST-2' })
  })

  it('W1, G5: the share of `manual` minutes is that of the application; one adopted on its day holds from the next', () => {
    const third = (adoptedAt: string) => ({
      'policy-131081': [
        ...(world['policy-131081'] ?? []),
        {
          type: 'PolicyAdopted',
          ...test1,
          version: 'TEST-2',
          effectiveFrom: '2020-04-01',
          adoptedAt,
          sections: completeTerms({ stars: { manualShare: { p: 1, q: 3 } } }, test1.sections),
        },
      ] as never,
    })
    const applyUnder = (adoptedAt: string) =>
      given(...reviews)
        .knowing({ ...serving([R2, R3, R8]), ...third(adoptedAt) })
        .at('2020-05-20T01:00:00.000Z')
        .when(apply())
    applyUnder('2020-05-20T00:30:00.000Z').emits({
      type: 'StarApplied',
      policyVersion: 'TEST-2',
      guardVersion: 'TEST-1',
    })
    applyUnder('2020-05-19T00:30:00.000Z').isRefused({ type: 'NotEligible', short: 0, shortOther: 30 })
  })
})
