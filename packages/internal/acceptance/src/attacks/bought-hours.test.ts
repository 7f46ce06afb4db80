/** Hours entered by hand for people who were never there: second story a0–a4, b, c, more 29; public reports 10 and 13; F6 b, i, j. */
import { describe, expect, it } from 'vitest'
import { interval, listNames, openCounty, publish, V1, who, type County, type Who } from './paper.fixture.ts'

type Segment = ReturnType<typeof interval>
const reason = { code: 'list-seen', text: null }
const evening = interval('04-24 01:00', '04-24 04:00')
const shift = ({ start, end }: Segment, ms: number) => ({
  start: new Date(Date.parse(start) + ms).toISOString(),
  end: new Date(Date.parse(end) + ms).toISOString(),
})
const backfill = (volunteer: string, segments: ReadonlyArray<object>, more: object = {}) => ({
  type: 'Backfill',
  volunteer,
  recordId: 'R1',
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments,
  minutes: 180,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
  ...more,
})
const of = (volunteer: string, recordId = 'R1') => ({ volunteer, recordId })
const verify = (volunteer: string, recordId = 'R1') => ({ type: 'VerifyRecord', ...of(volunteer, recordId) })

/** The county, with session S announced for 04-24, at a day after it. */
const openAfter = async (people: number, day: string): Promise<County> => {
  const county = await openCounty(people)
  await county.at('04-20 01:00')
  await county.send('k1', publish('S'))
  await county.at(day)
  return county
}
const listHolds = async (county: County): Promise<ReadonlyArray<string>> =>
  (await county.listEvents()).flatMap((event) => (event.type === 'RecordHeld' ? [event.kind] : []))
const listMarks = async (county: County): Promise<ReadonlyArray<string>> =>
  (await county.listEvents()).flatMap((event) => (event.type === 'RecordSubmitted' ? event.marks : []))

