import { describe, expect, it } from 'vitest'
import { day } from './calendar.oracle.fixture.ts'
import { midnight } from './need.fixture.ts'
import {
  defaultGuards,
  findAmountEdition,
  findGuardEdition,
  findLaxTerms,
  findProcedureEdition,
  nameLaxTerms,
  refuseLaxTerms,
} from './policy-time.oracle.fixture.ts'
import type { Edition, GuardEdition, GuardTerms } from './policy-time.oracle.fixture.ts'

const edition = (id: string, adoptedAt: number, effective: string): Edition => ({ id, adoptedAt, effective })
/** 2024-03-04 is day 0. */
const first = edition('P1', midnight - 100 * day, '2024-01-01')
const later = edition('P2', midnight + 12 * 3_600_000, '2024-03-06')
const back = edition('P3', midnight + 12 * 3_600_000, '2024-02-01')
const now = midnight + 50 * day

describe('amounts', () => {
  it('G5: take the policy in force on the service day', () => {
    expect(findAmountEdition([first, later], '2024-03-05', now)?.id).toBe('P1')
    expect(findAmountEdition([first, later], '2024-03-06', now)?.id).toBe('P2')
    expect(findAmountEdition([first, later], '2023-12-31', now)).toBe(null)
  })

  it('G5: as known at the decision', () => {
    expect(findAmountEdition([first, back], '2024-02-20', back.adoptedAt - 1)?.id).toBe('P1')
    expect(findAmountEdition([first, back], '2024-02-20', back.adoptedAt)?.id).toBe('P3')
  })

  it('G5: of two of one effective day the later adopted rules', () => {
    const other = edition('P4', later.adoptedAt + 1, '2024-03-06')
    expect(findAmountEdition([other, first, later], '2024-03-06', now)?.id).toBe('P4')
    expect(findAmountEdition([first, later, { ...later, id: 'P5' }], '2024-03-06', now)?.id).toBe('P5')
  })
})

describe('procedures', () => {
  it('G5: take the one in force when their clock started', () => {
    expect(findProcedureEdition([first, later], midnight + 2 * day - 1, 480)?.id).toBe('P1')
    expect(findProcedureEdition([first, later], midnight + 2 * day, 480)?.id).toBe('P2')
    expect(findProcedureEdition([first, back], back.adoptedAt - 1, 480)?.id).toBe('P1')
    expect(findProcedureEdition([first, back], back.adoptedAt, 480)?.id).toBe('P3')
  })
})

describe('terms that guard truth', () => {
  const find = (editions: readonly Edition[], date: string, at = now) =>
    findGuardEdition(editions, date, at, 480)?.id ?? null

  it('G5: hold from the day after their adoption, never backwards', () => {
    expect(find([first, back], '2024-02-20')).toBe('P1')
    expect(find([first, back], '2024-03-04')).toBe('P1')
    expect(find([first, back], '2024-03-05')).toBe('P3')
    expect(find([first, later], '2024-03-05')).toBe('P1')
    expect(find([first, later], '2024-03-06')).toBe('P2')
  })

  it('G5: the day of adoption is the local one', () => {
    const late = edition('P6', midnight + day - 1, '2024-01-02')
    expect(find([first, late], '2024-03-05')).toBe('P6')
    expect(find([first, { ...late, adoptedAt: midnight + day }], '2024-03-05')).toBe('P1')
    // The first one of all reaches back over no other terms.
    expect(find([{ ...late, adoptedAt: midnight + day }], '2024-03-05')).toBe(late.id)
  })

  it.each([
    ['toldMinutes', { toldMinutes: 720 }, { toldMinutes: 1 }],
    ['captureDays', { captureDays: 4 }, { captureDays: 2 }],
    ['checkOutBackMinutes', { checkOutBackMinutes: 16 }, { checkOutBackMinutes: 14 }],
    ['overrunMinutes', { overrunMinutes: 31 }, { overrunMinutes: 29 }],
    ['confirmsClerk', { confirmsClerk: 11 }, { confirmsClerk: 9 }],
    ['confirmsUnit', { confirmsUnit: 21 }, { confirmsUnit: 19 }],
    ['fitMinutes', { fitMinutes: 31 }, { fitMinutes: 29 }],
    ['publishedSessions', { publishedSessions: false }, { publishedSessions: true }],
    ['secondLook', { secondLook: null }, { secondLook: 2 }],
    ['dayHoldMinutes', { dayHoldMinutes: 961 }, { dayHoldMinutes: 959 }],
    ['chainGapMinutes', { chainGapMinutes: 29 }, { chainGapMinutes: 31 }],
    ['chainMost', { chainMost: 5 }, { chainMost: 3 }],
    ['burstPeople', { burstPeople: 21 }, { burstPeople: 3 }],
    ['burstPeopleADay', { burstPeopleADay: 61 }, { burstPeopleADay: 59 }],
    ['paceActs', { paceActs: 21 }, { paceActs: 19 }],
    ['paceMinutes', { paceMinutes: 9 }, { paceMinutes: 11 }],
    ['manualShare', { manualShare: { p: 1, q: 1 } }, { manualShare: { p: 2, q: 6 } }],
    ['gateHundredths', { gateHundredths: 349 }, { gateHundredths: 351 }],
  ] as readonly (readonly [keyof GuardTerms, Partial<GuardTerms>, Partial<GuardTerms>])[])(
    'G5: %s laxer is named, as strict or stricter is not',
    (name, lax, strict) => {
      expect(findLaxTerms(lax)).toEqual([name])
      expect(findLaxTerms(strict)).toEqual([])
      expect(refuseLaxTerms(lax, null)).toEqual([name])
      expect(refuseLaxTerms(lax, 'No. 7 of 2024')).toEqual([])
      expect(refuseLaxTerms(strict, null)).toEqual([])
    },
  )

  it('G5: the defaults are not lax', () => {
    expect(findLaxTerms(defaultGuards)).toEqual([])
  })

  it('G5: are named with every star and figure whose service days they rule', () => {
    const editions: readonly GuardEdition[] = [
      { ...first, terms: { toldMinutes: 720 } },
      { ...back, terms: { secondLook: null, burstPeople: 99 } },
    ]
    expect(nameLaxTerms(editions, ['2024-03-04'], now, 480)).toEqual(['toldMinutes'])
    expect(nameLaxTerms(editions, ['2024-03-05'], now, 480)).toEqual(['secondLook', 'burstPeople'])
    expect(nameLaxTerms(editions, ['2024-03-05', '2024-02-20'], now, 480)).toEqual([
      'toldMinutes',
      'secondLook',
      'burstPeople',
    ])
    expect(nameLaxTerms(editions, [], now, 480)).toEqual([])
  })
})
