import { describe, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { star } from './index.ts'
import {
  applied,
  examined,
  noticeOpened,
  objected,
  questioned,
  R2,
  R3,
  R8,
  reason,
  refused,
  reviews,
  serving,
  suspended,
  toGranted,
  toNotice,
  voided,
} from './star.fixture.ts'

const { b, c, starAuthority } = people
const setStage = stage(star, world, { ...scene, now: '2020-05-20T01:00:00.000Z', actor: b })
/** b has served 410 minutes in R2, R3 and R8. */
const given = (...past: ReadonlyArray<Typed>) => setStage(...past).knowing(serving([R2, R3, R8]))
const makeEvent = (type: string, more: object = {}) =>
  ({ type, volunteer: 'b', applicationId: 'star-b-1', ...more }) as never
const apply = (level = 1, applicationId = 'star-b-1') => makeEvent('ApplyForStar', { level, applicationId })
const stricter = (at: string) => ({
  'policy-131081': [
    ...(world['policy-131081'] ?? []),
    {
      type: 'PolicyAdopted',
      adoptedAt: '2020-01-01T00:00:00.000Z',
      ...test1,
      version: 'TEST-2',
      effectiveFrom: at,
      sections: completeTerms({ stars: { thresholds: [500, 700], notice: { workingDays: 7 } } }, test1.sections),
    },
  ],
})

describe('the way to a grant', () => {
  const authority = (...past: ReadonlyArray<Typed>) => given(...past).by(starAuthority)

  it('W2, C30: is an examination, then 5 working days of public notice', () => {
    authority(...reviews, applied())
      .when(makeEvent('ExamineApplication', { heard: 0 }))
      .emits({ type: 'ApplicationExamined', examiner: 's', minutes: 410, heard: 0 })
    authority(...reviews, applied(), examined())
      .at('2020-05-20T02:00:00.000Z')
      .when(makeEvent('OpenNotice', { heard: 0 }))
      .emits({ type: 'NoticeOpened', endsAt: '2020-05-27T16:00:00.000Z', assumed: false, policyVersion: 'TEST-1' })
  })

  it('W2: allows a grant from the midnight that ends the notice on, not before', () => {
    const waiting = authority(...toNotice())
    for (const early of ['2020-05-27T09:00:00.000Z', '2020-05-27T15:59:59.999Z'])
      waiting
        .at(early)
        .when(makeEvent('GrantStar'))
        .isRefused({ type: 'NoticeStillOpen', endsAt: '2020-05-27T16:00:00.000Z' })
    waiting.at('2020-05-27T16:00:00.000Z').when(makeEvent('GrantStar')).emits({ type: 'StarGranted' })
  })

  it('W3: the grant cites the policy and the records it rests on', () => {
    authority(...toNotice())
      .at('2020-05-28T01:00:00.000Z')
      .when(makeEvent('GrantStar'))
      .emits({
        type: 'StarGranted',
        level: 1,
        supersedes: 0,
        minutes: 410,
        policyVersion: 'TEST-1',
        records: ['o.O1.1', 'o.O1.2', 'R8'].map((recordId) => ({ volunteer: 'b', recordId })),
      })
  })

  it('W2: allows no grant without a notice', () => {
    for (const [state, past] of [
      ['Applied', [applied()]],
      ['Examined', [applied(), examined()]],
      ['Objected', [applied(), examined(), noticeOpened(), objected]],
    ] as const)
      authority(...reviews, ...past)
        .at('2020-06-30T00:00:00.000Z')
        .when(makeEvent('GrantStar'))
        .isRefused({ type: 'CommandNotAllowed', state, command: 'GrantStar' })
  })

  it('W12: allows no grant once eligibility is lost, even before the application has lapsed', () => {
    for (const [past, command] of [
      [[...reviews, applied()], makeEvent('ExamineApplication', { heard: 0 })],
      [toNotice(), makeEvent('GrantStar')],
    ] as const)
      authority(...past)
        .knowing(serving([R2, R3, R8], suspended(R8), voided(R8)))
        .at('2020-05-28T01:00:00.000Z')
        .when(command)
        .isRefused({ type: 'NotEligible', level: 1, eligible: 0, short: 130 })
  })

  it('G5: uses the thresholds in force at the application, and the length of notice in force at its opening', () => {
    const known = { ...serving([R2, R3, R8]), ...stricter('2020-05-20') }
    authority(...toNotice())
      .knowing(known)
      .at('2020-05-28T01:00:00.000Z')
      .when(makeEvent('GrantStar'))
      .emits({ type: 'StarGranted', policyVersion: 'TEST-1' })
    authority(...reviews, applied(), examined())
      .knowing(known)
      .when(makeEvent('OpenNotice', { heard: 0 }))
      .emits({ type: 'NoticeOpened', endsAt: '2020-05-29T16:00:00.000Z', policyVersion: 'TEST-2' })
    given(...reviews)
      .knowing(known)
      .when(apply())
      .isRefused({ type: 'NotEligible', short: 90 })
  })

  it('a second level supersedes the first', () => {
    const more = { recordId: 'R22', minutes: 190 }
    const again = { applicationId: 'star-b-2' }
    const past = [...toGranted(), applied(2, 'star-b-2'), { ...examined(), ...again }, { ...noticeOpened(), ...again }]
    authority(...past)
      .knowing(serving([R2, R3, R8, more]))
      .at('2020-06-05T00:00:00.000Z')
      .when(makeEvent('GrantStar', again))
      .emits({ type: 'StarGranted', level: 2, supersedes: 1, minutes: 600 })
  })

  it('G7: is decided by the star authority at the top, never about itself', () => {
    const steps = [
      [[...reviews, applied()], makeEvent('ExamineApplication', { heard: 0 })],
      [[...reviews, applied(), examined()], makeEvent('OpenNotice', { heard: 0 })],
      [[...reviews, applied(), examined()], makeEvent('RefuseApplication', { reason: reason('unfit') })],
      [toNotice(), makeEvent('GrantStar')],
    ] as const
    for (const [past, command] of steps) {
      const now = given(...past).at('2020-05-28T01:00:00.000Z')
      for (const other of [b, people.assessor, people.approverC, timer])
        now.by(other).when(command).isRefused({ type: 'NotAuthorised' })
      now
        .by({ ...starAuthority, person: 'b' })
        .when(command)
        .isRefused({ type: 'InOwnFavour', person: 'b', as: 'applicant' })
      now
        .by({ ...starAuthority, unit: units.T1 })
        .when(command)
        .isRefused({ type: 'OutsideJurisdiction' })
    }
  })

  it('takes each step once', () => {
    authority(...reviews, applied(), examined())
      .when(makeEvent('ExamineApplication', { heard: 0 }))
      .isSilent()
    authority(...toNotice())
      .when(makeEvent('OpenNotice', { heard: 0 }))
      .isSilent()
    authority(...toGranted())
      .when(makeEvent('GrantStar'))
      .isSilent()
    const unfit = makeEvent('RefuseApplication', { reason: reason('unfit') })
    authority(...reviews, applied(), examined(), refused)
      .when(unfit)
      .isSilent()
    authority(...reviews, applied(), examined(), refused)
      .when(makeEvent('RefuseApplication', { reason: reason('other') }))
      .isRefused({ type: 'CommandNotAllowed', state: 'Refused' })
  })

  it('names an application that exists', () => {
    authority(...toNotice())
      .when(makeEvent('GrantStar', { applicationId: 'star-b-9' }))
      .isRefused({ type: 'NotThere', id: 'star-b-9' })
  })
  it('W2, G2, G7: the star authority never decides about itself, under any registration, no matter which one survives', () => {
    const s = starAuthority.person
    const windows = [
      merged([s, 'b']),
      merged(['b', s]),
      merged([s, 'e'], ['b', 'e']),
      merged(['e', 'b'], ['b', s]),
      merged(['e', 'b'], [s, 'b']),
    ]
    const question = { volunteer: 'b', examination: 1, reason: reason('kept') }
    const steps = [
      [[...reviews, applied()], makeEvent('ExamineApplication', { heard: 0 })],
      [[...reviews, applied(), examined()], makeEvent('OpenNotice', { heard: 0 })],
      [[...reviews, applied(), examined()], makeEvent('RefuseApplication', { reason: reason('unfit') })],
      [toNotice(), makeEvent('GrantStar')],
      [[...toGranted(), questioned()], { type: 'UpholdStar', ...question } as never],
      [[...toGranted(), questioned()], { type: 'LowerStar', ...question, level: 1 } as never],
      [[...toGranted(), questioned()], { type: 'RevokeStar', ...question } as never],
    ] as const
    for (const known of windows)
      for (const [past, command] of steps)
        given(...past)
          .knowing({ ...serving([R2, R3, R8]), ...known })
          .at('2020-05-28T01:00:00.000Z')
          .by(starAuthority)
          .when(command)
          .isRefused({ type: 'InOwnFavour', person: s, as: 'applicant' })
  })
})

describe('an objection', () => {
  const object = makeEvent('RaiseObjection', { reason: reason('was-not-there') })
  const onNotice = given(...toNotice()).at('2020-05-27T15:59:59.999Z')

  it('W2: may come from any person while the notice is open, and sends the application back to be examined', () => {
    onNotice.by(c).when(object).emits({ type: 'ObjectionRaised', by: 'c' })
    onNotice.by(timer).when(object).isRefused({ type: 'NotAuthorised' })
    onNotice
      .at('2020-05-27T16:00:00.000Z')
      .by(c)
      .when(object)
      .isRefused({ type: 'NoticeEnded', endedAt: '2020-05-27T16:00:00.000Z' })
  })

  it('is heard before the application is examined again; the next notice is a whole one', () => {
    const back = given(...toNotice(), objected)
      .by(starAuthority)
      .at('2020-05-28T01:00:00.000Z')
    back.when(makeEvent('ExamineApplication', { heard: 2 })).isRefused({ type: 'ObjectionsDiffer', objections: 1 })
    back.when(makeEvent('ExamineApplication', { heard: 1 })).emits({ type: 'ApplicationExamined', heard: 1 })
    const again = back.and(examined(1))
    again
      .when(makeEvent('OpenNotice', { heard: 1 }))
      .emits({ type: 'NoticeOpened', heard: 1, endsAt: '2020-06-04T16:00:00.000Z' })
    again
      .when(makeEvent('RefuseApplication', { reason: reason('was-not-there') }))
      .emits({ type: 'ApplicationRefused' })
  })

  it('is a no-op when repeated, and repeats of older steps do not answer it', () => {
    const back = given(...toNotice(), objected)
    back.by(c).when(object).isSilent()
    back
      .by(starAuthority)
      .when(makeEvent('ExamineApplication', { heard: 0 }))
      .isSilent()
    back
      .by(starAuthority)
      .when(makeEvent('OpenNotice', { heard: 0 }))
      .isSilent()
    back
      .and(examined(1))
      .by(starAuthority)
      .when(makeEvent('OpenNotice', { heard: 0 }))
      .isSilent()
    back.and(examined(1), noticeOpened()).by(c).when(object).isSilent()
  })
})
