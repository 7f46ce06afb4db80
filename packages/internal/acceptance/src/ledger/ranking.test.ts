/** The ledger ranks: dispatches and searches through its face, and their audit. */
import { describe, expect, it } from 'vitest'
import { auditRankings } from '@zhiyuan/domain/requests'
import type { LedgerEnvelope } from '@zhiyuan/domain'
import type { Instant } from '@zhiyuan/kernel'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { actors } from '../golden/people.ts'
import { play, stage, type Stage } from '../golden/runner.ts'
import { story } from '../golden/story.ts'

const stageAfterRow = async (last: number): Promise<Stage> => {
  const on = await stage({ events: memoryEventStore(), projections: memoryProjectionStore(), vault: memoryVault() })
  for (const row of story.filter(({ row: number }) => number <= last)) await play(on, row)
  return on
}
const readLog = async ({ ledger }: Stage): Promise<ReadonlyArray<LedgerEnvelope>> =>
  (await ledger.read(null, 100_000)).events

const p1 = { actor: actors.p1 }
const p2 = { actor: actors.p2 }
const offer = { orderId: 'O1', offerId: 'F1', teamId: 'B1', override: null }
const forged = { candidates: [], candidateCount: 0, leftOut: [{ reason: 'specialty', teams: ['B1'], count: 1 }] }

describe('O10: the ledger ranks', () => {
  it('O10, O23: a dispatch and a search through the face have the ledger’s own ranking', async () => {
    const { ledger } = await stageAfterRow(4)
    const offered = await ledger.dispatch(offer, p1)
    expect(offered).toMatchObject({ ok: true, events: [{ data: { type: 'OrderOffered', teamId: 'B1' } }] })
    const [event] = offered.ok ? offered.events : []
    expect(event?.data).toMatchObject({ ranking: { candidateCount: 1, lastEvent: expect.any(String) as string } })
    expect(await ledger.dispatch(offer, p1)).toMatchObject({ ok: true, events: [] })
  })

  it('O10: through `send` a dispatch is ranked by the ledger too, alone and in a batch', async () => {
    const { ledger } = await stageAfterRow(24)
    const search = { type: 'ConcludeNoTeam', orderId: 'O2', searchId: 'S1' } as const
    expect(await ledger.sendAll([{ command: search, by: p2 }])).toMatchObject([{ ok: true }])
    expect(await ledger.concludeNoTeam({ orderId: 'O2', searchId: 'S1' }, p2)).toMatchObject({ ok: true, events: [] })
    expect(await ledger.dispatch({ ...offer, orderId: 'nothing' }, p1)).toMatchObject({
      ok: false,
      rejection: { type: 'NotThere' },
    })
    expect(await ledger.sendUnknown({ type: 'DispatchOrder', orderId: 7 }, p1)).toMatchObject({
      ok: false,
      rejection: {
        type: 'DecodeRefused',
        issues: expect.arrayContaining([expect.objectContaining({ path: '$.offerId' })]) as object,
      },
    })
  })

  it('O10: a ranking that a sender hands in is refused, by its path', async () => {
    const { ledger } = await stageAfterRow(4)
    const refusal = { ok: false, rejection: { type: 'DecodeRefused', issues: [{ path: '$.ranking' }] } }
    for (const command of [
      { type: 'DispatchOrder', ...offer, ranking: forged },
      { type: 'ConcludeNoTeam', orderId: 'O1', searchId: 'S1', ranking: forged },
    ]) {
      expect(await ledger.sendUnknown(command, p1)).toMatchObject(refusal)
      expect(await ledger.sendAllUnknown([{ command, by: p1 }])).toMatchObject([refusal])
      const meta = { actor: { ...actors.p1, type: 'person' } } as never
      expect(await ledger.runtime.execute(command, meta)()).toMatchObject({ right: refusal })
    }
  })

  it('O23: no search ends without a team while one fits, though the rows have not seen it yet', async () => {
    const { ledger, clock } = await stageAfterRow(25)
    clock.set('2020-04-25T02:30:00.000Z' as Instant)
    const level = { type: 'ChangeOpenness', teamId: 'K', open: { levels: ['village', 'city'], units: [] } } as const
    expect(await ledger.send(level, { actor: actors.g })).toMatchObject({ ok: true })
    expect(await ledger.concludeNoTeam({ orderId: 'O2', searchId: 'S2' }, p2)).toMatchObject({
      ok: false,
      rejection: { type: 'CandidatesFound', count: 1 },
    })
  })
})

describe('O10: rankings one after the other', () => {
  it('O10: read all teams once while nothing that they see has changed, and anew after a settle', async () => {
    const projections = memoryProjectionStore()
    let reads = 0
    const range: typeof projections.range = (ref, bounds) => {
      if (ref.name === 'team-board') reads += 1
      return projections.range(ref, bounds)
    }
    const on = await stage({
      events: memoryEventStore(),
      projections: { ...projections, range },
      vault: memoryVault(),
    })
    for (const row of story.filter(({ row: number }) => number <= 25)) await play(on, row)
    const { ledger, clock } = on
    const listTeams = async () => (await ledger.rankTeams('O2'))?.ranking.candidates.map(({ teamId }) => teamId)
    expect(await listTeams()).toEqual([])
    const before = reads
    expect(await listTeams()).toEqual([])
    expect(reads).toBe(before)
    clock.set('2020-04-25T02:30:00.000Z' as Instant)
    const level = { type: 'ChangeOpenness', teamId: 'K', open: { levels: ['village', 'city'], units: [] } } as const
    expect(await ledger.send(level, { actor: actors.g })).toMatchObject({ ok: true })
    await ledger.settle()
    expect(await listTeams()).toEqual(['K'])
    expect(reads).toBeGreaterThan(before)
  })
})

describe('O10: an audit of rankings', () => {
  it('O10: makes every ranking of the golden story again', async () => {
    const log = await readLog(await stageAfterRow(50))
    expect(log.filter(({ data }) => 'ranking' in data).length).toBeGreaterThan(4)
    expect(auditRankings(log)).toEqual([])
  })

  it('O10: finds a planted ranking, and one that says to have seen what came later', async () => {
    const log = await readLog(await stageAfterRow(31))
    const plant = (change: (ranking: object) => object) =>
      log.map((envelope) =>
        envelope.data.type === 'NoTeamFound'
          ? ({ ...envelope, data: { ...envelope.data, ranking: change(envelope.data.ranking) } } as LedgerEnvelope)
          : envelope,
      )
    const found = (because: string) => [expect.objectContaining({ orderId: 'O2', because }) as object]
    expect(auditRankings(plant((ranking) => ({ ...ranking, leftOut: [] })))).toEqual(found('another-ranking'))
    const last = log.at(-1)?.id
    expect(auditRankings(plant((ranking) => ({ ...ranking, lastEvent: last })))).toEqual(found('unknown-last-event'))
    expect(auditRankings(plant((ranking) => ({ ...ranking, lastEvent: 'never' })))).toEqual(found('unknown-last-event'))
  })
})
