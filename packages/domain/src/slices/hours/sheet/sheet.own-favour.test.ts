import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { approved, submitted } from '../../requests/need/need.fixture.ts'
import { orderO1 } from '../record/record.fixture.ts'
import { sheet } from './index.ts'
import { entered, unclear } from './sheet.fixture.ts'

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
