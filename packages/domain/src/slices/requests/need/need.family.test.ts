/** Who holds an office over the unit of a need is the office there, and no family (N15). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged as mergedPeople } from '../../people/humans/humans.fixture.ts'
import { need } from './index.ts'
import { approved, asked, makeEvent, submitted } from './need.fixture.ts'

const given = stage(need, world, { ...scene, now: '2020-04-20T01:00:00.000Z', actor: people.h1 })
const { clerkV1, clerkV2, dispatcherT1, f1, h1, a } = people
const submit = (person: string) =>
  ({ type: 'SubmitNeed', ...asked, contact: null, proxy: { person, kind: 'family' } }) as const
const post = (person: string, unitId: string) => ({
  'units-131081': [
    ...(world['units-131081'] ?? []),
    makeEvent({ type: 'PostTaken', unitId, post: 'approver', person, office: null }),
  ],
})

describe('a need that an officer submits as family', () => {
  it('N15: is refused in the own area and below it, and is submitted by office', () => {
    for (const by of [h1, clerkV1, dispatcherT1])
      given().by(by).when(submit(by.person)).isRefused({ type: 'HoldsOfficeThere', person: by.person, unit: units.V1 })
    given()
      .when({ ...submit('h1'), proxy: { person: 'h1', kind: 'grid-worker' } })
      .emits({ type: 'NeedSubmitted' })
  })
  it('N15, G2: nor in another role, where a post there is known, under any registration', () => {
    given().knowing(post('f1', units.V1)).by(f1).when(submit('f1')).isRefused({ type: 'HoldsOfficeThere' })
    given()
      .knowing({ ...post('q9', units.T1), ...mergedPeople(['q9', 'f1']) })
      .by(f1)
      .when(submit('f1'))
      .isRefused({ type: 'HoldsOfficeThere' })
  })
  it('N15: a daughter, a volunteer and an officer of another village are family', () => {
    for (const by of [f1, a, clerkV2])
      given()
        .by(by)
        .when(submit(by.person))
        .emits({ type: 'NeedSubmitted', proxy: { kind: 'family' } })
    given().knowing(post('f1', units.V2)).by(f1).when(submit('f1')).emits({ type: 'NeedSubmitted' })
  })
})

describe('a withdrawal', () => {
  const withdraw = { type: 'WithdrawNeed', needId: 'N1', reason: 'not-needed' } as const
  const known = given(makeEvent({ ...submitted, contact: 'k1' }), approved)

  it('N15: by a contact who holds an office there counts as the office’s', () => {
    known.by(clerkV1).when(withdraw).emits({ type: 'NeedWithdrawn', by: 'contact', side: 'office' })
    known
      .by({ ...clerkV1, role: 'resident' })
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', by: 'contact', side: 'requester' })
  })
  it('N15: by an office that names itself as the contact is the office’s', () => {
    given(makeEvent({ ...submitted, contact: 'h1' }), approved)
      .by({ ...h1, role: 'resident' })
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', by: 'grid-worker', side: 'office' })
  })
  it('N15: by the requester in office is the own one', () => {
    given(makeEvent({ ...submitted, requester: 'k1' }), approved)
      .by(clerkV1)
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', by: 'requester', side: 'requester' })
  })
})
