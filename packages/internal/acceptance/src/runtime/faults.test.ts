import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventStore, ProjectionStore } from '@zhiyuan/runtime'
import { promised } from '@zhiyuan/runtime'
import { evening, meta, openToy, sums, toyPorts } from './ledger.toy.ts'

const open = { type: 'Open', name: 'a', dueAt: evening }

/** Writes, but does not say so the first `times`. */
const speechless = (events: EventStore, times: number): EventStore => {
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
    const ports = toyPorts()
    const toy = openToy({ ...ports, events: speechless(ports.events, 2) })
    expect(await promised(toy.execute(open, meta))).toMatchObject({ ok: true })
    expect((await promised(ports.events.readAll(null, 10))).events).toHaveLength(1)
  })

  it('is a fault when it stays silent', async () => {
    const ports = toyPorts()
    const toy = openToy({ ...ports, events: speechless(ports.events, 99) })
    expect(await toy.execute(open, meta)()).toMatchObject({ left: { type: 'UnknownOutcome' } })
  })
})

describe('a store where others are always faster', () => {
  it('is a fault after so many attempts, never a refusal', async () => {
    const ports = toyPorts()
    const append: EventStore['append'] = (stream) => () =>
      Promise.resolve(E.left({ type: 'VersionConflict', stream, actual: null }))
    const toy = openToy({ ...ports, events: { ...ports.events, append } })
    expect(await toy.execute(open, meta)()).toEqual(
      E.left({ type: 'TooMuchContention', stream: 'counter-a', attempts: 10 }),
    )
  })
})

describe('a wrong wiring', () => {
  it('throws when it is opened', () => {
    expect(() => openToy(toyPorts(), { views: [sums(), sums(2)] })).toThrow('two views or processes are called sums')
    expect(() => openToy(toyPorts(), { views: [{ ...sums(), name: 'deadlines' }] })).toThrow('deadlines')
  })
})

describe('two processes that settle in turn', () => {
  it('each begin where the other committed', async () => {
    const ports = toyPorts()
    const [one, other] = [openToy(ports), openToy(ports)]
    await promised(one.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await promised(one.settle())
    await promised(one.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await promised(other.settle())
    await promised(one.execute({ type: 'Add', name: 'ceiling', amount: 1 }, meta))
    await promised(one.settle())
    expect(await promised(other.row(sums(), 'ceiling'))).toMatchObject({ row: { sum: 3 } })
  })
})

describe('a process that settles and is overtaken by another', () => {
  it('works its changes out anew: no event is in a row twice', async () => {
    const ports = toyPorts()
    const quick = openToy(ports)
    const add = (name: string) => promised(quick.execute({ type: 'Add', name, amount: 1 }, meta))
    let overtake = async (): Promise<void> => {
      overtake = () => Promise.resolve()
      await add('a')
      await promised(quick.settle())
    }
    const commit: ProjectionStore['commit'] = (batches) => async () => {
      await overtake()
      return ports.projections.commit(batches)()
    }
    const slow = openToy({ ...ports, projections: { ...ports.projections, commit } })
    await promised(quick.execute(open, meta))
    await promised(quick.settle())
    await add('ceiling')
    await promised(slow.settle())
    await promised(quick.settle())
    expect(await promised(quick.row(sums(), 'a'))).toMatchObject({ row: { sum: 1 } })
    expect(await promised(quick.row(sums(), 'ceiling'))).toMatchObject({ row: { sum: 1 } })
  })

  it('is a fault when it is overtaken every time', async () => {
    const ports = toyPorts()
    const commit: ProjectionStore['commit'] = ([batch]) =>
      TE.left({ type: 'CheckpointConflict', rows: batch?.rows ?? { name: 'sums', version: 1 }, actual: null })
    const toy = openToy({ ...ports, projections: { ...ports.projections, commit } })
    await promised(toy.execute(open, meta))
    expect(await toy.settle()()).toMatchObject({ left: { type: 'CheckpointConflict' } })
  })
})
