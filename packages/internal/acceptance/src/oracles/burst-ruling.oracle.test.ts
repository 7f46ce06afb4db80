import { describe, expect, it } from 'vitest'
import { dayBurst, placeBurst } from './burst.oracle.fixture.ts'
import { countHeld, countList, makeEntries, makeEntry, morning, tell, typed } from './burst.fixture.ts'
import { day, hour } from './calendar.oracle.fixture.ts'
import type { HeadCount } from './head-count.oracle.fixture.ts'

describe('head counts', () => {
  const festival = makeEntries(200)

  it('H12: a festival of 200 on paper is one case, or none with one call that day', () => {
    const manual = festival.map((entry) => ({ ...entry, grade: 'manual' as const }))
    expect(countHeld(tell(manual))).toBe(200)
    expect(tell(manual).cases).toHaveLength(1)
    expect(countHeld(tell(manual, { counts: [countList(manual)] }))).toBe(0)
  })

  it('H12: the count is told the same day, under another name and by another hand', () => {
    const bad: readonly Partial<HeadCount>[] = [
      { localDay: '2024-03-05' },
      { place: 'T' },
      { count: 199 },
      { name: 'leader' },
      { hand: 'k1' },
      { name: 'k1' },
      { hand: 'leader' },
    ]
    for (const fields of bad) expect(countHeld(tell(festival, { counts: [countList(festival, fields)] }))).toBe(200)
    expect(countHeld(tell(festival, { counts: [countList(festival, { count: 200 })] }))).toBe(0)
  })

  it('H12: a second and larger count of the same list makes no room', () => {
    const counts = [countList(festival, { count: 100 }), countList(festival, { count: 300 })]
    expect(countHeld(tell(festival, { counts }))).toBe(200)
  })

  it('H12: people beside the list are counted without those on it', () => {
    const counts = [countList(festival.slice(0, 181))]
    expect(countHeld(tell(festival, { counts }))).toBe(0)
    expect(countHeld(tell(festival, { counts: [countList(festival.slice(0, 180))] }))).toBe(20)
  })
})

describe('rulings', () => {
  const rulings = [{ burst: placeBurst('S'), at: typed + 30 * day }]

  it('H12: what is entered after the ruling is held anew, alone', () => {
    const after = makeEntry(99, { enteredAt: typed + 30 * day + 1 })
    const answer = tell([...makeEntries(20), after], { rulings })
    expect(answer.cases.map(({ id, holds, ruledAt }) => [id, holds.length, ruledAt])).toEqual([
      ['place:S#1', 20, typed + 30 * day],
      ['place:S#2', 1, null],
    ])
    expect(answer.records.get('R99')).toEqual({ heldFrom: after.enteredAt, case: 'place:S#2' })
  })

  it('H12: an entry at the instant of the ruling is ruled with the others', () => {
    const answer = tell([...makeEntries(20), makeEntry(99, { enteredAt: typed + 30 * day })], { rulings })
    expect(answer.cases.map(({ holds }) => holds.length)).toEqual([21])
  })

  it('H12: a ruled record that is entered again with more time is held anew', () => {
    const longer = makeEntry(0, { enteredAt: typed + 31 * day, end: morning + 3 * hour })
    expect(tell([...makeEntries(20), longer], { rulings }).records.get('R0')).toEqual({
      heldFrom: typed + 31 * day,
      case: 'place:S#2',
    })
  })

  it('H12: a ruled festival is not held again by the day of its unit, the next entry is', () => {
    const festival = makeEntries(80, () => ({ grade: 'manual' }))
    const next = makeEntry(99, { grade: 'manual', place: 'T', enteredAt: typed + 31 * day })
    const answer = tell([...festival, next], { rulings })
    expect(answer.cases.map(({ burst, holds }) => [burst, holds.length])).toEqual([
      [placeBurst('S'), 80],
      [dayBurst('V1', '2024-03-04'), 1],
    ])
  })

  it('H12: a record outside the ruled case is drawn into the next one', () => {
    const second = morning + 2 * hour
    const bystander = makeEntry(50, { start: second, end: second + hour, enteredAt: typed + day })
    const later = makeEntries(19, (n) => ({
      record: `L${n}`,
      human: `l${n}`,
      start: second,
      end: second + hour,
      enteredAt: typed + 31 * day,
    }))
    const answer = tell([...makeEntries(20), bystander, ...later], { rulings })
    expect(answer.records.get('R50')).toEqual({ heldFrom: typed + 31 * day, case: 'place:S#2' })
    expect(answer.cases[1]?.holds).toHaveLength(20)
  })
})
