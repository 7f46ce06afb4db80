import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { askTimers, plusMillis, send, sendLater, stateless, type CommandId, type EventId } from '@zhiyuan/kernel'
import { deriveEventIds, unwrap, type Ports, type ProjectionStore } from '@zhiyuan/runtime'
import { echo, evening, meta, openFixture, sums, fixturePorts } from './ledger.fixture.ts'
import type { CounterCommand, CounterEvent, FixtureLedger } from './ledger.fixture.ts'

const executeAll = async (ledger: FixtureLedger, ...commands: ReadonlyArray<object>): Promise<void> => {
  for (const command of commands) expect(await unwrap(ledger.execute(command, meta))).toMatchObject({ ok: true })
}

const ceiling = { type: 'Add', name: 'ceiling', amount: 1000 }
const openA = { type: 'Open', name: 'a', dueAt: evening }
const add = (amount: number) => ({ type: 'Add', name: 'a', amount })
/** The id of the one event of a command to the counter `a`. */
const idInA = (commandId: string): EventId => deriveEventIds(commandId as CommandId, 'counter-a')(0)

const countCommits = (store: ProjectionStore): { store: ProjectionStore; commits: () => number } => {
  let commits = 0
  const commit: ProjectionStore['commit'] = (batches) => {
    commits++
    return store.commit(batches)
  }
  return { store: { ...store, commit }, commits: () => commits }
}

const listEventTypes = async (ports: Ports): Promise<ReadonlyArray<string>> => {
  const read = await unwrap(ports.events.readAll(null, 1000))
  return read.events.map(({ event }) => event.type)
}

