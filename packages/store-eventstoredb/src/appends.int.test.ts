import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import type { AppendFault } from '@zhiyuan/eventstoredb-wire'
import { unwrap } from '@zhiyuan/runtime'
import { fixture } from '@zhiyuan/testing/conformance'
import { openEventStoreDB, type EventStoreClient } from './index.ts'
import { openTestLog, ownPrefix, wireForTest } from './place.fixture.ts'

const { append, beginStream, readEverything, listIds, fixtureEvent } = fixture
const first = { right: { version: 0 } }

/** One append meets the fault; then the caller sends it again, as after every unknown outcome. */
const appendThroughFault = async (fault: AppendFault, patienceMs = 5000, times = 1) => {
  const wire = await wireForTest()
  const events = await openTestLog(wire.url, { patienceMs })
  wire.faults.next('append', fault, times)
  const answer = await append(events, fixtureEvent('a', 0))
  wire.faults.clear()
  const again = await append(events, fixtureEvent('a', 0))
  const log = listIds(await readEverything(events))
  await events.close()
  return { answer, again, log }
}

describe('an append that goes wrong on its way', () => {
  it.each<[string, AppendFault]>([
    ['whose line is cut before it is stored', { type: 'killed' }],
    ['whose line is cut before its answer', { type: 'killed', stored: true }],
    ['for which the server has no time', { type: 'timeout' }],
    ['for which the server has no time, and stores it', { type: 'timeout', stored: true }],
    ['for which the server is not ready', { type: 'unavailable' }],
    ['that meets a server which does not lead at the moment', { type: 'notLeader' }],
    ['that is answered late', { type: 'lateReply', ms: 300 }],
    ['that is stored late', { type: 'slow', ms: 300 }],
  ])('(one %s) is done once, and answered as if nothing had been', async (_, fault) => {
    const { answer, again, log } = await appendThroughFault(fault)
    expect(answer).toMatchObject(first)
    expect(again).toEqual(answer)
    expect(log).toEqual(['a.0'])
  })

  it.each<[string, AppendFault]>([
    ['is lost', { type: 'silent' }],
    ['is stored and never answered', { type: 'silent', stored: true }],
    ['is stored and answered after the caller has stopped waiting', { type: 'lateReply', ms: 600 }],
  ])('(one that %s) is an unknown outcome when patience ends; the same again tells it', async (_, fault) => {
    const { answer, again, log } = await appendThroughFault(fault, 300)
    expect(answer).toMatchObject({ left: { type: 'UnknownOutcome' } })
    expect(again).toMatchObject(first)
    expect(log).toEqual(['a.0'])
  })

  it('is an unknown outcome where the server stays away', async () => {
    const { answer, again } = await appendThroughFault({ type: 'killed' }, 400, Infinity)
    expect(answer).toMatchObject({ left: { type: 'UnknownOutcome' } })
    expect(again).toMatchObject(first)
  })

  it('is an unknown outcome where the server refuses to say more after it may have stored it', async () => {
    const wire = await wireForTest()
    const client = EventStoreDBClient.connectionString(wire.url)
    let denied = false
    const denying: EventStoreClient = {
      appendToStream: async (...asked) => {
        if (denied) throw Object.assign(new Error('the login was revoked'), { type: 'access-denied' })
        denied = true
        return client.appendToStream(...asked)
      },
      readStream: (...asked) => client.readStream(...asked),
      readAll: (...asked) => client.readAll(...asked),
      subscribeToAll: (...asked) => client.subscribeToAll(...asked),
    }
    const prefix = ownPrefix()
    const events = await unwrap(openEventStoreDB({ client: denying, prefix }))
    wire.faults.next('append', { type: 'killed', stored: true })
    expect(await append(events, fixtureEvent('a', 0))).toMatchObject({ left: { type: 'UnknownOutcome' } })
    expect(listIds(await readEverything(events))).toEqual(['a.0'])
    expect(await append(events, fixtureEvent('b', 0))).toMatchObject({ left: { type: 'StoreFault' } })
    await events.close()
    await client.dispose()
  })

  it('takes no longer than patience, however many answers it needs', async () => {
    const wire = await wireForTest()
    const prefix = ownPrefix()
    const before = await openTestLog(wire.url, { prefix })
    await beginStream(before, 'a', 3)
    const events = await openTestLog(wire.url, { prefix, patienceMs: 500 })
    wire.faults.next('read', { type: 'lateReply', ms: 300 }, Infinity)
    const begun = performance.now()
    expect(await append(events, fixtureEvent('a', 3))).toMatchObject({ left: { type: 'StoreBusy' } })
    expect(performance.now() - begun).toBeLessThan(900)
    for (const one of [before, events]) await one.close()
  })

  it('has the position that the log has, also where the server leaves it out of its answer', async () => {
    const wire = await wireForTest({ positions: false })
    const events = await openTestLog(wire.url)
    const answer = await append(events, fixtureEvent('a', 0), fixtureEvent('a', 1))
    const position = (await readEverything(events)).at(-1)?.position
    expect(answer).toEqual({ _tag: 'Right', right: { version: 1, position } })
    await events.close()
  })
})

