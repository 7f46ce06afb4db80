import { describe, expect, it } from 'vitest'
import { day } from './calendar.oracle.fixture.ts'
import type { HeadCount } from './head-count.oracle.fixture.ts'
import { gradeLines, mayApproveSheet, refuseSheet } from './sheet.oracle.fixture.ts'
import type { PaperSheet } from './sheet.oracle.fixture.ts'

const nine = Date.parse('2024-03-04T09:00:00+08:00')
const sheet: PaperSheet = {
  sheet: 'P1',
  place: 'S',
  name: 'leader',
  hand: 'k1',
  imageHash: 'abc',
  lines: [1, 2, 3].map((n) => ({ record: `R${n}`, human: `h${n}`, start: nine })),
}
const place = { knownSince: nine - 1, begins: nine }
const count: HeadCount = {
  place: 'S',
  localDay: '2024-03-04',
  count: 3,
  name: 'villager',
  hand: 'k2',
  list: { list: 'P1', name: 'leader', hand: 'k1', records: ['R1', 'R2', 'R3'] },
}
const grade = (fields: Partial<HeadCount> = {}) =>
  gradeLines(sheet, place, [{ ...count, ...fields }], 'unit-above', 480)
const attested = ['attested', 'attested', 'attested']
const manual = ['manual', 'manual', 'manual']

describe('the grade of lines', () => {
  it('H14: a village on paper is attested', () => {
    expect(grade()).toEqual(attested)
    expect(grade({ count: 4 })).toEqual(attested)
  })

  it('H14: the place was known a millisecond before it began, not as it began, and not after', () => {
    expect(gradeLines(sheet, { knownSince: nine, begins: nine }, [count], 'unit-above', 480)).toEqual(manual)
    expect(gradeLines(sheet, { knownSince: null, begins: nine }, [count], 'unit-above', 480)).toEqual(manual)
  })

  it('H14: a count below n, another day, the same name or the same hand make it manual', () => {
    expect(grade({ count: 2 })).toEqual(manual)
    expect(grade({ localDay: '2024-03-05' })).toEqual(manual)
    expect(grade({ name: 'leader' })).toEqual(manual)
    expect(grade({ hand: 'k1' })).toEqual(manual)
    expect(gradeLines(sheet, place, [], 'unit-above', 480)).toEqual(manual)
  })

  it('H14: an approver of the body leaves it manual', () => {
    expect(gradeLines(sheet, place, [count], 'body', 480)).toEqual(manual)
  })

  it('H14: a line of the next day has no count', () => {
    const lines = sheet.lines.map((line, n) => (n === 2 ? { ...line, start: nine + day } : line))
    expect(gradeLines({ ...sheet, lines }, place, [count], 'unit-above', 480)).toEqual([
      'attested',
      'attested',
      'manual',
    ])
  })
})

describe('the sheet', () => {
  it('H14: has lines, an image, each human once, and none of the two who gave it', () => {
    expect(refuseSheet(sheet)).toBe(null)
    expect(refuseSheet({ ...sheet, lines: [] })).toBe('no-lines')
    expect(refuseSheet({ ...sheet, imageHash: null })).toBe('no-image')
    expect(refuseSheet({ ...sheet, lines: [...sheet.lines, { record: 'R4', human: 'h1', start: nine + day }] })).toBe(
      'human-twice',
    )
    expect(refuseSheet({ ...sheet, name: 'h1' })).toBe('recorder-on-line')
    expect(refuseSheet({ ...sheet, hand: 'h2' })).toBe('recorder-on-line')
  })

  it('H14, H7: its one approver has no other hand in it', () => {
    expect(['q1', 'leader', 'k1', 'h3'].map((approver) => mayApproveSheet(approver, sheet))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
