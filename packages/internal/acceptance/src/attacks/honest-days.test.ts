/** Days of honest people by hand and on paper, at the national defaults: none is held, or one case that one act clears (H12, H14, H21). */
import { describe, expect, it } from 'vitest'
import { approve, enter, interval, listNames, openCounty, publish, tell, V1, type County } from './paper.fixture.ts'

const reason = { code: 'list-seen', text: null }
const ruling = (burstId: string) => ({ type: 'RuleBurst', burstId, number: 1, verdict: 'none', reason })
const entering = '04-26 01:00'
/** The second look of what was entered on 04-26 is over. */
const approving = '04-28 01:00'
const backfill = (volunteer: string, recordId: string, sessionId: string, segment: ReturnType<typeof interval>) => ({
  type: 'Backfill',
  volunteer,
  recordId,
  occasion: { type: 'session', sessionId, host: V1 },
  segments: [segment],
  minutes: (Date.parse(segment.end) - Date.parse(segment.start)) / 60_000,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})
const verify = (volunteer: string, recordId: string) => ({ type: 'VerifyRecord', volunteer, recordId })

/** A sheet that no one has counted heads for: held as one case, ruled on above, and then approved. */
const playUncounted = async (people: number): Promise<County> => {
  const county = await openCounty(people)
  await county.at('04-20 01:00')
  await county.send('k1', publish('festival'))
  await county.at(entering)
  await county.send('k1', enter('L1', 'festival', listNames(people)))
  expect(await county.countEvents('RecordHeld')).toBe(people)
  expect(await county.countEvents('BurstNoted')).toBeGreaterThan(0)
  await county.send('qt', ruling('s.festival'))
  await county.at(approving)
  await county.send('qt', approve('L1'))
  return county
}

describe('honest days', () => {
  it('H12: a festival of 200 on paper, without a call that day, is one case, and one ruling clears it', async () => {
    const county = await playUncounted(200)
    expect(await county.countEvents('BurstRuled')).toBe(1)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 0, manual: 200 })
  }, 60_000)

  it('H12: a clean-up of 25 without a call is one case, and one ruling clears it', async () => {
    const county = await playUncounted(25)
    expect(await county.countEvents('BurstRuled')).toBe(1)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 0, manual: 25 })
  })

  it.each([
    ['nine', 9, 0],
    ['ten', 10, 60],
  ])('H12: a Friday clerk with six lists of %s, without a call', async (_words, each, held) => {
    const county = await openCounty(6 * each)
    const names = listNames(6 * each)
    const lists = [0, 1, 2, 3, 4, 5]
    await county.at('04-20 01:00')
    for (const n of lists) await county.send('k1', publish(`s${n}`))
    await county.at(entering)
    for (const n of lists) await county.send('k1', enter(`L${n}`, `s${n}`, names.slice(each * n, each * n + each)))
    expect(await county.countEvents('RecordHeld')).toBe(held)
    if (held > 0) await county.send('qt', ruling(`d.${V1}.2020-04-24`))
    await county.at(approving)
    for (const n of lists) await county.send('qt', approve(`L${n}`))
    expect((await county.countGrades()).manual).toBe(6 * each)
  })

  it('H21, H12: a nurse with 30 visits: none is held, none is marked, and they are 30 visits again', async () => {
    const county = await openCounty(1)
    const homes = Array.from({ length: 30 }, (_, n) => n)
    const at = (n: number) => {
      const day = 20 + Math.floor(n / 6)
      const hour = (n % 6) + 1
      return interval(`04-${day} 0${hour}:00`, `04-${day} 0${hour}:25`)
    }
    await county.at('04-19 01:00')
    for (const n of homes) await county.send('k1', publish(`home${n}`, at(n)))
    await county.at(entering)
    for (const n of homes) await county.send('k1', backfill('v0', `R${n}`, `home${n}`, at(n)))
    expect(await county.countEvents('RecordHeld')).toBe(0)
    await county.at(approving)
    for (const n of homes) await county.send('q1', verify('v0', `R${n}`))
    const records = await county.ledger.records('v0')
    expect(new Set(records.map(({ visit }) => visit)).size).toBe(30)
    expect(records.every(({ status, marks }) => status === 'verified' && marks.length === 0)).toBe(true)
  })

  it('H12: twelve squads of eight on one day: 96 are attested, and none is held', async () => {
    const county = await openCounty(96)
    const squads = Array.from({ length: 12 }, (_, n) => n)
    await county.at('04-20 01:00')
    for (const n of squads) await county.send('k1', publish(`squad${n}`))
    await county.at('04-24 03:00')
    for (const n of squads) await county.send('kt', tell(`squad${n}`, 8))
    await county.at(entering)
    for (const n of squads) await county.send('k1', enter(`L${n}`, `squad${n}`, listNames(96).slice(8 * n, 8 * n + 8)))
    await county.at(approving)
    for (const n of squads) await county.send('qt', approve(`L${n}`))
    expect(await county.countEvents('RecordHeld')).toBe(0)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 96, manual: 0 })
  }, 60_000)

  it('H12: a plan of identical intervals, ten people each week: none is held', async () => {
    const county = await openCounty(10)
    const days = ['03', '10', '17', '24']
    const week = (day: string) => interval(`04-${day} 01:00`, `04-${day} 03:00`)
    await county.at('04-02 01:00')
    for (const day of days) await county.send('k1', publish(`choir${day}`, week(day)))
    for (const day of days) {
      await county.at(`04-${day} 09:00`)
      for (const person of listNames(10)) await county.send('k1', backfill(person, `R${day}`, `choir${day}`, week(day)))
    }
    expect(await county.countEvents('RecordHeld')).toBe(0)
    await county.at(approving)
    for (const person of listNames(10)) for (const day of days) await county.send('q1', verify(person, `R${day}`))
    expect((await county.countGrades()).manual).toBe(40)
  })

  it('H20, W1: five buyers a day are held by no burst: none is approved at once, and all stay `manual`', async () => {
    const county = await openCounty(5)
    await county.at('04-20 01:00')
    const days = ['21', '22', '23', '24']
    const long = (day: string) => interval(`04-${day} 01:00`, `04-${day} 09:00`)
    for (const day of days) await county.send('k1', publish(`s${day}`, long(day)))
    for (const day of days) {
      await county.at(`04-${day} 10:00`)
      for (const person of listNames(5)) await county.send('k1', backfill(person, `R${day}`, `s${day}`, long(day)))
      expect(await county.refuse('q1', verify('v0', `R${day}`))).toBe('SecondLookRuns')
    }
    expect(await county.countEvents('RecordHeld')).toBe(0)
    await county.at('04-30 01:00')
    for (const person of listNames(5)) for (const day of days) await county.send('q1', verify(person, `R${day}`))
    const star = await county.ledger.star('v0', { knownAt: '2020-04-30T01:00:00.000Z' })
    expect(star).toMatchObject({ counted: { system: 0, attested: 0, manual: 1920 } })
  })
})
