import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { test1 } from '../../../presets/policies.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { star } from './index.ts'
import {
  applied,
  examined,
  granted,
  lapsed,
  objected,
  questioned,
  R2,
  R3,
  R8,
  refused,
  reviewed,
  reviews,
  revoked,
  serving,
  suspended,
  toGranted,
} from './star.fixture.ts'

const { b, c, starAuthority } = people
const setStage = stage(star, world, { ...scene, now: '2020-05-20T01:00:00.000Z', actor: b })
/** b has served 410 minutes in R2, R3 and R8. */
const given = (...past: ReadonlyArray<Typed>) => setStage(...past).knowing(serving([R2, R3, R8]))
const makeEvent = (type: string, more: object = {}) =>
  ({ type, volunteer: 'b', applicationId: 'star-b-1', ...more }) as never
const apply = (level = 1, applicationId = 'star-b-1') => makeEvent('ApplyForStar', { level, applicationId })
describe('an application', () => {
  it('W2, W11: is made by an eligible volunteer: 410 minutes, and exactly 3.50', () => {
    given(...reviews)
      .when(apply())
      .emits({ type: 'StarApplied', applicationId: 'star-b-1', level: 1, policyVersion: 'TEST-1' })
  })

  it('W1: is refused short of the threshold, with the missing minutes', () => {
    setStage(...reviews)
      .knowing(serving([R2, R3]))
      .when(apply())
      .isRefused({ type: 'NotEligible', level: 1, eligible: 0, short: 130, gateOpen: true })
    given(...reviews)
      .when(apply(3))
      .isRefused({ type: 'NotEligible', level: 3, eligible: 1, short: 790 })
    given(...reviews)
      .when(apply(6))
      .isRefused({ type: 'NoSuchLevel', level: 6 })
  })

  it('W11: is refused under the gate, with any minutes', () => {
    given(reviewed(1, 2)).when(apply()).isRefused({ type: 'NotEligible', eligible: 0, short: 0, gateOpen: false })
  })

  it('W1: a suspended record carries nothing', () => {
    setStage(...reviews)
      .knowing(serving([R2, R3, R8], suspended(R8)))
      .when(apply())
      .isRefused({ type: 'NotEligible', eligible: 0, short: 130 })
  })

  it('is made by the volunteer alone', () => {
    for (const other of [c, starAuthority, timer])
      given(...reviews)
        .by(other)
        .when(apply())
        .isRefused({ type: 'NotAuthorised', command: 'ApplyForStar' })
  })

  it('is for a level above the one held', () => {
    given(...toGranted())
      .when(apply(1, 'star-b-2'))
      .isRefused({ type: 'LevelHeld', level: 1 })
  })

  it('is one at a time, and waits while a star is under examination', () => {
    const second = apply(1, 'star-b-2')
    given(...reviews, applied())
      .when(second)
      .isRefused({ type: 'CommandNotAllowed', state: 'Applied', command: 'ApplyForStar' })
    given(...toGranted(), questioned())
      .when(second)
      .isRefused({ type: 'CommandNotAllowed', state: 'UnderExamination', command: 'ApplyForStar' })
  })

  it('is a no-op when repeated, and refused where its id asks for another level', () => {
    given(...reviews, applied())
      .when(apply())
      .isSilent()
    given(...reviews, applied())
      .when(apply(2))
      .isRefused({ type: 'SameIdOtherContent', id: 'star-b-1' })
  })

  it('G2: is made under the surviving registration', () => {
    given(...reviews)
      .knowing({ ...serving([R2, R3, R8]), ...merged(['b', 'a']) })
      .when(apply())
      .isRefused({ type: 'MergedInto', survivor: 'a' })
  })

  it('G2: rests on the service and the reviews of every registration of the same human', () => {
    const R9 = { volunteer: 'b2', recordId: 'o.O1.1', minutes: 130 }
    const both = { ...merged(['b2', 'b']), ...serving([R2, R3]), 'record-b2': serving([R9])['record-b'] }
    const now = setStage(...reviews)
    now.knowing(both).when(apply()).emits({ type: 'StarApplied' })
    const bad = {
      type: 'ReviewNoted',
      volunteer: 'b2',
      orderId: 'O1',
      round: 2,
      rating: 1,
      reviewer: 'r1',
      orderVersion: 40,
    }
    now
      .knowing({ ...both, 'star-b2': [bad] })
      .when(apply())
      .isRefused({ type: 'NotEligible', gateOpen: false })
  })

  it('O9, W11: counts no review that turns out to be the own, by another registration', () => {
    const now = setStage(reviewed(1, 2), { ...reviewed(2, 5), reviewer: 'b2' })
    now
      .knowing(serving([R2, R3, R8]))
      .when(apply())
      .emits({ type: 'StarApplied' })
    now
      .knowing({ ...merged(['b2', 'b']), ...serving([R2, R3, R8]) })
      .when(apply())
      .isRefused({ type: 'NotEligible', gateOpen: false })
  })

  it('is refused where no policy is in force', () => {
    given(...reviews)
      .knowing({ ...serving([R2, R3, R8]), 'policy-131081': [] })
      .when(apply())
      .isRefused({ type: 'PolicyMissing' })
  })

  it('G5: names the local day on which no policy is in force, also at half past midnight in Beijing', () => {
    const tomorrow = {
      type: 'PolicyAdopted',
      adoptedAt: '2020-01-01T00:00:00.000Z',
      ...test1,
      effectiveFrom: '2020-05-21',
    }
    given(...reviews)
      .knowing({ ...serving([R2, R3, R8]), 'policy-131081': [tomorrow] })
      .at('2020-05-19T16:30:00.000Z')
      .when(apply())
      .isRefused({ type: 'PolicyMissing', day: '2020-05-20' })
  })

  it('W12: may follow one that lapsed, was refused or led to a star revoked since', () => {
    const revokedStar = [...toGranted().slice(2), questioned(), revoked()]
    for (const end of [[applied(), lapsed], [applied(), examined(), refused], revokedStar])
      given(...reviews, ...end)
        .when(apply(1, 'star-b-2'))
        .emits({ type: 'StarApplied', applicationId: 'star-b-2' })
  })
})

describe('a review', () => {
  const note = (rating: number, orderVersion: number) =>
    ({ type: 'NoteReview', volunteer: 'b', orderId: 'O1', round: 1, rating, reviewer: 'r1', orderVersion }) as never

  it('W11: of a round is replaced by a later one of that round, in any order of arrival', () => {
    const now = given(reviewed(1, 2)).by(timer)
    now.when(note(4, 30)).emits({ type: 'ReviewNoted', rating: 4, orderVersion: 30 })
    now.when(note(5, 13)).isSilent()
    now.when(note(2, 14)).isSilent()
    given().by(starAuthority).when(note(5, 1)).isRefused({ type: 'OnlyAProcess', command: 'NoteReview' })
  })

  it('the fixture uses the events of the slice', () => {
    for (const event of [...toGranted(), questioned(), objected, refused, lapsed, granted()])
      expect(star.event.decode(event)).toMatchObject({ _tag: 'Right' })
  })
})
