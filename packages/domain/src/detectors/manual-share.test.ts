import { expect, it } from 'vitest'
import { findAmong, may, say, serve, times } from './county.fixture.ts'
import { manualShare } from './manual-share.ts'

const villages = ['131081104201', '131081104202', '131081104203', '131081104204', '131081104205'] as const
const [suspect, ...usual] = villages
const open = (unitId: string, level: string, parent: string | null) =>
  say({ type: 'UnitOpened', unitId, level, parent, name: unitId, code: unitId })
const opened = [
  open('131081', 'city', null),
  open('131081104', 'township', '131081'),
  ...villages.map((unit) => open(unit, 'village', '131081104')),
].flat()

/** Twenty records of two hours in a unit, `manual` the first few of them. */
const unitMonth = (unit: string, manual: number, day: (index: number) => number = (index) => index + 1) =>
  times(20, (index) =>
    serve({
      id: `${unit}-${index}`,
      volunteer: `v${index}-${unit}`,
      start: may(day(index)),
      minutes: 120,
      unit,
      ...(index < manual ? { grade: 'manual', recorder: `k-${unit}` } : {}),
    }),
  ).flat()
const others = usual.map((unit) => unitMonth(unit, 2))

it('finds the village that enters nearly all by hand, while its like enter little', () => {
  expect(findAmong(manualShare, opened, unitMonth(suspect, 18), ...others)).toMatchObject([
    {
      units: [suspect],
      persons: [`k-${suspect}`],
      months: [{ month: '2020-05', minutes: 2160, cases: 18 }],
      signs: { share: 0.9, usual: 0.1, days: 18 },
    },
  ])
})

it('does not find a festival on paper', () => {
  expect(
    findAmong(
      manualShare,
      opened,
      unitMonth(suspect, 20, () => 4),
      ...others,
    ),
  ).toEqual([])
})

it('does not find a county without network, where all of the level enter by hand', () => {
  expect(findAmong(manualShare, opened, ...villages.map((unit) => unitMonth(unit, 18)))).toEqual([])
})

it('does not find a township that has no like', () => {
  expect(findAmong(manualShare, opened, unitMonth('131081104', 18), ...others)).toEqual([])
})
