import { describe, expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { memoryStores } from '@zhiyuan/store-memory'
import { restoreCommands } from '@zhiyuan/testing'
import { expectedFigures, knownAt, moving, passbookOfB, steady, type Known } from './expected.ts'
import { readFigures, readTables } from './figures.ts'
import { printDocument } from './document.ts'
import type { Deed, Expected } from './row.ts'
import type { Told } from './runner.ts'
import { story } from './story.ts'
import { tellStory } from './tell.ts'

const telling = tellStory(memoryStores())
const columns = Object.keys(knownAt) as ReadonlyArray<Known>

const listExpected = (deed: Deed): ReadonlyArray<Expected> => ('expects' in deed ? deed.expects : [deed.expect])

describe('the golden story', () => {
  for (const { row, rules, says, deeds } of story)
    it(`${rules.join(', ')}: row ${row}: ${says}`, async () => {
      const told = (await telling).rows.get(row) ?? []
      expect(told).toHaveLength(deeds.length)
      for (const [index, deed] of deeds.entries()) {
        const came = told[index] as Told
        expect(came.results).toMatchObject(listExpected(deed))
        expect(came.followed).toMatchObject(deed.follows)
        expect(came.untold).toEqual([])
      }
    })

  it.each(columns)('S12, C22, C30: at %s every figure comes out when nothing later has happened', async (at) => {
    expect((await telling).live.get(at)?.shown).toEqual(expectedFigures(at))
  })

  it.each(columns)('S12: and the same, asked at the end of the story, as known at %s', async (at) => {
    const { ledger, live } = await telling
    expect(await readFigures(ledger, at)).toEqual(expectedFigures(at))
    expect(await readTables(ledger, at)).toEqual(live.get(at)?.whole)
  })

  it('S5: every indicator that is computed has a figure that must come out', async () => {
    const { assessment } = await readTables((await telling).ledger, 'K3')
    expect([...Object.keys(moving), ...Object.keys(steady)].sort()).toEqual(
      Object.keys(assessment.areas[0]?.figures ?? {}).sort(),
    )
  })

  it('W6, W13: the passbook of b, entry by entry', async () => {
    const { entries } = await (await telling).ledger.passbook('b')
    expect(entries.map(({ change }) => change)).toEqual(passbookOfB)
  })

  it('N6, C21: the timeline of the elder’s need tells both rounds, with channel, proxy and lag', async () => {
    const timeline = await (await telling).ledger.timeline({ needId: 'N1' })
    const types = timeline?.steps.map(({ type }) => type) ?? []
    expect(timeline?.lagMinutes).toBe(0)
    expect(timeline?.steps[0]).toMatchObject({ facts: { channel: 'grid-worker', proxy: { person: 'h1' } } })
    expect(types.filter((type) => type === 'OrderOffered')).toHaveLength(3)
    expect(types.filter((type) => type === 'OrderClosed')).toHaveLength(2)
    expect(types).toEqual(
      expect.arrayContaining(['DuplicateNoted', 'CheckOutMissing', 'RecordVerified', 'RecordCorrected']),
    )
    const times = timeline?.steps.map(({ recordedAt }) => recordedAt) ?? []
    expect(times).toEqual([...times].sort())
  })

  it('N5: a requester of the same need sees what became of it', async () => {
    const timeline = await (await telling).ledger.timeline({ needId: 'N2' })
    expect(timeline?.steps.map(({ type }) => type)).toEqual(expect.arrayContaining(['NeedMerged', 'OrderClosed']))
  })

  it('to-do lists are empty when everything is done, and no clock runs: both windows for a reopening have ended', async () => {
    const { ledger } = await telling
    expect(await ledger.toDo('131081')).toEqual([])
    expect(await ledger.deadlines('131081')).toEqual([])
  })

  it('no command of a process was refused, and no process stands still', async () => {
    const { ledger, rows } = await telling
    expect([...rows.values()].flat().flatMap(({ refused }) => refused)).toEqual([])
    expect(await ledger.settle()).toMatchObject({ events: 0, commands: 0, stopped: [], quarantined: [] })
  })

  it('P1: no word of the story is in the log; the vault has them all', async () => {
    const { ledger } = await telling
    const { events } = await ledger.read(null, 100_000)
    expect(JSON.stringify(events)).not.toContain('steep stairs')
    const submitted = events.flatMap(({ data }) => (data.type === 'NeedSubmitted' ? [data] : []))
    const texts = await ledger.texts(submitted.map(({ description }) => description.id))
    expect([...texts.values()]).toEqual(submitted.map(({ needId, requester }) => `${needId}: words of ${requester}`))
  })

  it('keeps every command: the events of a decision give back the one whose digest they bear', async () => {
    const { events } = await (await telling).ledger.read(null, 100_000)
    const { commands, faults } = restoreCommands(slices, events)
    expect(faults).toEqual([])
    expect(commands.size).toBeGreaterThan(35)
  })

  it('comes out the same, to the digest, on a machine in New York', async () => {
    const home = process.env['TZ']
    try {
      process.env['TZ'] = 'America/New_York'
      expect(new Date(2020, 6, 1).getTimezoneOffset()).toBe(240)
      expect((await tellStory(memoryStores())).digests).toEqual((await telling).digests)
    } finally {
      if (home === undefined) delete process.env['TZ']
      else process.env['TZ'] = home
    }
  })

  it('equals the written document', async () => {
    await expect(printDocument(await telling)).toMatchFileSnapshot('../../../../../docs/explanation/golden-story.md')
  })
})
