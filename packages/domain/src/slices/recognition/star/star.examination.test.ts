import { describe, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage, type Histories } from '@zhiyuan/testing'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { star } from './index.ts'
import {
  applied,
  corrected,
  examined,
  granted,
  questioned,
  R2,
  R3,
  R8,
  reason,
  reinstated,
  reviewed,
  reviews,
  revoked,
  serving,
  suspended,
  toGranted,
  toNotice,
  verified,
  voided,
} from './star.fixture.ts'

const { b, starAuthority } = people
const setStage = stage(star, world, { ...scene, now: '2020-06-17T08:00:00.000Z', actor: timer })
const whole = serving([R2, R3, R8])
const lost = serving([R2, R3, R8], suspended(R8), voided(R8))
const given = (known: Histories, ...past: ReadonlyArray<Typed>) => setStage(...past).knowing(known)
const reexamine = { type: 'ReexamineStar', volunteer: 'b', tell: true } as const
const ending = (type: 'UpholdStar' | 'RevokeStar', examination = 1, code = 'looked-into') =>
  ({ type, volunteer: 'b', examination, reason: reason(code) }) as const
const lower = (level: number) => ({ ...ending('UpholdStar'), type: 'LowerStar', level }) as const

describe('a re-examination', () => {
  it('W12: lets an application lapse in any open state once it is no longer eligible', () => {
    for (const past of [[applied()], [applied(), examined()], toNotice().slice(2)])
      given(lost, ...reviews, ...past)
        .when(reexamine)
        .emits({ type: 'ApplicationLapsed', applicationId: 'star-b-1', level: 1, eligible: 0 })
  })

  it('W4: puts a star that nothing carries any more under examination, and says what is lost', () => {
    given(lost, ...toGranted())
      .when(reexamine)
      .emits({
        type: 'StarPutUnderExamination',
        examination: 1,
        level: 1,
        minutes: 170,
        eligible: 0,
        gateOpen: true,
        lost: [{ volunteer: 'b', recordId: 'R8' }],
      })
  })

  it('W4: a correction may be the loss: no record is gone, but minutes are', () => {
    given(serving([R2, R3, R8], corrected(R8, 120)), ...toGranted())
      .when(reexamine)
      .emits({ type: 'StarPutUnderExamination', minutes: 290, eligible: 0, lost: [] })
  })

  it('W11: a bad review of a counted round may be the loss', () => {
    given(whole, ...toGranted(), reviewed(1, 1, 50))
      .when(reexamine)
      .emits({ type: 'StarPutUnderExamination', minutes: 410, eligible: 0, gateOpen: false, lost: [] })
  })

  it('W4: is a no-op while everything is carried, and once the star is under examination', () => {
    given(whole, ...toGranted())
      .when(reexamine)
      .isSilent()
    given(serving([R2, R3, R8], suspended(R8), reinstated(R8)), ...toGranted())
      .when(reexamine)
      .isSilent()
    given(lost, ...toGranted(), questioned())
      .when(reexamine)
      .isSilent()
    given(whole, ...toNotice())
      .when(reexamine)
      .isSilent()
    given(whole).when(reexamine).isSilent()
  })

  it('W4, W12: judges the open application and the held star in one decision', () => {
    given(lost, ...toGranted(), applied(2, 'star-b-2'))
      .when(reexamine)
      .emits({ type: 'ApplicationLapsed', applicationId: 'star-b-2', level: 2 }, { type: 'StarPutUnderExamination' })
  })

  it('H5, W4, G2: a record that gives way to another of the human carries nothing, though it is not held yet', () => {
    const twin = { ...R8, volunteer: 'e', recordId: 'S1' }
    const knowing = (...more: ReadonlyArray<ReturnType<typeof suspended>>) => ({
      ...serving([R2, R3, R8], ...more),
      'record-e': verified(twin),
    })
    given({ ...knowing(), ...merged(['e', 'b']) }, ...toGranted())
      .when(reexamine)
      .isSilent()
    // Without R8 its twin carries the same; without O1.1 nothing makes up for it.
    given({ ...knowing(suspended(R8)), ...merged(['e', 'b']) }, ...toGranted())
      .when(reexamine)
      .isSilent()
    given({ ...knowing(suspended(R2)), ...merged(['e', 'b']) }, ...toGranted())
      .when(reexamine)
      .emits({ type: 'StarPutUnderExamination', minutes: 290 })
  })

  it('W4, W12, G2: another registration whose application or star nothing carries is told, once', () => {
    const known = { ...lost, ...merged(['e', 'b']) }
    const ofE = (...events: ReadonlyArray<Typed>) => events.map((event) => ({ ...event, volunteer: 'e' }) as Typed)
    const look = (...events: ReadonlyArray<Typed>) => given({ ...known, 'star-e': ofE(...events) }).when(reexamine)
    look(...toGranted()).emits({ type: 'StarsDoubted', volunteer: 'b', others: ['e'] })
    look(...toNotice()).emits({ type: 'StarsDoubted', others: ['e'] })
    look(...toGranted(), questioned()).isSilent()
    given({ ...known, 'star-e': ofE(...toGranted()) })
      .when({ ...reexamine, tell: false })
      .isSilent()
    given({ ...known, ...whole, 'star-e': ofE(...toGranted()) })
      .when(reexamine)
      .isSilent()
  })

  it('G5: a star stands by the policy under which it was granted, also when the thresholds have changed', () => {
    const stricter = {
      type: 'PolicyAdopted',
      adoptedAt: '2020-01-01T00:00:00.000Z',
      ...test1,
      version: 'TEST-2',
      effectiveFrom: '2020-06-01',
      sections: completeTerms({ stars: { thresholds: [500], gate: 500 } }, test1.sections),
    }
    given({ ...whole, 'policy-131081': [...(world['policy-131081'] ?? []), stricter] }, ...toGranted())
      .when(reexamine)
      .isSilent()
  })

  it('is sent by a process alone, and refused where its policy does not exist', () => {
    given(lost, ...toGranted())
      .by(starAuthority)
      .when(reexamine)
      .isRefused({ type: 'OnlyAProcess', command: 'ReexamineStar' })
    given({ ...lost, 'policy-131081': [] }, ...toGranted())
      .when(reexamine)
      .isRefused({ type: 'PolicyMissing' })
    given({ ...lost, 'policy-131081': [] }, ...toNotice())
      .when(reexamine)
      .isRefused({ type: 'PolicyMissing' })
  })
})

