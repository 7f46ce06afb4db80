/** The embedder's upcasts over a real file: rows rest on the events as they are read, live and folded anew. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Upcasts } from '@zhiyuan/kernel'
import { openLedger, replay, type Digests } from '@zhiyuan/ledger'
import { manualClock, unwrap, seededRandomness, type Ports } from '@zhiyuan/runtime'
import { memoryProjectionStore } from '@zhiyuan/store-memory'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'
import { knownInstant } from '../golden/figures.ts'
import { actors } from '../golden/people.ts'
import { tellStory } from '../golden/tell.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiyuan-upcasts-'))
})
afterAll(() => rm(folder, { recursive: true }))

const stores = async () => ({
  ...(await unwrap(openSqlite({ file: join(folder, 'ledger.db'), create: true }))),
  vault: await unwrap(openSqliteVault({ file: join(folder, 'vault.db'), create: true })),
})
const golden = { log: 'golden', jurisdiction: '131081' }
const asOthers: Upcasts = { NeedSubmitted: [(data) => ({ ...(data as object), kind: 'special-care' })] }
const whole = 100_000

/** Opens the file, does the work and settles; gives the answers of the ledger and of a replay of the same log. */
const compareReplay = async (
  upcasts: Upcasts,
  work: (ledger: Awaited<ReturnType<typeof openLedger>>) => Promise<unknown> = () => Promise.resolve(),
): Promise<{ live: Digests; anew: Digests; events: number }> => {
  const ports: Ports = {
    ...(await stores()),
    clock: manualClock(knownInstant('K3')),
    random: seededRandomness('upcasts'),
  }
  const ledger = await openLedger({ ports, ...golden, upcasts })
  await work(ledger)
  await ledger.settle()
  const live = await ledger.digest()
  const fresh = { ...ports, projections: memoryProjectionStore() }
  const { findings, more: _more, ...anew } = await replay({ ports: fresh, log: 'golden', upcasts })
  expect(findings).toEqual([])
  const events = (await ledger.read(null, whole)).events.length
  await ledger.close()
  return { live, anew, events }
}

describe('the embedder’s upcasts on the golden story in a SQLite file', () => {
  it('come and go: rows are built anew as events are read, and no process acts a second time', async () => {
    const told = await tellStory(await stores())
    await told.ledger.close()
    const before = await compareReplay({})
    expect(before.live).toEqual(before.anew)
    expect(before.live).toEqual(told.digests)

    const raised = await compareReplay(asOthers)
    expect(raised.live).toEqual(raised.anew)
    expect(raised.live.rows).not.toBe(before.live.rows)
    expect(raised.events).toBe(before.events)
    expect(raised.live.log).toBe(before.live.log)

    const gone = await compareReplay({})
    expect(gone.live).toEqual(before.live)
    expect(gone.anew).toEqual(before.live)
  }, 60_000)

  it('are not edited: rows of the wrong one stay until rows were built without it, and then with the right one', async () => {
    const wrong: Upcasts = { NeedSubmitted: [(data) => ({ ...(data as object), kind: 'business' })] }
    const mistaken = await compareReplay(wrong)
    expect(mistaken.live).toEqual(mistaken.anew)
    const edited = await compareReplay(asOthers)
    expect(edited.live).toEqual(mistaken.live)
    expect(edited.anew.rows).not.toBe(mistaken.live.rows)

    const without = await compareReplay({})
    expect(without.live).toEqual(without.anew)
    const mended = await compareReplay(asOthers)
    expect(mended.live).toEqual(mended.anew)
    expect(mended.live).toEqual(edited.anew)
  }, 60_000)

  it('halt programs without them once an event of the next edition is written', async () => {
    const { live, anew } = await compareReplay(asOthers, async (ledger) => {
      const [description] = await ledger.keep(['No light'])
      const answer = await ledger.send(
        {
          type: 'SubmitNeed',
          needId: 'N77',
          unitId: '131081104201',
          requester: 'r1',
          proxy: null,
          contact: null,
          channel: 'app',
          kind: 'work-life',
          description,
          risks: null,
          voicedAt: knownInstant('K3'),
          sourceDate: null,
        },
        { actor: actors.r1 },
      )
      expect(answer.ok).toBe(true)
    })
    expect(live).toEqual(anew)
    // One more upcast behind the wrong one mends it: rows are built anew.
    const raised = (asOthers['NeedSubmitted'] ?? []).concat((data) => ({ ...(data as object), channel: 'telephone' }))
    const further = await compareReplay({ NeedSubmitted: raised })
    expect(further.live).toEqual(further.anew)
    expect(further.live.rows).not.toBe(live.rows)
    const damaged = { fault: { type: 'EventDamaged', path: '$.schema', expected: 'at most 1' } }
    await expect(compareReplay({})).rejects.toMatchObject(damaged)
  }, 60_000)
})
