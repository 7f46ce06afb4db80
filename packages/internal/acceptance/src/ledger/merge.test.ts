/** A merge may uncover many records that count twice. Settle works them off step by step, and halts nothing. */
import { describe, expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { actors, units } from '../golden/people.ts'
import { stage, type Stage } from '../golden/runner.ts'

const pairs = 501
const beginStage = () =>
  stage({ events: memoryEventStore(), projections: memoryProjectionStore(), vault: memoryVault() })

/** The nth hour of service, entered and verified for a registration. */
const serve = async ({ ledger }: Stage, volunteer: string, n: number): Promise<void> => {
  const hour = (of: number): string => new Date(Date.UTC(2020, 3, 2) + of * 3_600_000).toISOString()
  const record = { volunteer, recordId: `X${n}` }
  const entered = await ledger.send(
    {
      type: 'Backfill',
      ...record,
      occasion: { type: 'session', sessionId: `S${n}`, host: units.V2 },
      segments: [{ start: hour(2 * n), end: hour(2 * n + 1) }],
      minutes: 60,
      content: 'culture-arts',
      bodyId: units.V2,
      teamId: null,
      responsible: 'q2',
      reason: null,
    },
    { actor: actors.k2 },
  )
  expect(entered).toMatchObject({ ok: true })
  expect(await ledger.send({ type: 'VerifyRecord', ...record }, { actor: actors.q2 })).toMatchObject({ ok: true })
}

describe('a merge of two registrations with 501 records at the same hours', () => {
  it(
    'H5, G2: comes to rest in a few commands, halts nothing, and counts each hour once at any time',
    { timeout: 120_000 },
    async () => {
      const on = await beginStage()
      const { ledger, clock } = on
      clock.set('2020-06-01T01:00:00.000Z' as Instant)
      for (const volunteer of ['a', 'e']) for (let n = 0; n < pairs; n += 1) await serve(on, volunteer, n)
      await ledger.settle()
      const star = async () => ledger.star('e', { knownAt: clock.now() })
      const merge = { type: 'MergeRegistrations', person: 'e', survivor: 'a' } as const
      await ledger.send({ ...merge, type: 'ProposeMerge' }, { actor: actors.k2 })
      expect(await ledger.send(merge, { actor: actors.admin })).toMatchObject({ ok: true })
      const hours = pairs * 60
      expect(await star()).toMatchObject({ minutes: hours, notCounted: { twice: hours, suspended: 0 } })
      const { commands, events, refused } = await ledger.settle()
      expect(await star()).toMatchObject({ minutes: hours, notCounted: { twice: 0, suspended: hours } })
      // There are three checks that hold 200 records at most, each followed by a check of the human's stars; the proposal and the merge are events too.
      expect({ commands, events, refused }).toEqual({ commands: 7, events: 2 * pairs + 5, refused: {} })
      expect(await ledger.settle()).toMatchObject({ commands: 0 })
    },
  )
})
