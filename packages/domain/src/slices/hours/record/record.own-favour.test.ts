import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { approved, submitted as asked } from '../../requests/need/need.fixture.ts'
import { record } from './index.ts'
import { commands, held, instant, orderO1, submitted, suspended, verified } from './record.fixture.ts'

const given = stage(
  record,
  { ...world, ...orderO1 },
  { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 },
)
const source = { type: 'order', orderId: 'O1', round: 1 } as const
const entered = submitted('R5', { source })
const { VerifyRecord, ReinstateRecord, ClearHold } = commands
const posts = ['r1', 'f1', 'h1'].map((person) => ({
  type: 'PostTaken',
  unitId: units.V2,
  post: 'approver',
  person,
  office: null,
}))
const forHousehold = (kind: string) => ({
  'units-131081': [...unitEvents, ...posts] as never,
  'need-N1': [{ ...asked, proxy: { person: 'h1', kind } }, approved] as never,
})
const approver = (person: string) => ({ ...people.approverV2, person })

describe('a record of an order', () => {
  it('G7: is not verified, cleared or reinstated by requester, contact or family of the need', () => {
    for (const [person, as] of [
      ['r1', 'requester'],
      ['f1', 'contact'],
      ['h1', 'proxy'],
    ] as const) {
      const own = { type: 'InOwnFavour', person, as } as const
      const by = approver(person)
      const known = forHousehold('family')
      given(entered).knowing(known).by(by).when(VerifyRecord).isRefused(own)
      given(entered, held('R5', 'H1', {}))
        .knowing(known)
        .by(by)
        .when({ ...ClearHold, holdId: 'H1' })
        .isRefused(own)
      given(entered, verified('R5'), suspended('R5')).knowing(known).by(by).when(ReinstateRecord).isRefused(own)
    }
  })
  it('G7, G2: nor under another registration', () => {
    given(entered)
      .knowing({ ...forHousehold('family'), ...merged(['q2', 'f1']) })
      .when(VerifyRecord)
      .isRefused({ type: 'InOwnFavour', person: 'q2', as: 'contact' })
  })
  it('G7: is verified by another approver, and by who only typed the need for a caller', () => {
    given(entered).knowing(forHousehold('family')).when(VerifyRecord).emits({ type: 'RecordVerified', approver: 'q2' })
    given(entered)
      .knowing(forHousehold('grid-worker'))
      .by(approver('h1'))
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified', approver: 'h1' })
  })
  it('G7: what only takes away, the requester may rule, since it is not in own favour', () => {
    given(entered)
      .knowing(forHousehold('family'))
      .by(approver('r1'))
      .when(commands.ReturnRecord)
      .emits({ type: 'RecordReturned', by: 'r1' })
  })
})
