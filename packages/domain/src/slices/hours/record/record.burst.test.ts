import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { makeEntry, noted as notedOthers, ruled as ruledNone } from '../burst/burst.fixture.ts'
import { record } from './index.ts'
import { commands, held, instant, interval, returned, submitted, suspended, verified } from './record.fixture.ts'

const entry = makeEntry('e', 'R5')
const noted = { ...notedOthers, entries: [entry], held: [{ volunteer: 'e', recordId: 'R5' }] }
const given = stage(record, world, { ...scene, now: instant('05-21 01:00'), actor: timer })
const byBurst = held('R5', 'burst:s.S:1', { kind: 'burst' })
const none = { 'burst-s.S': [noted, ruledNone] }
const found = { 'burst-s.S': [noted, { ...ruledNone, verdict: 'burst' }] }
const waiting = [submitted('R5'), byBurst]
const counted = [submitted('R5'), verified('R5'), byBurst, suspended('R5', null)]
const { SettleBurst } = commands
const cleared = { type: 'HoldCleared', holdId: 'burst:s.S:1', by: 'qc', stillHeld: false } as const

describe('a record of a burst', () => {
  it('H12: waits for the ruling on its case', () => {
    given(...waiting)
      .knowing({ 'burst-s.S': [noted] })
      .when(SettleBurst)
      .isSilent()
  })
  it('H12: goes on as before where it is none', () => {
    given(...waiting)
      .knowing(none)
      .when(SettleBurst)
      .emits(cleared)
    given(...counted)
      .knowing(none)
      .when(SettleBurst)
      .emits(cleared, { type: 'RecordReinstated', by: 'qc' })
    given(submitted('R5'), returned('R5'), byBurst).knowing(none).when(SettleBurst).emits(cleared)
  })
  it('H12: is rejected where it is one, and voided where it counted', () => {
    given(...waiting)
      .knowing(found)
      .when(SettleBurst)
      .emits(cleared, { type: 'RecordRejected', by: 'qc' })
    given(...counted)
      .knowing(found)
      .when(SettleBurst)
      .emits(cleared, { type: 'RecordVoided', by: 'qc' })
  })
  it('H5: does not count again beside a record that came to count meanwhile', () => {
    const other = [submitted('R9', { segments: [interval('04-29 06:30', '04-29 07:30')] }), verified('R9')]
    given(...counted, ...other)
      .knowing(none)
      .when(SettleBurst)
      .emits(cleared, { type: 'RecordHeld', kind: 'overlap' })
  })
  it('H15: keeps its other holds', () => {
    const twice = [...waiting, held('R5')]
    given(...twice)
      .knowing(none)
      .when(SettleBurst)
      .emits({ type: 'HoldCleared', stillHeld: true })
  })
})
