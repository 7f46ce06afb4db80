import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { promised, type EventStore, type Ports } from '@zhiyuan/runtime'
import { evening, meta, noon, openToy, toyPorts, type Toy } from './ledger.toy.ts'

const opened = async (ports: Ports = toyPorts(), exclusive = false): Promise<Toy> => {
  const toy = openToy(ports, { exclusive })
  await promised(toy.execute({ type: 'Add', name: 'ceiling', amount: 100 }, meta))
  await promised(toy.execute({ type: 'Open', name: 'a', dueAt: evening }, meta))
  return toy
}

const add = (amount: number, name = 'a') => ({ type: 'Add', name, amount })

describe('a command', () => {
  it('is written down with who, when, and what it read, and by which rules', async () => {
    const toy = await opened()
    const outcome = await promised(toy.execute(add(2), { ...meta, commandId: 'c' }))
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
      const ports = toyPorts()
      const toy = openToy(ports)
      const traced = traceparent === undefined ? meta : { ...meta, traceparent }
      await promised(toy.execute({ type: 'Open', name: 'a', dueAt: evening }, { ...traced, commandId: 'c' }))
      const { events } = await promised(ports.events.readAll(null, 10))
      expect(events.map(({ event }) => event.traceparent)).toEqual([traceparent ?? null])
      return promised(toy.digestLog())
    })
    expect(await digests[0]).toBe(await digests[1])
  })

  it('is silent when there is nothing to say', async () => {
    const toy = await opened()
    const outcome = await promised(toy.execute({ type: 'Open', name: 'a', dueAt: evening }, meta))
    expect(outcome).toMatchObject({ ok: true, events: [] })
  })

  it('is refused by the domain as a value', async () => {
    const toy = await opened()
    expect(await promised(toy.execute(add(101), meta))).toEqual({
      ok: false,
      rejection: { type: 'OverCeiling', ceiling: 100 },
    })
  })

  it('is refused under an id that wrote something else', async () => {
    const toy = await opened()
    await promised(toy.execute(add(2), { ...meta, commandId: 'c' }))
    const again = await promised(toy.execute(add(3), { ...meta, commandId: 'c' }))
    expect(again).toEqual({ ok: false, rejection: { type: 'CommandIdTaken', commandId: 'c' } })
  })
})

describe('writers that meet', () => {
  it.each([false, true])('of one process wait for each other (exclusive: %s)', async (exclusive) => {
    const toy = await opened(toyPorts(), exclusive)
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => promised(toy.execute(add(2), meta))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50)
  })

  it('of two processes decide again on what the other wrote', async () => {
    const ports = toyPorts()
    const [one, other] = [await opened(ports), openToy(ports)]
    const both = [one, other, one, other, one, other, one, other]
    const outcomes = await Promise.all(both.map((toy) => promised(toy.execute(add(30), meta))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
  })

  it('see at once when a fact of theirs has changed elsewhere', async () => {
    const ports = toyPorts()
    const [one, other] = [await opened(ports), openToy(ports)]
    await promised(other.execute(add(-50, 'ceiling'), meta))
    expect(await promised(one.execute(add(60), meta))).toMatchObject({ ok: false, rejection: { ceiling: 50 } })
  })
})

describe('commands sent together', () => {
  it('have each an outcome of their own, in their order', async () => {
    const toy = await opened()
    const sent = [add(40), { type: 'Nonsense' }, add(40), add(40), add(1, 'never')]
    const outcomes = await toy.executeAll(sent.map((command) => ({ command, meta })))()
    expect(outcomes).toMatchObject([
      { right: { ok: true } },
      { right: { ok: false, rejection: { type: 'DecodeRefused' } } },
      { right: { ok: true } },
      { right: { ok: false, rejection: { type: 'OverCeiling' } } },
      { right: { ok: false, rejection: { type: 'NotOpen' } } },
    ])
  })
})

/** Appends overtake each other where they are sent together: the first waits longest. */
const overtaking = (events: EventStore): EventStore => {
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
    const ports = toyPorts()
    const events = overtaking(ports.events)
    const toy = await opened({ ...ports, events: { ...events, capabilities: { ...events.capabilities, inOrder } } })
    const names = Array.from({ length: 8 }, (_, n) => `n${n}`)
    await toy.executeAll(names.map((name) => ({ command: { type: 'Open', name, dueAt: evening }, meta })))()
    const { events: log } = await promised(ports.events.readAll(null, 100))
    return log.slice(2).map(({ event }) => event.stream.slice('counter-'.length))
  }

  it('stand in the log in their order, also at a store that does not keep it by itself', async () => {
    expect(await sent(false)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'])
  })

  it('(and a store that claims to keep it is sent them at once)', async () => {
    expect(await sent(true)).not.toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'])
  })
})
