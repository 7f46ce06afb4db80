import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventStore, ProjectionStore } from '@zhiyuan/runtime'
import { unwrap } from '@zhiyuan/runtime'
import { evening, meta, openFixture, sums, fixturePorts } from './ledger.fixture.ts'

const open = { type: 'Open', name: 'a', dueAt: evening }

/** A store that writes, but does not answer the first `times`. */
const dropAnswers = (events: EventStore, times: number): EventStore => {
  let left = times
  return {
    ...events,
    append: (stream, expected, batch) => async () => {
      const answer = await events.append(stream, expected, batch)()
      return left-- > 0 ? E.left({ type: 'UnknownOutcome', cause: 'the line went dead' }) : answer
    },
  }
}

describe('a store that does not say whether it wrote', () => {
  it('is asked again with the same events: one effect', async () => {
    const ports = fixturePorts()
    const ledger = openFixture({ ...ports, events: dropAnswers(ports.events, 2) })
    expect(await unwrap(ledger.execute(open, meta))).toMatchObject({ ok: true })
    expect((await unwrap(ports.events.readAll(null, 10))).events).toHaveLength(1)
  })

  it('is a fault when it stays silent', async () => {
    const ports = fixturePorts()
    const ledger = openFixture({ ...ports, events: dropAnswers(ports.events, 99) })
    expect(await ledger.execute(open, meta)()).toMatchObject({ left: { type: 'UnknownOutcome' } })
  })
})

describe('a store where others are always faster', () => {
  it('is a fault after a number of attempts, never a rejection', async () => {
    const ports = fixturePorts()
    const append: EventStore['append'] = (stream) => () =>
      Promise.resolve(E.left({ type: 'VersionConflict', stream, actual: null }))
    const ledger = openFixture({ ...ports, events: { ...ports.events, append } })
    expect(await ledger.execute(open, meta)()).toEqual(
      E.left({ type: 'TooMuchContention', stream: 'counter-a', attempts: 10 }),
    )
  })
})

describe('a wrong wiring', () => {
  it('throws when it is opened', () => {
    expect(() => openFixture(fixturePorts(), { views: [sums(), sums(2)] })).toThrow(
      'two views or processes are called sums',
    )
    expect(() => openFixture(fixturePorts(), { views: [{ ...sums(), name: 'deadlines' }] })).toThrow('deadlines')
  })
})

describe('two processes that settle in turn', () => {
  it('each begin where the other committed', async () => {
    const ports = fixturePorts()
    const one = openFixture(ports)
    const other = openFixture(ports)
    await unwrap(one.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await unwrap(one.settle())
    await unwrap(one.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await unwrap(other.settle())
    await unwrap(one.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await unwrap(one.settle())
    expect(await unwrap(other.row(sums(), 'ceiling'))).toMatchObject({ row: { sum: 3 } })
  })
})

describe('a process that settles and is overtaken by another', () => {
  it('works its changes out anew: no event is in a row twice', async () => {
    const ports = fixturePorts()
    const quick = openFixture(ports)
    const add = (name: string) => unwrap(quick.execute({ type: 'Add', name, amount: 1 }, meta))
    let overtake = async (): Promise<void> => {
      overtake = () => Promise.resolve()
      await add('a')
      await unwrap(quick.settle())
    }
    const commit: ProjectionStore['commit'] = (batches) => async () => {
      await overtake()
      return ports.projections.commit(batches)()
    }
    const slow = openFixture({ ...ports, projections: { ...ports.projections, commit } })
    await unwrap(quick.execute(open, meta))
    await unwrap(quick.settle())
    await add('ceiling')
    await unwrap(slow.settle())
    await unwrap(quick.settle())
    expect(await unwrap(quick.row(sums(), 'a'))).toMatchObject({ row: { sum: 1 } })
    expect(await unwrap(quick.row(sums(), 'ceiling'))).toMatchObject({ row: { sum: 1 } })
  })

  it('is a fault when it is overtaken every time', async () => {
    const ports = fixturePorts()
    const commit: ProjectionStore['commit'] = ([batch]) =>
      TE.left({ type: 'CheckpointConflict', rows: batch?.rows ?? { name: 'sums', version: 1 }, actual: null })
    const ledger = openFixture({ ...ports, projections: { ...ports.projections, commit } })
    await unwrap(ledger.execute(open, meta))
    expect(await ledger.settle()()).toMatchObject({ left: { type: 'CheckpointConflict' } })
  })
})
