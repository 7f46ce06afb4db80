import { describe, expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { actors, units } from '../golden/people.ts'
import { play, stage } from '../golden/runner.ts'
import { story } from '../golden/story.ts'

const beginStage = () =>
  stage({ events: memoryEventStore(), projections: memoryProjectionStore(), vault: memoryVault() })
/** The ledger as it stands after a row of the golden story. */
const stageAfterRow = async (last: number) => {
  const on = await beginStage()
  for (const row of story.filter(({ row: number }) => number <= last)) await play(on, row)
  return on
}
const listWaiting = (items: ReadonlyArray<{ subject: { type: string }; waits: string }>) =>
  items.map(({ subject, waits }) => `${subject.type} ${waits}`)
const { C, T1, V1, T2, V2 } = units

describe('questions to the ledger', () => {
  it('about unknown things have an empty answer', async () => {
    const { ledger } = await beginStage()
    expect(await ledger.rankTeams('nothing')).toBeNull()
    expect(await ledger.timeline({ orderId: 'nothing' })).toBeNull()
    expect(await ledger.timeline({ needId: 'nothing' })).toBeNull()
    expect(await ledger.openHolds('stranger', 'R1')).toEqual([])
    expect(await ledger.passbook('stranger')).toMatchObject({ entries: [], balance: 0 })
    expect(await ledger.toDo('nowhere')).toEqual([])
    expect(await ledger.deadlines('nowhere')).toEqual([])
    expect(await ledger.star('stranger', { knownAt: '2020-04-01T01:00:00.000Z' })).toMatchObject({
      minutes: 0,
    })
  })

  it('O10: the ranking of an order follows its handler and the level of that', async () => {
    const { ledger } = await stageAfterRow(25)
    expect(await ledger.rankTeams('O2')).toMatchObject({ status: 'Open', handler: V2, level: 'village' })
    const { ledger: later } = await stageAfterRow(30)
    expect(await later.rankTeams('O2')).toMatchObject({
      handler: C,
      level: 'city',
      ranking: { candidates: [{ teamId: 'K', mainSpecialty: true, distance: 0 }], candidateCount: 1 },
    })
  })

  it('N3: a leader with an offer, and a member who may take a seat, can read the known risks before they accept', async () => {
    const offered = 6
    const accepted = 10
    for (const row of [offered, accepted]) {
      const { ledger } = await stageAfterRow(row)
      const steps = (await ledger.timeline({ orderId: 'O1' }))?.steps ?? []
      expect(steps.map(({ type }) => type)).not.toContain('SeatTaken')
      const placed = steps.find((step) => step.type === 'OrderPlaced')
      const text = placed?.facts.risks.description?.id ?? 'none'
      expect(placed?.facts.risks.known).toBe(true)
      expect((await ledger.texts([text])).get(text)).toBe('steep stairs')
    }
  })

  it('G4: a list shows a unit what waits at itself and below, and its next timers', async () => {
    const { ledger } = await stageAfterRow(5)
    for (const unit of [V1, T1, C]) expect(listWaiting(await ledger.toDo(unit))).toEqual(['order dispatch'])
    expect(await ledger.toDo(T2)).toEqual([])
    expect((await ledger.deadlines(T1)).map(({ clock, at }) => `${clock} ${at}`)).toEqual([
      'escalation 2020-04-22T02:20:00.000Z',
      'service 2020-04-22T16:00:00.000Z',
      'supervision 2020-04-28T16:00:00.000Z',
    ])
  })

  it('H12, H16: holds and approvals wait at the units that answer for them', async () => {
    const { ledger } = await stageAfterRow(38)
    expect(listWaiting(await ledger.toDo(V2))).toEqual(['record approval', 'record hold'])
    expect(listWaiting(await ledger.toDo(C))).toContain('burst burst')
    const { ledger: earlier } = await stageAfterRow(32)
    expect(listWaiting(await earlier.toDo(C))).toEqual(['vouching vouching', 'record approval'])
    expect(await earlier.toDo(T2)).toEqual([])
  })

  it('H12: a burst and a held record are ruled by what their items say, and by nothing else', async () => {
    const { ledger } = await stageAfterRow(38)
    const item = (await ledger.toDo(C)).find(({ waits }) => waits === 'burst')
    if (item?.subject.type !== 'burst') return expect.fail('no burst waits')
    const { subject, details } = item
    const reason = { code: 'list-seen', text: null }
    const ruling = { type: 'RuleBurst', burstId: subject.burstId, number: details.number, verdict: 'none', reason }
    expect(await ledger.sendUnknown(ruling, { actor: actors.qc })).toMatchObject({ ok: true })
    await ledger.settle()
    expect(listWaiting(await ledger.toDo(C))).not.toContain('burst burst')
    const held = (await ledger.toDo(V2)).filter(({ waits }) => waits === 'hold')
    for (const { subject: about, details: named } of held)
      if (about.type === 'record') expect(named.holds).toEqual(await ledger.openHolds(about.volunteer, about.recordId))
    expect(held).not.toEqual([])
  })

  it('W2: an application waits at the top alone', async () => {
    const { ledger } = await stageAfterRow(42)
    expect(listWaiting(await ledger.toDo(C))).toEqual(['application grant'])
    expect(await ledger.toDo(T1)).toEqual([])
    expect(await ledger.deadlines(C)).toContainEqual(
      expect.objectContaining({ clock: 'notice', at: '2020-05-27T16:00:00.000Z' }),
    )
  })

  it('G2, S9, S12: after a merge both ids ask for one person; as known before it they are two', async () => {
    const { ledger, clock } = await stageAfterRow(40)
    const before = { knownAt: clock.now() }
    clock.set('2020-05-20T00:00:00.000Z' as Instant)
    await ledger.send({ type: 'ProposeMerge', person: 'c', survivor: 'e' }, { actor: actors.k2 })
    const merged = await ledger.send(
      { type: 'MergeRegistrations', person: 'c', survivor: 'e' },
      { actor: actors.admin },
    )
    expect(merged).toMatchObject({ ok: true })
    await ledger.settle()
    const known = { knownAt: clock.now() }
    const c = await ledger.star('c', known)
    const e = await ledger.star('e', known)
    expect(c).toEqual(e)
    expect(e).toMatchObject({ volunteer: 'e' })
    expect((await ledger.starTable(known)).map(({ volunteer }) => volunteer)).not.toContain('c')
    expect(await ledger.star('c', before)).toMatchObject({ volunteer: 'c', minutes: 240 })
    expect(await ledger.star('e', before)).toMatchObject({ volunteer: 'e', minutes: 300 })
  })

  it('G2, S5: of two mergers at once, each into the other, one wins: one person with one figure in every question', async () => {
    const { ledger, clock } = await stageAfterRow(40)
    const merge = (person: string, survivor: string) => ({
      command: { type: 'MergeRegistrations' as const, person, survivor },
      by: { actor: actors.admin },
    })
    for (const [person, survivor] of [
      ['c', 'e'],
      ['e', 'c'],
    ] as const)
      await ledger.send({ type: 'ProposeMerge', person, survivor }, { actor: actors.k2 })
    const outcomes = await ledger.sendAll([merge('c', 'e'), merge('e', 'c')])
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, rejection: { type: 'SurvivorUnfit' } }])
    await ledger.settle()
    const known = { knownAt: clock.now() }
    const row = (await ledger.starTable(known)).filter(({ volunteer }) => 'ce'.includes(volunteer))
    expect(row).toEqual([await ledger.star('c', known)])
    expect(row).toEqual([await ledger.star('e', known)])
    expect(row).toMatchObject([{ volunteer: 'e' }])
  })

  it('G5: before any policy was known there are no stars', async () => {
    const { ledger } = await stageAfterRow(40)
    const known = { knownAt: '2020-03-01T00:00:00.000Z' as Instant }
    expect(await ledger.star('b', known)).toBeNull()
    expect(await ledger.starTable(known)).toEqual([])
  })
})
