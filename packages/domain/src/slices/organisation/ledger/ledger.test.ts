import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene } from '../../../fixtures/world.ts'
import { founding } from './index.ts'

const setting = { world: {}, scene: { ...scene, actor: people.admin } }
const given = stage(founding, setting.world, setting.scene)
const found = { type: 'FoundLedger', log: 'test', ledgerId: 'L1' } as const
const founded = {
  type: 'LedgerFounded',
  log: 'test',
  jurisdiction: scene.jurisdiction,
  ledgerId: 'L1',
  administrator: people.admin.person,
  unit: people.admin.unit,
} as const

describe('a ledger', () => {
  it('L4: is founded with the name of its log, its jurisdiction, an id of its own and the administrator', () => {
    given().when(found).emits(founded)
  })

  it('L4: is founded once: a repeat is a no-op, anything else is refused', () => {
    const past = given(founded)
    past.when(found).isSilent()
    past.when({ ...found, ledgerId: 'L2' }).isRefused({ type: 'AlreadyFounded', ledgerId: 'L1' })
    const other = { ...people.admin, person: 'k9' }
    past.by(other).when(found).isRefused({ type: 'AlreadyFounded', ledgerId: 'L1' })
  })

  it('L4: stays what its first founding made it, even if its stream has another one', () => {
    const strange = { ...founded, jurisdiction: '131082', ledgerId: 'L2', administrator: 'k9' }
    given(founded, strange).when(found).isSilent()
    given(founded, strange)
      .when({ ...found, ledgerId: 'L2' })
      .isRefused({ type: 'AlreadyFounded', ledgerId: 'L1' })
  })

  it('L4: is founded under the name of its own log', () => {
    given()
      .when({ ...found, log: 'another' })
      .isRefused({ type: 'OtherLog', log: 'test' })
  })

  it('L4: is founded by an administrator', () => {
    for (const actor of [
      { ...people.admin, role: 'clerk' },
      { type: 'process', process: 'p', cause: 'e' },
    ] as const)
      given().by(actor).when(found).isRefused({ type: 'NotAuthorised', command: 'FoundLedger' })
  })
})

describe('laws of founding', () => {
  it('events survive storage', () => survivesStorage(founding))
  it('evolve is total', () => evolveIsTotal(founding))
  it('repeats say nothing new', () => repeatsSayNothingNew(founding, setting, [{ command: found }]))
})