describe('the end of an examination', () => {
  const questionedStar = given(lost, ...toGranted(), questioned()).by(starAuthority)

  it('W4: may be a decision to revoke the star', () => {
    questionedStar
      .when(ending('RevokeStar', 1, 'hours-void'))
      .emits({ type: 'StarRevoked', level: 1, examination: 1, reason: reason('hours-void') })
  })

  it('W4: may be a decision to uphold it on what is left, in spite of the loss', () => {
    questionedStar.when(ending('UpholdStar')).emits({
      type: 'StarUpheld',
      level: 1,
      minutes: 170,
      eligible: 0,
      gateOpen: true,
      records: ['o.O1.1', 'o.O1.2'].map((recordId) => ({ volunteer: 'b', recordId })),
    })
  })

  it('W4: does not come by regained eligibility, but by upholding', () => {
    const back = given(whole, ...toGranted(), questioned())
    back.when(reexamine).isSilent()
    back.by(starAuthority).when(ending('UpholdStar')).emits({ type: 'StarUpheld', minutes: 410, eligible: 1 })
  })

  it('W4: may be a decision to lower it to a level that is carried', () => {
    const R21 = { recordId: 'R21', minutes: 900 }
    const past = [...toGranted(2, [R2, R3, R8, R21]), questioned(1, 2)]
    const now = given(serving([R2, R3, R8, R21], suspended(R21), voided(R21)), ...past).by(starAuthority)
    now.when(lower(1)).emits({ type: 'StarLowered', from: 2, level: 1, minutes: 410, eligible: 1 })
    now.when(lower(2)).isRefused({ type: 'NotLower', level: 2 })
    questionedStar.when(lower(1)).isRefused({ type: 'NotLower', level: 1 })
    given(lost, ...past)
      .by(starAuthority)
      .when(lower(1))
      .isRefused({ type: 'NotEligible', level: 1, short: 130 })
  })

  it('W4: a star is lowered or revoked only under examination', () => {
    for (const command of [ending('RevokeStar'), ending('UpholdStar'), lower(1)])
      given(lost, ...toGranted())
        .by(starAuthority)
        .when(command)
        .isRefused({ type: 'CommandNotAllowed', state: 'Granted', command: command.type })
  })

  it('W4: only a further loss puts an upheld star under examination again', () => {
    const upheld = questionedStar.when(ending('UpholdStar')).events()
    const past = [...toGranted(), questioned(), ...upheld]
    given(lost, ...past)
      .when(reexamine)
      .isSilent()
    given(serving([R2, R3], suspended(R3)), ...past)
      .when(reexamine)
      .emits({
        type: 'StarPutUnderExamination',
        examination: 2,
        minutes: 120,
        lost: [{ volunteer: 'b', recordId: 'o.O1.2' }],
      })
    given(lost, ...past, reviewed(2, 1, 50))
      .when(reexamine)
      .emits({ type: 'StarPutUnderExamination', examination: 2, minutes: 170, gateOpen: false })
  })

  it('happens once, and a late repeat does not end the next examination', () => {
    const upheld = questionedStar.when(ending('UpholdStar')).events()
    const again = given(lost, ...toGranted(), questioned(), ...upheld, questioned(2)).by(starAuthority)
    again.when(ending('UpholdStar')).isSilent()
    again.when(ending('RevokeStar')).isRefused({ type: 'SameIdOtherContent', id: '1' })
    again.when(ending('UpholdStar', 3)).isRefused({ type: 'NotThere', id: '3' })
    again.when(ending('RevokeStar', 2)).emits({ type: 'StarRevoked', examination: 2 })
    given(lost, ...toGranted(), questioned(), revoked())
      .by(starAuthority)
      .when(ending('RevokeStar', 1, 'hours-void'))
      .isSilent()
  })

  it('G7: is decided by the star authority at the top, never about itself', () => {
    for (const command of [ending('RevokeStar'), ending('UpholdStar'), lower(1)]) {
      for (const other of [b, people.approverC, timer])
        questionedStar.by(other).when(command).isRefused({ type: 'NotAuthorised', command: command.type })
      questionedStar
        .by({ ...starAuthority, person: 'b' })
        .when(command)
        .isRefused({ type: 'InOwnFavour', person: 'b', as: 'applicant' })
      questionedStar
        .by({ ...starAuthority, unit: units.T1 })
        .when(command)
        .isRefused({ type: 'OutsideJurisdiction' })
    }
  })

  it('W4: a higher star granted meanwhile takes the place of the one under examination', () => {
    const again = { applicationId: 'star-b-2' }
    const past = [...toGranted(), applied(2, 'star-b-2'), questioned(), { ...granted(2), ...again, supersedes: 1 }]
    given(serving([R2, R3, R8, { recordId: 'R21', minutes: 900 }]), ...past)
      .by(starAuthority)
      .when(ending('RevokeStar'))
      .isRefused({ type: 'CommandNotAllowed', state: 'Granted', command: 'RevokeStar' })
  })
})
