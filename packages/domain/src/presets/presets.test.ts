import { describe, expect, it } from 'vitest'
import { decode, startOfDay, localDay, type Instant, type LocalDay } from '@zhiyuan/kernel'
import { policy } from '../policy.ts'
import { calendar2020to2026 } from '../slices/organisation/policy/presets/calendar.ts'
import { shanghai } from '../slices/organisation/policy/presets/zone.ts'
import { bazhou2020, nationalDefaultPolicy, test1 } from './policies.ts'

const presets = [nationalDefaultPolicy, bazhou2020, test1]

describe('the presets', () => {
  it.each(presets)('G5: $version decodes as a policy and names its document', (preset) => {
    expect(decode(policy.command)({ type: 'AdoptPolicy', ...preset })).toMatchObject({ _tag: 'Right' })
    const { issuer, title, date } = preset.document
    expect([issuer, title, date].every((word) => word.length > 0)).toBe(true)
    expect(preset.effectiveFrom >= date).toBe(true)
  })

  it('G5: Bazhou’s plan names the document of 2020-04-27, which has no number', () => {
    expect(bazhou2020.document).toEqual({
      number: null,
      issuer: '霸州市精神文明建设委员会',
      title: '关于加强新时代文明实践志愿服务机制建设的实施方案',
      date: '2020-04-27',
    })
  })

  it('G5: the national defaults do not claim to be a document of an authority', () => {
    expect(nationalDefaultPolicy.document).toMatchObject({ number: null, issuer: '志愿账本 Zhiyuan Ledger' })
    expect(nationalDefaultPolicy.document.title).toContain('非官方')
  })

  it('W1, W11, H12, H6, A9, H4, O4, O7, O8, N2, N7: the defaults are those of the rules', () => {
    expect(bazhou2020.sections).toMatchObject({
      stars: {
        thresholds: [100, 300, 600, 1000, 1500].map((hours) => hours * 60),
        gate: 350,
        notice: { workingDays: 5 },
      },
      bursts: { people: 20, peopleADay: 60, pace: { acts: 20, minutes: 10 } },
      records: { caps: { perDay: 480, perEvent: 480 }, late: { workingDays: 10 } },
      orders: {
        longestPlanned: 1440,
        escalation: { hours: 48 },
        reviewLapse: { days: 7 },
        reopen: { days: 15 },
        serviceDue: { workingDays: 7 },
      },
      needs: { answer: { hours: 24 }, information: { days: 7 } },
    })
  })

  it.each(calendar2020to2026)('the calendar of $year decodes', (year) => {
    expect(decode(policy.command)({ type: 'AdoptCalendarYear', ...year })).toMatchObject({ _tag: 'Right' })
  })
})

describe('local time in China', () => {
  /** The platform's time zone database, as an independent check. */
  const witness = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

  it('agrees with the IANA database, hour by hour around every change of 1986 to 1991', () => {
    for (const { from } of shanghai.slice(1)) {
      for (let hour = -48; hour <= 48; hour += 1) {
        const at = new Date(Date.parse(from) + hour * 3_600_000).toISOString() as Instant
        expect(localDay(shanghai, at), at).toBe(witness.format(new Date(at)))
      }
    }
  })

  it('a day in daylight saving begins at 15:00Z the day before', () => {
    expect(startOfDay(shanghai, '1988-07-01' as LocalDay)).toBe('1988-06-30T15:00:00.000Z')
    expect(startOfDay(shanghai, '1992-07-01' as LocalDay)).toBe('1992-06-30T16:00:00.000Z')
  })
})