const crowd = 30
const clerks: ReadonlyArray<Who> = ['k1', 'k3']
const time = (minutes: number): string =>
  `04-27 0${1 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

describe('many people in one evening', () => {
  it.each([
    ['a0: by one recorder, one after the other', () => 'k1' as Who, 0, () => 0],
    ['a1: by several recorders', (n: number) => clerks[n % 2] ?? 'k1', 0, () => 0],
    ['a2: one every 11 minutes', () => 'k1' as Who, 11, () => 0],
    ['a3, a4: with the start moved by minutes', () => 'k1' as Who, 0, (n: number) => (n % 25) * 60_000],
    ['F6 j: with the interval moved by a second each', () => 'k1' as Who, 0, (n: number) => n * 1000],
  ])('H12: %s, are all held, and none counts', async (_case, by, step, move) => {
    const county = await openAfter(crowd, time(0))
    for (const [n, person] of listNames(crowd).entries()) {
      if (step > 0) await county.at(time(n * step))
      await county.send(by(n), backfill(person, [shift(evening, move(n))]))
    }
    expect(await listHolds(county)).toEqual(Array.from({ length: crowd }, () => 'burst'))
    await county.at('04-29 01:00')
    expect(await county.refuse('q1', verify('v0'))).toBe('CommandNotAllowed')
    const clear = { type: 'ClearHold', ...of('v0'), holdId: 'burst:s.S:1', reason }
    expect(await county.refuse('q1', clear)).toBe('BurstIsClearedAbove')
    const rule = { type: 'RuleBurst', burstId: 's.S', number: 1, verdict: 'burst', reason }
    expect(await county.refuse('q1', rule)).toBe('NotTheUnitAbove')
    await county.send('qt', rule)
    expect(await county.countEvents('RecordRejected')).toBe(crowd)
    expect((await county.countGrades()).manual).toBe(0)
  })

  it('H12: an honest crowd is one ruling, and counts after it', async () => {
    const county = await openAfter(crowd, time(0))
    for (const person of listNames(crowd)) await county.send('k1', backfill(person, [evening]))
    await county.send('qt', { type: 'RuleBurst', burstId: 's.S', number: 1, verdict: 'none', reason })
    await county.at('04-29 01:00')
    for (const person of listNames(crowd)) await county.send('q1', verify(person))
    expect((await county.countGrades()).manual).toBe(crowd)
  })
})

describe('one buyer', () => {
  it('H20: those who were there find it in a list of their own while they may object, and no one else does', async () => {
    const county = await openAfter(3, '04-27 01:00')
    await county.send('k1', backfill('v0', [evening]))
    await county.send('k1', backfill('v1', [evening], { recordId: 'R2' }))
    const list = async (person: string) =>
      (await county.ledger.secondLooks({ person })).map(({ volunteer, recordId }) => `${volunteer} ${recordId}`)
    for (const person of ['v0', 'v1', 'k1']) expect(await list(person)).toEqual(['v0 R1', 'v1 R2'])
    expect(await list('v2')).toEqual([])
    await county.send('q1', { type: 'RejectRecord', ...of('v1', 'R2'), reason })
    expect(await list('v0')).toEqual(['v0 R1'])
    const object = { type: 'ObjectToRecord', ...of('v0'), reason }
    expect(await county.ledger.sendUnknown(object, { actor: who.k1 })).toMatchObject({ ok: true })
    await county.ledger.settle()
    // One who objected holds it; the others may object all the same.
    for (const person of ['v0', 'v1', 'k1']) expect(await list(person)).toEqual(['v0 R1'])
    await county.at('04-29 01:00')
    expect(await list('v0')).toEqual([])
  })
  it('H20: b, report 10: minutes after the entry no approver verifies', async () => {
    const county = await openAfter(1, '04-27 01:00')
    await county.send('k1', backfill('v0', [evening]))
    expect(await county.refuse('q1', verify('v0'))).toBe('SecondLookRuns')
    await county.at('04-28 15:59')
    expect(await county.refuse('q1', verify('v0'))).toBe('SecondLookRuns')
    await county.at('04-28 16:00')
    await county.send('q1', verify('v0'))
  })

  it('H20, W1, W13: b: sold six weeks late: marked, looked at, no star, and no points once it is suspected; reinstated, they are spent', async () => {
    const county = await openAfter(1, '06-05 02:00')
    await county.send('k1', backfill('v0', [evening]))
    expect(await listMarks(county)).toEqual(['late'])
    await county.at('06-05 02:02')
    expect(await county.refuse('q1', verify('v0'))).toBe('SecondLookRuns')
    await county.at('06-09 02:00')
    await county.send('q1', verify('v0'))
    const ask = async (command: object) => {
      const by = { type: 'person', person: 'v0', role: 'volunteer', unit: V1 } as const
      const outcome = await county.ledger.sendUnknown(command, { actor: by })
      await county.ledger.settle()
      return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
    }
    const apply = { type: 'ApplyForStar', volunteer: 'v0', applicationId: 'x', level: 1 }
    expect(await ask(apply)).toBe('NotEligible')
    await county.send('qt', { type: 'SuspendRecord', ...of('v0'), reason })
    const redeem = { type: 'RedeemPoints', volunteer: 'v0', redemptionId: 'r', points: 6, item: 'oil' }
    expect(await ask(redeem)).toBe('InsufficientPoints')
    await county.send('q1', { type: 'ReinstateRecord', ...of('v0'), reason })
    expect(await ask(redeem)).toEqual(['PointsSpent'])
  })

  it('H2a, H22: report 10: a session that the seller names is held, and only the unit above says that it took place', async () => {
    const county = await openAfter(1, '04-27 01:00')
    const named = { type: 'session', sessionId: 'warm-sunset', host: V1 }
    await county.send('k1', backfill('v0', [evening], { occasion: named }))
    expect(await listHolds(county)).toEqual(['contradicts-the-log'])
    expect(await county.ledger.records('v0')).toMatchObject([
      { recordId: 'R1', status: 'submitted', waitsFor: 'unit-above', holds: [{ kind: 'contradicts-the-log' }] },
    ])
    const clear = { type: 'ClearHold', ...of('v0'), holdId: 'log:0', reason }
    expect(await county.refuse('q1', clear)).toBe('NotTheUnitAbove')
    await county.send('qt', clear)
    expect(await county.countEvents('TookPlaceRuled')).toBe(1)
  })

  it('H13: F6 b: weeks in one record are refused, and a day beyond 16 hours is held', async () => {
    const county = await openAfter(1, '04-29 01:00')
    const days = ['22', '23', '24', '25', '26'].map((day, n, all) =>
      interval(`04-${day} 00:00`, `04-${all[n + 1] ?? '27'} 00:00`),
    )
    expect(await county.refuse('k1', backfill('v0', days, { minutes: 7200 }))).toBe('SpanTooLong')
    const long = [interval('04-23 16:00', '04-24 09:00')]
    await county.send('k1', backfill('v0', long, { minutes: 1020 }))
    expect(await listHolds(county)).toEqual(['long-day', 'contradicts-the-log'])
  })

  it('H21: c: an evening as 20 records of 24 minutes is marked from the fifth on', async () => {
    const county = await openAfter(1, '04-27 01:00')
    for (const n of Array.from({ length: 20 }, (_, index) => index)) {
      const segment = shift(interval('04-24 01:00', '04-24 01:24'), n * 24 * 60_000)
      await county.send('k1', backfill('v0', [segment], { recordId: `R${n}`, minutes: 24 }))
    }
    expect((await listMarks(county)).filter((mark) => mark === 'chain')).toHaveLength(16)
  })

  it('H4, H13: more 29: late counts from the end of the service, and two days of two weeks are no one record', async () => {
    const county = await openCounty(1)
    await county.at('04-20 01:00')
    await county.send('k1', publish('S', interval('04-22 15:00', '04-22 17:00')))
    await county.at('05-09 02:00')
    await county.send('k1', backfill('v0', [interval('04-22 15:00', '04-22 17:00')], { minutes: 120 }))
    expect(await listMarks(county)).toEqual([])
    const twoWeeks = [interval('04-22 15:00', '04-22 17:00'), interval('05-06 15:00', '05-06 17:00')]
    const joined = { recordId: 'R2', minutes: 240 }
    expect(await county.refuse('k1', backfill('v0', twoWeeks, joined))).toBe('SpanTooLong')
  })
})

describe('the hands on a record', () => {
  it('H7: the person who answers for it is not the one whom it credits', async () => {
    const county = await openAfter(1, '04-27 01:00')
    expect(await county.refuse('k1', backfill('v0', [evening], { responsible: 'v0' }))).toBe('ResponsibleIsVolunteer')
  })

  it('H9: F6 i: who suspends a record does not void it while another approver is there', async () => {
    const county = await openAfter(1, '04-27 01:00')
    await county.send('k1', backfill('v0', [evening]))
    await county.at('04-29 01:00')
    await county.send('q1', verify('v0'))
    const suspend = { type: 'SuspendRecord', ...of('v0'), reason }
    const end = { type: 'VoidRecord', ...of('v0'), reason }
    await county.send('qt', suspend)
    expect(await county.refuse('qt', end)).toBe('VoidedBySuspender')
    await county.send('q1', end)
    expect(await county.countEvents('RecordVoided')).toBe(1)
  })

  it('H15: more 28: a returned record whose hold was cleared waits to be entered again, and for no approver', async () => {
    const county = await openAfter(2, '04-27 01:00')
    await county.send('k1', backfill('v0', [evening]))
    await county.send('k1', backfill('v1', [evening]))
    await county.at('04-29 01:00')
    await county.send('q1', verify('v1'))
    await county.send('q1', { type: 'ReturnRecord', ...of('v0'), reason })
    await county.send('kt', { type: 'ProposeMerge', person: 'v1', survivor: 'v0' })
    await county.send('admin', { type: 'MergeRegistrations', person: 'v1', survivor: 'v0' })
    const waits = async () => (await county.ledger.toDo(V1)).map((one) => one.waits)
    expect(await waits()).toEqual(['resubmission'])
    const [holdId] = await county.ledger.openHolds('v0', 'R1')
    await county.send('q1', { type: 'ClearHold', ...of('v0'), holdId, reason })
    expect(await waits()).toEqual(['resubmission'])
    expect(await county.refuse('q1', verify('v0'))).toBe('CommandNotAllowed')
    await county.send('k1', {
      type: 'ResubmitRecord',
      ...of('v0'),
      segments: [shift(evening, 4 * 3_600_000)],
      minutes: 180,
    })
    expect(await waits()).not.toContain('resubmission')
  })

  it('H12: a run of rulings in a hurry is told to the unit above', async () => {
    const county = await openAfter(22, '04-27 01:00')
    for (const [n, person] of listNames(22).entries()) {
      const session = `T${n}`
      await county.send(
        'k1',
        backfill(person, [evening], { occasion: { type: 'session', sessionId: session, host: V1 } }),
      )
      await county.send('qt', { type: 'ClearHold', ...of(person), holdId: 'log:0', reason })
    }
    expect(await county.countEvents('RulingsHurried')).toBe(1)
  })
})