describe('settle', () => {
  it('brings views and processes to rest in one commit, and commits nothing when it is at rest', async () => {
    const ports = fixturePorts()
    const { store, commits } = countCommits(ports.projections)
    const ledger = openFixture({ ...ports, projections: store })
    await unwrap(ledger.settle())
    expect(commits()).toBe(0)
    await executeAll(ledger, ceiling, openA, add(3))
    expect(await unwrap(ledger.settle())).toMatchObject({ events: 4, commands: 1, noOps: 0, refused: {} })
    expect(commits()).toBe(1)
    await unwrap(ledger.settle())
    expect(commits()).toBe(1)
    expect(await unwrap(ledger.row(sums(), 'a'))).toEqual({ key: 'a', row: { sum: 4, closed: false }, stale: null })
  })

  it('writes on an envelope which event made a process act', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    await executeAll(ledger, ceiling, openA)
    const cause = await unwrap(ledger.execute(add(3), { ...meta, commandId: 'c' }))
    await unwrap(ledger.settle())
    const last = (await unwrap(ports.events.readAll(null, 100))).events.at(-1)?.event
    expect(cause.ok).toBe(true)
    expect(JSON.parse(last?.header ?? '')).toMatchObject({
      id: idInA(`echo.${idInA('c')}.0`),
      commandId: `echo.${idInA('c')}.0`,
      correlationId: 'c',
      causationId: idInA('c'),
      actor: { type: 'process', process: 'echo', cause: idInA('c') },
    })
  })

  it('works off a timer when it is due, once', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    await executeAll(ledger, openA)
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 0 })
    ports.clock.set(plusMillis(evening, 60_000))
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 1, events: 1 })
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 0, events: 0 })
    const closed = (await unwrap(ports.events.readAll(null, 100))).events.at(-1)
    expect(JSON.parse(closed?.event.header ?? '')).toMatchObject({ occurredAt: evening })
  })

  it('sends the command of a timer again when the domain says that it is not due yet', async () => {
    const ports = fixturePorts()
    const hasty = stateless<CounterEvent, CounterCommand>('closer', (envelope) =>
      envelope.data.type === 'Opened'
        ? [sendLater(envelope.occurredAt, { type: 'Close', name: envelope.data.name })]
        : [],
    )
    const ledger = openFixture(ports, { processes: [hasty] })
    await executeAll(ledger, openA)
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 1, refused: {} })
    expect(await listEventTypes(ports)).toEqual(['Opened'])
    ports.clock.set(evening)
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 1 })
    expect(await listEventTypes(ports)).toEqual(['Opened', 'Closed'])
  })

  it('asks the running timers of a process that wants it: one that is due by now acts, another runs on until it is', async () => {
    const ports = fixturePorts()
    const hasty = stateless<CounterEvent, CounterCommand>('closer', ({ data }) => {
      if (data.type === 'Added') return [askTimers]
      const late = plusMillis(evening, 3_600_000)
      return data.type === 'Opened' ? [sendLater(late, { type: 'Close', name: data.name })] : []
    })
    const ledger = openFixture(ports, { processes: [hasty] })
    await executeAll(ledger, { type: 'Open', name: 'b', dueAt: plusMillis(evening, 1) }, openA, ceiling)
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 2, refused: {} })
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 0 })
    ports.clock.set(evening)
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 1 })
    expect(await listEventTypes(ports)).toEqual(['Opened', 'Opened', 'Added', 'Closed'])
    ports.clock.set(plusMillis(evening, 1))
    expect(await unwrap(ledger.settle())).toMatchObject({ timers: 1 })
    expect(await listEventTypes(ports)).toEqual(['Opened', 'Opened', 'Added', 'Closed', 'Closed'])
  })

  it('asks them once the log is read to its end, however long its pages are', async () => {
    const logs = [1, 3, 500].map(async (page) => {
      const ports = fixturePorts()
      const hasty = stateless<CounterEvent, CounterCommand>('closer', ({ data }) => {
        if (data.type === 'Added') return data.amount === 1000 ? [askTimers] : []
        const late = plusMillis(evening, 3_600_000)
        return data.type === 'Opened' ? [sendLater(late, { type: 'Add', name: data.name, amount: 7 })] : []
      })
      const eager = stateless<CounterEvent, CounterCommand>('eager', ({ data }) =>
        data.type === 'Added' && data.amount === 5 ? [send({ type: 'Close', name: data.name })] : [],
      )
      const ledger = openFixture(ports, { processes: [hasty, eager], limits: { page } })
      await executeAll(ledger, openA, ceiling, add(4), add(5))
      ports.clock.set(evening)
      await unwrap(ledger.settle())
      return listEventTypes(ports)
    })
    const [first, ...others] = await Promise.all(logs)
    expect(first?.at(-1)).toBe('Closed')
    for (const other of others) expect(other).toEqual(first)
  })

  it('lets a timer that does nothing when it is asked early run on', async () => {
    const ports = fixturePorts()
    const hasty = stateless<CounterEvent, CounterCommand>('adder', ({ data }) => {
      if (data.type === 'Opened' && data.name === 'a')
        return [sendLater(evening, { type: 'Add', name: 'later', amount: 2 })]
      return data.type === 'Added' && data.amount === 1000 ? [askTimers] : []
    })
    const ledger = openFixture(ports, { processes: [hasty] })
    await executeAll(ledger, openA, ceiling)
    await unwrap(ledger.settle())
    expect(await listEventTypes(ports)).toEqual(['Opened', 'Added'])
    await executeAll(ledger, { type: 'Open', name: 'later', dueAt: plusMillis(evening, 1) })
    ports.clock.set(evening)
    await unwrap(ledger.settle())
    expect(await listEventTypes(ports)).toEqual(['Opened', 'Added', 'Opened', 'Added'])
  })

  it('counts what the domain refuses of a process, and goes on', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports)
    await executeAll(
      ledger,
      { type: 'Add', name: 'ceiling', amount: 1 },
      { type: 'Add', name: 'ceiling', amount: 2 },
      openA,
      add(3),
    )
    const report = await unwrap(ledger.settle())
    expect(report.refused).toEqual({ OverCeiling: 1 })
    expect(report.lastRefused).toMatchObject([{ process: 'echo', command: 'Add', rejection: { ceiling: 3 } }])
  })
})

describe('killed between command and checkpoint', () => {
  it.each([1, 2, 500])('a process has one effect (pages of %i)', async (page) => {
    const ports = fixturePorts()
    const dead: ProjectionStore = {
      ...ports.projections,
      commit: () => () => Promise.resolve(E.left({ type: 'StoreFault', cause: 'the plug was pulled' })),
    }
    const killed = openFixture({ ...ports, projections: dead }, { limits: { page } })
    await executeAll(killed, ceiling, openA, add(3), add(3))
    expect(await killed.settle()()).toMatchObject({ left: { type: 'StoreFault' } })
    const afterwards = await listEventTypes(ports)
    const reopened = openFixture(ports, { limits: { page } })
    expect(await unwrap(reopened.settle())).toMatchObject({ commands: 2, noOps: 2, refused: {} })
    expect(await listEventTypes(ports)).toEqual(afterwards)
    expect(await unwrap(reopened.row(sums(), 'a'))).toMatchObject({ row: { sum: 8 } })
  })
})