describe('64 callers whose lines are cut again and again', () => {
  it('have each event once, and the process goes on', async () => {
    const wire = await wireForTest()
    // On a busy machine few of the 64 succeed between two cuts. Five seconds of patience could then end for one of them, whose outcome would be unknown.
    const events = await openTestLog(wire.url, { patienceMs: 60_000 })
    let answers = 0
    let cuts = 0
    let answersAtCut = 0
    // A cut waits for an answer since the last cut, so that some appends succeed on the slowest machine.
    const cutting = setInterval(() => {
      if (answers === answersAtCut) return
      answersAtCut = answers
      cuts++
      wire.faults.kill()
    }, 40)
    const caller = async (name: string) => {
      for (let version = 0; version < 10; version++) {
        // Large enough to fill the lines of the clients' other call.
        expect(await append(events, fixtureEvent(name, version, 'x'.repeat(20_000)))).toMatchObject({
          right: { version },
        })
        answers++
      }
    }
    await Promise.all(Array.from({ length: 64 }, (_, n) => caller(`c${n}`)))
    clearInterval(cutting)
    expect(cuts).toBeGreaterThan(10)
    expect(await readEverything(events)).toHaveLength(640)
    await events.close()
  }, 120_000)
})

describe('an append under an id that its stream has', () => {
  it('is refused by a process that never read the stream', async () => {
    const wire = await wireForTest()
    const prefix = ownPrefix()
    const here = await openTestLog(wire.url, { prefix })
    const there = await openTestLog(wire.url, { prefix })
    for (let version = 0; version < 3; version++) await append(here, fixtureEvent('a', version))
    expect(await append(there, fixtureEvent('a', 3, {}, 'a.1'))).toMatchObject({
      left: { type: 'EventIdTaken', id: 'a.1' },
    })
    expect(await append(there, fixtureEvent('a', 3))).toMatchObject({ right: { version: 3 } })
    for (const events of [here, there]) await events.close()
  })
})

describe('appends over one line', () => {
  it('are stored by BatchAppend, and others by Append', async () => {
    const wire = await wireForTest()
    const together = await openTestLog(wire.url, { oneLine: true })
    const each = await openTestLog(wire.url)
    await append(together, fixtureEvent('a', 0))
    expect(wire.calls).toMatchObject({ batchAppend: 1, append: 0 })
    await append(each, fixtureEvent('a', 0))
    expect(wire.calls).toMatchObject({ batchAppend: 1, append: 1 })
    for (const events of [together, each]) await events.close()
  })
})

describe('two events of one id and different words', () => {
  it('are two events for the server', async () => {
    const wire = await wireForTest()
    const prefix = ownPrefix()
    const events = await openTestLog(wire.url, { prefix })
    await append(events, fixtureEvent('a', 0, { n: 1 }))
    await append(events, fixtureEvent('b', 0, { n: 2 }))
    const client = EventStoreDBClient.connectionString(wire.url)
    const ids: string[] = []
    for await (const { event } of client.readAll()) if (event?.streamId.startsWith(`${prefix}:`)) ids.push(event.id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    await client.dispose()
    await events.close()
  })
})
