import { describe, expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { ends, facts, listEvents } from '../../../fixtures/terms.ts'
import { slices } from '../../../slices.ts'
import { citedPolicy, runTimer, dueNow, policyFold, startTimer, type Policy, type PolicyBook } from './policy.read.ts'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { attendanceTerms } from '../../attendance/assignment/assignment.terms.ts'
import { orderTerms } from '../../requests/order/order.terms.ts'
import { calendar2020to2026 } from './presets/calendar.ts'

const hurried = {
  ...test1,
  version: 'TEST-2',
  effectiveFrom: '2020-04-22',
  sections: completeTerms(
    { orders: { offer: { hours: 1 } }, attendance: { attest: { workingDays: 1 } } },
    test1.sections,
  ),
} as unknown as Policy
const book: PolicyBook = {
  ...policyFold.initial,
  policies: [test1, hurried],
  years: new Map(calendar2020to2026.map((year) => [year.year, year])),
}
const offer = { of: orderTerms, term: 'offer' } as const
const attest = { of: attendanceTerms, term: 'attest' } as const
const instant = (day: string): Instant => `2020-04-${day}.000Z` as Instant

describe('a clock', () => {
  it('G5: runs by the edition in force when it starts, and says which', () => {
    expect(startTimer(book, { ...offer, at: instant('21T02:00:00') })).toMatchObject({
      right: { dueAt: instant('21T06:00:00'), policyVersion: 'TEST-1' },
    })
    expect(startTimer(book, { ...offer, at: instant('22T02:00:00') })).toMatchObject({
      right: { dueAt: instant('22T03:00:00'), policyVersion: 'TEST-2' },
    })
  })

  it('G5: may count from a time in the future: the start decides which edition', () => {
    const planned = { ...offer, at: instant('21T02:00:00'), from: instant('22T02:00:00') } as const
    expect(startTimer(book, planned)).toMatchObject({
      right: { dueAt: instant('22T06:00:00'), policyVersion: 'TEST-1' },
    })
  })

  it('G5: without a policy in force there is none', () => {
    const start = { ...offer, at: '1990-01-01T00:00:00.000Z' as Instant } as const
    expect(startTimer({ ...book, policies: [hurried] }, start)).toMatchObject({ left: { type: 'PolicyMissing' } })
  })

  it('G5, H4: is computed again by its own edition, on the calendar as known now, also when another edition is in force', () => {
    const from = instant('21T02:00:00')
    const assumed = { ...runTimer({ ...book, years: new Map() }, test1, { ...attest, from }), from }
    const backdated = { ...book, policies: [test1, { ...hurried, effectiveFrom: '2020-04-21' as never }] }
    expect(assumed).toMatchObject({ assumed: true, policyVersion: 'TEST-1' })
    expect(dueNow(backdated, attest, assumed)).toBe(runTimer(book, test1, { ...attest, from }).dueAt)
    expect(dueNow({ ...book, policies: [] }, attest, assumed)).toBe(assumed.dueAt)
    const lengthened = calendar2020to2026.map((year) =>
      year.year === 2020 ? { ...year, daysOff: [...year.daysOff, '2020-05-06', '2020-05-07'] } : year,
    )
    // The days are plain texts; the calendar compares them and decodes nothing.
    const changed = { ...book, years: new Map(lengthened.map((year) => [year.year, year])) } as unknown as PolicyBook
    const running = { ...runTimer(book, test1, { ...attest, from }), from }
    expect(running).toMatchObject({ assumed: false, dueAt: '2020-05-07T16:00:00.000Z' })
    expect(dueNow(changed, attest, running)).toBe('2020-05-09T16:00:00.000Z')
    expect(citedPolicy(book, 'TEST-3' as never)).toBeNull()
  })
})

/** Every event, with its instants and whether it names an edition. */
const events = listEvents(slices).map(({ type, instants, fields }) => ({
  type,
  instants,
  names: (field: string) => fields[field]?.name === 'PolicyVersion',
}))

/** These events start nothing: an earlier event started the timer that they repeat, and named its edition. */
const repeaters = [
  'AnswerOverdue',
  'InformationLapsed',
  'OrderOverdue',
  'OwnershipRefused',
  'ReviewAsked',
  'ServiceOverdue',
  'CheckedOut',
  'AttendanceUnconfirmed',
  'CaptureUnconfirmed',
  'CheckOutTakenBack',
  'EscalationUndone',
  'AbsenceStood',
  'OfferDeclined',
  'OfferExpired',
  'OfferRecalled',
  'ClaimLapsed',
  'ClaimRecalled',
  'OrderHandedBack',
  'OrderMissed',
  'SupervisionBegan',
  'ExtensionRefused',
  'ObjectionOverdue',
]

describe('the instants of events', () => {
  const withEnd = events.filter(({ instants }) => instants.some((field) => ends.includes(field)))

  it('G5: an instant in an event is either a fact or the end of a term', () => {
    const all = new Set(events.flatMap(({ instants }) => instants))
    expect([...all].sort()).toEqual([...facts, ...ends].sort())
  })

  it('G5: every event that starts a clock names the edition that it runs by; one that repeats it does not', () => {
    const silent = withEnd.filter(({ names }) => !names('policyVersion')).map(({ type }) => type)
    expect(silent.sort()).toEqual(repeaters.sort())
  })

  it('G5: where an order starts two clocks, each has its own edition', () => {
    const starting = events.filter(({ instants }) => instants.includes('serviceDueFrom'))
    expect(starting.map(({ type }) => type)).toEqual(['OrderPlaced', 'OrderReopened'])
    expect(starting.every(({ names }) => names('serviceDuePolicy'))).toBe(true)
  })
})
