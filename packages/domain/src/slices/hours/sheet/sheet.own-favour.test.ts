import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { approved, submitted } from '../../requests/need/need.fixture.ts'
import { orderO1 } from '../record/record.fixture.ts'
import { sheet } from './index.ts'
import { clearer, document, entered, returned, unclear } from './sheet.fixture.ts'

const given = stage(sheet, { ...world, ...orderO1 }, { ...scene, now: '2020-05-02T01:00:00.000Z', actor: people.h1 })
const ofOrder = { ...entered, occasion: { type: 'order', orderId: 'O1', round: 1 } } as const
const post = { type: 'PostTaken', unitId: units.V2, post: 'approver', person: 'h1', office: null }

describe('a sheet of an order', () => {
  const returnedBy = (kind: string) =>
    given(ofOrder)
      .knowing({ 'need-N1': [{ ...submitted, proxy: { person: 'h1', kind } }, approved] })
      .knowing({ 'units-131081': [...unitEvents, post] })
      .by({ ...people.approverV2, person: 'h1' })
      .when({ type: 'ReturnSheet', sheetId: 'L1', reason: unclear })

  it('G7: is not ruled on by a proxy of the own household', () => {
    returnedBy('family').isRefused({ type: 'InOwnFavour', person: 'h1', as: 'proxy' })
  })
  it('G7: is ruled on by who only typed the need for a caller', () => {
    returnedBy('grid-worker').emits({ type: 'SheetReturned', by: 'h1' })
  })
})

describe('a sheet on which the clerks of its body stand', () => {
  const entering = stage(sheet, world, { ...scene, actor: people.recorderV2, now: entered.enteredAt })
  it('H16: is entered by the unit above where each clerk there stands on it, and by her own unit else', () => {
    const clerk = (person: string) => ({ type: 'PostTaken', unitId: units.V2, post: 'clerk', person, office: null })
    const above = { ...people.recorderV2, person: 'kt', unit: units.T2 }
    const county = (...held: ReadonlyArray<string>) => ({ 'units-131081': [...unitEvents, ...held.map(clerk)] })
    entering()
      .knowing(county('e'))
      .by(above)
      .when({ type: 'EnterSheet', ...document })
      .emits({ type: 'SheetEntered', recorder: 'kt' })
    entering()
      .knowing(county('e', 'k2'))
      .by(above)
      .when({ type: 'EnterSheet', ...document })
      .isRefused({ type: 'OutsideJurisdiction', unit: units.V2 })
  })
})

describe('a sheet of several editions', () => {
  const reject = { type: 'RejectSheet', sheetId: 'L1', reason: unclear } as const
  const after = (first: object) =>
    stage(sheet, world, { ...scene, now: '2020-05-02T01:00:00.000Z', actor: people.approverV2 })(
      { ...entered, ...first },
      returned,
      { ...entered, ...clearer, edition: 2, recorder: 'k3' },
    )
  it('H7: is not ruled on by who entered or answered for an earlier one; by another one it is', () => {
    const byK2 = { ...people.approverV2, person: 'k2' }
    after({}).by(byK2).when(reject).isRefused({ type: 'RulesOwnSheet', person: 'k2' })
    after({ responsible: 'q2' }).when(reject).isRefused({ type: 'RulesOwnSheet', person: 'q2' })
    after({}).when(reject).emits({ type: 'SheetRejected', by: 'q2' })
  })
})