describe('an event that cannot be taken in', () => {
  it('quarantines one row of a view; the other rows go on', async () => {
    const ledger = openFixture(fixturePorts())
    await executeAll(ledger, ceiling, openA, add(5), { ...openA, name: 'b' })
    const bad = await unwrap(ledger.execute(add(666), { ...meta, commandId: 'bad' }))
    expect(bad.ok).toBe(true)
    await executeAll(ledger, add(7), { ...add(7), name: 'b' })
    const report = await unwrap(ledger.settle())
    expect(report.quarantined).toMatchObject([{ name: 'sums', key: 'a', eventId: idInA('bad'), cause: 'a bad number' }])
    expect(await unwrap(ledger.row(sums(), 'a'))).toEqual({
      key: 'a',
      row: { sum: 5, closed: false },
      stale: idInA('bad'),
    })
    expect(await unwrap(ledger.row(sums(), 'b'))).toMatchObject({ row: { sum: 7 }, stale: null })
  })

  it('stops a process before it; the views go on', async () => {
    const ports = fixturePorts()
    const broken = {
      ...echo,
      react: (): never => {
        throw new Error('broken')
      },
    }
    const ledger = openFixture(ports, { processes: [broken] })
    await executeAll(ledger, ceiling, openA)
    const report = await unwrap(ledger.settle())
    expect(report.stopped).toMatchObject([{ name: 'echo', cause: 'broken' }])
    expect(await unwrap(ledger.row(sums(), 'ceiling'))).toMatchObject({ row: { sum: 1000 } })
    const mended = openFixture(ports)
    await executeAll(mended, add(3))
    expect(await unwrap(mended.settle())).toMatchObject({ stopped: [], commands: 1 })
  })
})

describe('a new version of a view', () => {
  it('is built from the start beside the old one, then switched', async () => {
    const ports = fixturePorts()
    const old = openFixture(ports)
    await executeAll(old, ceiling, openA, add(5))
    await unwrap(old.settle())
    const next = openFixture(ports, { views: [sums(2)] })
    expect(await unwrap(next.row(sums(2), 'a'))).toMatchObject({ row: { sum: 5 } })
    await unwrap(next.settle())
    expect(await unwrap(next.row(sums(2), 'a'))).toMatchObject({ row: { sum: 10 } })
    expect(await unwrap(ports.projections.get({ name: 'sums', version: 1 }, ['a']))).toEqual([])
  })
})

describe('a view that says which types it looks at', () => {
  const onlyClosed = { ...sums(), types: new Set(['Closed']) }

  it('is handed no other, and stands at the end of the log all the same', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports, { views: [onlyClosed], processes: [] })
    await executeAll(ledger, ceiling, openA, add(4))
    expect(await unwrap(ledger.settle())).toMatchObject({ events: 3 })
    expect(await unwrap(ledger.row(onlyClosed, 'a'))).toBeNull()
    expect(await unwrap(ports.projections.checkpoint(onlyClosed))).toBe('3')
    ports.clock.set(evening)
    await executeAll(ledger, { type: 'Close', name: 'a' })
    await unwrap(ledger.settle())
    expect(await unwrap(ledger.row(onlyClosed, 'a'))).toMatchObject({ row: { sum: 0, closed: true } })
  })

  it('is not stopped by an event of another type that cannot be read; one that looks at all of them is', async () => {
    const ports = fixturePorts()
    const ledger = openFixture(ports, { views: [onlyClosed], processes: [] })
    await executeAll(ledger, ceiling)
    const [first] = (await unwrap(ports.events.readAll(null, 1))).events
    const said = { id: 'strange', stream: 'counter-x', type: 'Strange' }
    const header = JSON.stringify({ ...(JSON.parse(first?.event.header ?? '') as object), ...said })
    const strange = { ...first?.event, ...said, header } as never
    await ports.events.append('counter-x', 'no-stream', [strange])()
    expect(await unwrap(ledger.settle())).toMatchObject({ events: 2 })
    const all = openFixture(ports, { views: [{ ...sums(), name: 'all' }], processes: [] })
    expect(await all.settle()()).toMatchObject({ left: { type: 'EventDamaged', path: '$.type' } })
  })
})
