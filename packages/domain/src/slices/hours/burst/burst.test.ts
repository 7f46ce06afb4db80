import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { orderO1, submitted, verified } from '../record/record.fixture.ts'
import { burst } from './index.ts'
import { entries, later, makeEntry, noted, recordsOfBurst, refs, ruled, ruling } from './burst.fixture.ts'

const given = stage(burst, { ...world, ...recordsOfBurst }, { ...scene, actor: people.approverC })
const note = (...some: ReadonlyArray<object>) => ({ type: 'NoteBurst', burstId: 's.S', entries: some }) as never
const ref = ({ volunteer, recordId }: { readonly volunteer: string; readonly recordId: string }) => ({
  volunteer,
  recordId,
})

describe('the cases of a burst', () => {
  const told = () => given().by(timer)
  it('H12: the first entries open a case, and later ones join it', () => {
    told()
      .when(note(...entries))
      .emits({ type: 'BurstNoted', number: 1, held: refs, unit: units.V2 })
    given(noted)
      .by(timer)
      .when(note(later))
      .emits({ type: 'BurstNoted', number: 1, held: [ref(later)] })
    given(noted)
      .by(timer)
      .when(note(...entries))
      .isSilent()
  })
  it('H12: what is entered after the ruling is held anew, also a record that was ruled on and entered again', () => {
    given(noted, ruled)
      .by(timer)
      .when(note(...entries, later))
      .emits({ type: 'BurstNoted', number: 2, held: [ref(later)] })
    const again = makeEntry('c', 'R6', { enteredAt: '2020-05-22T01:00:00.000Z' })
    given(noted, ruled)
      .by(timer)
      .when(note(again))
      .emits({ type: 'BurstNoted', number: 2, held: [ref(again)] })
    given(noted, ruled)
      .by(timer)
      .when(note(...entries))
      .isSilent()
  })
  it('H12: a record that is entered again while it is held is ruled on with its case', () => {
    const again = makeEntry('c', 'R6', { enteredAt: '2020-05-19T01:00:00.000Z' })
    const joined = { ...noted, entries: [again], held: [ref(again)] }
    given(noted)
      .by(timer)
      .when(note(again))
      .emits({ type: 'BurstNoted', number: 1, held: [ref(again)] })
    given(noted, joined, ruled).by(timer).when(note(again)).isSilent()
  })
  it('H12: a record lies in one case at a time: that of its place, or that of its day', () => {
    const ofDay = { type: 'NoteBurst', burstId: `d.${units.V2}.2020-04-29`, entries: [...entries, later] } as never
    told()
      .knowing({ 'burst-s.S': [noted] })
      .when(ofDay)
      .emits({ type: 'BurstNoted', number: 1, held: [ref(later)] })
    told()
      .knowing({ 'burst-s.S': [noted, ruled] })
      .when(ofDay)
      .emits({ type: 'BurstNoted', number: 1, held: [ref(later)] })
    const day = { ...noted, burstId: `d.${units.V2}.2020-04-29` }
    told()
      .knowing({ [`burst-d.${units.V2}.2020-04-29`]: [day] })
      .when(note(...entries))
      .isSilent()
  })
  it('is told by processes only', () => {
    given()
      .when(note(...entries))
      .isRefused({ type: 'OnlyAProcess' })
  })
})

describe('the ruling', () => {
  it('H12, G8: is one for all records of a case, by the unit above', () => {
    given(noted).when(ruling).emits({ type: 'BurstRuled', verdict: 'none', by: 'qc', unit: units.V2 })
    given(noted, ruled).when(ruling).isSilent()
    given(noted, ruled)
      .when({ ...ruling, verdict: 'burst' })
      .isRefused({ type: 'CommandNotAllowed', state: 'Ruled' })
  })
  it('H12: given twice is silent, also with its words sealed anew; a third person is told that it was given', () => {
    const seal = (digit: string) => ({
      ...ruling,
      reason: { ...ruling.reason, text: { id: `t${digit}`, commitment: digit.repeat(64) } },
    })
    const first = { ...ruled, reason: seal('1').reason }
    given(noted, first).when(seal('2')).isSilent()
    given(noted, first)
      .by({ ...people.approverC, person: 'q9' })
      .when(seal('1'))
      .isRefused({ type: 'CommandNotAllowed', state: 'Ruled' })
  })
  it('H12: on a case that there is not names the case', () => {
    given(noted)
      .when({ ...ruling, number: 2 })
      .isRefused({ type: 'NotThere', id: 's.S.2' })
    given().when(ruling).isRefused({ type: 'NotThere', id: 's.S.1' })
  })
  it('H12: is never that of an approver of the body', () => {
    given(noted).by(people.approverV2).when(ruling).isRefused({ type: 'NotTheUnitAbove', ruler: units.C })
  })
  it('G8: is never that of a person with a part in one of its records', () => {
    const approvedAbove = {
      'record-c': [submitted('R6', { volunteer: 'c' }), { ...verified('R6'), volunteer: 'c', approver: 'qc' }],
    }
    given(noted)
      .knowing(approvedAbove)
      .when(ruling)
      .isRefused({ type: 'NotTheUnitAbove', propose: 'RuleBurst.s_dS.1.none' })
    const enteredAbove = { 'record-b': [submitted('R8', { volunteer: 'b', recorder: 'qc' })] }
    given(noted).knowing(enteredAbove).when(ruling).isRefused({ type: 'NotTheUnitAbove' })
  })
  it('G7, G8: nor that of a person who asked for the service', () => {
    const post = { type: 'PostTaken', unitId: units.C, post: 'approver', person: 'r1', office: null }
    const source = { type: 'order', orderId: 'O1', round: 1 }
    const ofOrder = { ...noted, entries: entries.map((one) => ({ ...one, source })) } as never
    const county = { 'units-131081': [...(world['units-131081'] ?? []), post], ...orderO1 }
    const asked = { type: 'person', person: 'r1', role: 'approver', unit: units.C } as const
    given(ofOrder).knowing(county).by(asked).when(ruling).isRefused({ type: 'NotTheUnitAbove' })
    given(ofOrder).knowing(county).when(ruling).emits({ type: 'BurstRuled', by: 'qc' })
  })
  it('G8: of entries by two units is made above both', () => {
    const ofBoth = { ...noted, entries: [entries[0], entries[1], { ...entries[2], unit: units.V1 }] } as never
    given(ofBoth).when(ruling).isRefused({ type: 'NotTheUnitAbove', ruler: units.C, propose: 'RuleBurst.s_dS.1.none' })
  })
})

describe('laws of a burst', () => {
  it('events survive storage', () => survivesStorage(burst))
  it('evolve is total', () => evolveIsTotal(burst, [[noted, ruled]], { BurstId: ['s.S'] }))
  it('repeats say nothing new', () =>
    repeatsSayNothingNew(burst, { world: { ...world, ...recordsOfBurst }, scene: { ...scene, actor: timer } }, [
      { command: note(...entries) },
      { command: ruling, actor: people.approverC },
      { command: note(...entries, later) },
    ]))
})
