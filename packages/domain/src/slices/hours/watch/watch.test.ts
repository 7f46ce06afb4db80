import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { watch } from './index.ts'
import { looked, noteVouching, ofRecord, seen, seeVouching, vouched } from './watch.fixture.ts'

const run = { unitId: units.V2, person: 'q2', at: '2020-05-20T01:00:00.000Z' } as const
const hurried = { type: 'RulingsHurried', ...run, acts: 21 } as const
const see = { type: 'SeeHurry', ...run, reason: seen } as const
const note = { type: 'NoteHurry', ...run, acts: 21 } as const
const given = stage(watch, world, { ...scene, actor: people.approverC })
const taken = (unitId: string, post: string, person: string) =>
  ({ type: 'PostTaken', unitId, post, person, office: null }) as const
/** Also those who have a part in it may hold a post above. */
const postsAbove = {
  'units-131081': [...unitEvents, ...['q2', 'e', 'k2'].map((person) => taken(units.C, 'approver', person))],
}

describe('a run of rulings in a hurry', () => {
  it('H12: is told once, by a process', () => {
    given().by(timer).when(note).emits(hurried)
    given(hurried).by(timer).when(note).isSilent()
    given().when(note).isRefused({ type: 'OnlyAProcess' })
  })
  it('H12, G7: is looked at by a unit above, and not by the person concerned', () => {
    given(hurried).when(see).emits({ type: 'HurrySeen', by: 'qc' })
    given(hurried)
      .by({ ...people.approverV2, person: 'q1' })
      .when(see)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(hurried).by(people.approverV2).when(see).isRefused({ type: 'InOwnFavour' })
    given(hurried)
      .by({ ...people.approverC, person: 'q2' })
      .when(see)
      .isRefused({ type: 'InOwnFavour' })
    given().when(see).isRefused({ type: 'NotThere' })
  })
  it('H12, G8: is not looked at in a role without its post', () => {
    for (const role of ['approver', 'assessor', 'administrator'])
      given(hurried)
        .by({ ...people.approverC, person: 'b', role })
        .when(see)
        .isRefused({ type: 'PostNotHeld', unit: units.C, person: 'b' })
  })
  it('H12: is looked at once, and who looks again is told so', () => {
    const looked = { type: 'HurrySeen', ...run, by: 'qc', reason: seen } as const
    given(hurried, looked).when(see).isSilent()
    given(hurried, looked)
      .when({ ...see, reason: { code: 'another', text: null } })
      .isRefused({ type: 'CommandNotAllowed', state: 'Seen' })
  })
})

const another = { ...noteVouching, volunteer: 'd', of: ofRecord('R6'), minutes: 30 } as const
const second = { ...another, type: 'OfficeVouched', told: 2, unseen: { records: 2, minutes: 90 } } as const

