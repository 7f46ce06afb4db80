import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { unwrap, type EventStore, type Ports } from '@zhiyuan/runtime'
import { evening, meta, noon, openFixture, fixturePorts, type FixtureLedger } from './ledger.fixture.ts'

const openWithCounter = async (ports: Ports = fixturePorts(), exclusive = false): Promise<FixtureLedger> => {
  const ledger = openFixture(ports, { exclusive })
  await unwrap(ledger.execute({ type: 'Add', name: 'ceiling', amount: 100 }, meta))
  await unwrap(ledger.execute({ type: 'Open', name: 'a', dueAt: evening }, meta))
  return ledger
}

const add = (amount: number, name = 'a') => ({ type: 'Add', name, amount })

describe('a command', () => {
  it('is written down with who, when, and what it read, and by which rules', async () => {
    const ledger = await openWithCounter()
    const outcome = await unwrap(ledger.execute(add(2), { ...meta, commandId: 'c' }))
    expect(outcome).toMatchObject({ ok: true, commandId: 'c' })
    expect(outcome.ok ? outcome.events : []).toEqual([
      {
        id: 'c.n_tsVfnUmOhhYFfV.0',
        log: 'toy',
        jurisdiction: '131081',
        stream: 'counter-a',
        version: 1,
        type: 'Added',
        schema: 1,
        occurredAt: noon,
        recordedAt: noon,
        actor: meta.actor,
        commandId: 'c',
        correlationId: 'c',
        causationId: null,
        command: createHash('sha256').update('{"amount":2,"name":"a","type":"Add"}').digest('hex'),
        readSet: [{ stream: 'counter-ceiling', version: 0 }],
        rules: 1,
        traceparent: null,
        data: { type: 'Added', name: 'a', amount: 2, sum: 2 },
      },
    ])
  })

  it('keeps the trace of its request beside what is digested', async () => {
    const digests = [undefined, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'].map(async (traceparent) => {
      const ports = fixturePorts()
      const ledger = openFixture(ports)
      const traced = traceparent === undefined ? meta : { ...meta, traceparent }
      await unwrap(ledger.execute({ type: 'Open', name: 'a', dueAt: evening }, { ...traced, commandId: 'c' }))
      const { events } = await unwrap(ports.events.readAll(null, 10))
      expect(events.map(({ event }) => event.traceparent)).toEqual([traceparent ?? null])
      return unwrap(ledger.digestLog())
    })
    expect(await digests[0]).toBe(await digests[1])
  })

  it('is a no-op when its effect is there', async () => {
    const ledger = await openWithCounter()
    const outcome = await unwrap(ledger.execute({ type: 'Open', name: 'a', dueAt: evening }, meta))
    expect(outcome).toMatchObject({ ok: true, events: [] })
  })

  it('is refused by the domain as a value', async () => {
    const ledger = await openWithCounter()
    expect(await unwrap(ledger.execute(add(101), meta))).toEqual({
      ok: false,
      rejection: { type: 'OverCeiling', ceiling: 100 },
    })
  })

  it('is refused under an id that wrote something else', async () => {
    const ledger = await openWithCounter()
    await unwrap(ledger.execute(add(2), { ...meta, commandId: 'c' }))
    const again = await unwrap(ledger.execute(add(3), { ...meta, commandId: 'c' }))
    expect(again).toEqual({ ok: false, rejection: { type: 'CommandIdTaken', commandId: 'c' } })
  })
})

describe('writers that meet', () => {
  it.each([false, true])('of one process wait for each other (exclusive: %s)', async (exclusive) => {
    const ledger = await openWithCounter(fixturePorts(), exclusive)
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => unwrap(ledger.execute(add(2), meta))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50)
  })

  it('of two processes decide again on what the other wrote', async () => {
    const ports = fixturePorts()
    const one = await openWithCounter(ports)
    const other = openFixture(ports)
    const both = [one, other, one, other, one, other, one, other]
    const outcomes = await Promise.all(both.map((ledger) => unwrap(ledger.execute(add(30), meta))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
  })

  it('see at once when another writer changed a state that they read', async () => {
    const ports = fixturePorts()
    const one = await openWithCounter(ports)
    const other = openFixture(ports)
    await unwrap(other.execute(add(-50, 'ceiling'), meta))
    expect(await unwrap(one.execute(add(60), meta))).toMatchObject({ ok: false, rejection: { ceiling: 50 } })
  })
})

describe('commands sent together', () => {
  it('have each an outcome of their own, in their order', async () => {
    const ledger = await openWithCounter()
    const sent = [add(40), { type: 'Nonsense' }, add(40), add(40), add(1, 'never')]
    const outcomes = await ledger.executeAll(sent.map((command) => ({ command, meta })))()
    expect(outcomes).toMatchObject([
      { right: { ok: true } },
      { right: { ok: false, rejection: { type: 'DecodeRefused' } } },
      { right: { ok: true } },
      { right: { ok: false, rejection: { type: 'OverCeiling' } } },
      { right: { ok: false, rejection: { type: 'NotOpen' } } },
    ])
  })
})

/** A store whose appends overtake each other: the first of those sent together waits longest. */
const overtakeAppends = (events: EventStore): EventStore => {
  let underWay = 0
  return {
    ...events,
    append:
      (...asked) =>
      async () => {
        underWay++
        await pause(20 / underWay)
        const answer = await events.append(...asked)()
        underWay--
        return answer
      },
  }
}

describe('commands that are sent together', () => {
  const sent = async (inOrder: boolean) => {
    const ports = fixturePorts()
    const events = overtakeAppends(ports.events)
    const ledger = await openWithCounter({
      ...ports,
      events: { ...events, capabilities: { ...events.capabilities, inOrder } },
    })
    const names = Array.from({ length: 8 }, (_, n) => `n${n}`)
    await ledger.executeAll(names.map((name) => ({ command: { type: 'Open', name, dueAt: evening }, meta })))()
    const { events: log } = await unwrap(ports.events.readAll(null, 100))
    return log.slice(2).map(({ event }) => event.stream.slice('counter-'.length))
  }

  it('stand in the log in their order, also at a store that does not keep it by itself', async () => {
    expect(await sent(false)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'])
  })

  it('(and a store that claims to keep it is sent them at once)', async () => {
    expect(await sent(true)).not.toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'])
  })
})
