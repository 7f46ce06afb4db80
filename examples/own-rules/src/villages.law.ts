import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { holdsAlways, stage } from '@zhiyuan/testing'
import { countVillages, mostVillages, ownUnits } from './villages.ts'

const actor = { type: 'person', person: 'p1', role: 'administrator', unit: '131081' } as const
const scene = { slices: [ownUnits], jurisdiction: '131081', now: '2026-03-02T01:00:00.000Z', actor }
const unit = (unitId: string, level: 'city' | 'township' | 'village', parent: string | null) =>
  ({ unitId, level, parent, name: unitId, code: null }) as const
const tree = [unit('131081', 'city', null), unit('T1', 'township', '131081'), unit('T2', 'township', '131081')]
const past = tree.map((one) => ({ type: 'UnitOpened', ...one }) as const)
const villages = ['V1', 'V2', 'V3', 'V4']

test('a township that is full gets no more villages, and a repeat stays a no-op', () => {
  const open = (unitId: string) => ({ type: 'OpenUnit', ...unit(unitId, 'village', 'T1') }) as const
  const [first, second] = [unit('V1', 'village', 'T1'), unit('V2', 'village', 'T1')]
  const full = stage(ownUnits, {}, scene)(...past, { type: 'UnitOpened', ...first }, { type: 'UnitOpened', ...second })
  full.when(open('V3')).isRefused({ type: 'TownshipFull', most: mostVillages })
  full.when(open('V2')).isSilent()
})

test('no history brings too many villages under a township', () => {
  const opens = villages.map(
    (one, at) => ({ type: 'OpenUnit', ...unit(one, 'village', at % 2 ? 'T1' : 'T2') }) as const,
  )
  const moves = villages.map((unitId, at) => ({ type: 'MoveUnit', unitId, parent: at < 2 ? 'T1' : 'T2' }) as const)
  const known = [...opens, ...moves].map((command) => ({ command }))
  const invariant = (units: Parameters<typeof countVillages>[0]) => ok(countVillages(units) <= mostVillages)
  holdsAlways(ownUnits, { world: {}, scene, past }, { known }, invariant, { seed: 1, atLeast: { TownshipFull: 20 } })
})
