import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { slices, type LedgerEnvelope } from '@zhiyuan/domain'
import { openLedger } from '@zhiyuan/ledger'
import { startPostgres } from '@zhiyuan/postgres-server'
import { systemClock, systemRandomness } from '@zhiyuan/runtime'
import { restoreCommands } from '@zhiyuan/testing'
import type { Report } from './report.ts'
import { readReport, start, type Ended } from './start.fixture.ts'
import { openStores } from './run/stores.ts'
import { minutesSold, soldEvenings } from './simulation/fraud.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-main-'))

/** All events of a file that the main job kept. */
const readFileEvents = async (file: string): Promise<ReadonlyArray<LedgerEnvelope>> => {
  const stores = await openStores({ store: 'sqlite', name: file })
  const ports = { ...stores, clock: systemClock, random: systemRandomness }
  const ledger = await openLedger({ ports, log: 'bazhou-2020', jurisdiction: '131081' })
  onTestFinished(ledger.close)
  return (await ledger.read(null, 100_000)).events
}

describe('the main job', () => {
  const here = join(folder, 'here.json')
  const there = join(folder, 'there.json')
  const file = join(folder, 'here.sqlite')
  let first: Ended
  let report: Report
  let abroad: Report

  let server: Awaited<ReturnType<typeof startPostgres>>

  beforeAll(async () => {
    server = await startPostgres()
    const abroadOnServer = { TZ: 'America/New_York', LANG: 'en_US.UTF-8', DATABASE_URL: server.url }
    const both = await Promise.all([start(['--json', here, '--db', file]), start(['--json', there], abroadOnServer)])
    expect(both.map(({ code, output }) => [code, code === 0 ? '' : output])).toEqual([
      [0, ''],
      [0, ''],
    ])
    first = both[0]
    report = readReport(here)
    abroad = readReport(there)
  }, 600_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await server.stop()
  }, 60_000)

  it('gives one pair of digests for one seed, on SQLite and on PostgreSQL, in any time zone', () => {
    expect(report.digest.log).toMatch(/^[0-9a-f]{64}$/)
    expect(abroad.digest).toEqual(report.digest)
    const { seconds: _s, peakMemoryMB: _m, ...figures } = report
    expect(abroad).toMatchObject(figures)
  })

  it('keeps every command: the events of each decision give back the one whose digest they bear', async () => {
    const events = await readFileEvents(file)
    expect(events).toHaveLength(report.events)
    const { commands, faults } = restoreCommands(slices, events)
    expect(faults).toEqual([])
    expect(commands.size).toBeGreaterThan(50)
  })

  it('accounts for every row: new + already there + refused = rows, each refusal with its row, field and reason', () => {
    const { rows, new: fresh, existing, refused } = report
    expect({ rows, fresh, existing }).toEqual({ rows: 5000, fresh: 4963, existing: 0 })
    expect(fresh + existing + refused.length).toBe(rows)
    const reasons = refused.map(({ reason }) => reason)
    expect(reasons.filter((reason) => reason === 'closes before it opens')).toHaveLength(9)
    expect(refused.filter(({ field }) => field === 'source')).toHaveLength(28)
    expect(first.output).toContain('a second import: 新增 new 0,')
  })

  it('answers every need, serves about a thousand orders, and stays within its bounds', () => {
    const [city] = report.assessment.areas
    expect(city?.figures.I04.beside.unanswered).toBe(0)
    expect(report.referred).toBe(3595)
    expect(report.served).toBeGreaterThan(1000)
    expect(report.events).toBeGreaterThan(50_000)
    expect(report.events).toBeLessThan(70_000)
    expect(report.peakMemoryMB).toBeLessThan(512)
    expect(first.firstAt).toBeLessThan(5000)
  })

  it('H12, H20, W4: holds what was sold as a case an evening, has it ruled, found and voided, and the star looked at again', () => {
    const correction = report.correction
    if (correction === null) return expect.fail('no sale was found')
    const counts = Object.fromEntries(Object.entries(correction.steps).map(([step, events]) => [step, events.length]))
    const all = correction.scheme.listed.length * soldEvenings
    expect(counts).toEqual({
      published: soldEvenings,
      entered: all,
      held: all,
      ruled: soldEvenings,
      cleared: all,
      verified: all,
      hurried: 1,
      seen: 1,
      suspended: all,
      voided: all,
      granted: 1,
      examined: 1,
      revoked: 1,
    })
    const inOrder = [
      'published',
      'entered',
      'held',
      'ruled',
      'verified',
      'granted',
      'seen',
      'suspended',
      'voided',
    ] as const
    const times = inOrder.map((step) => correction.steps[step][0]?.at ?? '')
    expect(times.toSorted()).toEqual(times)
    const { before, after } = correction.buyer
    expect([before?.eligible, before?.granted]).toEqual([1, 1])
    expect(after?.eligible).toBe(0)
    expect((before?.counted.manual ?? 0) - (after?.counted.manual ?? 0)).toBe(minutesSold)
    expect(correction.minutes).toBe(240 * all)
    const { issued, reversed, spent, balance } = correction.points
    expect({ reversed, spent, balance }).toEqual({ reversed: minutesSold / 30, spent: 0, balance: issued - reversed })
    expect(balance).toBeGreaterThan(0)
  })

  it('S12: the assessment as it was known before the voiding still comes out', () => {
    const correction = report.correction
    if (correction === null) return expect.fail('no sale was found')
    const readManual = (assessment: Report['assessment']) => assessment.areas[0]?.minutes.served.manual ?? 0
    const { before, after } = correction.assessment
    expect(readManual(before) - readManual(after)).toBe(correction.minutes)
    expect(readManual(before)).toBeGreaterThan(correction.minutes)
    expect(readManual(report.assessment)).toBeLessThan(correction.minutes)
  })

  it('A8, A9, A12, A14, H14: volunteers come in time, offline, by a call and on paper, and take a mistake back', () => {
    for (const [type, count] of Object.entries(report.presences)) expect([type, count > 5]).toEqual([type, true])
    expect(report.presences.SheetApproved).toBe(report.presences.SheetEntered)
    expect(report.presences.CheckedIn).toBeGreaterThan(20 * report.presences.PresenceCaptured)
  })

  it('N13: a resident without an answer urges the need, and then its order, which is served', () => {
    const { need, order, served } = report.scenes.urged
    expect([need.length, order.length, served.length]).toEqual([1, 1, 1])
    const times = [...need, ...order, ...served].map(({ at }) => at)
    expect(times.toSorted()).toEqual(times)
    expect(first.output).toContain('催单 urged (N13)')
  })

  it('O27: an order is put off by its handler with the requester’s consent, and is served by the later date', () => {
    const { from, to, asked, granted, served } = report.scenes.later
    expect([asked.length, granted.length, served.length]).toEqual([1, 1, 1])
    const times = [...asked, ...granted].map(({ at }) => at)
    expect([...times, from ?? '', served[0]?.at ?? '', to ?? '']).toEqual(
      [...times, from ?? '', served[0]?.at ?? '', to ?? ''].toSorted(),
    )
    expect(first.output).toContain('延期 a later date (O27)')
  })

  it('G2, A16: a wrong merge suspends what two people did at one time, and its split gives each the own minutes back', () => {
    const { merged, split, suspended, again, by, minutes } = report.scenes.split
    expect([merged.length, split.length]).toEqual([1, 1])
    for (const persons of Object.values(by)) expect(new Set(persons.split(' + ')).size).toBe(2)
    expect(suspended.length).toBeGreaterThan(0)
    expect(again).toHaveLength(suspended.length)
    const [before, together, after] = minutes
    if (before === undefined || together === undefined || after === undefined) return expect.fail('no merge was found')
    expect(together.survivor).toBeGreaterThan(before.survivor)
    expect(after.person).toBeGreaterThanOrEqual(before.person)
    expect(after.survivor).toBeGreaterThanOrEqual(before.survivor)
    expect(first.output).toContain('误并 a wrong merge, taken back (G2)')
  })

  it('N6: tells one order from its need to its records', () => {
    const told = first.output.slice(first.output.indexOf('一张订单的全过程'), first.output.indexOf('一次派单及其理由'))
    for (const step of ['需求登记 need recorded', '点单 order placed', '时长记录 record submitted', '结单 closed'])
      expect(told).toContain(step)
  })

  it('says in Chinese and in English what is simulated, and replays the file to the same digests', () => {
    expect(first.output).toContain('志愿者、队伍、服务、名册均为模拟')
    expect(first.output).toContain('volunteers, teams, service and rosters are simulated')
    expect(first.output).toContain('service, rosters and township populations simulated')
    expect(first.output).toContain('乡镇按村数分摊（模拟）')
    expect(first.output.match(/✓ 一致 the same/g)).toHaveLength(2)
    expect(first.output).toContain('✓ 无异常 nothing wrong')
  })
})

describe('its options', () => {
  it('are listed by --help', async () => {
    const { code, output } = await start(['--help'])
    expect(code).toBe(0)
    for (const option of ['--json', '--db', '--memory', '--scale', '--needs', '--seed'])
      expect(output).toContain(option)
  })

  it.each([
    [['--scale', '0'], '--scale'],
    [['--scale', 'many'], '--scale'],
    [['--needs', '0'], '--needs'],
    [['--speed', '9'], '--speed'],
    [['--memory', '--db', 'ledger.sqlite'], '--memory'],
    [['--json', join(tmpdir(), 'no such folder', 'report.json')], '--json'],
    [['--json', tmpdir()], '--json'],
  ])('%j is refused with what is wrong', async (args, named) => {
    const { code, output } = await start(args)
    expect(code).toBe(2)
    expect(output).toContain(named)
  })

  it('a database that is there already is not touched', async () => {
    const file = join(tmpdir(), `zhiyuan-taken-${process.pid}.sqlite`)
    writeFileSync(file, 'something else')
    const { code, output } = await start(['--db', file])
    expect(code).toBe(2)
    expect(output).toContain(file)
    expect(readFileSync(file, 'utf8')).toBe('something else')
    rmSync(file)
  })
})
