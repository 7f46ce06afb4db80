import { describe, expect, it } from 'vitest'
import { buildLog, foldRows, type Line } from '@zhiyuan/testing'
import { replay, type UnitId } from '@zhiyuan/kernel'
import { people, timer, units } from '../../fixtures/people.ts'
import { unitEvents } from '../../fixtures/world.ts'
import { BurstEvent } from '../../slices/hours/burst/burst.codec.ts'
import { WatchEvent } from '../../slices/hours/watch/watch.codec.ts'
import { RecordEvent } from '../../slices/hours/record/record.codec.ts'
import type { OrganisationEvent } from '../../slices/organisation/units/units.codec.ts'
import { unitsFold, type UnitTree } from '../../slices/organisation/units/units.read.ts'
import { keepListed } from './listed.ts'
import { toDo } from './project.ts'
import { listPlaces, openItems, type PlacedRow } from './query.ts'
import { placePrefix } from './row.ts'
import { day, held, reason } from './to-do.events.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const tree: UnitTree = replay(unitsFold, unitEvents as ReadonlyArray<OrganisationEvent>)
const postsTaken = (...holders: ReadonlyArray<readonly [unitId: string, post: string, person: string]>) =>
  replay(unitsFold, [
    ...(unitEvents as ReadonlyArray<OrganisationEvent>),
    ...holders.map(([unitId, post, person]) => ({ type: 'PostTaken', unitId, post, person, office: null }) as never),
  ])
const words = [
  { name: 'burst', event: BurstEvent },
  { name: 'watch', event: WatchEvent },
  { name: 'record', event: RecordEvent },
]
const listItems = (there: UnitTree, unit: string, ...events: ReadonlyArray<object>) => {
  const lines = events.map((event, n): Line => ({
    at: day(10 + n),
    by: n === 0 ? people.h1 : timer,
    event: event as Line['event'],
  }))
  const rows = [...foldRows(toDo, buildLog(words, lines))]
  const seen = listPlaces(there, unit as UnitId).flatMap((place): ReadonlyArray<PlacedRow> =>
    rows.flatMap(([key, row]) => (key.startsWith(placePrefix(place)) ? [{ place, row }] : [])),
  )
  return openItems(keepListed(there, unit as UnitId, seen))
}
const listWhere = (there: UnitTree, ...events: ReadonlyArray<object>) =>
  [V1, V2, T1, T2, C].filter((unit) => listItems(there, unit, ...events).length > 0)

const entry = (unit: string, volunteer: string) => ({
  ...{ volunteer, recordId: 'R1', enteredAt: day(20), day: '2020-04-19', unit },
  source: { type: 'session', sessionId: 'S' },
})
const noted = (number: number, ...from: ReadonlyArray<readonly [unit: string, volunteer: string]>) => ({
  ...{ type: 'BurstNoted', burstId: 's.S', number, unit: from[0]?.[0] },
  entries: from.map(([unit, volunteer]) => entry(unit, volunteer)),
  held: from.map(([, volunteer]) => ({ volunteer, recordId: 'R1' })),
})
const ruled = {
  ...{ type: 'BurstRuled', burstId: 's.S', number: 1, unit: V1, verdict: 'none', by: 'k9', reason },
}
const vouched = {
  ...{ type: 'OfficeVouched', unitId: V1, person: 'k2', volunteer: 'a', minutes: 60, told: 1 },
  of: { type: 'record', recordId: 'R1', revision: 0, recorder: 'k1', recordingUnit: V1 },
  unseen: { records: 1, minutes: 60 },
}
const more = { ...vouched, volunteer: 'b', minutes: 30, told: 2, unseen: { records: 2, minutes: 90 } }
const looked = { type: 'VouchingSeen', unitId: V1, person: 'k2', told: 2, unseen: { records: 0, minutes: 0 }, by: 'x1' }
const seen = { ...looked, reason }
const hurried = { type: 'RulingsHurried', unitId: V1, person: 'k2', acts: 21, at: day(20) }

describe('what the unit above rules', () => {
  const approverAbove = postsTaken([T1, 'approver', 'x1'])

  it('H12, G8: is on the lists from the nearest unit above with an approver, and not on the own', () => {
    expect(listWhere(approverAbove, noted(1, [V1, 'a']))).toEqual([T1, C])
    expect(listWhere(tree, noted(1, [V1, 'a']))).toEqual([C])
  })

  it('H12: of records of several units is on the list above all of them', () => {
    expect(listWhere(approverAbove, noted(1, [V1, 'a'], [V2, 'b']))).toEqual([C])
    expect(listItems(approverAbove, C, noted(1, [V1, 'a']), { ...noted(1, [V2, 'b']), unit: V1 })).toMatchObject([
      { details: { number: 1, units: [V1, V2] } },
    ])
  })

  it('G8: of the top itself is on its own list, where two rule together', () => {
    expect(listWhere(approverAbove, noted(1, [C, 'a']))).toEqual([C])
  })

  it('H12: a hurry is on the lists of units above that hold a post for it', () => {
    expect(listWhere(approverAbove, hurried)).toEqual([T1, C])
    expect(listWhere(approverAbove, { ...hurried, unitId: C })).toEqual([C])
  })

  it('H20, G8: what one unit vouched for is on the lists from the nearest unit above with a post whose holder did not vouch', () => {
    expect(listWhere(approverAbove, vouched)).toEqual([T1, C])
    expect(listWhere(tree, vouched)).toEqual([C])
    expect(listWhere(approverAbove, { ...vouched, unitId: C })).toEqual([C])
    expect(listWhere(approverAbove, { ...vouched, person: 'x1' })).toEqual([C])
  })

  it('H20: is one item for each person and unit, which says how much was vouched for since it was last seen', () => {
    const item = { waits: 'vouching', subject: { type: 'vouching', person: 'k2' }, place: V1 }
    expect(listItems(tree, C, vouched, more)).toMatchObject([
      { ...item, since: { recordedAt: day(10) }, details: { told: 2, unseen: { records: 2, minutes: 90 } } },
    ])
    expect(listItems(tree, C, vouched, { ...vouched, person: 'k3' })).toHaveLength(2)
    expect(listItems(tree, C, vouched, more, seen)).toEqual([])
    const left = { ...seen, told: 1, unseen: { records: 1, minutes: 30 } }
    expect(listItems(tree, C, vouched, more, left)).toMatchObject([
      { ...item, since: { recordedAt: day(10) }, details: { told: 2, unseen: { records: 1, minutes: 30 } } },
    ])
    const anew = { ...vouched, told: 3 }
    expect(listItems(tree, C, vouched, more, seen, anew)).toMatchObject([
      { ...item, since: { recordedAt: day(13) }, details: { told: 3, unseen: { records: 1, minutes: 60 } } },
    ])
  })

  it('H12: names the case to rule on, also the second one', () => {
    expect(listItems(tree, C, noted(1, [V1, 'a']))).toMatchObject([
      { subject: { burstId: 's.S' }, waits: 'burst', details: { number: 1, units: [V1] } },
    ])
    expect(listItems(tree, C, noted(1, [V1, 'a']), ruled)).toEqual([])
    expect(listItems(tree, C, noted(1, [V1, 'a']), ruled, noted(2, [V1, 'b']))).toMatchObject([
      { details: { number: 2 } },
    ])
  })

  it('H12: other items stay on the own list', () => {
    expect(listWhere(approverAbove, { ...held, bodyId: V1 })).toContain(V1)
  })
})
