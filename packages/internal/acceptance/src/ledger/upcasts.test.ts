import { describe, expect, it } from 'vitest'
import type { Upcasts } from '@zhiyuan/kernel'
import { openLedger, replay, type Ledger } from '@zhiyuan/ledger'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { actors } from '../golden/people.ts'
import { begin, open, stage, type Stores } from '../golden/runner.ts'
import { keepText, need } from './need.fixture.ts'

/** An upcast that says that every earlier need came by telephone. */
const upcasts: Upcasts = { NeedSubmitted: [(data) => ({ ...(data as object), channel: 'telephone' })] }

const needs = async (ledger: Ledger) =>
  (await ledger.read(null, 10_000)).events
    .filter(({ type }) => type === 'NeedSubmitted')
    .map(({ schema, data }) => [schema, 'channel' in data && data.channel])

describe('the embedder’s upcasts', () => {
  it('raise stored events for readers, views and replays; new events have the next schema', async () => {
    const stores: Stores = { events: memoryEventStore(), projections: memoryProjectionStore(), vault: memoryVault() }
    const { ledger } = await stage(stores)
    await keepText(ledger)
    await ledger.send(need, { actor: actors.r1 })
    expect(await needs(ledger)).toEqual([[1, 'app']])

    const { ports } = await open(stores, begin)
    const raised = await openLedger({ ports, log: 'golden', jurisdiction: '131081', upcasts })
    await raised.send({ ...need, needId: 'N2' }, { actor: actors.r1 })
    expect(await needs(raised)).toEqual([
      [1, 'telephone'],
      [2, 'app'],
    ])
    await raised.settle()
    const anew = { ...ports, projections: memoryProjectionStore() }
    expect(await replay({ ports: anew, log: 'golden', upcasts })).toMatchObject({
      ...(await raised.digest()),
      findings: [],
    })
  })
})