describe('what counts on the word of one unit', () => {
  it('H20: is told once for each record and each time that it says more, by a process', () => {
    given().by(timer).when(noteVouching).emits(vouched)
    given(vouched).by(timer).when(noteVouching).isSilent()
    given(vouched)
      .by(timer)
      .when({ ...noteVouching, of: ofRecord('R5', 1), minutes: 30 })
      .emits({ ...vouched, of: ofRecord('R5', 1), minutes: 30, told: 2, unseen: { records: 2, minutes: 90 } })
    given().when(noteVouching).isRefused({ type: 'OnlyAProcess' })
  })
  it('H20, H16: is not told where a unit above the recording one gave the word: a second unit has seen it', () => {
    for (const unitId of [units.T2, units.C])
      given()
        .by(timer)
        .when({ ...noteVouching, unitId })
        .isSilent()
    given()
      .by(timer)
      .when({ ...noteVouching, unitId: units.V1 })
      .emits({ type: 'OfficeVouched', unitId: units.V1 })
  })
  it('A9: a clerk who confirms a presence vouches for it, at any unit', () => {
    const of = { type: 'presence', occasion: { type: 'order', orderId: 'O1', round: 1 } } as const
    for (const unitId of [units.V2, units.C])
      given()
        .by(timer)
        .when({ ...noteVouching, unitId, person: 'k2', of })
        .emits({ type: 'OfficeVouched', unitId, person: 'k2', of, told: 1 })
  })
  it('H20: what each person vouched for is counted apart, and anew once it was seen', () => {
    given(vouched).by(timer).when(another).emits(second)
    given(vouched)
      .by(timer)
      .when({ ...another, person: 'q9' })
      .emits({ type: 'OfficeVouched', told: 1, unseen: { records: 1, minutes: 30 } })
    given(vouched, looked)
      .by(timer)
      .when(another)
      .emits({ type: 'OfficeVouched', told: 2, unseen: { records: 1, minutes: 30 } })
  })
  it('H20: a unit above looks, and at the top the top itself', () => {
    given(vouched).when(seeVouching).emits(looked)
    given(vouched)
      .by({ ...people.approverV2, person: 'q1' })
      .when(seeVouching)
      .isRefused({ type: 'OutsideJurisdiction' })
    const top = { ...vouched, unitId: units.C, person: 'q9' } as const
    given(top)
      .when({ ...seeVouching, unitId: units.C, person: 'q9' })
      .emits({ type: 'VouchingSeen', by: 'qc' })
  })
  it('H20, G8: no one looks in a role without its post there', () => {
    const asAssessor = { ...people.assessor, person: 'b', unit: units.T2 }
    given(vouched).by(asAssessor).when(seeVouching).isRefused({ type: 'PostNotHeld', unit: units.T2, person: 'b' })
    const holding = (unitId: string, post: string) =>
      given(vouched)
        .knowing({ 'units-131081': [...unitEvents, taken(unitId, post, 'b')] })
        .by(asAssessor)
        .when(seeVouching)
    holding(units.T2, 'assessor').emits({ type: 'VouchingSeen', by: 'b' })
    holding(units.T2, 'dispatcher').isRefused({ type: 'PostNotHeld' })
    holding(units.V2, 'assessor').isRefused({ type: 'PostNotHeld' })
  })
  it('H20, G7, H7: none of those who vouched, entered it or are credited looks', () => {
    for (const person of ['q2', 'e'])
      given(vouched)
        .by({ ...people.approverC, person })
        .when(seeVouching)
        .isRefused({ type: 'InOwnFavour', person, as: 'volunteer' })
    given(vouched)
      .knowing(postsAbove)
      .by({ ...people.approverC, person: 'k2' })
      .when(seeVouching)
      .isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
    given(vouched, looked, second)
      .knowing(postsAbove)
      .by({ ...people.approverC, person: 'e' })
      .when({ ...seeVouching, told: 2 })
      .emits({ type: 'VouchingSeen', by: 'e' })
  })
  it('H20: what was told after the last word that was looked at stays open', () => {
    given(vouched, second)
      .when(seeVouching)
      .emits({ type: 'VouchingSeen', told: 1, unseen: { records: 1, minutes: 30 } })
    given(vouched, second)
      .when({ ...seeVouching, told: 2 })
      .emits({ type: 'VouchingSeen', told: 2, unseen: { records: 0, minutes: 0 } })
  })
  it('H20: is looked at once, and nothing is seen that was not told', () => {
    given(vouched, looked).when(seeVouching).isSilent()
    given(vouched, looked)
      .when({ ...seeVouching, reason: { code: 'another', text: null } })
      .isRefused({ type: 'CommandNotAllowed', state: 'Seen' })
    given(vouched, second, { ...looked, told: 2 })
      .when(seeVouching)
      .isRefused({ type: 'CommandNotAllowed', state: 'Seen' })
    given().when(seeVouching).isRefused({ type: 'NotThere' })
    given(vouched)
      .when({ ...seeVouching, told: 2 })
      .isRefused({ type: 'NotThere' })
  })
})

describe('laws of a watch', () => {
  it('events survive storage', () => survivesStorage(watch))
  it('evolve is total', () => evolveIsTotal(watch, [[hurried], [vouched]], { PersonId: ['q2'] }))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(watch, { world, scene: { ...scene, actor: people.approverC } }, [
      { command: note, actor: timer },
      { command: see },
      { command: noteVouching, actor: timer },
      { command: seeVouching },
    ]))
})
