import { nationalDefaultPolicy } from '@zhiyuan/ledger'
import { describe, expect, it } from 'vitest'
import { runDay, type HonestDay } from './honest/honest.ts'
import { honestDays } from './honest/index.ts'
import { finishRun } from './finish.ts'
import { readKept } from './kept.ts'
import { attacks } from './plays/index.ts'
import { runAttack, type Line } from './run.ts'
import type { Playing } from './stage.ts'
import type { Table } from './table.ts'

const { sections } = nationalDefaultPolicy
const records = { ...sections.records, secondLook: null }
/** The national defaults, but without a second look. */
const lax = { ...nationalDefaultPolicy, sections: { ...sections, records } }

const play = async (id: string, playing: Playing = {}): Promise<Line> => {
  const attack = attacks.find((one) => one.id === id)
  if (attack === undefined) throw new Error(id)
  return runAttack(attack, playing)
}
const tableOf = (...lines: ReadonlyArray<Line>): Table => ({
  ...{ lines, honest: [], digest: 'd' },
  attacked: { version: 'v', policy: 'p' },
})
const nothing = { kept: {}, page: '' }

describe('a run', () => {
  it('writes the page and the kept table, and has no fault where all is well', async () => {
    const table = tableOf(await play('sold-at-once'))
    const { faults, writes } = finishRun(table, nothing, false)
    expect(faults).toEqual([])
    expect(writes?.kept['sold-at-once']?.ending).toBe('refused')
    if (writes === null) throw new Error('nothing was written')
    expect(finishRun(table, writes, true)).toEqual({ faults: [], writes: null, changed: [] })
    expect(finishRun(table, nothing, true).faults).toEqual([
      expect.stringContaining('attacks.md：已过期 · is stale'),
      expect.stringContaining('sold-at-once：存表已过期'),
    ])
  })

  it('fails and writes nothing where a laxer policy lets a line end lower', async () => {
    const { writes } = finishRun(tableOf(await play('sold-at-once')), nothing, false)
    const lower = finishRun(tableOf(await play('sold-at-once', { policy: lax })), writes ?? nothing, false)
    expect(lower.writes).toBeNull()
    expect(lower.faults).toEqual([expect.stringContaining('sold-at-once：原为 refused，现为 held')])
  })

  it('fails where fewer see a line than before, and names the figures', async () => {
    const table = tableOf(await play('crowd-one-recorder'))
    const { writes } = finishRun(table, nothing, false)
    const unseen = tableOf(...table.lines.map((line): Line => ({ ...line, elsewhere: [] })))
    const { faults } = finishRun(unseen, writes ?? nothing, false)
    expect(faults).toEqual([expect.stringMatching(/worse: shown \d+ → 0/)])
  })

  it.each([
    ['[]', 'it has no lines'],
    ['{}', 'it has no lines'],
    ['{"a":null}', 'a is no line of it'],
    ['{"a":{"ending":"heldd"}}', 'a is no line of it'],
  ])('is compared with no table that is damaged: %s', (text, why) => {
    expect(() => readKept(text)).toThrow(why)
  })

  it('fails where what counts is seen by nothing', async () => {
    const line = await play('sold-at-once', { policy: lax })
    const { faults } = finishRun(tableOf({ ...line, ending: 'unseen' }), nothing, false)
    expect(faults).toEqual([expect.stringContaining('nothing sees it')])
  })

  it('fails where an attack of the cases is seen only afterwards, but for a visit that both sides invent', async () => {
    const line = await play('sold-at-once')
    const later = (id: string, source = 'report 10'): Line => ({ ...line, id, source, ending: 'afterwards' })
    const mayBe = [later('y', 'own (H12)'), later('invented-visits'), later('second-registration-reviews')]
    const { faults } = finishRun(tableOf(later('x'), ...mayBe), nothing, false)
    expect(faults).toEqual([expect.stringMatching(/^x：/)])
  })

  it('fails where honest people are harmed', async () => {
    const day = honestDays.find(({ id }) => id === 'dead-phone')
    if (day === undefined) throw new Error('dead-phone')
    const harmed: HonestDay = { ...day, due: { a: 121 } }
    const { faults } = finishRun({ ...tableOf(), honest: [await runDay(harmed)] }, nothing, false)
    expect(faults).toEqual([expect.stringContaining('honest people are harmed')])
  })
})

describe('a play', () => {
  it('breaks off where a step is refused that everyone expects', async () => {
    const attack = attacks.find(({ id }) => id === 'sold-at-once')
    if (attack === undefined) throw new Error('sold-at-once')
    await expect(runAttack({ ...attack, play: ({ does }) => does('k1', { type: 'Backfil' }) })).rejects.toThrow(
      'DecodeRefused',
    )
  })
})
